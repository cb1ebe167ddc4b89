"""A connection: a token for a program of hers, what it may do, on which days it was used, and what it was answered."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models

from samenstroom.accounts.models import Person
from samenstroom.connections.labels import Scope
from samenstroom.kit.sealing import SealedJSONField, SealedTextField
from samenstroom.kit.tokens import public_id


class Connection(models.Model):
    """One program that may come in for her. The token is shown once; only its hash is kept.

    `tables`: public ids of the collaborations it may see; None is all of them, also later ones.
    """

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="connections")
    name = SealedTextField()
    token_hash = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    tables = SealedJSONField(default=None)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.public_id

    def works_at(self, now: datetime) -> bool:
        """Whether it still opens the door at `now`."""
        return self.withdrawn_at is None and now < self.expires_at

    def may(self, scope: Scope) -> bool:
        """Whether she allowed this."""
        return scope.value in self.scopes

    def reaches(self, table: str) -> bool:
        """Whether it may see this collaboration of hers."""
        return self.tables is None or table in self.tables


class DayOfUse(models.Model):
    """How often a connection did something on one day. `what` is a noun with `read` or `write`: `hours:read`."""

    connection = models.ForeignKey(Connection, models.CASCADE, related_name="days")
    on = models.DateField()
    what = models.CharField(max_length=40)
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["connection", "on", "what"], name="one_count_per_connection_day_and_what")
        ]


class Answered(models.Model):
    """What a connection was answered when it sent something with a key, so that sending it again does nothing twice.

    `key_mark` and `request_mark` are keyed hashes of that key and of what was sent. Kept for a day.
    """

    connection = models.ForeignKey(Connection, models.CASCADE, related_name="answers")
    key_mark = models.CharField(max_length=64)
    request_mark = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = SealedJSONField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["connection", "key_mark"], name="one_answer_per_connection_and_key")
        ]
