"""Her own side: one act first, then what both share, then who sees what."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from samenstroom.adjusting.wording.attempts import attempt_row
from samenstroom.adjusting.wording.pauses import pause_row
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.wording.trials import row_words
from samenstroom.farewell.wording.endings import closed_words
from samenstroom.farewell.wording.endings import row_words as ending_words
from samenstroom.farewell.wording.handover import handover_row
from samenstroom.flows.leaving import leave_tables
from samenstroom.kit import clock
from samenstroom.rules.life_cycle import BEFORE_THE_WORK, Stage
from samenstroom.table.page import show
from samenstroom.table.proving import prove_again
from samenstroom.watch.board import board_of
from samenstroom.watch.overview import cards_of
from samenstroom.watch.shelves import Ask, ShelfRow

from .access import own_link_of, person_of, tables_of, with_link
from .first import first_of, shows_handover


@with_link
def tables(request: HttpRequest) -> HttpResponse:
    """Her tables; with one, straight to it."""
    visits = tables_of(request)
    if len(visits) == 1:
        return HttpResponseRedirect(reverse("portal:collaboration", args=[visits[0].collaboration.public_id]))
    cards = cards_of(person_of(request), clock.now())
    return render(request, "portal/tables.html", {"cards": cards, "circle": "none"})


def collaboration(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Her own side of one collaboration."""
    board, link = board_of(visit), own_link_of(visit)
    is_early = Stage(visit.collaboration.stage) in BEFORE_THE_WORK
    ending, first = board.parting.ending, first_of(visit, board)
    return show(
        request, visit, "portal/home.html", circle="shared", board=board, first=first, link=link,
        first_url=_url(visit, first.ask) if first.ask else "",
        shelf_rows=[(one, _url(visit, one)) for one in board.shelf_rows],
        link_until=clock.day_of(link.expires_at) if link else None, link_works=bool(link and link.works_at(visit.now)),
        trial_words=row_words(visit, board.trial)[0], ending_words=ending_words(visit, board.parting)[0],
        closed=closed_words(ending) if ending else "",
        handover_words=handover_row(visit, board.handover)[0] if shows_handover(visit, board) else "",
        attempt_words=attempt_row(visit, board.attempt)[0] if board.attempt or not is_early else "",
        pause_words=pause_row(visit, board.pauses)[0] if board.pauses or not is_early else "",
    )  # fmt: skip


def _url(visit: Visit, one: ShelfRow | Ask) -> str:
    return reverse(f"portal:{one.page}", kwargs={"collaboration": visit.collaboration.public_id, **one.parts})


@with_link
def stop(request: HttpRequest) -> HttpResponse:
    """Stop taking part: her link works no more, and no mail goes out. Read first, then a button."""
    visits = tables_of(request)
    if request.method == "POST":
        leave_tables(person=person_of(request), now=clock.now())
        logout(request)
        return render(request, "portal/stopped.html", {"visits": visits, "circle": "none"})
    return render(request, "portal/stop.html", {"visits": visits, "circle": "none"})


@with_link
def prove(request: HttpRequest) -> HttpResponse:
    """Show once more that it is she, before an act that could do harm."""
    return prove_again(request, person_of(request), "portal:tables")


@with_link
def sign_out(request: HttpRequest) -> HttpResponse:
    """Close this device; the link and her code open it again."""
    if request.method == "POST":
        logout(request)
    return HttpResponseRedirect(reverse("portal:closed"))
