"""A pause: from, until, and what stands still meanwhile."""

from __future__ import annotations

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id
from samenstroom.rules.pauses import Span


class Pause(models.Model):
    """Both stand still for a while. Proposed by one and agreed by the other, or noted by one who is alone at the table.

    `resumes_on` is the day on which they go on; None is an open end, and then `look_again_on` is the day to look at it
    again. `still` names what stands still. `ended_on` is the day on which somebody ended it earlier.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="pauses")
    starts_on = models.DateField()
    resumes_on = models.DateField(null=True, blank=True)
    look_again_on = models.DateField(null=True, blank=True)
    still = SealedJSONField(default=list)
    words = SealedTextField(blank=True, default="")
    reason = SealedTextField(blank=True, default="")
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    ended_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def counts(self) -> bool:
        """Both agreed, or it was noted by one who is alone at the table."""
        return self.dropped_at is None and (self.agreed_at is not None or self.noted_at is not None)

    @property
    def span(self) -> Span:
        """The days on which they stand still."""
        return Span(self.starts_on, self.ended_on or self.resumes_on)
