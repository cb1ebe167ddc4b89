"""Making a connection, taking it back, and counting what it does. Nobody but its owner ever hears of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from samenstroom.accounts import throttle
from samenstroom.accounts.models import Person
from samenstroom.connections.labels import Scope
from samenstroom.connections.models import Connection, DayOfUse
from samenstroom.kit import clock
from samenstroom.kit.tokens import new_token, token_hash

PREFIX = "sst_"
"""Stands before each token, so that a person and a search for lost secrets know what it is."""

REQUESTS = throttle.Limit(120, timedelta(minutes=1))
MOST = 20
"""So many connections work at once for one person."""
USE_KEPT = timedelta(days=366)


class TooManyError(Exception):
    """She has as many connections as can be kept in sight."""


@dataclass(frozen=True)
class Terms:
    """What she allows: a name, what it may do, at which tables (None: all), and how long."""

    name: str
    scopes: Sequence[Scope]
    tables: Sequence[str] | None
    days: int


@transaction.atomic
def make_connection(*, person: Person, terms: Terms, now: datetime) -> tuple[Connection, str]:
    """A program with this token may come in for her, for exactly this. Gives the token, once.

    History: none, it is hers alone. Nobody is told. Refuses who has no account (ValueError), and a connection more
    than can be kept in sight (TooManyError).
    """
    if not person.has_account:
        raise ValueError("a link holder has no connections")
    Person.objects.select_for_update().get(pk=person.pk)
    working = Connection.objects.filter(person=person, withdrawn_at=None, expires_at__gt=now)
    if working.count() >= MOST:
        raise TooManyError
    token = PREFIX + new_token()
    made = Connection.objects.create(
        person=person,
        name=terms.name,
        token_hash=token_hash(token),
        scopes=[scope.value for scope in Scope if scope in terms.scopes],
        tables=None if terms.tables is None else list(terms.tables),
        made_at=now,
        expires_at=now + timedelta(days=terms.days),
    )
    return made, token


def withdraw_connection(*, connection: Connection, now: datetime) -> None:
    """It opens nothing from now on; twice changes nothing. History: none. Nobody is told."""
    Connection.objects.filter(pk=connection.pk, withdrawn_at=None).update(withdrawn_at=now)


def withdraw_all(*, person: Person, now: datetime) -> int:
    """None of hers opens anything from now on; says how many stopped. History: none. Nobody is told here."""
    return Connection.objects.filter(person=person, withdrawn_at=None, expires_at__gt=now).update(withdrawn_at=now)


@transaction.atomic
def count_request(*, connection: Connection, now: datetime) -> None:
    """One request counts against the limit. Raises TooManyTriesError when there were too many."""
    Connection.objects.select_for_update().get(pk=connection.pk)
    bucket = f"connection:{connection.pk}"
    throttle.count_try(bucket=bucket, limit=REQUESTS, now=now)
    throttle.forget_tries_in(bucket=bucket, before=now - REQUESTS.window)


@transaction.atomic
def note_use(*, connection: Connection, what: str, now: datetime) -> None:
    """Its owner reads that it did this today, once more; what was refused is not noted."""
    Connection.objects.select_for_update().get(pk=connection.pk)
    day, _is_new = DayOfUse.objects.get_or_create(connection=connection, on=clock.day_of(now), what=what)
    DayOfUse.objects.filter(pk=day.pk).update(times=F("times") + 1)


def forget_use(*, now: datetime) -> int:
    """Throw away what was counted more than a year ago; gives how many."""
    deleted, _each = DayOfUse.objects.filter(on__lt=clock.day_of(now - USE_KEPT)).delete()
    return deleted
