"""Working agreements: how both reach each other, how fast they answer, and how they talk."""

from __future__ import annotations

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedJSONField
from samenstroom.kit.tokens import public_id


class WorkingAgreement(models.Model):
    """One version of the page, which never changes. One proposes, the other accepts or proposes otherwise.

    The version that was accepted last holds, until a later one is accepted. Alone at the table it is noted.
    `content`: `channels` (id -> what for), `response_days`, `days`, `from`, `until`, `reach`, `talks`, `talks_words`,
    `feedback` (ids), `feedback_words`, `urgent`.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="working_agreements")
    content = SealedJSONField(default=dict)
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_there(self) -> bool:
        """Neither replaced nor taken off the table."""
        return self.replaced_at is None and self.dropped_at is None

    @property
    def holds(self) -> bool:
        """Both accepted it, or it was noted by one who is alone at the table."""
        return self.is_there and (self.accepted_at is not None or self.noted_at is not None)

    @property
    def is_open(self) -> bool:
        """It lies there and waits for a yes."""
        return self.is_there and not self.holds
