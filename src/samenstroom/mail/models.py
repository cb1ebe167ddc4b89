"""The outbox: a mail is a record before it is sent, so it can be looked at and is never lost or sent twice."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from samenstroom.kit import clock
from samenstroom.kit.sealing import SealedJSONField
from samenstroom.kit.tokens import public_id


class OutgoingMail(models.Model):
    """One mail to one person. It says *that* there is something, never what.

    `words` holds only names and dates for the template. `secret` holds links and codes: encrypted, and wiped
    as soon as the mail has left. `unique_key` is what makes sending twice impossible.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    unique_key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=2, default="nl")
    to_email = models.EmailField()
    words = models.JSONField(default=dict)
    secret = SealedJSONField(null=True, blank=True)
    queued_at = models.DateTimeField(default=clock.now)
    not_before = models.DateTimeField()
    sending_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["sent_at", "not_before"])]

    def __str__(self) -> str:
        return f"{self.kind} ({self.public_id})"
