"""A thank-you note: a draft that is hers alone, until she shares exactly this text."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedTextField


class ThankNote(models.Model):
    """One per person and table. `draft` is private; `words` is what she shared, and stays so."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    draft = SealedTextField(blank=True, default="")
    words = SealedTextField(blank=True, default="")
    shared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "collaboration"], name="one_thank_note")]

    def __str__(self) -> str:
        return str(self.pk)
