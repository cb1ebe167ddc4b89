"""Work-in sessions: a day and an hour to learn the work from each other."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id

from .successors import Successor


class WorkInSession(models.Model):
    """Proposed by one, agreed by the other, or noted by one who is alone at the table.

    `successor`: she reads it once both agreed. `held` says whether it took place, in the words of who noted it.
    `sequence` grows with each change, also with a yes, so that a calendar replaces what it has under the same name.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="work_in_sessions")
    successor = models.ForeignKey(Successor, models.SET_NULL, null=True, blank=True, related_name="sessions")
    subject = SealedTextField()
    who = SealedTextField(blank=True, default="")
    begins_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    sequence = models.PositiveSmallIntegerField(default=0)
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    held = SealedTextField(blank=True, default="")
    looked_back_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def counts(self) -> bool:
        """Both agreed, or it was noted by one who is alone at the table."""
        return self.dropped_at is None and (self.agreed_at is not None or self.noted_at is not None)

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.begins_at + timedelta(minutes=self.minutes)
