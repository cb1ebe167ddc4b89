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
    from samenstroom.exploring.queries.trials import TrialView


@dataclass(frozen=True)
class First:
    """The one act, and the thing it is about.

    `act` is one of `ended` (closed: rest), `confirm_ending` (the other announced it), `last_day` (another one is
    proposed), `statement` (a closing text waits), `answer`, `read`, `rhythm`, `trial` (say yes to it), `agree`,
    `look_back`, `trial_look` (over: how did it go), `propose` (no rhythm yet), `waiting` (she sent, the other did
    not), `calm`.
    """

    act: str
    round: RoundView | None = None
    repair: RepairView | None = None
    rhythm: Rhythm | None = None
    trial: TrialView | None = None


def first_of(visit: Visit, board: Board) -> First:
    """The end first, when there is one; otherwise what the work asks."""
    end = _of_the_end(visit, board)
    return First(end) if end else _of_the_work(visit, board)


def _of_the_work(visit: Visit, board: Board) -> First:
    """In this order: answer, read, accept a rhythm, say yes to a trial, agree, look back; otherwise wait or rest."""
    waiting, opened = board.open_round, board.last_revealed
    if waiting and not waiting.i_sent and visit.speaks:
        return First("answer", round=waiting)
    if opened and opened is board.rounds[0] and not seen_keys(visit.person, [reveal_key(opened)]):
        return First("read", round=opened)
    if board.rhythm.proposed and not board.rhythm.proposed_by_me:
        return First("rhythm", rhythm=board.rhythm.proposed)
    if board.trial and board.trial.waits_for_yes:
        return First("trial", trial=board.trial)
    if board.proposed_repairs:
        return First("agree", repair=board.proposed_repairs[0])
    if board.due_repairs:
        return First("look_back", repair=board.due_repairs[0])
    if board.trial and board.trial.waits_for_look_back:
        return First("trial_look", trial=board.trial)
    return _rest(board)


def _of_the_end(visit: Visit, board: Board) -> str:
    """What the end asks of her; empty when nothing does."""
    parting = board.parting
    waits = {
        "ended": parting.is_closed,
        "last_day": parting.day_waits and visit.speaks,
        "confirm_ending": parting.end_waits and visit.speaks,
        "statement": parting.statement_waits and visit.speaks,
    }
    return next((act for act, is_now in waits.items() if is_now), "")


def _rest(board: Board) -> First:
    if board.open_round and board.open_round.i_sent:
        return First("waiting", round=board.open_round)
    if board.rhythm.running is None and board.rhythm.proposed is None:
        return First("propose")
    return First("calm", round=board.last_revealed)
