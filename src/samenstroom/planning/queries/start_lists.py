"""The lists of a start, as both see them."""

from __future__ import annotations

from collections.abc import Sequence

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.planning.models import StartEntry


def entries_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[StartEntry]]:
    """Collaboration id -> what is on its three lists, open first, then in the order they came; one query."""
    tables = [visit.collaboration.pk for visit in visits]
    rows = shared_rows(StartEntry.objects.filter(collaboration__in=tables, dropped_at=None), seen_by=person)
    found: dict[int, list[StartEntry]] = {key: [] for key in tables}
    for row in rows.select_related("owner", "added_by", "done_by").order_by("added_at", "pk"):
        found[row.collaboration_id].append(row)
    return {key: sorted(rows, key=lambda row: not row.is_open) for key, rows in found.items()}


def entries_of(visit: Visit, kind: str) -> list[StartEntry]:
    """One list of this table."""
    return [row for row in entries_by_table(visit.person, [visit])[visit.collaboration.pk] if row.list == kind]


def entry_by_id(visit: Visit, kind: str, public_id: str) -> StartEntry | None:
    """One entry of one list of this table."""
    return next((row for row in entries_of(visit, kind) if row.public_id == public_id), None)
