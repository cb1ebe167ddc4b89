"""The outbox, and what each person chose about mail."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from samenstroom.accounts.models import Person
from samenstroom.kit import clock
from samenstroom.kit.sealing import SealedJSONField
from samenstroom.kit.tokens import public_id

IS_WAITING = Q(sent_at=None, cancelled_at=None, failed_at=None, uncertain_at=None)
"""Nothing became of it yet."""


class OutgoingMail(models.Model):
    """One mail to one person. It says *that* there is something, never what.

    `words` holds only names and dates for the template. `secret` holds links and codes: encrypted, and wiped
    as soon as the mail has left or is given up. `unique_key` is what makes sending twice impossible.

    `person` is who gets it, when she may choose how often; `by` is who typed the address. One of the two sees what
    became of it. What becomes of it: sent, cancelled, failed (the server refused it, or was gone for days), or
    uncertain (handed over, and we never heard whether it was taken). The last two stay until somebody settles them.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    unique_key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=2, default="nl")
    to_email = models.EmailField()
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="mails")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="mails_asked_for")
    words = models.JSONField(default=dict)
    secret = SealedJSONField(null=True, blank=True)
    queued_at = models.DateTimeField(default=clock.now)
    not_before = models.DateTimeField()
    gathered_at = models.DateTimeField(null=True, blank=True)
    digest = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="gathered")
    claimed_at = models.DateTimeField(null=True, blank=True)
    claim = models.CharField(max_length=20, blank=True, default="")
    sending_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    uncertain_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["sent_at", "not_before"]),
            models.Index(fields=["not_before"], condition=IS_WAITING, name="mail_that_waits"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.public_id})"


class MailChoice(models.Model):
    """When and how often one person is mailed. Hers alone; without a row the usual hours hold."""

    class Holidays(models.TextChoices):
        NL = "NL"
        BE = "BE"
        NONE = ""

    person = models.OneToOneField(Person, models.CASCADE, related_name="mail_choice")
    zone = models.CharField(max_length=40, default="Europe/Amsterdam")
    opens = models.PositiveSmallIntegerField(default=8)
    closes = models.PositiveSmallIntegerField(default=18)
    weekdays = models.CharField(max_length=7, default="01234")
    holidays = models.CharField(max_length=2, choices=Holidays, default=Holidays.NL, blank=True)
    weekly_on = models.PositiveSmallIntegerField(default=0)
    a_day = models.PositiveSmallIntegerField(null=True, blank=True)
    often = models.JSONField(default=dict)
    changed_at = models.DateTimeField(null=True, blank=True)


class MailStop(models.Model):
    """Who has this address wants no more invitations that this person asks for. The address is kept as a keyed hash."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="mail_stops")
    address_hash = models.CharField(max_length=64)
    stopped_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "address_hash"], name="one_mail_stop_per_address")
        ]
