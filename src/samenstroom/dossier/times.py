"""Moments of a document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any

from samenstroom.kit import clock

NOON = time(12, tzinfo=UTC)
"""The moment of what has only a day."""


def moment(text: str) -> datetime:
    """A moment of the document; noon of its day when only that is known."""
    if len(text) == len("2026-01-01"):
        return datetime.combine(date.fromisoformat(text), NOON)
    return datetime.fromisoformat(text)


@lru_cache(maxsize=8192)
def day_of(text: str) -> date:
    """The day of a moment or a day, on the calendar in Amsterdam."""
    return date.fromisoformat(text) if len(text) == len("2026-01-01") else clock.day_of(moment(text))


def day_in(row: Mapping[str, Any], field: str, until: date) -> date | None:
    """The day in this field when it is there and not later than `until`."""
    found = day_of(row[field]) if field in row else None
    return found if found is not None and found <= until else None
