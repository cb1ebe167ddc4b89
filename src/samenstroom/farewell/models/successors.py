"""Who takes over: somebody outside, behind a link that opens exactly what both sides released to her."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.outside import OutsideLink, OutsideLook
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id

from .handover import HandoverItem


class Successor(OutsideLink):
    """Somebody whom one side proposed. Both see who, every link that was made and every look of hers."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="successors")
    name = SealedTextField()
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    minted_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return self.public_id

    @property
    def first_name(self) -> str:
        """What both call her."""
        return str(self.name).split(" ", maxsplit=1)[0]


class HandoverRelease(models.Model):
    """One side lets this successor read this item, exactly as `text` says. Other words need another tick."""

    successor = models.ForeignKey(Successor, models.CASCADE, related_name="releases")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    item = models.ForeignKey(HandoverItem, models.CASCADE, related_name="releases")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    text = SealedJSONField(default=dict)
    released_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["successor", "item", "party"], name="one_release_per_side")
        ]


class SuccessorLook(OutsideLook):
    """The successor looked: both sides see it."""

    successor = models.ForeignKey(Successor, models.CASCADE, related_name="looks")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["successor", "looked_at"], name="one_look_a_minute")]


class SuccessorTick(models.Model):
    """The successor says of one item: I have seen this."""

    successor = models.ForeignKey(Successor, models.CASCADE, related_name="ticks")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    item = models.ForeignKey(HandoverItem, models.CASCADE, related_name="+")
    ticked_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["successor", "item"], name="one_tick_per_item")]


class SuccessorQuestion(models.Model):
    """A question of the successor; both sides and she read it."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    successor = models.ForeignKey(Successor, models.CASCADE, related_name="questions")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    text = SealedTextField()
    asked_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id


class SuccessorAnswer(models.Model):
    """What one side answers; one answer per side, the last words stand."""

    question = models.ForeignKey(SuccessorQuestion, models.CASCADE, related_name="answers")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    text = SealedTextField()
    answered_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["question", "party"], name="one_answer_per_side")]
