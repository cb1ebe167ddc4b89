"""What both agree for when it ever stops, and what one of them thinks up for herself."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField

from .pages import ProposedPage


class ExitPlan(ProposedPage):
    """One version of what both agree for when it stops. `content`: question -> answer, from `exit_plan.yaml`."""

    LINE: ClassVar = "exit_plan"


class OwnExitPlan(models.Model):
    """What one person does if it stops, one per person and collaboration, private. `answers`: question -> answer."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    answers = SealedJSONField(default=dict, blank=True)
    kept_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "collaboration"], name="one_own_exit_plan_per_person")
        ]

    def __str__(self) -> str:
        return str(self.pk)
