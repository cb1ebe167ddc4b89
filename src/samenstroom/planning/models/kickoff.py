"""A kick-off: a moment to talk, what is on the agenda, one sentence per goal, and a preparation of one's own."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class SharedGoal(models.Model):
    """One sentence that says what both want to reach. One proposes, the other accepts; alone at the table it is noted.

    `number` counts the sentences of a table. `about` is an id from `kickoff.yaml`. A sentence that is to take the place
    of another has the number of that one in `replaces`; the other one holds until the new one is accepted.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="shared_goals")
    number = models.PositiveIntegerField()
    about = SealedTextField(blank=True, default="")
    text = SealedTextField()
    replaces = models.PositiveIntegerField(null=True, blank=True)
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["collaboration", "number"], name="one_shared_goal_per_number")
        ]

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


class AgendaPoint(models.Model):
    """Something that one of them wants to talk about at the kick-off; both read it."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="agenda_points")
    text = SealedTextField()
    added_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id


class KickoffTalk(models.Model):
    """When and where they talk. Proposed by one and agreed by the other, or noted by one who is alone at the table.

    `sequence` grows with each change, also with a yes, so that a calendar replaces what it has under the same name.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="kickoff_talks")
    begins_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    place = SealedTextField(blank=True, default="")
    sequence = models.PositiveSmallIntegerField(default=0)
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def counts(self) -> bool:
        """Both agreed, or it was noted by one who is alone at the table."""
        return self.cancelled_at is None and (self.agreed_at is not None or self.noted_at is not None)

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.begins_at + timedelta(minutes=self.minutes)


class OwnKickoff(models.Model):
    """Her own preparation, one per person and collaboration, private.

    `answers`: question -> {"mine": her view, "guess": what she thinks the other will say, "said": what was said}.
    Nothing of it ever moves into the envelopes.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    answers = SealedJSONField(default=dict, blank=True)
    kept_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "collaboration"], name="one_own_kickoff_per_person")
        ]

    def __str__(self) -> str:
        return str(self.pk)
