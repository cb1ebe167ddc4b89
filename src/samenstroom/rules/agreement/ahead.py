"""The days an agreement names that lie ahead: looking at it together, its end, and the last day to tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

LOOK_AHEAD = timedelta(days=14)
"""How long before a day to look together it is told."""
CHOOSE_AHEAD = timedelta(days=30)
"""How long before the last day to tell it is told: enough to talk, and then to choose."""
LOOK_LATE = timedelta(weeks=3)
"""How long after its day a look that was missed is still told."""


@dataclass(frozen=True)
class Ahead:
    """`review_on`: the next day to look together. `tell_by`: the last day to say that it does not go on as it is."""

    review_on: date | None = None
    ends_on: date | None = None
    tell_by: date | None = None
    renews: bool = False

    def is_look_near(self, today: date) -> bool:
        """The day to look is within two weeks, or was just missed."""
        return self.review_on is not None and -LOOK_LATE <= self.review_on - today <= LOOK_AHEAD

    def is_choice_near(self, today: date) -> bool:
        """The last day to tell is within a month."""
        return self.tell_by is not None and timedelta() <= self.tell_by - today <= CHOOSE_AHEAD


def ahead(*, review_on: date | None, ends_on: date | None, renews: bool, notice_days: int | None) -> Ahead:
    """What lies ahead. What renews by itself has to be told so many days before its end; the rest on the end itself."""
    if ends_on is None:
        return Ahead(review_on)
    tell_by = ends_on - timedelta(days=notice_days or 0) if renews else ends_on
    return Ahead(review_on, ends_on, tell_by, renews)
