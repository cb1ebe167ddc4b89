"""A change of a signed agreement that one person is still writing."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField


class AddendumDraft(models.Model):
    """What she wants to change, for herself until she puts it on the table; one per person and collaboration.

    `change` is a `Change` of `rules.agreement.amending` as data, made from what held when she last wrote.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="addendum_drafts")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    change = SealedJSONField(default=dict)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "collaboration"], name="one_addendum_draft_per_person")
        ]

    def __str__(self) -> str:
        return f"addendum draft {self.pk}"
