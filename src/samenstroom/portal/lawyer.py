"""Behind a link for a lawyer: read the text that was given to her, write per clause, and say up to where she read.

Who asked sees each look, and reads what she writes. Nobody else does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samenstroom.accounts.outside import GoneError
from samenstroom.agreements.actions.lawyers import claim_review, drop_remark, log_lawyer_look
from samenstroom.agreements.forms.lawyers import LawyerRemarkForm, ReviewedForm
from samenstroom.agreements.queries.lawyers import is_across_from_who_asked, is_with_who_asked
from samenstroom.agreements.wording.check import check_for_role
from samenstroom.agreements.wording.lawyers import WHOLE, landing_of_lawyer, lawyer_page
from samenstroom.flows.lawyers import say_remark, say_reviewed
from samenstroom.kit import clock

from .access import review_of, review_with_key
from .outside import Room, Welcome, gone

if TYPE_CHECKING:
    from samenstroom.agreements.models import LawyerReview


def _welcome(found: LawyerReview) -> Welcome:
    asker = found.person.first_name
    lead, know = landing_of_lawyer(found, str(settings.OPERATOR_NAME))
    return Welcome(
        title=_("Een uitnodiging om mee te lezen"),
        heading=_("%(name)s, %(asker)s vraagt je om mee te lezen") % {"name": found.first_name, "asker": asker},
        lead=lead,
        know=know,
        button=_("Lees de tekst"),
        name=str(found.name),
        own_side=(
            _("Jij hoort bij wie dit vraagt. Daarom opent de link hier niet. Voor wie hij is, werkt hij gewoon."),
            _("Stuur de link zelf door, in een bericht of per mail."),
        ),
        asker=asker,
        words=str(found.words),
    )


ROOM: Room[LawyerReview] = Room(
    shelf="lawyers",
    by_token=review_of,
    in_browser=review_with_key,
    claim=lambda found, key, now: claim_review(review=found, key=key, now=now),
    welcome=_welcome,
    is_inside=is_with_who_asked,
    hidden=is_across_from_who_asked,
    then="portal:lawyer_review",
)
"""The other side of the table gets to see nothing, not even that it exists."""

link = never_cache(ROOM.link)
forget = require_POST(ROOM.forget)


@never_cache
def review(request: HttpRequest, review: str) -> HttpResponse:
    """The newest text with her remarks; by POST she says up to where she read. Each look is on record for who asked."""
    found = ROOM.in_hand(request, review)
    if found is None:
        return gone(request)
    form = ReviewedForm(request.POST if request.method == "POST" else None, initial={"name": str(found.name)})
    if form.is_bound and form.is_valid():
        return _tick(request, found, form.cleaned_data["name"])
    log_lawyer_look(review=found, now=clock.now())
    page = lawyer_page(found)
    findings = check_for_role(page.text.content, str(page.text.role), clock.today())
    return render(
        request, "portal/lawyer/review.html", {**_page(found), "page": page, "findings": findings, "form": form},
        status=422 if form.is_bound else 200,
    )  # fmt: skip


def _page(found: LawyerReview) -> dict[str, Any]:
    return {"review": found, "asker": found.person.first_name, "welcome": _welcome(found), "circle": "none"}


def _tick(request: HttpRequest, found: LawyerReview, name: str) -> HttpResponse:
    key, now = ROOM.key_of(request, found.public_id), clock.now()
    try:
        say_reviewed(review=found, key=key, text=request.POST.get("text", ""), name=name, now=now)
        messages.success(request, _("Bewaard. %(name)s leest tot waar je keek.") % {"name": found.person.first_name})
    except GoneError:
        messages.info(request, _("Er is intussen iets veranderd. Kijk hoe het er nu bij staat."))
    return HttpResponseRedirect(reverse("portal:lawyer_review", args=[found.public_id]))


@never_cache
def remark(request: HttpRequest, review: str, place: str) -> HttpResponse:
    """What she says about one clause, or about the whole."""
    found = ROOM.in_hand(request, review)
    if found is None:
        return gone(request)
    page, at = lawyer_page(found), "" if place == WHOLE else place
    part = next((one for one in page.places if one.place == at), None)
    if at and part is None:
        raise Http404
    before = part.remark if part else page.general
    initial = {"words": str(before.words), "proposal": str(before.proposal)} if before else {}
    form = LawyerRemarkForm(request.POST if "words" in request.POST else None, initial=initial)
    if request.method == "POST" and (not form.is_bound or form.is_valid()):
        return _say(request, found, at, form)
    return render(
        request, "portal/lawyer/remark.html",
        {**_page(found), "page": page, "part": part, "form": form, "before": before},
        status=422 if form.is_bound else 200,
    )  # fmt: skip


def _say(request: HttpRequest, found: LawyerReview, place: str, form: LawyerRemarkForm) -> HttpResponse:
    """Keep it for who asked, or take it back."""
    key, now = ROOM.key_of(request, found.public_id), clock.now()
    try:
        if form.is_bound:
            say_remark(review=found, key=key, place=place, now=now, **form.cleaned_data)
            messages.success(request, _("Bewaard. %(name)s leest je opmerking.") % {"name": found.person.first_name})
        else:
            drop_remark(review=found, key=key, place=place, now=now)
            messages.success(request, _("Weg. Deze opmerking staat er niet meer."))
    except GoneError:
        pass  # Withdrawn meanwhile: the page itself says so.
    return HttpResponseRedirect(reverse("portal:lawyer_review", args=[found.public_id]))
