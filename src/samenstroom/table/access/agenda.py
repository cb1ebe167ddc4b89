"""What somebody's calendar holds: hers, and nobody else's."""

from __future__ import annotations

from datetime import datetime

from samenstroom.accounts.models import Person
from samenstroom.agenda.models import CalendarFeed
from samenstroom.agenda.queries.coming import Coming
from samenstroom.agenda.queries.everything import coming_for
from samenstroom.agenda.queries.feeds import feed_of


def calendar_feed_of(person: Person) -> CalendarFeed:
    """How she set her calendar."""
    return feed_of(person)


def coming_up_for(person: Person, now: datetime) -> list[Coming]:
    """What lies ahead for her."""
    return coming_for(person, now)
