"""A read-back: shared in exact words, confirmed with one yes, or seen otherwise."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.agreements.models import Deal, ReadBack
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat


@transaction.atomic
def put_readback(
    *, seat: Seat, deal: Deal, other_takes_part: bool, answers: ReadBack | None = None, now: datetime
) -> ReadBack:
    """A deal is read back to the other; alone at the table it is noted as not confirmed.

    Takes the place of the one it answers. History: that it was read back or noted; the same again changes nothing.
    Refuses who only reads along, and answering one that counts or that no longer lies there (NotAllowedError).
    """
    _speaks(seat)
    _hold_table(seat)
    for one in ReadBack.objects.filter(collaboration=seat.collaboration, withdrawn_at=None, replaced_at=None):
        if one.put_by_id == seat.pk and one.contested_at is None and _is_same(one, deal):
            return one
    if answers is not None:
        held = _hold(answers, seat)
        if held.confirmed_at or held.is_off:
            raise NotAllowedError
        ReadBack.objects.filter(pk=held.pk).update(replaced_at=now)
    made = ReadBack.objects.create(
        collaboration=seat.collaboration,
        words=deal.words,
        how=deal.how,
        agreed_on=deal.agreed_on,
        terms=dict(deal.terms),
        put_by=seat,
        put_at=now,
        noted_at=None if other_takes_part else now,
    )
    write_line(seat=seat, kind="deal_read_back" if other_takes_part else "deal_noted", now=now)
    return made


@transaction.atomic
def confirm_readback(*, readback: ReadBack, seat: Seat, now: datetime) -> None:
    """The other side says: that is how it is. From now on it counts. History: that she confirmed; once.

    Also after she saw it otherwise at first. Refuses one's own and one that no longer lies there (NotAllowedError).
    """
    held = _answerable(readback, seat)
    if held.confirmed_at is None:
        ReadBack.objects.filter(pk=held.pk).update(
            confirmed_by=seat, confirmed_at=now, contested_by=None, contested_at=None
        )
        write_line(seat=seat, kind="deal_confirmed", now=now)


@transaction.atomic
def contest_readback(*, readback: ReadBack, seat: Seat, words: str, now: datetime) -> None:
    """The other side sees it otherwise, in her words; a new read-back can answer it. History: that she does; once.

    Refuses one's own, one that was confirmed and one that no longer lies there (NotAllowedError).
    """
    held = _answerable(readback, seat)
    if held.confirmed_at:
        raise NotAllowedError
    if held.contested_at is None:
        write_line(seat=seat, kind="deal_contested", now=now)
    ReadBack.objects.filter(pk=held.pk).update(
        contested_by=seat, contested_at=held.contested_at or now, contest_words=words
    )


@transaction.atomic
def withdraw_readback(*, readback: ReadBack, seat: Seat, now: datetime) -> None:
    """Who put it there takes it back. History: that it was; once. Refuses one that counts (NotAllowedError)."""
    held = _hold(readback, seat)
    if held.confirmed_at or held.put_by is None or held.put_by.party_id != seat.party_id:
        raise NotAllowedError
    if not held.is_off:
        ReadBack.objects.filter(pk=held.pk).update(withdrawn_at=now)
        write_line(seat=seat, kind="deal_withdrawn", now=now)


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def _hold_table(seat: Seat) -> None:
    """Two people who act at once do so one after the other."""
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _hold(readback: ReadBack, seat: Seat) -> ReadBack:
    _speaks(seat)
    if readback.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    _hold_table(seat)
    return ReadBack.objects.select_related("put_by").get(pk=readback.pk)


def _answerable(readback: ReadBack, seat: Seat) -> ReadBack:
    held = _hold(readback, seat)
    if held.is_off or (held.put_by is not None and held.put_by.party_id == seat.party_id):
        raise NotAllowedError
    return held


def _is_same(lies_there: ReadBack, deal: Deal) -> bool:
    here = (str(lies_there.words), str(lies_there.how), lies_there.agreed_on, dict(lies_there.terms))
    return here == (deal.words, deal.how, deal.agreed_on, dict(deal.terms))
