"""Handing over: keeping items for oneself, putting them on the table, ticking them off together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.farewell.models import HandoverItem, HandoverPlan
from samenstroom.rules.handover import ItemWords, Kind


@transaction.atomic
def add_items(*, seat: Seat, items: Sequence[ItemWords], now: datetime) -> list[HandoverItem]:
    """These things lie on the table. What came from the same source before is not added again.

    History: that there is a plan, once; nothing per item. Words for a successor make no plan. Refuses who reads along.
    """
    _hold(seat)
    here = HandoverItem.objects.filter(collaboration=seat.collaboration).exclude(tabled_at=None)
    known = {str(one.source) for one in here if one.source}
    made = [_made(seat, one, now, tabled_at=now) for one in items if not one.source or one.source not in known]
    _begin_plan(seat, made, now)
    return made


@transaction.atomic
def draft_items(*, seat: Seat, person: Person, items: Sequence[ItemWords], now: datetime) -> list[HandoverItem]:
    """The same, but only for her: the other sees nothing of it. No history, nobody is told."""
    own = HandoverItem.objects.filter(collaboration=seat.collaboration, person=person, tabled_at=None)
    known = {str(one.source) for one in own if one.source}
    return [_made(seat, one, now, person=person) for one in items if not one.source or one.source not in known]


@transaction.atomic
def put_on_table(*, seat: Seat, person: Person, drafts: Sequence[HandoverItem], now: datetime) -> list[HandoverItem]:
    """What she kept for herself is of both from now on, exactly as it reads. What lies there already stays.

    For both it begins now: since when she kept it stays hers. History: that there is a plan, once. Refuses somebody
    else's drafts and who reads along (NotAllowedError).
    """
    _hold(seat)
    if any(one.person_id != person.pk or one.collaboration_id != seat.collaboration_id for one in drafts):
        raise NotAllowedError
    keys = [one.pk for one in drafts]
    fresh = list(HandoverItem.objects.select_for_update().filter(pk__in=keys, tabled_at=None).order_by("pk"))
    HandoverItem.objects.filter(pk__in=[one.pk for one in fresh]).update(added_at=now, tabled_at=now, added_by=seat)
    _begin_plan(seat, fresh, now)
    return fresh


def change_draft(*, draft: HandoverItem, words: ItemWords) -> None:
    """She writes it differently, still only for herself. What lies on the table is not changed this way."""
    if draft.tabled_at is None:
        _write(draft, words)


def throw_draft_away(*, draft: HandoverItem) -> None:
    """It is hers: it goes away. What lies on the table does not."""
    HandoverItem.objects.filter(pk=draft.pk, tabled_at=None).delete()


@transaction.atomic
def change_item(*, item: HandoverItem, seat: Seat, words: ItemWords) -> None:
    """It reads differently, for both; either side may. No history: the list itself is what both see.

    A successor no longer sees it until both release the new words. Refuses what was said to be done or taken off.
    """
    held = _hold_item(item, seat)
    if held.done_at or held.dropped_at:
        raise NotAllowedError
    _write(held, words)


@transaction.atomic
def say_done(*, item: HandoverItem, seat: Seat, other_takes_part: bool, now: datetime) -> None:
    """Who does it says: done. With the last tick of all, one line of history that the work was handed over.

    Said twice, the first stands. Refuses the other side while somebody else does it (NotAllowedError).
    """
    held = _hold_item(item, seat)
    if held.done_at:
        return
    if held.dropped_at or not held.ticks.may_say_done(seat.party.position, other_takes_part=other_takes_part):
        raise NotAllowedError
    HandoverItem.objects.filter(pk=held.pk).update(done_by=seat, done_at=now)
    _finish(seat, other_takes_part=other_takes_part, now=now)


@transaction.atomic
def say_seen(*, item: HandoverItem, seat: Seat, now: datetime, read: str | None = None) -> None:
    """The other side says: I saw that it is done. With the last tick of all, one line of history.

    `read` is the mark of what she read. Said twice, the first stands. Refuses who said done herself, and what reads
    otherwise by now (NotAllowedError).
    """
    held = _hold_item(item, seat)
    if held.seen_at:
        return
    if read is not None and read != held.mark:
        raise NotAllowedError
    if held.dropped_at or not held.ticks.may_say_seen(seat.party.position):
        raise NotAllowedError
    HandoverItem.objects.filter(pk=held.pk).update(seen_by=seat, seen_at=now)
    _finish(seat, other_takes_part=True, now=now)


@transaction.atomic
def undo_tick(*, item: HandoverItem, seat: Seat) -> None:
    """Her own tick goes away. Refuses that of the other, and done once the other has seen it (NotAllowedError)."""
    held = _hold_item(item, seat)
    ticks = held.ticks
    if not ticks.may_undo(seat.party.position):
        raise NotAllowedError
    gone = {"seen_by": None, "seen_at": None} if ticks.seen_by is not None else {"done_by": None, "done_at": None}
    HandoverItem.objects.filter(pk=held.pk).update(**gone)


@transaction.atomic
def drop_item(*, item: HandoverItem, seat: Seat, now: datetime) -> None:
    """It need not be handed over after all; either side may say so, and both can read who. Once."""
    held = _hold_item(item, seat)
    if held.dropped_at is None:
        HandoverItem.objects.filter(pk=held.pk).update(dropped_by=seat, dropped_at=now)


@transaction.atomic
def put_back(*, item: HandoverItem, seat: Seat) -> None:
    """It lies on the list again; either side may."""
    held = _hold_item(item, seat)
    HandoverItem.objects.filter(pk=held.pk).update(dropped_by=None, dropped_at=None)


def _hold(seat: Seat) -> None:
    """Two people who act at once do so one after the other; who reads along does not act."""
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _hold_item(item: HandoverItem, seat: Seat) -> HandoverItem:
    _hold(seat)
    rows = HandoverItem.objects.filter(collaboration=seat.collaboration_id).exclude(tabled_at=None)
    held = rows.select_related("done_by__party", "seen_by__party").filter(pk=item.pk).first()
    if held is None:
        raise NotAllowedError
    return held


def _made(
    seat: Seat, words: ItemWords, now: datetime, *, tabled_at: datetime | None = None, person: Person | None = None
) -> HandoverItem:
    return HandoverItem.objects.create(
        collaboration=seat.collaboration, person=person or seat.person, kind=Kind(words.kind).value, title=words.title,
        where=words.where, who=words.who, until_on=words.until_on, source=words.source, added_at=now, added_by=seat,
        tabled_at=tabled_at,
    )  # fmt: skip


def _write(item: HandoverItem, words: ItemWords) -> None:
    item.kind, item.title, item.where = Kind(words.kind).value, words.title, words.where
    item.who, item.until_on = words.who, words.until_on
    item.save(update_fields=["kind", "title", "where", "who", "until_on"])


def _begin_plan(seat: Seat, made: Sequence[HandoverItem], now: datetime) -> None:
    """The first thing on the table makes the plan; a new one later means that not all is done any more."""
    if not any(one.kind != Kind.WORDS.value for one in made):
        return
    first = {"made_by": seat, "made_at": now}
    plan, is_new = HandoverPlan.objects.get_or_create(collaboration=seat.collaboration, defaults=first)
    if is_new:
        write_line(seat=seat, kind="handover_made", now=now)
    elif plan.finished_at:
        HandoverPlan.objects.filter(pk=plan.pk).update(finished_at=None)


def _finish(seat: Seat, *, other_takes_part: bool, now: datetime) -> None:
    """When nothing is open any more: the fact that the handover is done, once."""
    rows = HandoverItem.objects.filter(collaboration=seat.collaboration_id, dropped_at=None).exclude(tabled_at=None)
    items = [one for one in rows.select_related("done_by__party", "seen_by__party") if one.kind != Kind.WORDS.value]
    if not all(one.ticks.is_finished(other_takes_part=other_takes_part) for one in items):
        return
    if HandoverPlan.objects.filter(collaboration=seat.collaboration_id, finished_at=None).update(finished_at=now):
        write_line(seat=None, collaboration=seat.collaboration, kind="handover_done", now=now)
