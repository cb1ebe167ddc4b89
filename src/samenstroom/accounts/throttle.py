"""How often something may be tried. Counted in the database, so that it holds over processes and restarts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from samenstroom.kit.locks import one_at_a_time
from samenstroom.kit.tokens import token_hash

from .events import note_refused
from .models import Person, Try


class TooManyTriesError(Exception):
    """Raised when a limit is reached; `retry_at` says when it is possible again."""

    def __init__(self, retry_at: datetime) -> None:
        super().__init__(f"too many tries, again at {retry_at.isoformat()}")
        self.retry_at = retry_at


@dataclass(frozen=True)
class Limit:
    """At most `times` tries within `window`."""

    times: int
    window: timedelta


CODE = Limit(5, timedelta(minutes=15))
CODE_A_DAY = Limit(20, timedelta(days=1))
LINK_REQUEST = Limit(3, timedelta(days=1))
EMAIL_CODE = Limit(4, timedelta(hours=1))
OF_A_LINK = ("code", "code-day", "mail", "mail-day")
"""Buckets at a personal link that nobody claimed yet: there is no person to name."""


def count_try(*, bucket: str, limit: Limit, now: datetime, person: Person | None = None) -> None:
    """Count one try in `bucket`. Raises TooManyTriesError when the limit was reached already.

    A refused try is not counted, so that waiting helps. Of a way in, and where `person` is given, the operator gets a
    line with what it was (the first word of the bucket) and of whom.
    """
    key = token_hash(bucket)
    try:
        with transaction.atomic():
            one_at_a_time(f"try:{key}")  # or so many at once would each find that there is room
            _count(key, limit, now)
    except TooManyTriesError:
        what = bucket.split(":")[0]
        if person is not None or what in OF_A_LINK:
            note_refused(f"stopped: {what}", person)
        raise


def _count(key: str, limit: Limit, now: datetime) -> None:
    recent = Try.objects.filter(bucket=key, at__gt=now - limit.window).order_by("at")
    tries = list(recent.values_list("at", flat=True))
    if len(tries) >= limit.times:
        raise TooManyTriesError(tries[-limit.times] + limit.window)
    Try.objects.create(bucket=key, at=now)


def forget_tries(*, now: datetime) -> int:
    """Throw away tries that no limit looks at any more; returns how many."""
    deleted, _ = Try.objects.filter(at__lt=now - timedelta(days=2)).delete()
    return deleted


def forget_tries_in(*, bucket: str, before: datetime) -> None:
    """Throw away tries of one bucket that its limit no longer looks at: where tries are many."""
    Try.objects.filter(bucket=token_hash(bucket), at__lte=before).delete()
