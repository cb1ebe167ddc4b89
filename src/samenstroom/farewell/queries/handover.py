"""What is handed over at a table, as both see it; and what one person still keeps for herself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows, shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import HandoverItem
from samenstroom.kit import clock
from samenstroom.rules.handover import Kind, Ticks, order_of


@dataclass(frozen=True)
class ItemView:
    """One item on the table as this visit sees it."""

    item: HandoverItem
    ticks: Ticks
    side: int
    other_takes_part: bool
    speaks: bool
    today: date

    @property
    def is_finished(self) -> bool:
        """Both ticked it; alone at the table one tick is enough."""
        return self.ticks.is_finished(other_takes_part=self.other_takes_part)

    @property
    def may_say_done(self) -> bool:
        return self.speaks and self.ticks.may_say_done(self.side, other_takes_part=self.other_takes_part)

    @property
    def may_say_seen(self) -> bool:
        """The other said done, and her side has not looked yet."""
        return self.speaks and self.ticks.may_say_seen(self.side)

    @property
    def may_undo(self) -> bool:
        return self.speaks and self.ticks.may_undo(self.side)

    @property
    def may_change(self) -> bool:
        """As long as nobody said done."""
        return self.speaks and self.ticks.done_by is None

    @property
    def is_due(self) -> bool:
        """Hers to do, and its day has come."""
        until = self.item.until_on
        is_hers = self.ticks.doer in (str(self.side), "both")
        return self.may_say_done and is_hers and until is not None and until <= self.today


@dataclass(frozen=True)
class HandoverView:
    """The plan of one table; `items` open first, by day. `words` are for a successor, `dropped` were taken off."""

    items: Sequence[ItemView] = ()
    words: Sequence[ItemView] = ()
    dropped: Sequence[ItemView] = ()
    everything: Sequence[ItemView] = field(default=(), repr=False)

    @property
    def is_begun(self) -> bool:
        return bool(self.items or self.dropped)

    @property
    def open(self) -> list[ItemView]:
        return [one for one in self.items if not one.is_finished]

    @property
    def finished(self) -> list[ItemView]:
        return [one for one in self.items if one.is_finished]

    @property
    def is_finished(self) -> bool:
        """There is a plan, and nothing of it is open."""
        return bool(self.items) and not self.open

    @property
    def waiting(self) -> list[ItemView]:
        """The other said done; her side may say that she has seen it."""
        return [one for one in self.items if one.may_say_seen]

    @property
    def due(self) -> list[ItemView]:
        """Hers to do, and the day has come."""
        return [one for one in self.items if one.is_due]


def handover_of(visit: Visit) -> HandoverView:
    """The plan of this table; empty while nothing lies there."""
    return handover_by_table(visit.person, [visit])[visit.collaboration.pk]


def handover_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, HandoverView]:
    """Collaboration id -> its plan; one query for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(_tabled().filter(collaboration__in=tables), seen_by=person)
    found: dict[int, list[ItemView]] = {key: [] for key in tables}
    for one in rows.order_by("tabled_at", "pk"):
        found[one.collaboration_id].append(_view(tables[one.collaboration_id], one))
    return {key: _plan(views) for key, views in found.items()}


def item_by_id(visit: Visit, public_id: str) -> ItemView | None:
    """One item that lies on this table."""
    return next((one for one in handover_of(visit).everything if one.item.public_id == public_id), None)


def access_items(visit: Visit) -> list[ItemView]:
    """The accesses that are handed over or taken back, open first."""
    return [one for one in handover_of(visit).items if one.item.kind == Kind.ACCESS.value]


def drafts_of(visit: Visit) -> QuerySet[HandoverItem]:
    """What she keeps for herself at this table, oldest first."""
    rows = HandoverItem.objects.filter(collaboration=visit.collaboration, tabled_at=None)
    return private_rows(rows, seen_by=visit.person).order_by("added_at", "pk")


def draft_by_id(visit: Visit, public_id: str) -> HandoverItem | None:
    """One item she keeps for herself."""
    return drafts_of(visit).filter(public_id=public_id).first()


def _tabled() -> QuerySet[HandoverItem]:
    return HandoverItem.objects.exclude(tabled_at=None).select_related(
        "added_by", "done_by__party", "done_by__person", "done_by__invitee", "seen_by__party", "seen_by__person",
        "seen_by__invitee", "dropped_by__party",
    )  # fmt: skip


def _view(visit: Visit, item: HandoverItem) -> ItemView:
    return ItemView(
        item=item,
        ticks=item.ticks,
        side=visit.party.position,
        other_takes_part=visit.takes_part,
        speaks=visit.speaks,
        today=clock.day_of(visit.now),
    )


def _plan(views: Sequence[ItemView]) -> HandoverView:
    on_it = [one for one in views if one.item.dropped_at is None]
    items = [one for one in on_it if one.item.kind != Kind.WORDS.value]
    return HandoverView(
        items=sorted(items, key=lambda one: order_of(is_finished=one.is_finished, until_on=one.item.until_on)),
        words=[one for one in on_it if one.item.kind == Kind.WORDS.value],
        dropped=[one for one in views if one.item.dropped_at],
        everything=views,
    )
