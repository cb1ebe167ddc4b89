"""The last day on which a version can be signed: chosen when it is put, and over at midnight here."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from samenstroom.agreements.models import AgreementVersion
from samenstroom.kit import clock

CHOICES = (7, 14, 30)
"""Days one can choose from; none is fine too."""


def last_day(days: int | None, now: datetime) -> date | None:
    """The last day, so many days from today; None without one."""
    return None if days is None else clock.day_of(now) + timedelta(days=days)


def is_past(version: AgreementVersion, now: datetime) -> bool:
    """The last day is over, whether or not that was written down yet."""
    if version.expired_at is not None:
        return True
    return version.expires_on is not None and clock.day_of(now) > version.expires_on
