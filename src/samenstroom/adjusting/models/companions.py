"""Somebody who looks along at a table: proposed by one of the two, and only with the yes of the other."""

from __future__ import annotations

from datetime import date

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id


class Companion(models.Model):
    """A mentor or coach who may read what both wrote, until a day. Proposed by one side and agreed by the other.

    `name` is how she is called here, `until_on` the last day on which it counts; a later day is asked anew. Either
    side ends it at once. It says nothing about what one of the two shows of her own.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="companions")
    name = SealedTextField()
    until_on = models.DateField()
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        """It lies on the table and was not answered."""
        return self.agreed_at is None and self.dropped_at is None

    def counts_on(self, today: date) -> bool:
        """Both said yes, nobody ended it, and the last day has not passed."""
        return self.agreed_at is not None and self.ended_at is None and today <= self.until_on
