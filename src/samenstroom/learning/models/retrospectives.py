"""Her own look back on one collaboration. Private to one person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField
from samenstroom.kit.tokens import public_id


class Retrospective(models.Model):
    """One look back per person and collaboration, written at her own pace and open to go on with.

    `answers`: question -> answer, by the ids of `retrospective.yaml`. What the app knew from elsewhere is not in it.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="retrospectives")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    answers = SealedJSONField(default=dict, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "collaboration"], name="one_retrospective_per_person")
        ]

    def __str__(self) -> str:
        return self.public_id
