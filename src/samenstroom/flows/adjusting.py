"""Adjusting together: what one proposes, and a mail that says no more than that."""

from __future__ import annotations

from samenstroom.adjusting.actions.attempts import Terms, propose_attempt, try_again
from samenstroom.adjusting.actions.pauses import PauseTerms, propose_pause
from samenstroom.adjusting.models import Pause, RepairAttempt
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock

from .letters import letter_to


def suggest_attempt(*, visit: Visit, terms: Terms) -> RepairAttempt:
    """Propose a repair attempt and tell the other that something lies on the table; once per proposal."""
    made = propose_attempt(seat=visit.seat, terms=terms, now=visit.now)
    _tell_attempt(visit, made)
    return made


def suggest_again(*, visit: Visit, attempt: RepairAttempt) -> RepairAttempt:
    """Propose the same once more, for another four weeks, and tell the other."""
    made = try_again(attempt=attempt, seat=visit.seat, now=visit.now, today=clock.day_of(visit.now))
    _tell_attempt(visit, made)
    return made


def suggest_pause(*, visit: Visit, terms: PauseTerms) -> Pause:
    """Propose a pause and tell the other; alone at the table it is noted, and nobody is told."""
    made = propose_pause(seat=visit.seat, terms=terms, other_takes_part=visit.takes_part, now=visit.now)
    if visit.takes_part:
        letter_to(visit.other_party).queue("pause_proposed", f"pause:{made.public_id}", visit.now)
    return made


def _tell_attempt(visit: Visit, made: RepairAttempt) -> None:
    letter_to(visit.other_party).queue("repair_attempt_proposed", f"attempt:{made.public_id}", visit.now)
