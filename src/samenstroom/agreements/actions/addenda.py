"""An addendum: a part of a signed agreement changes, and only that part is signed again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from samenstroom.agreements.models import AgreementVersion, SignedElsewhere
from samenstroom.agreements.wording.document import addendum_text, as_kept
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit import clock
from samenstroom.rules.agreement.amending import Change, amended

from .elsewhere import ELSEWHERE, take_effect
from .open_proposals import carry_over
from .trail import open_trail
from .versions import lying_open, next_number, speaks, take_off

MADE = AgreementVersion.Way.MADE.value


@dataclass(frozen=True)
class Ground:
    """The version that holds, with the document as it reads and as it becomes."""

    base: AgreementVersion
    old: Mapping[str, Any]
    new: Mapping[str, Any]


@transaction.atomic
def put_addendum(
    *, seat: Seat, base: AgreementVersion, change: Change, now: datetime, expires_on: date | None = None
) -> AgreementVersion:
    """An addendum lies on the table: what changes, frozen, beside the whole as it would read.

    Its trail begins. What lay open on the table is withdrawn. The same again, from the same side, changes nothing.
    History: that an addendum was put. Refuses who only reads along, a version that does not hold, that is an addendum
    itself or of another table, and a change without anything in it (NotAllowedError); a change that was made from
    another text than the one that holds (OtherGroundError).
    """
    ground = _ground(seat, base, change)
    held = ground.base
    lies_there = lying_open(seat)
    if lies_there and _is_same(lies_there, seat, held, change):
        return lies_there
    if lies_there:
        take_off(lies_there, seat, now)
    made = _made(seat, ground, change, now, way=MADE, expires_on=expires_on)
    open_trail(made)
    carry_over(made, now)
    write_line(seat=seat, kind="addendum_put", now=now, data={"number": held.number})
    return made


@transaction.atomic
def note_addendum(
    *, seat: Seat, base: AgreementVersion, change: Change, signed_on: date, other_takes_part: bool, now: datetime
) -> AgreementVersion:
    """An addendum they agreed on elsewhere is noted; it holds once the other confirms it, and alone it holds at once.

    What lay open on the table is withdrawn. History: that it was noted. Refuses what `put_addendum` refuses, and a day
    to come or before the version it changes (NotAllowedError).
    """
    ground = _ground(seat, base, change)
    assert ground.base.signed_at is not None
    if not clock.day_of(ground.base.signed_at) <= signed_on <= clock.day_of(now):
        raise NotAllowedError
    lies_there = lying_open(seat)
    if lies_there and lies_there.way == ELSEWHERE and _is_same(lies_there, seat, ground.base, change):
        return lies_there
    if lies_there:
        take_off(lies_there, seat, now)
    made = _made(seat, ground, change, now, way=ELSEWHERE)
    carry_over(made, now)
    SignedElsewhere.objects.create(collaboration=seat.collaboration, version=made, signed_on=signed_on)
    if not other_takes_part:
        take_effect(made, signed_on, now)
    write_line(seat=seat, kind="addendum_noted", now=now, data={"number": ground.base.number})
    return made


def _ground(seat: Seat, base: AgreementVersion, change: Change) -> Ground:
    speaks(seat)
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    held = AgreementVersion.objects.get(pk=base.pk)
    if held.collaboration_id != seat.collaboration_id or not held.holds or held.is_addendum or not change:
        raise NotAllowedError
    old = as_it_reads(held)
    return Ground(held, old, amended(old, change))


def _made(
    seat: Seat, ground: Ground, change: Change, now: datetime, *, way: str, expires_on: date | None = None
) -> AgreementVersion:
    base = ground.base
    assert base.signed_at is not None
    text = addendum_text(ground.old, ground.new, number=base.number, signed_on=clock.day_of(base.signed_at))
    return AgreementVersion.objects.create(
        collaboration=seat.collaboration,
        number=next_number(seat),
        way=way,
        provider=base.provider,
        content=ground.new,
        change=change.as_data(),
        text=as_kept(text),
        amends=base,
        put_by=seat,
        put_at=now,
        expires_on=expires_on,
    )


def as_it_reads(base: AgreementVersion) -> Mapping[str, Any]:
    """The document with the addenda that hold."""
    rows = AgreementVersion.objects.filter(amends=base, replaced_at=None).exclude(signed_at=None)
    newest = rows.order_by("-signed_at", "-pk").first()
    found: Mapping[str, Any] = (newest or base).content
    return found


def _is_same(lies_there: AgreementVersion, seat: Seat, base: AgreementVersion, change: Change) -> bool:
    is_own = lies_there.put_by is not None and lies_there.put_by.party_id == seat.party_id
    return is_own and lies_there.amends_id == base.pk and lies_there.change == change.as_data()
