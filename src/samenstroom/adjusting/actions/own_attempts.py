"""A repair attempt that she does alone. Nobody is told, nothing shared is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from samenstroom.adjusting.models import OwnAttempt
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.attempts import Said


def start_own_attempt(*, visit: Visit, stuck: str, tries: Sequence[str], look_back_on: date) -> OwnAttempt:
    """She tries something for herself, until a day. Private. The one that still runs is changed, never doubled."""
    running = OwnAttempt.objects.filter(person=visit.person, collaboration=visit.collaboration, looked_back_at=None)
    kept = running.order_by("-started_at", "-pk").first()
    made = kept or OwnAttempt(person=visit.person, collaboration=visit.collaboration, started_at=visit.now)
    made.stuck, made.tries, made.look_back_on = stuck, list(tries), look_back_on
    made.save()
    return made


def look_back_on_own(*, attempt: OwnAttempt, visit: Visit, said: str, why: str, helped: str) -> None:
    """Her own answer, which counts for herself. May be changed; the first day stands. Private."""
    attempt.said, attempt.why, attempt.helped = Said(said).value, why, helped
    attempt.looked_back_at = attempt.looked_back_at or visit.now
    attempt.save(update_fields=["said", "why", "helped", "looked_back_at"])


def throw_own_attempt_away(*, attempt: OwnAttempt) -> None:
    """It is hers: she may throw it away."""
    attempt.delete()
