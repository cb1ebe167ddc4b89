"""The shelves, in the order of their rows on a page. A new noun is a module here and a line in the list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.entries import Entry

from . import (
    advices,
    agreement,
    balance,
    companions,
    conflicts,
    elsewhere,
    exit_plan,
    extra_work,
    feedback,
    files,
    hours,
    invoices,
    keep_terms,
    kickoff,
    lawyers,
    link_mails,
    mediation,
    priorities,
    readbacks,
    retrospective,
    start_lists,
    tasks,
    terms,
    working_agreements,
)
from .shelf import Ask, Shelf, ShelfRow

SHELVES: tuple[Shelf, ...] = (
    terms.SHELF,
    agreement.SHELF,
    elsewhere.SHELF,
    lawyers.SHELF,
    link_mails.SHELF,
    readbacks.SHELF,
    extra_work.SHELF,
    advices.SHELF,
    kickoff.SHELF,
    working_agreements.SHELF,
    start_lists.SHELF,
    exit_plan.SHELF,
    tasks.SHELF,
    hours.SHELF,
    balance.SHELF,
    priorities.SHELF,
    invoices.SHELF,
    feedback.FEEDBACK,
    feedback.DECISIONS,
    feedback.APPRECIATIONS,
    mediation.SHELF,
    conflicts.SHELF,
    files.SHELF,
    retrospective.SHELF,
    companions.SHELF,
    keep_terms.SHELF,
)
"""What an earlier one says of a limit goes before what a later one says: the signed agreement comes first."""

Lies = Mapping[str, Any]
"""Name of a shelf -> what it laid ready for one table."""


def laid_ready(person: Person, visits: Sequence[Visit]) -> dict[int, Lies]:
    """Collaboration id -> what every shelf laid ready there."""
    found = {shelf.name: shelf.gather(person, visits) for shelf in SHELVES}
    return {
        key: {name: tables[key] for name, tables in found.items()}
        for key in (visit.collaboration.pk for visit in visits)
    }


def rows_of(visit: Visit, lies: Lies) -> list[ShelfRow]:
    """The rows of all shelves; private ones only for who has an account."""
    rows = [row for shelf in SHELVES if shelf.name in lies for row in shelf.rows(visit, lies[shelf.name])]
    return [row for row in rows if visit.person.has_account or not row.is_private]


def asks_of(visit: Visit, lies: Lies) -> list[Ask]:
    """What asks attention, the heaviest first."""
    asks = [ask for shelf in SHELVES if shelf.name in lies for ask in shelf.asks(visit, lies[shelf.name])]
    shown = [ask for ask in asks if visit.person.has_account or not ask.is_private]
    return sorted(shown, key=lambda ask: -ask.weight)


def entries_of(visit: Visit, lies: Lies) -> Iterator[Entry]:
    """The dated facts of all shelves."""
    for shelf in SHELVES:
        if shelf.name in lies:
            yield from shelf.entries(visit, lies[shelf.name])


def limits_of(visit: Visit, lies: Lies, weeks: int) -> dict[str, Any]:
    """What shared terms say about the limits of a history; hours of a week are told per period of so many weeks.

    What an earlier shelf knows goes before what a later one knows.
    """
    found: dict[str, Any] = {}
    for shelf in SHELVES:
        if shelf.name in lies:
            found = {**shelf.limits(visit, lies[shelf.name]), **found}
    hours = found.pop("hours_per_week", None)
    return found if hours is None else {**found, "hours_per_period": hours * weeks}


__all__ = ["SHELVES", "Ask", "Lies", "Shelf", "ShelfRow", "asks_of", "entries_of", "laid_ready", "limits_of", "rows_of"]
