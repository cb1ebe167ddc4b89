"""The ending of a table, as both see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import Ending
from samenstroom.kit import clock


@dataclass(frozen=True)
class EndingView:
    """The ending that stands, for who looks."""

    ending: Ending
    i_announced: bool
    announced_on: date
    confirmed_on: date | None
    closed_on: date | None

    @property
    def waits_for_me(self) -> bool:
        """The other announced it and she has not said in writing that she read it."""
        return not self.i_announced and self.confirmed_on is None and self.closed_on is None


def ending_of(visit: Visit) -> EndingView | None:
    """The ending that stands at this table; None while nobody announced one, or it was taken back."""
    return endings_by_table(visit.person, [visit]).get(visit.collaboration.pk)


def endings_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, EndingView]:
    """Collaboration id -> the ending that stands there; one query for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(Ending.objects.filter(collaboration__in=tables, withdrawn_at=None), seen_by=person)
    return {
        one.collaboration_id: _view(tables[one.collaboration_id], one) for one in rows.select_related("announced_by")
    }


def closed_tables() -> QuerySet[Ending, int]:
    """Subquery for periodic work: the collaborations that were closed."""
    closed = Ending.objects.filter(withdrawn_at=None).exclude(closed_at=None)
    return closed.values_list("collaboration", flat=True)


def _view(visit: Visit, one: Ending) -> EndingView:
    announcer = one.announced_by
    return EndingView(
        ending=one,
        i_announced=announcer is not None and announcer.party_id == visit.party.pk,
        announced_on=clock.day_of(one.announced_at),
        confirmed_on=clock.day_of(one.confirmed_at) if one.confirmed_at else None,
        closed_on=clock.day_of(one.closed_at) if one.closed_at else None,
    )
