"""Whose calendar an address reads, and how it is set."""

from __future__ import annotations

from samenstroom.accounts.models import Person
from samenstroom.agenda.models import CalendarFeed
from samenstroom.kit.tokens import token_hash


def feed_of(person: Person) -> CalendarFeed:
    """How she set it; off when she never did."""
    return CalendarFeed.objects.filter(person=person).first() or CalendarFeed(person=person)


def feed_by_token(token: str) -> CalendarFeed | None:
    """The feed that this address reads, while it is on and she is still here."""
    rows = CalendarFeed.objects.filter(token_hash=token_hash(token), person__is_active=True)
    return rows.select_related("person").first()
