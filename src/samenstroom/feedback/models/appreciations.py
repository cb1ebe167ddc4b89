"""A word of appreciation, for the other."""

from __future__ import annotations

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id


class Appreciation(models.Model):
    """What somebody appreciates, as the other reads it. It is never counted against anybody."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="appreciations")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    words = SealedTextField()
    given_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id
