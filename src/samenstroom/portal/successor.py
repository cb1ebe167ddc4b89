"""Behind a link for a successor: read what both sides released, ask, and tick what she has seen.

Unknown, expired, withdrawn, opened elsewhere: one page, so that trying links teaches nothing. Both sides see each look.
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
from samenstroom.farewell.actions.successors import ask_question, claim_successor, log_look, tick_items
from samenstroom.farewell.forms.successors import QuestionForm
from samenstroom.farewell.queries.successors import dossier_of, is_inside, speakers_of
from samenstroom.farewell.wording.successors import dossier_page, landing_texts
from samenstroom.kit import clock
from samenstroom.table.work_in import calendar_answer

from .access import SUCCESSORS, person_of, successor_in_hand, successor_of
from .outside import Landing, key_of, land

if TYPE_CHECKING:
    from samenstroom.farewell.models import Successor


@never_cache
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The landing page. GET changes nothing; the button makes the link of this browser."""
    found = successor_of(token)
    if found is None:
        return gone(request)
    if request.user.is_authenticated and is_inside(found, person_of(request)):
        if found.link_works_at(clock.now()):
            return render(request, "portal/successor/own_side.html", _page(found), status=403)
        return gone(request)
    landing = Landing(
        shelf=SUCCESSORS,
        opens=found.opens_for,
        claim=lambda key, now: claim_successor(successor=found, key=key, now=now),
        show=lambda: render(request, "portal/successor/landing.html", _page(found)),
        gone=lambda: gone(request),
        then=reverse("portal:successor_dossier", args=[found.public_id]),
    )
    return land(request, found, landing)


def _page(found: Successor) -> dict[str, Any]:
    """What every page of it says: who hands over, until when, and who runs this place."""
    speakers = speakers_of(found)
    asker = found.minted_by or speakers[0]
    other = next(one for one in speakers if one.party_id != asker.party_id)
    lead, know = landing_texts(found, asker.first_name, other.first_name, str(settings.OPERATOR_NAME))
    return {
        "successor": found, "asker": asker.first_name, "other": other.first_name, "lead": lead, "know": know,
        "speakers": speakers, "circle": "none",
    }  # fmt: skip


def gone(request: HttpRequest) -> HttpResponse:
    """One answer for a link that opens nothing, whatever the reason."""
    return render(request, "portal/successor/gone.html", {"circle": "none"}, status=410)


@never_cache
def dossier(request: HttpRequest, successor: str) -> HttpResponse:
    """What both released, her questions and her ticks. Each look is on record for both sides."""
    found = successor_in_hand(request, successor)
    if found is None:
        return gone(request)
    form = QuestionForm(request.POST if "text" in request.POST else None)
    if request.method == "POST" and (not form.is_bound or form.is_valid()):
        return _act(request, found, form)
    log_look(successor=found, now=clock.now())
    page = _page(found)
    dossier = dossier_page(found, dossier_of(found), page["speakers"])
    return render(
        request, "portal/successor/dossier.html", {**page, "page": dossier, "form": form},
        status=422 if form.is_bound else 200,
    )  # fmt: skip


def _act(request: HttpRequest, found: Successor, form: QuestionForm) -> HttpResponse:
    """Ask, or tick."""
    key, now = key_of(request, SUCCESSORS, found.public_id), clock.now()
    try:
        if form.is_bound:
            ask_question(successor=found, key=key, text=form.cleaned_data["text"], now=now)
            messages.success(request, _("Je vraag ligt bij hen. Het antwoord komt hier te staan."))
        else:
            shown = {one.pk for one in dossier_of(found).items if str(one.pk) in request.POST.getlist("shown")}
            seen = {key for key in shown if str(key) in request.POST.getlist("seen")}
            tick_items(successor=found, key=key, seen=seen, shown=shown, now=now)
            messages.success(request, _("Bewaard. Zij zien wat je hebt gezien."))
    except GoneError:
        pass  # Withdrawn meanwhile: the page itself says so.
    return HttpResponseRedirect(reverse("portal:successor_dossier", args=[found.public_id]))


@never_cache
def session_file(request: HttpRequest, successor: str, session: str) -> HttpResponse:
    """A moment to work in that both agreed on, as a file for her calendar."""
    found = successor_in_hand(request, successor)
    sessions = dossier_of(found).sessions if found else ()
    wanted = next((one for one in sessions if one.public_id == session), None)
    return calendar_answer(wanted) if wanted else gone(request)


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Close it on this device: this browser opens it no more."""
    request.session.pop(SUCCESSORS, None)
    return render(request, "portal/successor/closed.html", {"circle": "none"})
