"""Her own feelings, for her alone."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visibility import private_rows
from samenstroom.exploring.models import Feeling


def feelings_of(person: Person, collaboration: Collaboration | None = None) -> QuerySet[Feeling]:
    """Her feelings, newest first; about one collaboration when it is given."""
    rows = private_rows(Feeling.objects.all(), seen_by=person).select_related("collaboration")
    if collaboration is not None:
        rows = rows.filter(collaboration=collaboration)
    return rows.order_by("-felt_at", "-pk")


def feeling_by_id(person: Person, public_id: str) -> Feeling | None:
    """One feeling of hers."""
    return feelings_of(person).filter(public_id=public_id).first()


def predictions_to_resolve(person: Person, today: date) -> list[Feeling]:
    """Predictions of which the day has come and that she has not resolved, oldest first."""
    due = feelings_of(person).filter(known_on__lte=today, resolved_at=None)
    return list(due.order_by("known_on", "pk"))


def feelings_by_table(person: Person) -> dict[int, list[Feeling]]:
    """Collaboration id -> her feelings about it, oldest first; one query."""
    found: dict[int, list[Feeling]] = {}
    for feeling in feelings_of(person).exclude(collaboration=None).order_by("felt_at", "pk"):
        found.setdefault(feeling.collaboration_id or 0, []).append(feeling)
    return found
