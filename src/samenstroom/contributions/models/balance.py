"""Her own look at the balance of a collaboration. Private to one person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField


class OwnBalance(models.Model):
    """One per person and collaboration. `answers`: `named`, what the other does; `share`, her own part in percent.

    Nothing of it ever moves into the look at the balance that both take.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    answers = SealedJSONField(default=dict, blank=True)
    kept_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "collaboration"], name="one_own_balance_per_person")
        ]

    def __str__(self) -> str:
        return str(self.pk)
