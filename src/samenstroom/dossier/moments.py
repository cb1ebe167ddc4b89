"""Nothing in a document happened after now: what is said to have happened, was written, sent or felt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from samenstroom.kit import clock

from .problem import DossierError, Steps
from .times import moment

SECTIONS = ("collaboration", "people", "entries", "rhythms", "rounds", "repairs", "own")
DAYS = frozenset({"on", "opened_on", "answered_on", "asked_on", "held_on"})
OPEN = frozenset({"data", "finding"})
"""Parts with free content, which says nothing about when this was."""

SLACK = timedelta(minutes=10)
"""Two clocks need not agree to the second."""


def check_moments(document: Mapping[str, Any], now: datetime) -> None:
    """Raise DossierError for the first thing that is yet to come."""
    today = clock.day_of(now + SLACK).isoformat()
    for name in SECTIONS:
        for place, text in _moments(document.get(name), (name,)):
            is_day = len(text) == len(today)
            if text > today if is_day else moment(text) > now + SLACK:
                raise DossierError("future", place)


def _moments(value: Any, place: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, list):
        for at, part in enumerate(value):
            yield from _moments(part, (*place, at))
    elif isinstance(value, Mapping):
        for name, part in value.items():
            if isinstance(part, str) and (name in DAYS or name.endswith("_at")):
                yield (*place, name), part
            elif isinstance(part, Mapping | list) and name not in OPEN:
                yield from _moments(part, (*place, name))
