"""Behind a link for a referee: read who asks and about whom, answer in this browser, send once.

Unknown, expired, withdrawn, opened elsewhere: one page, so that trying links teaches nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samenstroom.accounts.outside import GoneError
from samenstroom.exploring.actions.references import NothingSaidError, claim_reference, save_reference
from samenstroom.exploring.forms.references import ReferenceForm
from samenstroom.exploring.queries.references import is_of_asking_side, is_of_other_side, opens_for
from samenstroom.exploring.wording.references import names_of, reference_texts
from samenstroom.flows.references import hand_in_reference
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language

from .access import names_in, reference_of, reference_with_key
from .outside import Room, Welcome, gone

if TYPE_CHECKING:
    from samenstroom.exploring.models import ReferenceRequest


def _texts(found: ReferenceRequest) -> Mapping[str, Any]:
    subject, _asker = names_in(found)
    until = long_date(clock.day_of(found.expires_at), language()) if found.expires_at else ""
    names = {
        **names_of(found, subject.first_name), "until": until, "operator": str(settings.OPERATOR_NAME),
    }  # fmt: skip
    return reference_texts(names)


def _welcome(found: ReferenceRequest) -> Welcome:
    landing = _texts(found)["landing"]
    return Welcome(
        title=_("Een vraag aan jou"),
        heading=landing["title"],
        lead=landing["lead"],
        know=[one["text"] for one in landing["know"]],
        button=_("Bekijk de vragen"),
        name=str(found.referee),
        own_side=(
            _("Jij hoort bij wie de vraag stelt. Daarom opent de link hier niet. Voor wie hij is, werkt hij gewoon."),
            _("Stuur de link zelf door, in een bericht of per mail. Antwoord gehoord? Noteer het op je eigen pagina."),
        ),
        asker=found.person.first_name,
        words=str(found.words),
    )  # fmt: skip


ROOM: Room[ReferenceRequest] = Room(
    shelf="references",
    by_token=reference_of,
    in_browser=reference_with_key,
    claim=lambda found, key, now: claim_reference(reference=found, key=key, now=now),
    welcome=_welcome,
    is_inside=is_of_asking_side,
    hidden=is_of_other_side,
    opens=opens_for,
    then="portal:reference",
)
"""The one it is about gets to see nothing, not even that it exists."""

link = never_cache(ROOM.link)
forget = require_POST(ROOM.forget)


@never_cache
def reference(request: HttpRequest, reference: str) -> HttpResponse:
    """The questions, on one page; what she has can be kept, and is sent once. After that a thank-you."""
    found = ROOM.in_hand(request, reference)
    if found is None:
        return gone(request)
    subject, asker = names_in(found)
    texts = _texts(found)
    page = {
        "reference": found, "texts": texts, "asker": asker, "subject": subject, "welcome": _welcome(found),
        "circle": "none",
    }  # fmt: skip
    if found.sent_at:
        return render(request, "portal/references/thanks.html", page)
    initial = ReferenceForm.initial_of(found.answers)
    form = ReferenceForm(request.POST or None, questions=texts["questions"], initial=initial)
    if request.method == "POST" and form.is_valid():
        answer = _keep(request, found, form)
        if answer is not None:
            return answer
    return render(
        request, "portal/references/questions.html", {**page, "form": form}, status=422 if form.is_bound else 200
    )


def _keep(request: HttpRequest, found: ReferenceRequest, form: ReferenceForm) -> HttpResponse | None:
    """Keep or send; None when there was nothing to send."""
    key, now = ROOM.key_of(request, found.public_id), clock.now()
    try:
        if "later" in request.POST:
            save_reference(reference=found, key=key, said=form.said(), now=now)
            messages.success(request, _("Bewaard in deze browser. Er is nog niets verstuurd."))
        else:
            hand_in_reference(reference=found, key=key, said=form.said(), now=now)
    except NothingSaidError:
        form.add_error(None, _("Er staat nog niets in. Vul één vraag in, of sluit deze pagina. Dat mag ook."))
        return None
    except GoneError:
        pass  # Sent in another tab, or withdrawn meanwhile: the page itself says which.
    return HttpResponseRedirect(reverse("portal:reference", args=[found.public_id]))
