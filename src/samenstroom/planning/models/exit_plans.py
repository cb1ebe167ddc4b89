"""What both agree for when it ever stops, and what one of them thinks up for herself."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedJSONField
from samenstroom.kit.tokens import public_id


class ExitPlan(models.Model):
    """One version of the page, which never changes. One proposes, the other accepts or proposes otherwise.

    The version that was accepted last holds, until a later one is accepted. Alone at the table it is noted. `content`:
    question -> answer, from `exit_plan.yaml`.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="exit_plans")
    content = SealedJSONField(default=dict)
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_there(self) -> bool:
        """Neither replaced nor taken off the table."""
        return self.replaced_at is None and self.dropped_at is None

    @property
    def holds(self) -> bool:
        """Both accepted it, or it was noted by one who is alone at the table."""
        return self.is_there and (self.accepted_at is not None or self.noted_at is not None)

    @property
    def is_open(self) -> bool:
        """It lies there and waits for a yes."""
        return self.is_there and not self.holds


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
