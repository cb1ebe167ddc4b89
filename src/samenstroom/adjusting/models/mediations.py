"""A mediator: proposed by one, agreed by the other, and behind a link that opens what both ticked."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.accounts.models import Person
from samenstroom.accounts.outside import OutsideLink, OutsideLook
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit import clock
from samenstroom.kit.sealing import SealedTextField
from samenstroom.kit.tokens import public_id


class Mediation(OutsideLink):
    """Somebody whom both ask in, until `ends_on`. Counts once the other agreed.

    Alone at the table nobody is let in: `noted_at` says that she asked somebody. `dropped_at`: taken off the table
    before it counted. `ended_at`: either side stopped it.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="mediations")
    name = SealedTextField()
    words = SealedTextField(blank=True, default="")
    ends_on = models.DateField()
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def first_name(self) -> str:
        """What both call her."""
        return next(iter(str(self.name).split()), "")

    def is_on(self, now: datetime) -> bool:
        """Both agreed, nobody stopped it, and its last day is not over."""
        return self.agreed_at is not None and self.ended_at is None and clock.day_of(now) <= self.ends_on

    def link_works_at(self, now: datetime) -> bool:
        """Her link opens as long as both want it: also in the browser that claimed it."""
        return self.is_on(now) and super().link_works_at(now)


class MediationTick(models.Model):
    """One side lets the mediator read one thing, exactly as it reads now. Nobody but who ticked ever sees it.

    `item` names the thing, `mark` is a hash of how it read: other words need another tick.
    """

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="ticks")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    item = SealedTextField()
    mark = SealedTextField()
    ticked_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["mediation", "party"])]


class MediationLook(OutsideLook):
    """The mediator looked: both sides see it."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="looks")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["mediation", "looked_at"], name="one_mediation_look_a_minute")
        ]


class MediationNote(models.Model):
    """What the mediator writes: the same words for both."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="notes")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    text = SealedTextField()
    written_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id


class MediationTalk(models.Model):
    """A moment for a talk that the mediator proposes; a newer one takes its place, or she takes it off.

    `sequence` grows when it begins or stops to suit both, and when it is off. Calendars know it under the name of the
    moment it took the place of (`names_in_calendars`).
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="talks")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    begins_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    sequence = models.PositiveSmallIntegerField(default=0)
    place = SealedTextField(blank=True, default="")
    proposed_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.begins_at + timedelta(minutes=self.minutes)


class MediationTalkAnswer(models.Model):
    """Whether this moment suits one side; both and the mediator see it. The last answer stands."""

    class Can(models.TextChoices):
        YES = "yes", _("Ik kan dan")
        NO = "no", _("Ik kan dan niet")

    talk = models.ForeignKey(MediationTalk, models.CASCADE, related_name="answers")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    can = models.CharField(max_length=3, choices=Can)
    answered_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["talk", "party"], name="one_talk_answer_per_side")]
