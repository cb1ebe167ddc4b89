"""What lies ahead for one person, over all her collaborations: one record per moment, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock

LOOKS_BACK = timedelta(days=31)
"""How long a day that is over stays in her calendar."""
LOOKS_AHEAD = timedelta(days=400)


@dataclass(frozen=True)
class Coming:
    """One moment that lies ahead. `kind` says which words it gets; `key` names it, the same for as long as it is there.

    A day has no hour: `begins_at` is a date then. `changes` counts how often it moved. `is_private`: for herself.
    """

    kind: str
    key: str
    visit: Visit
    begins_at: datetime | date
    ends_at: datetime | date
    changes: int = 0
    is_tentative: bool = False
    is_private: bool = False

    @property
    def on(self) -> date:
        """The day it is on."""
        return clock.day_of(self.begins_at) if isinstance(self.begins_at, datetime) else self.begins_at


Gather = Callable[[Person, Sequence[Visit]], Iterable[Coming]]


def on_day(kind: str, key: str, visit: Visit, day: date, *, changes: int = 0, is_private: bool = False) -> Coming:
    """Something for a whole day."""
    return Coming(kind, key, visit, day, day, changes=changes, is_private=is_private)
