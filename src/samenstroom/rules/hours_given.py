"""The hours of each side as entries of a history: one for each week, dated on its Monday.

A period of the rhythm is one or more weeks, so a week falls in exactly one. A line that was seen otherwise makes its
week contested; a week counts as confirmed when every line of it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from .entries import Entry, Stance
from .findings import Side


@dataclass(frozen=True)
class GivenLine:
    """The hours of one line, whose they are, and what the other side said of it."""

    on: date
    whose: Side
    hours: Decimal
    stance: Stance | None = None


def by_week(lines: Iterable[GivenLine], today: date) -> Iterator[Entry]:
    """One entry for each side and week up to today, the oldest first."""
    weeks: dict[tuple[date, Side], list[GivenLine]] = defaultdict(list)
    for line in lines:
        if line.hours > 0 and line.on <= today:
            weeks[line.on - timedelta(days=line.on.weekday()), line.whose].append(line)
    for (monday, side), found in sorted(weeks.items(), key=lambda one: (one[0][0], one[0][1].value)):
        hours = sum((one.hours for one in found), Decimal(0))
        key = f"hours-{monday.isoformat()}"
        yield Entry("hours_given", monday, by=side, about=side, data={"hours": hours}, stance=_stance(found), key=key)


def _stance(found: list[GivenLine]) -> Stance | None:
    if any(one.stance == Stance.OTHERWISE for one in found):
        return Stance.OTHERWISE
    return Stance.SO if all(one.stance == Stance.SO for one in found) else None
