"""How long both keep what is here: a day they agree on. Without one it stays until both throw it away."""

from __future__ import annotations

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.tokens import public_id


class KeepTerm(models.Model):
    """One proposal; it counts once the other side agreed. A new one takes the place of an open one.

    `warned_at`: both were first told that the day comes near. Nothing is erased sooner than a week after that.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="keep_terms")
    until = models.DateField()
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    warned_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id
