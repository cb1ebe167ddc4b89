"""Small made-up values of which made-up dossiers are built."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from samenstroom.rules.dimensions import ITEMS

NOW = datetime(2026, 5, 12, 10, 0, tzinfo=UTC)
FIRST = datetime(2024, 1, 1, 8, 0, tzinfo=UTC)
DOCUMENT = dict[str, Any]

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).filter(str.strip)
DAYS = st.dates(date(2024, 1, 1), date(2026, 5, 11)).map(date.isoformat)
MOMENTS = st.integers(0, 850 * 24 * 3600).map(
    lambda seconds: (FIRST + timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")
)
STEP = st.sampled_from([None, 1, 2, 3, 4, 5])
VALUES = st.dictionaries(st.sampled_from(ITEMS), STEP, min_size=1)
STAGE = st.sampled_from(["explore", "agree", "start", "work", "adjust", "farewell", "learn"])
PEOPLE = ("noor", "kim", "marleen")
SIDE = {"noor": "a", "kim": "a", "marleen": "b"}
SCALARS = st.one_of(st.booleans(), st.integers(-(10**9), 10**9), WORDS)
ANYTHING = st.recursive(
    SCALARS, lambda part: st.lists(part, max_size=3) | st.dictionaries(WORDS, part, max_size=3), max_leaves=6
)


def some(**fields: Any) -> st.SearchStrategy[DOCUMENT]:
    """An object of which every field may be left out."""
    return st.fixed_dictionaries({}, optional=fields)


def whole(fields: dict[str, Any], **optional: Any) -> st.SearchStrategy[DOCUMENT]:
    """An object with these fields, and perhaps the others."""
    return st.fixed_dictionaries(fields, optional=optional)


def moment_of(*fields: str) -> Any:
    """A sort key: these fields as moments, whatever they are written like."""

    def key(one: DOCUMENT) -> tuple[Any, ...]:
        return tuple(datetime.fromisoformat(one[field]) for field in fields)

    return key
