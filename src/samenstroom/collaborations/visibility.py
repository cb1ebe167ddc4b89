"""The same answer as `rules.visibility`, for querysets: may this person see this?

Every query on rows of a collaboration starts here. A property test holds these filters against the plain rule.
"""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.rules.visibility import Circle, Viewer

from .absent import no_rows, none_at_tables, none_of_her_own
from .models import Collaboration, HistoryLine, Seat

M = TypeVar("M", bound=Model)


def tables_of(person: Person) -> QuerySet[Seat, int]:
    """Subquery: the collaborations where this person has a seat."""
    return Seat.objects.filter(person=person).values_list("collaboration", flat=True)


def viewer(person: Person) -> Viewer:
    """The person as the plain rule sees her."""
    return Viewer(person_id=person.pk, collaboration_ids=frozenset(tables_of(person)))


def collaborations_seen_by(person: Person) -> QuerySet[Collaboration]:
    """The collaborations where she sits at the table."""
    return Collaboration.objects.filter(pk__in=tables_of(person))


def shared_rows(rows: QuerySet[M], *, seen_by: Person) -> QuerySet[M]:
    """Rows that both sides of a collaboration own, for someone who sits at that table."""
    if none_at_tables(rows.model, seen_by):
        return no_rows(rows)
    return rows.filter(collaboration__in=tables_of(seen_by))


def private_rows(rows: QuerySet[M], *, seen_by: Person) -> QuerySet[M]:
    """Rows that belong to one person. A seat that was left takes nothing of her own away."""
    if none_of_her_own(rows.model, seen_by):
        return no_rows(rows)
    return rows.filter(person=seen_by)


def lines_seen_by(person: Person) -> QuerySet[HistoryLine]:
    """History lines: the shared ones of her tables and the private ones she wrote herself."""
    shared = Q(circle=Circle.SHARED.value, collaboration__in=tables_of(person))
    own = Q(circle=Circle.PRIVATE.value, author=person)
    return HistoryLine.objects.filter(shared | own)


def shared_lines_seen_by(person: Person) -> QuerySet[HistoryLine]:
    """Only what both see."""
    return HistoryLine.objects.filter(circle=Circle.SHARED.value, collaboration__in=tables_of(person))
