"""Appreciation, as both see it."""

from __future__ import annotations

from collections.abc import Sequence

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.models import Appreciation


def appreciations_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[Appreciation]]:
    """Collaboration id -> what was appreciated there, newest first; one query for any number of tables."""
    tables = [visit.collaboration.pk for visit in visits]
    rows = shared_rows(Appreciation.objects.filter(collaboration__in=tables), seen_by=person)
    found: dict[int, list[Appreciation]] = {key: [] for key in tables}
    for one in rows.select_related("seat").order_by("-given_at", "-pk"):
        found[one.collaboration_id].append(one)
    return found


def appreciations_of(visit: Visit) -> list[Appreciation]:
    """What was appreciated at this table, newest first."""
    return appreciations_by_table(visit.person, [visit])[visit.collaboration.pk]
