"""Behind a link for a successor: read what both sides released, ask, and tick what she has seen.

Unknown, expired, withdrawn, opened elsewhere: one page, so that trying links teaches nothing. Both sides see each look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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

from .access import successor_of, successor_with_key
from .outside import Room, Welcome, gone

if TYPE_CHECKING:
    from samenstroom.farewell.models import Successor


def _names(found: Successor) -> tuple[str, str]:
    """Who made the link, and the other of the two."""
    speakers = speakers_of(found)
    asker = found.minted_by or speakers[0]
    other = next(one for one in speakers if one.party_id != asker.party_id)
    return asker.first_name, other.first_name


def _welcome(found: Successor) -> Welcome:
    asker, other = _names(found)
    lead, know = landing_texts(found, asker, other, str(settings.OPERATOR_NAME))
    return Welcome(
        title=_("Een uitnodiging om mee te lezen"),
        heading=_("%(name)s, %(asker)s nodigt je uit") % {"name": found.first_name, "asker": asker},
        lead=lead,
        know=know,
        button=_("Lees mee"),
        name=str(found.name),
        own_side=(
            _("Je hoort bij wie overdraagt, dus hier opent hij niet. Voor wie hij bedoeld is, werkt hij nog gewoon."),
            _("Stuur hem door, in een bericht of per mail. Wat de ander ziet, kun je aan je eigen kant bekijken."),
        ),
    )


ROOM: Room[Successor] = Room(
    shelf="successors",
    by_token=successor_of,
    in_browser=successor_with_key,
    claim=lambda found, key, now: claim_successor(successor=found, key=key, now=now),
    welcome=_welcome,
    is_inside=is_inside,
    then="portal:successor_dossier",
)

link = never_cache(ROOM.link)
forget = require_POST(ROOM.forget)


@never_cache
def dossier(request: HttpRequest, successor: str) -> HttpResponse:
    """What both released, her questions and her ticks. Each look is on record for both sides."""
    found = ROOM.in_hand(request, successor)
    if found is None:
        return gone(request)
    form = QuestionForm(request.POST if "text" in request.POST else None)
    if request.method == "POST" and (not form.is_bound or form.is_valid()):
        return _act(request, found, form)
    log_look(successor=found, now=clock.now())
    asker, other = _names(found)
    page = {
        "successor": found, "asker": asker, "other": other, "welcome": _welcome(found), "circle": "none", "form": form,
        "page": dossier_page(found, dossier_of(found), speakers_of(found)),
    }  # fmt: skip
    return render(request, "portal/successor/dossier.html", page, status=422 if form.is_bound else 200)


def _act(request: HttpRequest, found: Successor, form: QuestionForm) -> HttpResponse:
    """Ask, or tick."""
    key, now = ROOM.key_of(request, found.public_id), clock.now()
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
    found = ROOM.in_hand(request, successor)
    sessions = dossier_of(found).sessions if found else ()
    wanted = next((one for one in sessions if one.public_id == session), None)
    return calendar_answer(wanted) if wanted else gone(request)
