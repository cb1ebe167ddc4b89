"""The action plan: who does what, by when, and every word about a day that would not be met."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class Task(models.Model):
    """One thing to do, shared by both. `content` is sealed: `what`, and a `note`.

    `owner` is whose it is; None is both. `promised_at` is when its owner took it on: a day that only the other named is
    no promise. `waiting_on` stays after the waiting ended, with `waiting_until`. `source` says where it came from by
    itself (`repair:<id>`), once at a table.
    """

    class DueKind(models.TextChoices):
        HARD = "hard", _("vaste dag")
        TARGET = "target", _("streefdag")

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="tasks")
    source = models.CharField(max_length=80, blank=True, default="")
    content = SealedJSONField(default=dict)
    owner = models.ForeignKey(Party, models.SET_NULL, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    due_kind = models.CharField(max_length=6, choices=DueKind, blank=True, default="")
    added_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)
    promised_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    waiting_on = models.ForeignKey(Party, models.SET_NULL, null=True, blank=True, related_name="+")
    waiting_since = models.DateTimeField(null=True, blank=True)
    waiting_until = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    dropped_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["collaboration", "dropped_at"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["collaboration", "source"], condition=~models.Q(source=""), name="one_task_per_source"
            )
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def what(self) -> str:
        return str(self.content.get("what", ""))

    @property
    def is_open(self) -> bool:
        """On the plan, and not done."""
        return self.done_at is None and self.dropped_at is None

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for one side now."""
        return self.is_open and self.waiting_since is not None and self.waiting_until is None


class TaskWord(models.Model):
    """That a day will not be met, with a new one: hers holds at once. The other may find it fine, or name another."""

    class Answer(models.TextChoices):
        FINE = "fine", _("goed")
        OTHER = "other", _("liever een andere dag")

    task = models.ForeignKey(Task, models.CASCADE, related_name="words")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField()
    old_due = models.DateField()
    new_due = models.DateField()
    reason = SealedTextField(blank=True, default="")
    answer = models.CharField(max_length=5, choices=Answer, blank=True, default="")
    answer_due = models.DateField(null=True, blank=True)
    answer_words = SealedTextField(blank=True, default="")
    answered_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.task_id}: {self.old_due} > {self.new_due}"

    @property
    def holds(self) -> date:
        """The day that holds since: hers, or the one that the other named."""
        return self.answer_due or self.new_due
