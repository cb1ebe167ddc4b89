"""Another last day: proposed by one, agreed by the other, as long as it is not closed."""

from __future__ import annotations

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id

from .endings import Ending


class LastDay(models.Model):
    """One proposal for another last day, with a sentence. A new proposal takes the place of an open one."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    ending = models.ForeignKey(Ending, models.CASCADE, related_name="last_days")
    last_on = models.DateField()
    words = SealedTextField(blank=True, default="")
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id
