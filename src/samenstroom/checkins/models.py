"""Rounds of check-ins, answers that stay sealed until both have sent, repairs."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit import clock
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class Rhythm(models.Model):
    """How often both check in. Proposed by one, it counts once the other accepted it."""

    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="rhythms")
    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    weeks = models.PositiveSmallIntegerField()
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField(default=clock.now)
    accepted_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)


class Round(models.Model):
    """One moment to check in. `revealed_at` is set by the second answer, never by a clock."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="rounds")
    number = models.PositiveIntegerField()
    opened_on = models.DateField()
    revealed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["collaboration", "number"], name="one_round_per_number"),
            models.UniqueConstraint(fields=["collaboration", "opened_on"], name="one_round_per_day"),
        ]


class Answer(models.Model):
    """What one person answered for her party in one round. Everything she answered is encrypted.

    `values`: item -> 1..5 or None ("kan ik niet zeggen"). `raise_choice` is hers per remark. `sent_at` is public,
    the rest opens with the round, or when she frees it after the round closed with one answer.
    """

    class RaiseChoice(models.TextChoices):
        NOW = "now", _("Nu delen")
        TALK = "talk", _("Bewaren voor ons gesprek")
        MINE = "mine", _("Alleen voor mij")

    round = models.ForeignKey(Round, models.CASCADE, related_name="answers")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    values = SealedJSONField(default=dict)
    guess = SealedJSONField(default=None, blank=True)
    appreciation = SealedTextField(blank=True, default="")
    remark = SealedTextField(blank=True, default="")
    remark_choice = SealedTextField(blank=True, default="")
    remark_shared_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    freed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "party"], name="one_answer_per_party")]


class OwnCheckIn(models.Model):
    """A check-in for oneself, when the other does not take part. Private."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="own_checkins")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    answered_on = models.DateField()
    values = SealedJSONField(default=dict)
    remark = SealedTextField(blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True)


class OwnRhythm(models.Model):
    """How often someone wants to check in with herself. Private."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    weeks = models.PositiveSmallIntegerField()
    since = models.DateField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "collaboration"], name="one_own_rhythm")]


class CarryingOn(models.Model):
    """ "Zou ik doorgaan?", asked once a month. Private, never part of anything the other sees."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    asked_on = models.DateField()
    step = SealedJSONField(default=None)


class Repair(models.Model):
    """One small thing both agree on after a check-in, with who does it and when they look back."""

    class Helped(models.TextChoices):
        YES = "yes", _("Ja, het helpt")
        PARTLY = "partly", _("Een beetje")
        NO = "no", _("Nog niet")

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="repairs")
    round = models.ForeignKey(Round, models.CASCADE, related_name="repairs")
    text = SealedTextField()
    owner = models.ForeignKey(Party, models.SET_NULL, null=True, blank=True, related_name="+")
    look_back_on = models.DateField()
    proposed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    looked_back_at = models.DateTimeField(null=True, blank=True)


class RepairLook(models.Model):
    """Did it help? Each side says it; sealed until both have."""

    repair = models.ForeignKey(Repair, models.CASCADE, related_name="looks")
    collaboration = models.ForeignKey(Collaboration, models.CASCADE, related_name="+")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    helped = SealedTextField()
    said_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["repair", "party"], name="one_look_per_party")]
