"""What people were shown and what they did with it. Findings themselves are computed when looked at."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class ShownFinding(models.Model):
    """A finding as it was shown to one person, with its evidence and the version of its rule. Private.

    So she can prove later what she was told in March. `fingerprint` is a keyed hash: it tells whether a finding
    still rests on the same facts, and nothing to whoever reads the database.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=64)
    finding = SealedJSONField(default=dict)
    shown_at = models.DateTimeField()
    set_aside_at = models.DateTimeField(null=True, blank=True)
    set_aside_reason = SealedTextField(blank=True, default="")
    snoozed_until = models.DateField(null=True, blank=True)
    talked_on = models.DateField(null=True, blank=True)
    helped = SealedTextField(blank=True, default="")
    asked_helped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "collaboration", "fingerprint"], name="a_finding_is_shown_once")
        ]


class SeenMark(models.Model):
    """A person looked at something; only she knows. Keeps Vandaag calm."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    key = models.CharField(max_length=80)
    seen_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "key"], name="one_mark_per_thing")]
