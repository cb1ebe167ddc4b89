"""What is still open between the two, as one visit sees it, and what the logbook offers to add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.queries import fact_lines_by_table
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import ClosingStatement, SettlementItem
from samenstroom.rules.settlement import Bill, open_bills


@dataclass(frozen=True)
class ItemView:
    """One thing to settle: whether it is done for her side and for the other, and what she may do with it."""

    item: SettlementItem
    i_added: bool
    done_for_me: bool
    done_for_them: bool

    @property
    def is_done(self) -> bool:
        """Both say so."""
        return self.done_for_me and self.done_for_them

    @property
    def is_data(self) -> bool:
        return bool(self.item.kind == SettlementItem.Kind.DATA)

    @property
    def can_drop(self) -> bool:
        return self.i_added and not self.done_for_them


def items_of(visit: Visit) -> list[ItemView]:
    """Everything that was added and not taken off, in the order in which it was added."""
    rows = shared_rows(SettlementItem.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    rows = rows.filter(dropped_at=None).select_related("added_by", "owner").prefetch_related("ticks")
    return [_view(visit, item) for item in rows.order_by("added_at", "pk")]


def item_of(visit: Visit, public_id: str) -> ItemView | None:
    """One of them."""
    return next((one for one in items_of(visit) if one.item.public_id == public_id), None)


def still_open(visit: Visit, items: Sequence[ItemView]) -> list[ItemView]:
    """What is not settled: not done for both, or, while the other takes no part, not done for her side."""
    return [one for one in items if not (one.is_done if visit.takes_part else one.done_for_me)]


def _view(visit: Visit, item: SettlementItem) -> ItemView:
    ticked = {tick.party_id for tick in item.ticks.all()}
    return ItemView(
        item=item,
        i_added=item.added_by is not None and item.added_by.party_id == visit.party.pk,
        done_for_me=visit.party.pk in ticked,
        done_for_them=visit.other_party.pk in ticked,
    )


@dataclass(frozen=True)
class Offer:
    """Something in the logbook that could be settled; nothing is added until she does. `is_private`: hers alone."""

    line: HistoryLine
    kind: str
    amount: str
    hours: str
    is_private: bool

    @property
    def is_bill(self) -> bool:
        return self.kind == SettlementItem.Kind.INVOICE


def offers_of(visit: Visit, items: Sequence[ItemView]) -> list[Offer]:
    """Open invoices and hours on no invoice, as far as she may see them, that are not on the list yet."""
    used = {one.item.source for one in items if one.item.source}
    lines = fact_lines_by_table(visit.person, [visit])[visit.collaboration.pk]
    by_key = {line.public_id: line for line in lines}
    bills = {kind: [_bill(one) for one in lines if one.what == kind] for kind in ("invoice_sent", "invoice_paid")}
    found = [by_key[one.key] for one in open_bills(bills["invoice_sent"], bills["invoice_paid"])]
    found += [one for one in lines if one.what == "hours_unbilled"]
    return [_offer(line) for line in found if line.public_id not in used]


def _bill(line: HistoryLine) -> Bill:
    return Bill(line.public_id, line.happened_on, str(line.data.get("amount", "")))


def _offer(line: HistoryLine) -> Offer:
    is_bill = line.what == "invoice_sent"
    return Offer(
        line=line,
        kind=(SettlementItem.Kind.INVOICE if is_bill else SettlementItem.Kind.HOURS).value,
        amount=str(line.data.get("amount", "")) if is_bill else "",
        hours=str(line.data.get("hours", "")),
        is_private=line.kind == HistoryLine.PRIVATE_KIND,
    )


@dataclass(frozen=True)
class StatementView:
    """The closing statement that lies there, for who looks."""

    statement: ClosingStatement
    i_proposed: bool

    @property
    def is_accepted(self) -> bool:
        return self.statement.accepted_at is not None

    @property
    def is_noted(self) -> bool:
        """Noted by one side, not confirmed by the other."""
        return self.statement.noted_at is not None and not self.is_accepted

    @property
    def waits_for_me(self) -> bool:
        return not self.i_proposed and not self.is_accepted


def statement_of(visit: Visit) -> StatementView | None:
    """The one that lies on the table now; None while nobody proposed one."""
    return statements_by_table(visit.person, [visit]).get(visit.collaboration.pk)


def statements_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, StatementView]:
    """Collaboration id -> the closing statement that lies there; one query for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(ClosingStatement.objects.filter(collaboration__in=tables), seen_by=person)
    rows = rows.filter(replaced_at=None).select_related("proposed_by", "noted_by", "accepted_by")
    found = {}
    for one in rows.order_by("proposed_at", "pk"):
        by = one.proposed_by
        is_mine = by is not None and by.party_id == tables[one.collaboration_id].party.pk
        found[one.collaboration_id] = StatementView(one, is_mine)
    return found
