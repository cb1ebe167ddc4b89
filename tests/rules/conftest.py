"""Noor (virtual assistant) looks at her collaboration with Marleen (client), told in a few words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from samenstroom.rules.dimensions import ITEMS
from samenstroom.rules.entries import Entry, Stance
from samenstroom.rules.facts import History, RoundFacts
from samenstroom.rules.findings import Side
from samenstroom.rules.indicators import BY_ID
from samenstroom.rules.visibility import Circle

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


def fact(
    kind: str,
    week: float,
    about: str | None = None,
    *,
    by: str | None = "self",
    private: bool = False,
    stance: str | None = None,
    key: str = "",
    **data: Any,
) -> Entry:
    """A dated fact: so many weeks after the first Monday, noted by Noor unless somebody else is named."""
    return Entry(
        kind=kind,
        on=FIRST_MONDAY + timedelta(days=round(week * 7)),
        by=Side(by) if by else None,
        about=Side(about) if about else None,
        data=data,
        origin=Circle.PRIVATE if private else Circle.SHARED,
        stance=Stance(stance) if stance else None,
        key=key,
    )


def happened(*entries: Entry, week: float | None = None, **changes: Any) -> History:
    """A history of dated facts as Noor sees it; today is the day of the newest one, or the week named."""
    days = [entry.on for entry in entries] or [FIRST_MONDAY]
    today = max(days) if week is None else FIRST_MONDAY + timedelta(days=round(week * 7))
    return History(**({"today": today, "entries": entries} | changes))


def seen(history: History, code: str) -> list[tuple[str, str, str]]:
    """What one rule says about a history: level, variant and side of each finding."""
    return [(one.level.value, one.variant, one.side.value) for one in BY_ID[code].look(history)]
