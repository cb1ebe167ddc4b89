"""A blind proposal: each side names her limit, and only whether the two meet comes out."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id

from .conflicts import Conflict


class BlindRound(models.Model):
    """One time that both name a limit. `receiver` would get the amount; the other side would pay it.

    It is compared once, at the moment the second limit comes in, and both limits are frozen then: nobody can try one
    limit after another against the same limit of the other. `middle` is filled only when the two meet.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    conflict = models.ForeignKey(Conflict, models.CASCADE, related_name="blind_rounds")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    receiver = models.ForeignKey(Party, models.CASCADE, related_name="+")
    started_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    started_at = models.DateTimeField()
    compared_at = models.DateTimeField(null=True, blank=True)
    middle = SealedTextField(blank=True, default="")
    stopped_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        """It still takes limits."""
        return self.compared_at is None and self.stopped_at is None


class BlindLimit(models.Model):
    """The least she would take, or the most she would pay. Read by nobody but her, also after it was compared.

    `sent_at` is of the first time, so that changing it before the other sent leaves no trace.
    """

    round = models.ForeignKey(BlindRound, models.CASCADE, related_name="limits")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    amount = SealedTextField()
    sent_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "party"], name="one_blind_limit_per_party")]


class BlindAnswer(models.Model):
    """What a side says to the amount in the middle: yes or no, once."""

    round = models.ForeignKey(BlindRound, models.CASCADE, related_name="answers")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")
    says_yes = models.BooleanField()
    said_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "seat"], name="one_blind_answer_per_seat")]
