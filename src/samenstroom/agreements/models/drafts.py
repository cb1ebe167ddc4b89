"""An agreement somebody is writing, what she knows for herself, and the remarks of the check she put aside. Private."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.sealing import SealedJSONField, SealedTextField


class AgreementDraft(models.Model):
    """What she is writing, until she puts it on the table. One per person and collaboration; nobody else knows of it.

    `content` is an open agreement document. `beside` is what belongs to the writing: who does the work (`provider`:
    `me` or `other`), which questions she passed (`passed`), and the number of the version it began from
    (`from_version`).
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="agreement_drafts")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    content = SealedJSONField(default=dict)
    beside = SealedJSONField(default=dict)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "collaboration"], name="one_agreement_draft_per_person")
        ]

    def __str__(self) -> str:
        return f"agreement draft {self.pk}"


class OwnFacts(models.Model):
    """What the check needs to know of her alone, such as which part of her income this is. Never in a document."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="own_facts")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    facts = SealedJSONField(default=dict)
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "collaboration"], name="one_set_of_own_facts_per_person")
        ]

    def __str__(self) -> str:
        return f"own facts {self.pk}"


class RuleAside(models.Model):
    """A remark of the check that she put aside, with her reason. It comes back only when what it is about changed.

    `rule` is the id of the rule; `values` is what its clause said at that moment.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="rules_aside")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    rule = SealedTextField()
    reason = SealedTextField()
    values = SealedJSONField(default=dict)
    aside_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "collaboration"])]

    def __str__(self) -> str:
        return f"rule aside {self.pk}"
