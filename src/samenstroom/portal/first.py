"""What comes first on her own side: one act, or rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samenstroom.adjusting.queries.pauses import CHECKINS
from samenstroom.collaborations.visits import Visit
from samenstroom.watch.board import Board
from samenstroom.watch.overview import reveal_key
from samenstroom.watch.queries import seen_keys

if TYPE_CHECKING:
    from samenstroom.adjusting.queries.attempts import AttemptView
    from samenstroom.checkins.models import Rhythm
    from samenstroom.checkins.queries import RepairView, RoundView
    from samenstroom.exploring.queries.trials import TrialView


@dataclass(frozen=True)
class First:
    """The one act, and the thing it is about.

    `act` is one of `answer`, `read`, `rhythm`, `trial`, `pause`, `attempt` (say yes to it), `attempt_look` (how is it
    now), `agree`, `look_back`, `trial_look` (over: how did it go), `resting` (a pause holds), `propose` (no rhythm
    yet), `waiting` (she sent, the other did not), `calm`.
    """

    act: str
    round: RoundView | None = None
    repair: RepairView | None = None
    rhythm: Rhythm | None = None
    attempt: AttemptView | None = None
    trial: TrialView | None = None


def first_of(visit: Visit, board: Board) -> First:
    """In this order: answer, read, accept what was proposed, look back; otherwise wait, propose or rest.

    In a pause of the check-ins nothing about them is asked.
    """
    waiting, opened = board.open_round, board.last_revealed
    rests = board.pause is not None and CHECKINS in board.pause.pause.still
    if waiting and not waiting.i_sent and visit.speaks and not rests:
        return First("answer", round=waiting)
    if opened and opened is board.rounds[0] and not seen_keys(visit.person, [reveal_key(opened)]):
        return First("read", round=opened)
    if board.rhythm.proposed and not board.rhythm.proposed_by_me:
        return First("rhythm", rhythm=board.rhythm.proposed)
    return _proposed(board) or (First("resting") if rests else _repairs(board) or _rest(board))


def _proposed(board: Board) -> First | None:
    """What the other proposed, and how it is after an attempt."""
    if board.trial and board.trial.waits_for_yes:
        return First("trial", trial=board.trial)
    if board.proposed_pause:
        return First("pause")
    if board.attempt and board.attempt.waits_for_yes:
        return First("attempt", attempt=board.attempt)
    if board.attempt and board.attempt.waits_for_look:
        return First("attempt_look", attempt=board.attempt)
    return None


def _repairs(board: Board) -> First | None:
    if board.proposed_repairs:
        return First("agree", repair=board.proposed_repairs[0])
    if board.due_repairs:
        return First("look_back", repair=board.due_repairs[0])
    if board.trial and board.trial.waits_for_look_back:
        return First("trial_look", trial=board.trial)
    return None


def _rest(board: Board) -> First:
    if board.open_round and board.open_round.i_sent:
        return First("waiting", round=board.open_round)
    if board.rhythm.running is None and board.rhythm.proposed is None:
        return First("propose")
    return First("calm", round=board.last_revealed)
