"""Noor (virtual assistant) looks at her collaboration with Marleen (client), told in a few words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from samenstroom.rules.dimensions import ITEMS
from samenstroom.rules.facts import History, RoundFacts

FIRST_MONDAY = date(2026, 1, 5)
Told = int | Mapping[str, int | None] | None


def all_items(told: Told) -> dict[str, int | None] | None:
    """One step for everything, or 4 for everything but the items named; None is silence."""
    if told is None:
        return None
    return dict.fromkeys(ITEMS, told) if isinstance(told, int) else dict.fromkeys(ITEMS, 4) | dict(told)


def tell(noor: Sequence[Told], marleen: Sequence[Told], *, weeks: int = 2, **changes: Any) -> History:
    """A history as Noor sees it: one round per pair, the last one still open, today the day after."""
    step = timedelta(weeks=weeks)
    pairs = list(zip(noor, marleen, strict=True))
    rounds = []
    for index, (own, other) in enumerate(pairs):
        opened_on = FIRST_MONDAY + index * step
        both = own is not None and other is not None
        rounds.append(
            RoundFacts(
                number=index + 1,
                opened_on=opened_on,
                closed_on=opened_on + step if index + 1 < len(pairs) else None,
                revealed_on=opened_on + timedelta(days=1) if both else None,
                self_sent_on=None if own is None else opened_on,
                other_sent_on=None if other is None else opened_on + timedelta(days=1),
                self_answers=all_items(own) if both else None,
                other_answers=all_items(other) if both else None,
            )
        )
    today = FIRST_MONDAY + max(len(pairs) - 1, 0) * step + timedelta(days=1)
    told = {
        "today": today,
        "rhythm_weeks": weeks,
        "rhythm_accepted_on": FIRST_MONDAY,
        "rounds": tuple(rounds),
    }
    return History(**(told | changes))


@pytest.fixture(scope="session")
def history_of() -> Callable[..., History]:
    """Build a history from the answers of Noor and of Marleen, one per round."""
    return tell
