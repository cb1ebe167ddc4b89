"""Access that is taken back when it ends: done by one, confirmed by the other."""

from __future__ import annotations

from django.db import models

from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id


class AccessBack(models.Model):
    """One access: to what, who takes it back (`taker`, None for both), done by, confirmed by the other side.

    `source` says where it came from (a line in the logbook, the handover), so that it is not offered twice.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="accesses_back")
    text = SealedTextField()
    taker = models.ForeignKey(Party, models.SET_NULL, null=True, blank=True, related_name="+")
    source = SealedTextField(blank=True, default="")
    added_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField()
    done_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id
