"""Extra work of a table, as both see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import ExtraWork
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit


@dataclass(frozen=True)
class ExtraView:
    """One thing extra, as this visit sees it."""

    work: ExtraWork
    party: int
    i_asked: bool
    i_put: bool
    i_offered: bool
    takes_part: bool

    @property
    def has_price(self) -> bool:
        """The offer on the table says what it costs or takes."""
        return self.work.amount is not None or self.work.hours is not None

    @property
    def waits_for_price(self) -> bool:
        return self.work.is_open and not self.has_price

    @property
    def is_my_turn(self) -> bool:
        """The other asked, or the other made the last offer."""
        if not self.work.is_open or not self.takes_part:
            return False
        return not (self.i_offered if self.work.offer else self.i_put)

    @property
    def can_agree(self) -> bool:
        return self.is_my_turn and self.has_price


def extra_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[ExtraView]]:
    """Collaboration id -> its extra work, newest first; two queries for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(ExtraWork.objects.filter(collaboration__in=tables), seen_by=person)
    found: dict[int, list[ExtraView]] = {key: [] for key in tables}
    related = rows.select_related("put_by", "agreed_by", "dropped_by").prefetch_related("offers__made_by")
    for work in related.order_by("-put_at", "-pk"):
        found[work.collaboration_id].append(_view(tables[work.collaboration_id], work))
    return found


def extra_of(visit: Visit) -> list[ExtraView]:
    """All extra work of this table, newest first."""
    return extra_by_table(visit.person, [visit])[visit.collaboration.pk]


def extra_by_id(visit: Visit, public_id: str) -> ExtraView | None:
    """One of them."""
    return next((one for one in extra_of(visit) if one.work.public_id == public_id), None)


def agreed_extra_work_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[ExtraWork]]:
    """Collaboration id -> the extra work that was agreed there, oldest first: part of the agreement and of a bill."""
    return {
        key: [one.work for one in sorted(views, key=_agreed_order) if one.work.agreed_at]
        for key, views in extra_by_table(person, visits).items()
    }


def total_of(agreed: Sequence[ExtraWork]) -> tuple[Decimal, Decimal]:
    """The money and the hours of what was agreed together."""
    money = sum((one.amount or Decimal(0) for one in agreed), Decimal(0))
    return money, sum((one.hours or Decimal(0) for one in agreed), Decimal(0))


def _agreed_order(view: ExtraView) -> tuple[str, int]:
    agreed = view.work.agreed_at
    return (agreed.isoformat() if agreed else "", view.work.pk)


def _view(visit: Visit, work: ExtraWork) -> ExtraView:
    mine = visit.party.pk
    offer = work.offer
    return ExtraView(
        work=work,
        party=mine,
        i_asked=work.asked_by_id == mine,
        i_put=work.put_by is not None and work.put_by.party_id == mine,
        i_offered=offer is not None and offer.made_by is not None and offer.made_by.party_id == mine,
        takes_part=visit.takes_part,
    )
