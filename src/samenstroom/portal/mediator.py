"""Behind a link for a mediator: read what both ticked, write to both, and propose a moment. Both see each look."""

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
from samenstroom.adjusting.actions.mediations import claim_mediation, log_mediator_look
from samenstroom.adjusting.forms.mediations import NoteForm, TalkForm
from samenstroom.adjusting.queries.mediations import is_of_the_two, suits_both, table_of, talk_of
from samenstroom.adjusting.wording.mediations import landing_of_mediator, names_of, notes_of, open_items, talk_row
from samenstroom.flows.mediations import call_off_talk, say_to_both, suggest_talk
from samenstroom.kit import clock
from samenstroom.table.mediation import calendar_answer

from .access import mediation_of, mediation_with_key
from .outside import Room, Welcome, gone

if TYPE_CHECKING:
    from samenstroom.adjusting.models import Mediation


def _names(found: Mediation) -> tuple[str, str]:
    return names_of(found, table_of(found, clock.now()))


def _welcome(found: Mediation) -> Welcome:
    one, two = _names(found)
    lead, know = landing_of_mediator(found, (one, two), str(settings.OPERATOR_NAME))
    return Welcome(
        title=_("Een uitnodiging om mee te kijken"),
        heading=_("%(name)s, wil je met %(one)s en %(two)s meekijken?") % {
            "name": found.first_name, "one": one, "two": two,
        },
        lead=lead,
        know=know,
        button=_("Kijk mee"),
        name=str(found.name),
        own_side=(
            _("Jij hoort bij wie dit vraagt. Daarom opent de link hier niet. Voor wie hij is, werkt hij gewoon."),
            _("Stuur de link zelf door, in een bericht of per mail."),
        ),
        asker=one,
        words=str(found.words),
    )  # fmt: skip


ROOM: Room[Mediation] = Room(
    shelf="mediators",
    by_token=mediation_of,
    in_browser=mediation_with_key,
    claim=lambda found, key, now: claim_mediation(mediation=found, key=key, now=now),
    welcome=_welcome,
    is_inside=is_of_the_two,
    then="portal:mediator",
)

link = never_cache(ROOM.link)
forget = require_POST(ROOM.forget)


@never_cache
def mediator(request: HttpRequest, mediation: str) -> HttpResponse:
    """What both ticked, what she wrote, and the moment she proposed. Each look is on record for both."""
    found = ROOM.in_hand(request, mediation)
    if found is None:
        return gone(request)
    if request.method == "POST" and request.POST.get("do") == "drop":
        return _drop(request, found)
    note = NoteForm(request.POST if "text" in request.POST else None)
    talk = TalkForm(request.POST if "on" in request.POST else None, now=clock.now())
    if (note.is_bound and note.is_valid()) or (talk.is_bound and talk.is_valid()):
        return _act(request, found, note, talk)
    log_mediator_look(mediation=found, now=clock.now())
    status = 422 if note.is_bound or talk.is_bound else 200
    return render(request, "portal/mediator/mediator.html", _page(found, note, talk), status=status)


def _drop(request: HttpRequest, found: Mediation) -> HttpResponse:
    """The moment she proposed is off."""
    try:
        call_off_talk(mediation=found, key=ROOM.key_of(request, found.public_id), now=clock.now())
        messages.success(request, _("Afgezegd. Ze zien het allebei."))
    except GoneError:
        pass  # Ended meanwhile: the page itself says so.
    return HttpResponseRedirect(reverse("portal:mediator", args=[found.public_id]))


def _page(found: Mediation, note: NoteForm, talk: TalkForm) -> dict[str, Any]:
    one, two = _names(found)
    lies_there = talk_of(found)
    return {
        "mediation": found, "one": one, "two": two, "welcome": _welcome(found), "circle": "none",
        "items": open_items(found, clock.now()), "notes": notes_of(found),
        "talk": talk_row(lies_there) if lies_there else None, "note": note, "form": talk,
    }  # fmt: skip


def _act(request: HttpRequest, found: Mediation, note: NoteForm, talk: TalkForm) -> HttpResponse:
    """Write to both, or propose a moment."""
    key, now = ROOM.key_of(request, found.public_id), clock.now()
    try:
        if note.is_bound:
            say_to_both(mediation=found, key=key, text=note.cleaned_data["text"], now=now)
        else:
            said = {name: talk.cleaned_data[name] for name in ("begins_at", "minutes", "place")}
            suggest_talk(mediation=found, key=key, now=now, **said)
        messages.success(request, _("Bewaard. Ze lezen het allebei, precies zo."))
    except GoneError:
        pass  # Ended meanwhile: the page itself says so.
    return HttpResponseRedirect(reverse("portal:mediator", args=[found.public_id]))


@never_cache
def talk_file(request: HttpRequest, mediation: str) -> HttpResponse:
    """The moment as a file for her calendar, once both can."""
    found = ROOM.in_hand(request, mediation)
    talk = talk_of(found) if found else None
    return calendar_answer(talk) if talk and suits_both(talk) else gone(request)
