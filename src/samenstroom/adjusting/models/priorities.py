"""What changes for one side, told in time, and what the other says to it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.agreements.models import AgreementVersion
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class PriorityChange(models.Model):
    """What changes for one side (`party`), with what it does to time, money and roles. Both read it.

    `content`: `what`, `why`, `time`, `money`, `roles` in her words, and `terms`: name -> the value she proposes for a
    term of the agreement; `has_paper` when one held. `counters` is the one it answers with another proposal. `addendum`
    is what came of it on paper. Alone at the table it is noted (`noted_at`) and waits for nobody.
    """

    class Answer(models.TextChoices):
        YES = "yes", _("Ja, zo doen we het")
        OTHER = "other", _("Ik stel iets anders voor")
        NO = "no", _("Nee, liever niet")

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="priority_changes")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    told_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField()
    starts_on = models.DateField(null=True, blank=True)
    content = SealedJSONField(default=dict)
    counters = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer, blank=True, default="")
    answered_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_words = SealedTextField(blank=True, default="")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    addendum = models.ForeignKey(AgreementVersion, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["collaboration", "told_at"])]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        """It waits for what the other says."""
        return not (self.answered_at or self.withdrawn_at or self.noted_at)

    @property
    def is_agreed(self) -> bool:
        """The other said yes, or it was noted by one who is alone at the table."""
        return self.withdrawn_at is None and (self.answer == self.Answer.YES or self.noted_at is not None)

    @property
    def touches_terms(self) -> bool:
        """It changes something that stands on paper: hours, money, an end, or who does what."""
        return bool(self.content.get("has_paper") and (self.content.get("terms") or self.content.get("roles")))
