"""An advice against a plan or a request: in time, with a reason, and without refusing."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id

from .extra_work import ExtraWork

READ, FOLLOWS, OTHERWISE = "read", "follows", "otherwise"
CHOICES = (READ, FOLLOWS, OTHERWISE)


@dataclass(frozen=True)
class AdviceText:
    """Everything the other reads."""

    asked: str
    instead: str
    why: str
    source: str = ""
    source_year: str = ""
    anyway: str = ""


class Advice(models.Model):
    """What was asked, what is advised instead and why; the other chooses, and later either side says how it went.

    `choice` is what the other made of it: read it, follows it, or chose otherwise.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="advices")
    extra_work = models.ForeignKey(ExtraWork, models.SET_NULL, null=True, blank=True, related_name="advices")
    asked = SealedTextField(default="")
    instead = SealedTextField(default="")
    why = SealedTextField(default="")
    source = SealedTextField(blank=True, default="")
    source_year = SealedTextField(blank=True, default="")
    anyway = SealedTextField(blank=True, default="")
    given_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField()
    choice = SealedTextField(blank=True, default="")
    answer_words = SealedTextField(blank=True, default="")
    answered_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    outcome = SealedTextField(blank=True, default="")
    outcome_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    outcome_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id
