"""Red-flag scans: filled in at her own pace, locked once finished (memory flatters), private to one person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField
from samenstroom.kit.tokens import public_id


class Scan(models.Model):
    """One look at what waves, about one collaboration.

    `answers` and `stretch` hold, per question, what she gave, her note, and how often it was kept (`turn`).
    `content_version` is the version of the questions when she finished. At most one scan of hers is unfinished.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="scans")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    answers = SealedJSONField(default=dict, blank=True)
    stretch = SealedJSONField(default=dict, blank=True)
    content_version = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "collaboration"], condition=Q(finished_at=None), name="one_draft_scan_per_person"
            )
        ]

    def __str__(self) -> str:
        return self.public_id
