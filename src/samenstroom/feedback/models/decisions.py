"""A decision on record: who decided, on whose expertise, and what came of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.models import Collaboration, LineAnswer, Party, Seat
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class Advice(models.TextChoices):
    """What happened with an advice."""

    NONE = "none", _("Er was geen advies")
    FOLLOWED = "followed", _("Het advies is gevolgd")
    OVERRULED = "overruled", _("Er is anders gekozen dan het advies")


class MadeDecision(models.Model):
    """One decision, noted by one side. `decided_by` None: both decided. `expertise` None: of both, or of nobody.

    `content`: what, why, and the hours of work that were undone by it. `advice` and the rest are sealed with it.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="decisions_made")
    noted_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    decided_by = models.ForeignKey(Party, models.SET_NULL, null=True, blank=True, related_name="+")
    expertise = models.ForeignKey(Party, models.SET_NULL, null=True, blank=True, related_name="+")
    content = SealedJSONField(default=dict)
    decided_on = models.DateField()
    noted_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id


class DecisionWord(models.Model):
    """What a side says about a decision later: so it was, or otherwise; or what came of it."""

    decision = models.ForeignKey(MadeDecision, models.CASCADE, related_name="words")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")
    stance = models.CharField(max_length=10, choices=LineAnswer.Stance, blank=True, default="")
    words = SealedTextField(blank=True, default="")
    said_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["decision", "seat"], condition=~models.Q(stance=""), name="one_stance_per_decision_and_seat"
            )
        ]
