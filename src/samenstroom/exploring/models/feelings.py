"""Gut feelings: written in ten seconds, locked at once (memory flatters), private to one person."""

from __future__ import annotations

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class Feeling(models.Model):
    """What her gut said at one moment, about one collaboration or about none.

    `step`: 1 (nee) to 5 (ja). `sussed`: her head says something else. A prediction is a sentence with a percentage
    and a day on which it can be known. Nothing of this changes once written; only `outcome` is added later.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="feelings")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, null=True, blank=True, related_name="+")
    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    felt_at = models.DateTimeField()
    step = SealedJSONField()
    sussed = SealedJSONField(default=False)
    words = SealedTextField(blank=True, default="")
    subject = SealedTextField(blank=True, default="")
    prediction = SealedTextField(blank=True, default="")
    percent = SealedJSONField(default=None, blank=True)
    known_on = models.DateField(null=True, blank=True)
    outcome = SealedJSONField(default=None, blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id
