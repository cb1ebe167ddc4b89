"""Extra work: asked, priced, agreed with one yes, or dropped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from samenstroom.agreements.models import ExtraWork, ExtraWorkOffer
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat


@dataclass(frozen=True)
class OfferTerms:
    """A price, hours, or no costs at all, and when it is ready; all may be left open when it is only asked."""

    amount: Decimal | None = None
    hours: Decimal | None = None
    is_free: bool = False
    due_on: date | None = None

    @property
    def says_something(self) -> bool:
        """It tells what it costs or takes, so that the other can say yes to it."""
        return self.is_free or self.amount is not None or self.hours is not None


@transaction.atomic
def ask_extra(
    *,
    seat: Seat,
    what: str,
    terms: OfferTerms,
    other_asked: bool,
    other_takes_part: bool,
    is_agreed: bool = False,
    now: datetime,
) -> ExtraWork:
    """Something extra lies on the table, with an offer when a price, hours or a day were filled in.

    Alone at the table it is noted, and counts at once when it was agreed by word of mouth (`is_agreed`). History: that
    it was asked or noted. The same again while it is open changes nothing. Refuses who only reads along.
    """
    _speaks(seat)
    _hold_table(seat)
    for one in ExtraWork.objects.filter(collaboration=seat.collaboration, agreed_at=None, dropped_at=None):
        if one.put_by_id == seat.pk and str(one.what) == what and _is_same(one.offer, terms):
            return one
    asker = seat.party
    if other_asked:
        asker = seat.collaboration.parties.exclude(pk=seat.party_id).get()
    made = ExtraWork.objects.create(
        collaboration=seat.collaboration,
        what=what,
        asked_by=asker,
        put_by=seat,
        put_at=now,
        noted_at=None if other_takes_part else now,
        agreed_at=now if is_agreed and not other_takes_part else None,
    )
    if terms.says_something or terms.due_on:
        _offer(made, seat, terms, now)
    write_line(seat=seat, kind="extra_put" if other_takes_part else "extra_noted", now=now)
    return made


@transaction.atomic
def counter_extra(*, work: ExtraWork, seat: Seat, terms: OfferTerms, now: datetime) -> None:
    """Another price, other hours or another day lies there, and it is the other's turn. History: that it does.

    The same terms again change nothing. Refuses one that no longer waits, and an offer that says no price and no
    hours (NotAllowedError).
    """
    held = _hold(work, seat)
    if not held.is_open or not terms.says_something:
        raise NotAllowedError
    last = held.offer
    if last and last.made_by_id == seat.pk and _is_same(last, terms):
        return
    _offer(held, seat, terms, now)
    write_line(seat=seat, kind="extra_priced", now=now)


@transaction.atomic
def agree_extra(*, work: ExtraWork, seat: Seat, other_takes_part: bool, now: datetime, read: str | None = None) -> None:
    """Yes: it is part of what both agreed. History: that she said yes; once.

    `read` is the stamp of the offer she read. Alone at the table this notes that the other said yes by word of mouth.
    Refuses one's own offer while the other takes part, one without a price or hours, one that was dropped, and a yes
    to an offer that made way for another one meanwhile (NotAllowedError).
    """
    held = _hold(work, seat)
    if held.agreed_at:
        return
    offer = held.offer
    if read is not None and read != held.stamp:
        raise NotAllowedError
    if held.dropped_at or (other_takes_part and not may_agree(held, seat.party_id)):
        raise NotAllowedError
    if offer is None and other_takes_part:
        raise NotAllowedError
    ExtraWork.objects.filter(pk=held.pk).update(agreed_by=seat if other_takes_part else None, agreed_at=now)
    write_line(seat=seat, kind="extra_accepted" if other_takes_part else "extra_accepted_word", now=now)


@transaction.atomic
def drop_extra(*, work: ExtraWork, seat: Seat, now: datetime) -> None:
    """It need not be done: taken back, or rather not. It stays to be read. History: that it was; once.

    Refuses one that was agreed (NotAllowedError).
    """
    held = _hold(work, seat)
    if held.agreed_at:
        raise NotAllowedError
    if held.dropped_at is None:
        ExtraWork.objects.filter(pk=held.pk).update(dropped_by=seat, dropped_at=now)
        write_line(seat=seat, kind="extra_dropped", now=now)


def may_agree(work: ExtraWork, party: int) -> bool:
    """Whether this party can say yes: an offer of the other side lies there that says what it costs or takes."""
    offer = work.offer
    if not work.is_open or offer is None or (offer.price is None and offer.time is None):
        return False
    return offer.made_by is None or offer.made_by.party_id != party


def _offer(work: ExtraWork, seat: Seat, terms: OfferTerms, now: datetime) -> None:
    ExtraWorkOffer.objects.create(
        collaboration=seat.collaboration,
        work=work,
        amount="" if terms.amount is None or terms.is_free else str(terms.amount),
        hours="" if terms.hours is None else str(terms.hours),
        is_free=terms.is_free,
        due_on=terms.due_on,
        made_by=seat,
        made_at=now,
    )


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def _hold_table(seat: Seat) -> None:
    """Two people who act at once do so one after the other."""
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _hold(work: ExtraWork, seat: Seat) -> ExtraWork:
    _speaks(seat)
    if work.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    _hold_table(seat)
    return ExtraWork.objects.prefetch_related("offers__made_by").get(pk=work.pk)


def _is_same(lies_there: ExtraWorkOffer | None, terms: OfferTerms) -> bool:
    if lies_there is None:
        return not (terms.says_something or terms.due_on)
    asked = (Decimal(0) if terms.is_free else terms.amount, terms.hours, terms.due_on)
    return (lies_there.price, lies_there.time, lies_there.due_on) == asked
