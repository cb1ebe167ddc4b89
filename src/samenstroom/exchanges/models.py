"""A sealed exchange: both sides answer the same questions apart; the second envelope opens both."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedJSONField
from samenstroom.kit.tokens import public_id


class Exchange(models.Model):
    """One time that both sides answer the same questions.

    `purpose` says for what (an acquaintance, the evaluation of a trial); the feature that began it knows the questions.
    `revealed_at` is set by the second answer, never by a clock; `closed_at` when it stops with one answer or none.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="exchanges")
    purpose = models.CharField(max_length=30)
    started_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    started_at = models.DateTimeField()
    revealed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["collaboration", "purpose"])]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_over(self) -> bool:
        """Nothing changes in it any more."""
        return self.revealed_at is not None or self.closed_at is not None


class ExchangeAnswer(models.Model):
    """What one person answers for her party. `answers`: question -> value, always encrypted.

    `sent_at` is public, the rest opens with the exchange, or when she frees it after it closed with hers alone.
    """

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="answers")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    answers = SealedJSONField(default=dict, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    freed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["exchange", "party"], name="one_exchange_answer_per_party")
        ]
