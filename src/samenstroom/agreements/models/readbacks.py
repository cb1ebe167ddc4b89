"""A deal by mail or by word of mouth, read back to the other side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


@dataclass(frozen=True)
class Deal:
    """What was agreed, how and on which day, with terms by their names in an agreement document."""

    words: str
    how: str
    agreed_on: date
    terms: Mapping[str, Any] = field(default_factory=dict)


class ReadBack(models.Model):
    """What one side heard or wrote, in her words. Counts once the other says: that is how it is.

    `how` is the way it was agreed (mail, phone, talk, chat), `terms` are values by their names in an agreement
    document. `noted_at`: noted by one who was alone at the table, so not confirmed. `replaced_at`: another read-back
    took its place.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="readbacks")
    words = SealedTextField(default="")
    how = SealedTextField(default="")
    agreed_on = models.DateField()
    terms = SealedJSONField(default=dict)
    put_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    put_at = models.DateTimeField()
    noted_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    contested_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    contested_at = models.DateTimeField(null=True, blank=True)
    contest_words = SealedTextField(blank=True, default="")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_off(self) -> bool:
        """No longer on the table."""
        return bool(self.withdrawn_at or self.replaced_at)
