"""What comes first on her own side: one act, or rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samenstroom.collaborations.visits import Visit
from samenstroom.watch.board import Board
from samenstroom.watch.overview import reveal_key
from samenstroom.watch.queries import seen_keys

if TYPE_CHECKING:
    from samenstroom.checkins.models import Rhythm
    from samenstroom.checkins.queries import RepairView, RoundView


@dataclass(frozen=True)
class First:
    """The one act, and the thing it is about.

    `act` is one of `answer`, `read`, `rhythm`, `agree`, `look_back`, `propose` (no rhythm yet), `waiting` (she sent,
    the other did not), `calm`.
    """

    act: str
    round: RoundView | None = None
    repair: RepairView | None = None
    rhythm: Rhythm | None = None


def first_of(visit: Visit, board: Board) -> First:
    """In this order: answer, read, accept a rhythm, agree, look back; otherwise wait, propose or rest."""
    waiting, opened = board.open_round, board.last_revealed
    if waiting and not waiting.i_sent and visit.speaks:
        return First("answer", round=waiting)
    if opened and opened is board.rounds[0] and not seen_keys(visit.person, [reveal_key(opened)]):
        return First("read", round=opened)
    if board.rhythm.proposed and not board.rhythm.proposed_by_me:
        return First("rhythm", rhythm=board.rhythm.proposed)
    if board.proposed_repairs:
        return First("agree", repair=board.proposed_repairs[0])
    if board.due_repairs:
        return First("look_back", repair=board.due_repairs[0])
    return _rest(board)


def _rest(board: Board) -> First:
    if board.open_round and board.open_round.i_sent:
        return First("waiting", round=board.open_round)
    if board.rhythm.running is None and board.rhythm.proposed is None:
        return First("propose")
    return First("calm", round=board.last_revealed)
