"""What a person does with her gut feelings. Nobody is told, nothing shared is written."""

from __future__ import annotations

from datetime import date, datetime

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.exploring.models import Feeling


class LockedError(Exception):
    """What was felt or foretold does not change afterwards."""


def note_feeling(
    *,
    person: Person,
    collaboration: Collaboration | None,
    step: int,
    sussed: bool,
    words: str,
    subject: str,
    prediction: str,
    percent: int | None,
    known_on: date | None,
    now: datetime,
) -> Feeling:
    """A feeling is kept, locked from this moment. A prediction counts only with its percentage and its day."""
    whole = bool(prediction and percent is not None and known_on)
    return Feeling.objects.create(
        person=person,
        collaboration=collaboration,
        felt_at=now,
        step=step,
        sussed=sussed,
        words=words,
        subject=subject,
        prediction=prediction if whole else "",
        percent=percent if whole else None,
        known_on=known_on if whole else None,
    )


def resolve_prediction(*, feeling: Feeling, came_true: bool, now: datetime) -> None:
    """She says what became of her prediction; once. Refuses a feeling without one, and a second answer."""
    if not feeling.prediction or feeling.resolved_at is not None:
        raise LockedError
    feeling.outcome, feeling.resolved_at = came_true, now
    feeling.save(update_fields=["outcome", "resolved_at"])


def throw_away(*, feeling: Feeling) -> None:
    """It is hers: she may throw it away, not rewrite it."""
    feeling.delete()
