"""The shared board as the other side reads it: the same rows, the sides swapped, nothing private on either side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from samenstroom.collaborations.queries import shared_lines
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.rules.facts import mirror
from samenstroom.rules.indicators import look_at
from samenstroom.rules.visibility import Circle

from .board import Board
from .gather import history_of
from .wording import FindingPage, word_finding


@dataclass(frozen=True)
class OtherBoard:
    """What the other's page shows: her name, mine as she reads it, and the lines and findings in her words."""

    name: str
    my_name: str
    waits_for_her: bool
    i_sent: bool
    lines: list[str]
    findings: list[FindingPage]


def mirrored_board(visit: Visit, board: Board) -> OtherBoard:
    """Tell the board from the other side. Rests on shared rows only, whoever looks."""
    swapped = swapped_visit(visit)
    history = mirror(history_of(visit, board.known.shared()))
    findings = [one for one in look_at(history) if one.audience == Circle.SHARED]
    open_round = board.open_round
    return OtherBoard(
        name=visit.other_name,
        my_name=visit.my_name,
        waits_for_her=bool(open_round and not open_round.they_sent),
        i_sent=bool(open_round and open_round.i_sent),
        lines=[view.sentence for view in shared_lines(visit, told_to=swapped, most=5)],
        findings=[word_finding(one, swapped, "") for one in findings],
    )


def mirrored_view(view: ExchangeView | None) -> ExchangeView | None:
    """Who sent, from the other side; nobody's answers."""
    if view is None:
        return None
    return replace(view, mine=None, theirs=None, my_sent_on=view.their_sent_on, their_sent_on=view.my_sent_on)


def swapped_visit(visit: Visit) -> Visit:
    """The same table with the sides changed, only for telling; it is never used to fetch anything."""
    return replace(visit, seat=visit.other, party=visit.other_party, other_party=visit.party, other=visit.seat)
