"""The closing statement: one text that both accept when everything is settled, or all but what it names."""

from __future__ import annotations

from django.db import models

from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class ClosingStatement(models.Model):
    """One text, proposed by one and accepted by the other; a changed text is a new one.

    `except_for` are the open items it names, as they read at that moment. `noted_by` wrote it down alone, while nobody
    of the other side took part; the other can still accept it.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="closing_statements")
    words = SealedTextField()
    except_for = SealedJSONField(default=list)
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    noted_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    noted_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id
