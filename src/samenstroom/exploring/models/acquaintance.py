"""Her own guide for a first long conversation: what she thinks, and what the other said. Private to one person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField


class OwnAcquaintance(models.Model):
    """One guide per person and collaboration. `answers`: question -> {"mine": her view, "said": what was said}.

    Nothing of it ever moves into the acquaintance that both sides fill in.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    answers = SealedJSONField(default=dict, blank=True)
    kept_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "collaboration"], name="one_own_acquaintance_per_person")
        ]

    def __str__(self) -> str:
        return str(self.pk)
