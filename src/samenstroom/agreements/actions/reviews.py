"""Looking at the agreement together: one tells how it went, the other agrees; alone it is noted."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from samenstroom.agreements.models import Review
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit import clock

from .versions import speaks


@transaction.atomic
def say_review(
    *, seat: Seat, outcome: str, words: str, looked_on: date, other_takes_part: bool, now: datetime
) -> Review:
    """How they looked at the agreement lies on the table; alone at the table it counts at once.

    Another account of it, from either side, takes the place of one that was not agreed. The same again changes nothing.
    History: that it was said, or noted. Refuses who only reads along, and a day to come (NotAllowedError).
    """
    speaks(seat)
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    if looked_on > clock.day_of(now):
        raise NotAllowedError
    rows = Review.objects.filter(collaboration=seat.collaboration, withdrawn_at=None).select_related("said_by")
    newest = rows.order_by("-said_at", "-pk").first()
    if newest and _is_same(newest, seat, outcome, words, looked_on):
        return newest
    if newest and newest.waits:
        Review.objects.filter(pk=newest.pk).update(withdrawn_at=now)
    made = Review.objects.create(
        collaboration=seat.collaboration,
        outcome=Review.Outcome(outcome).value,
        words=words,
        looked_on=looked_on,
        said_by=seat,
        said_at=now,
        noted_at=None if other_takes_part else now,
    )
    write_line(seat=seat, kind="review_said" if other_takes_part else "review_noted", now=now)
    return made


@transaction.atomic
def agree_review(*, review: Review, seat: Seat, now: datetime) -> None:
    """Both say so: it counts, and the next moment to look is counted from it.

    History: that she agreed; once. Refuses one's own account, and one that no longer waits (NotAllowedError).
    """
    held = _hold(review, seat)
    if held.agreed_at and held.withdrawn_at is None:
        return
    if not held.waits or held.said_by is None or held.said_by.party_id == seat.party_id:
        raise NotAllowedError
    Review.objects.filter(pk=held.pk).update(agreed_by=seat, agreed_at=now)
    write_line(seat=seat, kind="review_agreed", now=now)


@transaction.atomic
def withdraw_review(*, review: Review, seat: Seat, now: datetime) -> None:
    """Who said it takes it back before the other agreed. History: that she did; once.

    Refuses the other's account, and one that was agreed or noted (NotAllowedError).
    """
    held = _hold(review, seat)
    if held.withdrawn_at:
        return
    if not held.waits or held.said_by is None or held.said_by.party_id != seat.party_id:
        raise NotAllowedError
    Review.objects.filter(pk=held.pk).update(withdrawn_at=now)
    write_line(seat=seat, kind="review_withdrawn", now=now)


def _hold(review: Review, seat: Seat) -> Review:
    speaks(seat)
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    found = Review.objects.filter(pk=review.pk, collaboration=seat.collaboration_id).select_related("said_by").first()
    if found is None:
        raise NotAllowedError
    return found


def _is_same(earlier: Review, seat: Seat, outcome: str, words: str, looked_on: date) -> bool:
    is_own = earlier.said_by is not None and earlier.said_by.party_id == seat.party_id
    return is_own and (earlier.outcome, earlier.words, earlier.looked_on) == (outcome, words, looked_on)
