"""What comes first on her own side: one act, or rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samenstroom.adjusting.queries.pauses import CHECKINS
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.life_cycle import Stage
from samenstroom.watch.board import Board
from samenstroom.watch.overview import reveal_key
from samenstroom.watch.queries import seen_keys

from .first_acquaintance import AcquaintanceWords, acquaintance_words

if TYPE_CHECKING:
    from samenstroom.adjusting.queries.attempts import AttemptView
    from samenstroom.checkins.models import Rhythm
    from samenstroom.checkins.queries import RepairView, RoundView
    from samenstroom.exploring.queries.trials import TrialView
    from samenstroom.watch.shelves import Ask


@dataclass(frozen=True)
class First:
    """The one act, and the thing it is about.

    `act` is one of `ended` (closed: rest), `confirm_ending` (the other announced it), `last_day` (another one is
    proposed), `statement` (a closing text waits), `answer`, `read`, `acquaintance` (answer it, or read what both said),
    `rhythm`, `trial`, `pause`, `attempt` (say yes to it), `attempt_look` (how is it now), `handover` (ticks that wait
    or things that are due), `agree`, `look_back`, `trial_look` (over: how did it go), `resting` (a pause holds),
    `propose` (no rhythm yet), `waiting` (she sent, the other did not), `calm`; and `ask`, whatever a shelf asks of her.
    """

    act: str
    round: RoundView | None = None
    repair: RepairView | None = None
    rhythm: Rhythm | None = None
    acquaintance: AcquaintanceWords | None = None
    attempt: AttemptView | None = None
    trial: TrialView | None = None
    ask: Ask | None = None


FIRST_FROM = 50
"""From this weight on something a shelf asks comes first on her own side."""


def first_of(visit: Visit, board: Board) -> First:
    """The first thing that asks something of her, in the order of `ASKS`; otherwise wait, propose or rest."""
    return next((found for ask in ASKS if (found := ask(visit, board))), None) or _rest(board)


def _rests(board: Board) -> bool:
    """In a pause of the check-ins nothing about them is asked."""
    return board.pause is not None and CHECKINS in board.pause.pause.still


def _end(visit: Visit, board: Board) -> First | None:
    """What the end asks of her; once it is closed only that it is."""
    parting = board.parting
    waits = {
        "ended": parting.is_closed,
        "last_day": parting.day_waits and visit.speaks,
        "confirm_ending": parting.end_waits and visit.speaks,
        "statement": parting.statement_waits and visit.speaks,
    }
    return next((First(act) for act, is_now in waits.items() if is_now), None)


def _answer(visit: Visit, board: Board) -> First | None:
    waiting = board.open_round
    asks = waiting is not None and not waiting.i_sent and visit.speaks and not _rests(board)
    return First("answer", round=waiting) if asks else None


def _read(visit: Visit, board: Board) -> First | None:
    opened = board.last_revealed
    is_newest = opened is not None and opened is board.rounds[0]
    if not opened or not is_newest or seen_keys(visit.person, [reveal_key(opened)]):
        return None
    return First("read", round=opened)


def _acquaintance(visit: Visit, board: Board) -> First | None:
    words = acquaintance_words(visit, board.acquaintance)
    return First("acquaintance", acquaintance=words) if words else None


def _shelf(visit: Visit, board: Board) -> First | None:
    """The heaviest thing that a shelf asks of her; what may wait does not come before rest."""
    ask = next((one for one in board.asks if not one.is_private and one.weight >= FIRST_FROM), None)
    return First("ask", ask=ask) if ask and visit.speaks else None


def _rhythm(_visit: Visit, board: Board) -> First | None:
    proposed = board.rhythm.proposed
    return First("rhythm", rhythm=proposed) if proposed and not board.rhythm.proposed_by_me else None


def _trial(_visit: Visit, board: Board) -> First | None:
    return First("trial", trial=board.trial) if board.trial and board.trial.waits_for_yes else None


def _pause(_visit: Visit, board: Board) -> First | None:
    return First("pause") if board.proposed_pause else None


def _attempt(_visit: Visit, board: Board) -> First | None:
    attempt = board.attempt
    if attempt and attempt.waits_for_yes:
        return First("attempt", attempt=attempt)
    return First("attempt_look", attempt=attempt) if attempt and attempt.waits_for_look else None


def shows_handover(visit: Visit, board: Board) -> bool:
    """Once something lies there, or the two say goodbye."""
    return board.handover.is_begun or visit.collaboration.stage == Stage.FAREWELL.value


def _handover(_visit: Visit, board: Board) -> First | None:
    return First("handover") if board.handover.waiting or board.handover.due else None


def _resting(_visit: Visit, board: Board) -> First | None:
    return First("resting") if _rests(board) else None


def _repair(_visit: Visit, board: Board) -> First | None:
    if board.proposed_repairs:
        return First("agree", repair=board.proposed_repairs[0])
    return First("look_back", repair=board.due_repairs[0]) if board.due_repairs else None


def _trial_look(_visit: Visit, board: Board) -> First | None:
    return First("trial_look", trial=board.trial) if board.trial and board.trial.waits_for_look_back else None


ASKS: tuple[Callable[[Visit, Board], First | None], ...] = (
    _end,
    _answer,
    _read,
    _acquaintance,
    _shelf,
    _rhythm,
    _trial,
    _pause,
    _attempt,
    _handover,
    _resting,
    _repair,
    _trial_look,
)
"""What may ask something of her, most important first; each looks at one thing."""


def _rest(board: Board) -> First:
    if board.open_round and board.open_round.i_sent:
        return First("waiting", round=board.open_round)
    goes_on = board.parting.ending is None
    if goes_on and board.rhythm.running is None and board.rhythm.proposed is None:
        return First("propose")
    return First("calm", round=board.last_revealed)
