"""A pause: proposed and agreed, or noted by one; ended earlier by either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from samenstroom.adjusting.models import Pause
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit import clock
from samenstroom.rules.pauses import Span, ended_early


class OverlapError(Exception):
    """They stand still on some of those days already."""


@dataclass(frozen=True)
class PauseTerms:
    """From, until, and what stands still; an open end has a day to look at it again."""

    starts_on: date
    resumes_on: date | None
    look_again_on: date | None
    still: Sequence[str]
    words: str = ""
    reason: str = ""

    @property
    def span(self) -> Span:
        return Span(self.starts_on, self.resumes_on)


@transaction.atomic
def propose_pause(*, seat: Seat, terms: PauseTerms, other_takes_part: bool, now: datetime) -> Pause:
    """A pause lies on the table and counts once the other agrees; alone at the table it is noted, and counts at once.

    Replaces an open proposal. History: that it was proposed or noted; the same again changes nothing. Refuses who only
    reads along (NotAllowedError), and days on which they stand still already (OverlapError).
    """
    _speaks(seat)
    _hold_table(seat)
    _refuse_overlap(seat, terms.span, clock.day_of(now))
    open_proposals = Pause.objects.filter(
        collaboration=seat.collaboration, agreed_at=None, noted_at=None, dropped_at=None
    )
    for one in open_proposals:
        if one.proposed_by_id == seat.pk and _is_same(one, terms):
            return one
    open_proposals.update(dropped_at=now)
    made = Pause.objects.create(
        collaboration=seat.collaboration,
        starts_on=terms.starts_on,
        resumes_on=terms.resumes_on,
        look_again_on=terms.look_again_on,
        still=list(terms.still),
        words=terms.words,
        reason=terms.reason,
        proposed_by=seat,
        proposed_at=now,
        noted_at=None if other_takes_part else now,
    )
    write_line(seat=seat, kind="pause_proposed" if other_takes_part else "pause_noted", now=now)
    return made


@transaction.atomic
def agree_pause(*, pause: Pause, seat: Seat, now: datetime) -> None:
    """The other side says yes: they stand still on those days. History: that she agreed; once.

    Refuses one's own proposal, one that no longer lies there or that is over (NotAllowedError), and days on which
    they stand still already (OverlapError).
    """
    _speaks(seat)
    held = _hold(pause, seat)
    is_own = held.proposed_by is None or held.proposed_by.party_id == seat.party_id
    if is_own or held.dropped_at or held.noted_at or held.span.is_over(clock.day_of(now)):
        raise NotAllowedError
    if held.agreed_at:
        return
    _refuse_overlap(seat, held.span, clock.day_of(now))
    Pause.objects.filter(pk=held.pk).update(agreed_by=seat, agreed_at=now)
    write_line(seat=seat, kind="pause_accepted", now=now)


@transaction.atomic
def drop_pause(*, pause: Pause, seat: Seat, now: datetime) -> None:
    """A proposal lies on the table no more: taken back, or rather not. History: that it was; once.

    Refuses a pause that counts already (NotAllowedError): that one is ended.
    """
    _speaks(seat)
    held = _hold(pause, seat)
    if held.counts:
        raise NotAllowedError
    if held.dropped_at is None:
        Pause.objects.filter(pk=held.pk).update(dropped_at=now)
        write_line(seat=seat, kind="pause_dropped", now=now)


@transaction.atomic
def end_pause(*, pause: Pause, seat: Seat, now: datetime) -> None:
    """They go on from today, earlier than agreed; either side may say so. History: that it ended; once.

    A pause that has not begun then never begins. Refuses one that does not count (NotAllowedError).
    """
    _speaks(seat)
    held, today = _hold(pause, seat), clock.day_of(now)
    if not held.counts:
        raise NotAllowedError
    if held.ended_on or held.span.is_over(today):
        return
    Pause.objects.filter(pk=held.pk).update(ended_by=seat, ended_on=ended_early(held.span, today).resumes_on)
    write_line(seat=seat, kind="pause_ended", now=now)


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def _hold_table(seat: Seat) -> None:
    """Two people who act at once do so one after the other."""
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _hold(pause: Pause, seat: Seat) -> Pause:
    if pause.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    _hold_table(seat)
    return Pause.objects.select_related("proposed_by").get(pk=pause.pk)


def _refuse_overlap(seat: Seat, span: Span, today: date) -> None:
    for one in Pause.objects.filter(collaboration=seat.collaboration, dropped_at=None):
        if one.counts and not one.span.is_over(today) and one.span.overlaps(span):
            raise OverlapError


def _is_same(lies_there: Pause, terms: PauseTerms) -> bool:
    days = (lies_there.starts_on, lies_there.resumes_on, lies_there.look_again_on)
    words = (list(lies_there.still), str(lies_there.words), str(lies_there.reason))
    asked = (list(terms.still), terms.words, terms.reason)
    return days == (terms.starts_on, terms.resumes_on, terms.look_again_on) and words == asked
