"""Agreeing what each side brings in; or noting it, alone at the table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.contributions.models import AgreedContribution


@transaction.atomic
def propose_agreed(
    *, seat: Seat, party: Party, starts_on: date, terms: Mapping[str, Any], other_takes_part: bool, now: datetime
) -> AgreedContribution:
    """What this party brings in lies on the table, and counts once the other agrees; alone it is noted and counts.

    Replaces an open proposal about the same party. History: that it was proposed or noted; the same again changes
    nothing. Refuses who only reads along, and a party of another table (NotAllowedError).
    """
    _hold(seat)
    if party.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    lies_there = AgreedContribution.objects.filter(party=party, agreed_at=None, noted_at=None, dropped_at=None)
    for one in lies_there:
        if one.proposed_by_id == seat.pk and one.starts_on == starts_on and dict(one.terms) == dict(terms):
            return one
    lies_there.update(dropped_at=now)
    made = AgreedContribution.objects.create(
        collaboration=seat.collaboration, party=party, starts_on=starts_on, terms=dict(terms), proposed_by=seat,
        proposed_at=now, noted_at=None if other_takes_part else now,
    )  # fmt: skip
    write_line(seat=seat, kind="input_proposed" if other_takes_part else "input_noted", now=now)
    return made


@transaction.atomic
def agree_agreed(*, agreed: AgreedContribution, seat: Seat, now: datetime) -> None:
    """The other side says yes, and it counts. History: that she agreed; once.

    Refuses one's own proposal, and one that no longer lies there (NotAllowedError).
    """
    held = _held(agreed, seat)
    is_own = held.proposed_by is None or held.proposed_by.party_id == seat.party_id
    if is_own or held.dropped_at or held.noted_at:
        raise NotAllowedError
    if held.agreed_at is None:
        AgreedContribution.objects.filter(pk=held.pk).update(agreed_by=seat, agreed_at=now)
        write_line(seat=seat, kind="input_agreed", now=now)


@transaction.atomic
def drop_agreed(*, agreed: AgreedContribution, seat: Seat, now: datetime) -> None:
    """A proposal lies on the table no more. History: that it does not; once. Refuses what counts (NotAllowedError)."""
    held = _held(agreed, seat)
    if held.counts:
        raise NotAllowedError
    if held.dropped_at is None:
        AgreedContribution.objects.filter(pk=held.pk).update(dropped_at=now)
        write_line(seat=seat, kind="input_dropped", now=now)


def _hold(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _held(agreed: AgreedContribution, seat: Seat) -> AgreedContribution:
    if agreed.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    _hold(seat)
    return AgreedContribution.objects.select_related("proposed_by").get(pk=agreed.pk)
