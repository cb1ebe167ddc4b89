"""Her own room: what she has, and what each collaboration asks of it. Private to one person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField, SealedTextField


class OwnRoom(models.Model):
    """What she has to give: hours a week, the income she needs a month, her energy now (1 to 5). All may stay open."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="room")
    hours = SealedTextField(blank=True, default="")
    income = SealedTextField(blank=True, default="")
    energy = SealedJSONField(default=None, blank=True)
    saved_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.pk)


class Asked(models.Model):
    """What one collaboration asks of her room and brings into it. `is_running`: it is already being done."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    hours = SealedTextField(blank=True, default="")
    income = SealedTextField(blank=True, default="")
    energy = SealedJSONField(default=None, blank=True)
    starts_on = SealedTextField(blank=True, default="")
    is_running = SealedJSONField(default=False, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "collaboration"], name="one_asked_per_table")
        ]

    def __str__(self) -> str:
        return str(self.pk)
