"""When they looked at the agreement together, as both see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import Review
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit


@dataclass(frozen=True)
class ReviewView:
    """One account of a look together, for who looks."""

    review: Review
    is_mine: bool

    @property
    def waits_for_me(self) -> bool:
        return self.review.waits and not self.is_mine and self.review.said_by_id is not None


def reviews_of(visit: Visit) -> list[ReviewView]:
    """Every account that stands at this table, newest first."""
    return reviews_by_table(visit.person, [visit])[visit.collaboration.pk]


def reviews_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[ReviewView]]:
    """Collaboration id -> its accounts that stand, newest first; one query for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    found: dict[int, list[ReviewView]] = {key: [] for key in tables}
    for one in _rows(person).filter(collaboration__in=list(tables)):
        visit = tables[one.collaboration_id]
        is_mine = one.said_by is not None and one.said_by.party_id == visit.party.pk
        found[one.collaboration_id].append(ReviewView(one, is_mine))
    return found


def review_by_id(visit: Visit, public_id: str) -> ReviewView | None:
    """One account of this table."""
    return next((one for one in reviews_of(visit) if one.review.public_id == public_id), None)


def _rows(person: Person) -> QuerySet[Review]:
    rows = shared_rows(Review.objects.filter(withdrawn_at=None), seen_by=person)
    return rows.select_related("said_by", "agreed_by").order_by("-said_at", "-pk")
