"""The page with the readiness test that a professional shares: her own address and introduction."""

from __future__ import annotations

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.kit.sealing import SealedTextField


class ReadinessPage(models.Model):
    """What she made of her page, and what of it others see.

    `introduction` is what she is writing, for her alone. `shown` is the text of the moment she opened the page or
    put a new text on it. The page is there for others from `opened_at` until `closed_at`.
    """

    person = models.OneToOneField(Person, models.CASCADE, related_name="readiness_page")
    slug = models.CharField(max_length=40, unique=True)
    introduction = SealedTextField(blank=True, default="")
    shown = models.TextField(blank=True, default="")
    may_be_found = models.BooleanField(default=False)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.slug

    @property
    def is_open(self) -> bool:
        """Whether others can see it now."""
        return self.opened_at is not None and self.closed_at is None
