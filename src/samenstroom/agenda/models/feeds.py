"""The address with which a calendar reads what lies ahead for one person. Private."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from samenstroom.accounts.models import Person


class CalendarFeed(models.Model):
    """One per person, once she turned it on. The address itself is never stored, only its hash.

    `token_hash` is None while it is off. `neutral_since`: from then on every title says the same, and names nobody.
    """

    person = models.OneToOneField(Person, models.CASCADE, related_name="calendar_feed")
    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    neutral_since = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_on(self) -> bool:
        """Whether there is an address that works."""
        return self.token_hash is not None

    @property
    def works_since(self) -> datetime | None:
        """When the address that works was made."""
        return self.made_at if self.is_on else None
