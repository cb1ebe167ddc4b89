"""A trial project: paid, small, with an end; proposed by one, agreed by the other, evaluated by both."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.exchanges.models import Exchange
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id
from samenstroom.rules.trials import Course


class Trial(models.Model):
    """One proposal for a small, paid piece of work. A counter-proposal is a new one that replaces it.

    `pay` is `price`, `hours` or `unpaid`; amounts are decimals kept as text, in euro. `questions` are what both want
    to find out. `outside_by` noted that both agreed outside the app; the other can still confirm that here.
    """

    PURPOSE: ClassVar[str] = "trial"

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="trials")
    scope = SealedTextField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    pay = SealedTextField()
    price = SealedTextField(blank=True, default="")
    hours = SealedTextField(blank=True, default="")
    rate = SealedTextField(blank=True, default="")
    questions = SealedJSONField(default=list)
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    outside_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    outside_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    exchange = models.OneToOneField(Exchange, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["collaboration", "proposed_at"])]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_on(self) -> bool:
        """Both agreed, here or outside the app."""
        return self.agreed_at is not None or self.outside_at is not None

    @property
    def is_off(self) -> bool:
        """Another proposal took its place, or it was taken off the table."""
        return self.replaced_at is not None or self.dropped_at is not None

    @property
    def course(self) -> Course:
        """What the rule needs to say where it stands."""
        return Course(
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            is_on=self.is_on,
            is_off=self.is_off,
            is_finished=self.finished_at is not None,
            is_evaluated=self.exchange is not None and self.exchange.revealed_at is not None,
        )
