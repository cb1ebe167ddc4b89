"""After the end: staying in touch, for oneself, and whether the other may name me as a reference."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedTextField


class KeepInTouch(models.Model):
    """A sentence and a day, only for herself. On that day Vandaag says so, until she has seen it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    words = SealedTextField(blank=True, default="")
    remind_on = models.DateField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "collaboration"], name="one_keep_in_touch")]

    def __str__(self) -> str:
        return str(self.pk)


class ReferenceYes(models.Model):
    """One side says that the other may name her as a reference; she can take it back."""

    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["collaboration", "party"], name="one_reference_yes_per_side")
        ]

    def __str__(self) -> str:
        return str(self.pk)
