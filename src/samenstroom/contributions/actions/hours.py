"""Writing down what one brought in, and the other saying how it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.contributions.models import Contribution

MOST_LINES = 40_000
"""More lines than this are not read in at one table."""


@dataclass(frozen=True)
class Work:
    """One entry: what kind, how much (decimal as text), what, and which work that is seldom seen."""

    on: date
    kind: str
    amount: str
    what: str
    work: str = ""


@transaction.atomic
def add_contribution(*, seat: Seat, work: Work, now: datetime) -> Contribution:
    """What her side brought in is on the list of both. The same again within a minute is once.

    History: none, the list is the record. Refuses who only reads along (NotAllowedError).
    """
    _hold(seat)
    recent = Contribution.objects.filter(
        collaboration=seat.collaboration, seat=seat, on=work.on, source="manual", removed_at=None
    ).order_by("-pk")
    for one in recent[:5]:
        if abs((now - one.added_at).total_seconds()) < 60 and _is_same(one, work):
            return one
    return Contribution.objects.create(
        collaboration=seat.collaboration, party=seat.party, seat=seat, on=work.on, kind=work.kind, amount=work.amount,
        what=work.what, work=work.work, added_at=now,
    )  # fmt: skip


@transaction.atomic
def import_contributions(*, seat: Seat, rows: Mapping[str, Work], now: datetime) -> int:
    """Rows of an export of her side are on the list of both, all at once. Gives how many that are new.

    `rows`: key of a row -> what it says. A row that was read in before stays as it is now, also when it was changed
    or taken away since. History: one line with how many; none when nothing is new. Refuses who only reads along, and
    a list that would become too long (NotAllowedError).
    """
    _hold(seat)
    here = Contribution.objects.filter(collaboration=seat.collaboration)
    known = set(here.filter(party=seat.party).exclude(external_key="").values_list("external_key", flat=True))
    new = {key: work for key, work in rows.items() if key not in known}
    if here.count() + len(new) > MOST_LINES:
        raise NotAllowedError
    Contribution.objects.bulk_create(
        Contribution(
            collaboration=seat.collaboration, party=seat.party, seat=seat, on=work.on, kind=work.kind,
            amount=work.amount, what=work.what, work=work.work, source="import", external_key=key, added_at=now,
        )
        for key, work in new.items()
    )  # fmt: skip
    if new:
        write_line(seat=seat, kind="hours_imported", now=now, data={"number": len(new)})
    return len(new)


@transaction.atomic
def change_contribution(*, entry: Contribution, seat: Seat, work: Work, now: datetime) -> Contribution:
    """The entry reads otherwise from now; what the other said of the old words falls away with them.

    History: none. Refuses another side, and what was confirmed or taken away (NotAllowedError).
    """
    held = _own(entry, seat)
    if _is_same(held, work) and held.on == work.on:
        return held
    held.on, held.kind, held.amount, held.what, held.work = work.on, work.kind, work.amount, work.what, work.work
    held.changed_at, held.otherwise, held.otherwise_by, held.otherwise_at = now, "", None, None
    held.save()
    return held


@transaction.atomic
def remove_contribution(*, entry: Contribution, seat: Seat, now: datetime) -> None:
    """It counts no more and stays on the list as taken away. History: that an entry was taken away; once.

    Refuses another side, and what was confirmed (NotAllowedError).
    """
    held = _own(entry, seat, also_removed=True)
    if held.removed_at is None:
        Contribution.objects.filter(pk=held.pk).update(removed_at=now)
        write_line(seat=seat, kind="hours_removed", now=now)


@transaction.atomic
def confirm_contributions(*, seen: Mapping[str, str], seat: Seat, now: datetime) -> int:
    """The other side says that it was so, of one or of all she saw. Gives how many that changed.

    `seen`: public id of an entry -> its stamp as it was shown. One that its writer changed since is left as it is.
    History: one line with how many; none when nothing changed. Refuses one's own entries (NotAllowedError).
    """
    _hold(seat)
    rows = list(Contribution.objects.filter(collaboration=seat.collaboration, public_id__in=seen))
    if any(one.party_id == seat.party_id for one in rows):
        raise NotAllowedError
    keys = [one.pk for one in rows if one.can_change and one.stamp == seen[one.public_id]]
    if keys:
        Contribution.objects.filter(pk__in=keys).update(
            confirmed_by=seat, confirmed_at=now, otherwise="", otherwise_by=None, otherwise_at=None
        )
        write_line(seat=seat, kind="hours_confirmed", now=now, data={"number": len(keys)})
    return len(keys)


@transaction.atomic
def see_otherwise(*, entry: Contribution, seat: Seat, words: str, now: datetime) -> None:
    """The other side sees an entry otherwise, in her words. History: that she does; once for the same words.

    Refuses one's own entry, and what was confirmed or taken away (NotAllowedError).
    """
    _hold(seat)
    held = Contribution.objects.get(pk=entry.pk)
    is_here = held.collaboration_id == seat.collaboration_id
    if not is_here or held.party_id == seat.party_id or not held.can_change:
        raise NotAllowedError
    if held.otherwise_at and held.otherwise == words:
        return
    held.otherwise, held.otherwise_by, held.otherwise_at = words, seat, now
    held.save(update_fields=["otherwise", "otherwise_by", "otherwise_at"])
    write_line(seat=seat, kind="hours_otherwise", now=now)


def _hold(seat: Seat) -> None:
    """Only who speaks for her side; two people who act at once do so one after the other."""
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _own(entry: Contribution, seat: Seat, *, also_removed: bool = False) -> Contribution:
    _hold(seat)
    held = Contribution.objects.get(pk=entry.pk)
    is_hers = held.collaboration_id == seat.collaboration_id and held.party_id == seat.party_id
    if not is_hers or not (held.can_change or (also_removed and held.removed_at)):
        raise NotAllowedError
    return held


def _is_same(one: Contribution, work: Work) -> bool:
    return (one.kind, one.amount, one.what, one.work) == (work.kind, work.amount, work.what, work.work)
