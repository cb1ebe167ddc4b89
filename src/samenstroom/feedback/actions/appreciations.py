"""Saying what one appreciates."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Seat
from samenstroom.feedback.models import Appreciation
from samenstroom.kit import clock


@transaction.atomic
def appreciate(*, seat: Seat, words: str, now: datetime) -> Appreciation:
    """The other reads these words. History: that she said what she appreciates. The same words on one day are one.

    Refuses who only reads along.
    """
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    for one in Appreciation.objects.filter(collaboration=seat.collaboration, seat=seat).order_by("-pk")[:5]:
        if one.words == words and clock.day_of(one.given_at) == clock.day_of(now):
            return one
    made = Appreciation.objects.create(collaboration=seat.collaboration, seat=seat, words=words, given_at=now)
    write_line(seat=seat, kind="appreciated", now=now)
    return made
