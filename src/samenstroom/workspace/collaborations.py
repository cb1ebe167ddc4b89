"""The list of collaborations, a new one, and the page of one."""

from __future__ import annotations

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.accounts.practices import members_of
from samenstroom.checkins.queries import carrying_on_of, own_of
from samenstroom.collaborations.actions import (
    NotAllowedError,
    ask_colleague_to_leave,
    begin_collaboration,
    move_own_stage,
    show_colleague,
)
from samenstroom.collaborations.forms import StageForm, StartForm
from samenstroom.collaborations.queries import colleagues_at, note_of, own_stage_of
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import label_of
from samenstroom.farewell.queries.farewells import farewell_of
from samenstroom.farewell.wording.endings import closed_words
from samenstroom.kit import clock
from samenstroom.rules.life_cycle import LIVE, STAGES, Stage
from samenstroom.rules.rounds import carrying_on_due
from samenstroom.table.page import go, show
from samenstroom.watch.board import board_of
from samenstroom.watch.outlook import outlook_of
from samenstroom.watch.overview import cards_of

from .access import colleague_or_404, colleague_seat_or_404, person_of, with_account
from .rows import pocket_rows, shared_rows


@with_account
def collaborations(request: HttpRequest) -> HttpResponse:
    """All her collaborations as cards; `?fase=` shows one stage."""
    cards = cards_of(person_of(request), clock.now())
    stage = request.GET.get("fase", "")
    used = {card.stage for card in cards}
    page = {
        "cards": [card for card in cards if stage not in used or card.stage == stage],
        "stage": stage if stage in used else "",
        "has_demo": any(card.mark for card in cards),
        "stages": [(one.value, label_of("stages", one.value)) for one in STAGES if one.value in used],
        "circle": "none",
    }
    return render(request, "workspace/collaborations/list.html", page)


@with_account
def new(request: HttpRequest) -> HttpResponse:
    """A new collaboration in under a minute, also alone."""
    form = StartForm(request.POST or None, initial={"country": "NL", "stage": "explore"})
    if request.method == "POST" and form.is_valid():
        made = begin_collaboration(by=person_of(request), now=clock.now(), **form.cleaned_data)
        messages.success(request, _("Je samenwerking staat klaar."))
        return HttpResponseRedirect(reverse("workspace:collaboration", args=[made.public_id]))
    status = 422 if form.is_bound else 200
    return render(request, "workspace/collaborations/new.html", {"form": form, "circle": "none"}, status=status)


def collaboration(request: HttpRequest, visit: Visit) -> HttpResponse:
    """One collaboration: the route, what lies between the two, and what is in her pocket."""
    board, note = board_of(visit), note_of(visit)
    pocket = pocket_rows(
        visit, board, own_of(visit), own_stage_of(visit), label_of("origins", note.origin) if note else "",
        asks_carrying_on=_asks_carrying_on(visit), farewell=farewell_of(visit),
    )  # fmt: skip
    return show(
        request, visit, "workspace/collaborations/home.html", circle="none",
        closed=closed_words(board.parting.ending) if board.parting.ending else "",
        route=[asdict(stop) for stop in board.route], shared=shared_rows(visit, board), pocket=pocket,
        colleagues=colleagues_at(visit), needs_link=visit.needs_link,
        outlook=outlook_of(visit, board.known, board.findings),
    )  # fmt: skip


def _asks_carrying_on(visit: Visit) -> bool:
    """Whether the monthly question is due: the first time a month after she sat down."""
    carried = carrying_on_of(visit)
    last_on = carried[-1].asked_on if carried else clock.day_of(visit.seat.joined_at or visit.now)
    return Stage(visit.collaboration.stage) in LIVE and carrying_on_due(last_on, clock.day_of(visit.now))


def own_stage(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Where she is for herself; leaves no trace for the other."""
    own = own_stage_of(visit)
    form = StageForm(request.POST or None, initial={"stage": own.stage if own else visit.collaboration.stage})
    if request.method == "POST" and ("along" in request.POST or form.is_valid()):
        stage = None if "along" in request.POST else form.cleaned_data["stage"]
        move_own_stage(person=visit.person, collaboration=visit.collaboration, stage=stage, now=visit.now)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "collaboration", visit)
    return show(
        request, visit, "workspace/collaborations/own_stage.html", circle="private",
        status=422 if form.is_bound else 200, form=form, own=own,
    )  # fmt: skip


def colleagues(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Who of her own practice reads along, and who could."""
    at_table = colleagues_at(visit)
    seated = {seat.person_id for seat in at_table}
    practice = visit.party.practice
    members = members_of(practice, seen_by=visit.person) if practice else []
    free = [m.person for m in members if m.person_id not in seated and m.person_id != visit.person.pk]
    return show(
        request, visit, "workspace/collaborations/colleagues.html", circle="shared", at_table=at_table, free=free
    )


@require_POST
def add_colleague(request: HttpRequest, visit: Visit, person: str) -> HttpResponse:
    """Let a colleague read the shared record."""
    colleague = colleague_or_404(visit, person)
    show_colleague(by=visit.seat, colleague=colleague, now=visit.now)
    messages.success(request, _("%(name)s kan nu meelezen.") % {"name": colleague.first_name})
    return go(request, "collaboration", visit)


@require_POST
def remove_colleague(request: HttpRequest, visit: Visit, person: str) -> HttpResponse:
    """A colleague no longer reads along."""
    try:
        ask_colleague_to_leave(by=visit.seat, seat=colleague_seat_or_404(visit, person), now=visit.now)
        messages.success(request, _("Je collega leest niet meer mee."))
    except NotAllowedError:
        messages.info(request, _("Dit kan alleen bij een collega die meeleest."))
    return go(request, "colleagues", visit)
