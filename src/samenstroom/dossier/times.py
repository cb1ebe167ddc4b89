"""Moments of a document."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

NOON = time(12, tzinfo=UTC)
"""The moment of what has only a day."""


def moment(text: str) -> datetime:
    """A moment of the document; noon of its day when only that is known."""
    if len(text) == len("2026-01-01"):
        return datetime.combine(date.fromisoformat(text), NOON)
    return datetime.fromisoformat(text)
