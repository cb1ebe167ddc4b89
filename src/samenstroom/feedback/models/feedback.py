"""Feedback in one shape: what, why it matters, argument or taste, source, a proposal."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class Direction(models.TextChoices):
    """Whose feedback it is: one gives it here, or notes what the other said."""

    GIVEN = "given", _("gegeven")
    RECEIVED = "received", _("gekregen")


class Feedback(models.Model):
    """Feedback that both read. `said` holds what, why, ground, source, source_year and proposal.

    `by` is who shared it; of received feedback the other said it, on `said_on`. It never changes after that.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="feedback")
    direction = models.CharField(max_length=8, choices=Direction)
    by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    said = SealedJSONField(default=dict)
    said_on = models.DateField()
    shared_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id


class FeedbackAnswer(models.Model):
    """What a side answers, and what they agreed as she understood it. One per side; it stays."""

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="answers")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")
    words = SealedTextField(blank=True, default="")
    agreed = SealedTextField(blank=True, default="")
    answered_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["feedback", "seat"], name="one_feedback_answer_per_seat")
        ]


class FeedbackDraft(models.Model):
    """Feedback she is still writing: hers alone. `cools_until` is the day on which she wants to read it again."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    content = SealedJSONField(default=dict)
    cools_until = SealedTextField(blank=True, default="")
    written_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id
