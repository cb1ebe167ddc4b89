"""Behind a link for a referee: read who asks and about whom, answer in this browser, send once.

Unknown, expired, withdrawn, opened elsewhere: one page, so that trying links teaches nothing.
"""

from __future__ import annotations

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

from .access import (
    REFERENCES,
    names_in,
    person_of,
    reference_in_hand,
    reference_of,
)
from .outside import Landing, key_of, land

if TYPE_CHECKING:
    from samenstroom.exploring.models import ReferenceRequest


@never_cache
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The landing page. GET changes nothing; the button makes the link of this browser."""
    found = reference_of(token)
    if found is None or _is_about_her(request, found):
        return gone(request)
    if request.user.is_authenticated and is_of_asking_side(found, person_of(request)):
        if not found.link_works_at(clock.now()):
            return gone(request)
        return render(request, "portal/references/own_side.html", _page(found), status=403)
    landing = Landing(
        shelf=REFERENCES,
        opens=lambda key, now: opens_for(found, key, now),
        claim=lambda key, now: claim_reference(reference=found, key=key, now=now),
        show=lambda: render(request, "portal/references/landing.html", _page(found)),
        gone=lambda: gone(request),
        then=reverse("portal:reference", args=[found.public_id]),
    )
    return land(request, found, landing)


def _is_about_her(request: HttpRequest, found: ReferenceRequest) -> bool:
    """The one it is about gets to see nothing, not even that it exists."""
    return request.user.is_authenticated and is_of_other_side(found, person_of(request))


def _page(found: ReferenceRequest) -> dict[str, Any]:
    """What every page of it says: who asks, about whom, until when, and who runs this place."""
    subject, asker = names_in(found)
    until = long_date(clock.day_of(found.expires_at), language()) if found.expires_at else ""
    names = {
        **names_of(found, subject.first_name), "until": until, "operator": str(settings.OPERATOR_NAME),
    }  # fmt: skip
    texts = reference_texts(names)
    return {"reference": found, "texts": texts, "asker": asker, "subject": subject, "until": until, "circle": "none"}


def gone(request: HttpRequest) -> HttpResponse:
    """One answer for a link that opens nothing, whatever the reason."""
    return render(request, "portal/references/gone.html", {"circle": "none"}, status=410)


@never_cache
def reference(request: HttpRequest, reference: str) -> HttpResponse:
    """The questions, on one page; what she has can be kept, and is sent once. After that a thank-you."""
    found = reference_in_hand(request, reference)
    if found is None or _is_about_her(request, found):
        return gone(request)
    page = _page(found)
    if found.sent_at:
        return render(request, "portal/references/thanks.html", page)
    initial = ReferenceForm.initial_of(found.answers)
    form = ReferenceForm(request.POST or None, questions=page["texts"]["questions"], initial=initial)
    if request.method == "POST" and form.is_valid():
        answer = _keep(request, found, form)
        if answer is not None:
            return answer
    return render(
        request, "portal/references/questions.html", {**page, "form": form}, status=422 if form.is_bound else 200
    )


def _keep(request: HttpRequest, found: ReferenceRequest, form: ReferenceForm) -> HttpResponse | None:
    """Keep or send; None when there was nothing to send."""
    key, now = key_of(request, REFERENCES, found.public_id), clock.now()
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


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Close it on this device: this browser opens the questions no more."""
    request.session.pop(REFERENCES, None)
    return render(request, "portal/references/closed.html", {"circle": "none"})
