"""When the work stood still, by what a document says; without a database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from samenstroom.rules.facts import Pause
from samenstroom.rules.pauses import ONE_DAY, Span, as_facts

from .times import day_in, day_of

Row = Mapping[str, Any]


def pauses_up_to(rows: Iterable[Row], day: date) -> tuple[Pause, ...]:
    """Pauses that were agreed on, noted or told of by this day; a proposal counts for nothing yet."""
    return as_facts(Span(day_of(row["on"]), _goes_on(row)) for row in rows if _holds(row, day))


def _holds(row: Row, day: date) -> bool:
    """A pause without the moment of a proposal simply held, from the day it was told."""
    if day_in(row, "dropped_at", day):
        return False
    if "proposed_at" in row:
        return any(day_in(row, name, day) for name in ("agreed_at", "noted_at"))
    return day_of(row.get("announced_on", row["on"])) <= day


def _goes_on(row: Row) -> date | None:
    """The day on which they go on; never before the pause began."""
    if "ended_on" not in row and "until" not in row:
        return None
    ends = day_of(row["ended_on"]) if "ended_on" in row else day_of(row["until"]) + ONE_DAY
    return max(ends, day_of(row["on"]))
