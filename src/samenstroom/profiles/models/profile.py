"""Who she is as somebody to work with, in her own words. Private to one person."""

from __future__ import annotations

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.kit.sealing import SealedJSONField, SealedTextField


class Profile(models.Model):
    """What she knows of herself: one per person, each part kept by itself, everything encrypted.

    `values` is a list in her order: ids from the content file, or her own words as `{"own": "..."}`.
    `hourly_rate` is an amount in euros as text ("65.00"), or empty.
    """

    person = models.OneToOneField(Person, models.CASCADE, related_name="profile")
    values = SealedJSONField(default=list, blank=True)
    flourish = SealedTextField(blank=True, default="")
    ideal_client = SealedTextField(blank=True, default="")
    vision = SealedTextField(blank=True, default="")
    expertise = SealedTextField(blank=True, default="")
    left_to_others = SealedTextField(blank=True, default="")
    channels = SealedTextField(blank=True, default="")
    response_time = SealedTextField(blank=True, default="")
    working_hours = SealedTextField(blank=True, default="")
    hourly_rate = SealedTextField(blank=True, default="")
    rates = SealedTextField(blank=True, default="")
    changed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"profile of {self.person_id}"
