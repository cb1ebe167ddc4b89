"""A version of the agreement: put on the table, and taken off it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.wording.document import as_kept, text_of
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Party, Seat

from .open_proposals import carry_over
from .trail import open_trail

MADE = AgreementVersion.Way.MADE.value


@transaction.atomic
def put_version(
    *,
    seat: Seat,
    content: Mapping[str, Any],
    provider: Party,
    now: datetime,
    way: str = MADE,
    expires_on: date | None = None,
) -> AgreementVersion:
    """A version lies on the table with the next number, its content and its text frozen.

    Its trail begins. The version that lay open there is withdrawn; what was proposed or said about parts that read the
    same goes on. The same again, from the same side, changes nothing.
    History: that a version was put. Refuses who only reads along, and a provider of another table (NotAllowedError).
    """
    speaks(seat)
    if provider.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    lies_there = lying_open(seat)
    if lies_there and lies_there.expires_on == expires_on and _is_same(lies_there, seat, content, provider):
        return lies_there
    if lies_there:
        take_off(lies_there, seat, now)
    made = AgreementVersion.objects.create(
        collaboration=seat.collaboration,
        number=next_number(seat),
        way=way,
        provider=provider,
        content=dict(content),
        text=as_kept(text_of(content)) if way == MADE else {},
        put_by=seat,
        put_at=now,
        expires_on=expires_on,
    )
    open_trail(made)
    carry_over(made, now)
    write_line(seat=seat, kind="agreement_put", now=now, data={"number": made.number})
    return made


@transaction.atomic
def withdraw_version(*, version: AgreementVersion, seat: Seat, now: datetime) -> None:
    """A version lies on the table no more. History: that it was taken off; once.

    Refuses the other's version, one that was signed or declined, and who only reads along (NotAllowedError).
    """
    speaks(seat)
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    held = AgreementVersion.objects.select_related("put_by", "amends").get(pk=version.pk)
    is_own = held.put_by is not None and held.put_by.party_id == seat.party_id
    if held.collaboration_id != seat.collaboration_id or not is_own or held.signed_at or held.declined_at:
        raise NotAllowedError
    if held.withdrawn_at is None:
        AgreementVersion.objects.filter(pk=held.pk).update(withdrawn_at=now, withdrawn_by=seat)
        write_withdrawal(held, seat, now)


def write_withdrawal(version: AgreementVersion, seat: Seat, now: datetime) -> None:
    """The line of history of a version or an addendum that was taken off the table."""
    kind, number = ("addendum", version.amends.number) if version.amends else ("agreement", version.number)
    write_line(seat=seat, kind=f"{kind}_withdrawn", now=now, data={"number": number})


def speaks(seat: Seat) -> None:
    """Refuses who only reads along."""
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def lying_open(seat: Seat) -> AgreementVersion | None:
    """What lies open on this table. The caller holds the table."""
    rows = AgreementVersion.objects.filter(collaboration=seat.collaboration_id).select_related("put_by")
    return next((one for one in rows.order_by("-number") if one.is_open), None)


def next_number(seat: Seat) -> int:
    """The number of the next version at this table. The caller holds the table."""
    last = AgreementVersion.objects.filter(collaboration=seat.collaboration_id).order_by("-number").first()
    return last.number + 1 if last else 1


def take_off(version: AgreementVersion, seat: Seat, now: datetime) -> None:
    """A version lies there no more, because another comes in its place; the new one says so."""
    AgreementVersion.objects.filter(pk=version.pk).update(withdrawn_at=now, withdrawn_by=seat)


def _is_same(lies_there: AgreementVersion, seat: Seat, content: Mapping[str, Any], provider: Party) -> bool:
    is_own = lies_there.put_by is not None and lies_there.put_by.party_id == seat.party_id
    return (
        is_own and not lies_there.is_read_in and lies_there.content == content and lies_there.provider_id == provider.pk
    )
