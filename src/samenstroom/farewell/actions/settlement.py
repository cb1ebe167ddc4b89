"""What is still open between the two: added, done for one side or the other, taken off. One line for each act."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Party, Seat
from samenstroom.farewell.models import SettlementItem, SettlementTick

from .tables import hold_table


@dataclass(frozen=True)
class Item:
    """What is added. `amount` is a decimal as text, `owner` whose turn it is, `source` where it came from."""

    kind: str
    text: str
    amount: str = ""
    owner: Party | None = None
    source: str = ""


@transaction.atomic
def add_item(*, seat: Seat, item: Item, now: datetime) -> SettlementItem:
    """Both see one thing more to settle. History: that it was added, with its text.

    The same thing again, also from the same line of the logbook, gives the one that is there.
    """
    hold_table(seat)
    SettlementItem.Kind(item.kind)
    for one in SettlementItem.objects.filter(collaboration=seat.collaboration_id, dropped_at=None):
        is_same = (one.kind, one.text, one.amount) == (item.kind, item.text, item.amount)
        if is_same or (item.source and one.source == item.source):
            return one
    write_line(seat=seat, kind="settlement_added", now=now, note=item.text)
    values = {**asdict(item), "owner": item.owner}
    return SettlementItem.objects.create(collaboration=seat.collaboration, added_by=seat, added_at=now, **values)


@transaction.atomic
def tick_item(*, item: SettlementItem, seat: Seat, now: datetime) -> None:
    """She says: for me this is done. History: that she said so; once, until she opens it again."""
    held = _held(item, seat)
    defaults = {"collaboration": seat.collaboration, "seat": seat, "ticked_at": now}
    _tick, is_new = SettlementTick.objects.get_or_create(item=held, party=seat.party, defaults=defaults)
    if is_new:
        write_line(seat=seat, kind="settlement_done", now=now, note=held.text)


@transaction.atomic
def open_item(*, item: SettlementItem, seat: Seat, now: datetime) -> None:
    """She says: for me this is open after all. History: that she said so, when it was done for her."""
    held = _held(item, seat)
    gone, _counts = SettlementTick.objects.filter(item=held, party=seat.party).delete()
    if gone:
        write_line(seat=seat, kind="settlement_opened", now=now, note=held.text)


@transaction.atomic
def drop_item(*, item: SettlementItem, seat: Seat, now: datetime) -> None:
    """Whoever added it takes it off the table. History: that it was taken off; once.

    Refuses what the other side added, and what the other side ticked: that stays.
    """
    held = _held(item, seat)
    ours = held.added_by is not None and held.added_by.party_id == seat.party_id
    if not ours or held.ticks.exclude(party=seat.party).exists():
        raise NotAllowedError
    SettlementItem.objects.filter(pk=held.pk).update(dropped_at=now)
    write_line(seat=seat, kind="settlement_dropped", now=now, note=held.text)


@transaction.atomic
def choose_end_of_data(
    *, item: SettlementItem, seat: Seat, end: str, on: date | None, words: str, now: datetime
) -> None:
    """What happens with data: given back or erased, when, and a sentence. The last choice counts.

    History: that it was chosen. A choice that differs opens the item again for both: they ticked something else.
    """
    held = _held(item, seat)
    if held.kind != SettlementItem.Kind.DATA:
        raise NotAllowedError
    if (held.end, held.end_on, held.end_words) == (SettlementItem.End(end).value, on, words):
        return
    held.end, held.end_on, held.end_words = SettlementItem.End(end).value, on, words
    held.save(update_fields=["end", "end_on", "end_words"])
    held.ticks.all().delete()
    write_line(seat=seat, kind="settlement_data", now=now, note=words or held.text)


def _held(item: SettlementItem, seat: Seat) -> SettlementItem:
    if item.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    hold_table(seat)
    held = SettlementItem.objects.select_related("added_by").get(pk=item.pk)
    if held.dropped_at:
        raise NotAllowedError
    return held
