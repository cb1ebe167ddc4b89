"""A page both agree on: one proposes it, the other accepts it or proposes another; what was said stays readable."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedJSONField
from samenstroom.kit.tokens import public_id


class ProposedPage(models.Model):
    """One version of a page, which never changes. One proposes, the other accepts or proposes otherwise.

    The version that was accepted last holds, until a later one is accepted. Alone at the table it is noted. `LINE` is
    how its lines in the history begin: `_proposed`, `_noted`, `_accepted` and `_dropped` follow on it.
    """

    LINE: ClassVar[str]

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    content = SealedJSONField(default=dict)
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

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
