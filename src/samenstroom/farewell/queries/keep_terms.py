"""Agreed days until which both keep a closed collaboration, that come near."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import Ending, KeepTerm
from samenstroom.kit import clock

NEAR = timedelta(days=30)


def terms_near(today: date) -> QuerySet[KeepTerm]:
    """Those that hold, of collaborations that were closed; past ones too."""
    closed = Ending.objects.filter(withdrawn_at=None, closed_at__isnull=False).values("collaboration")
    held = KeepTerm.objects.filter(agreed_at__isnull=False, replaced_at=None, collaboration__in=closed)
    return held.filter(until__lte=today + NEAR).order_by("until", "pk")


def days_near_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, date | None]:
    """Collaboration id -> the day that comes near, if any; one query for any number of tables."""
    if not visits:
        return {}
    keys: dict[int, date | None] = {visit.collaboration.pk: None for visit in visits}
    rows = shared_rows(terms_near(clock.day_of(visits[0].now)), seen_by=person).filter(collaboration__in=keys)
    return {**keys, **dict(rows.values_list("collaboration", "until"))}
