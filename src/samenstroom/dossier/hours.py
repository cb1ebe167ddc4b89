"""The hours that a document tells of, by what was known on a day; without a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from samenstroom.rules.entries import Entry, Stance
from samenstroom.rules.findings import Side
from samenstroom.rules.hours_given import GivenLine, by_week

from .times import day_in, day_of

Row = Mapping[str, Any]


def hours_up_to(rows: Iterable[Row], side: Callable[[str], Side | None], day: date) -> tuple[Entry, ...]:
    """Hours that were written down by this day and not taken away, week by week."""
    return tuple(by_week(_lines(rows, side, day), day))


def _lines(rows: Iterable[Row], side: Callable[[str], Side | None], day: date) -> Iterator[GivenLine]:
    for row in rows:
        whose = side(row["party"])
        if row["kind"] == "hours" and whose and day_in(row, "added_at", day) and not day_in(row, "removed_at", day):
            yield GivenLine(day_of(row["on"]), whose, Decimal(row.get("amount", "0")), _stance(row, day))


def _stance(row: Row, day: date) -> Stance | None:
    if day_in(row, "otherwise_at", day):
        return Stance.OTHERWISE
    return Stance.SO if day_in(row, "confirmed_at", day) else None
