"""Her connections, for her alone; and the one that a token opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows
from samenstroom.connections.models import Connection, DayOfUse
from samenstroom.kit.tokens import token_hash


@dataclass(frozen=True)
class ConnectionView:
    """One connection as its owner sees it."""

    connection: Connection
    works: bool
    last_used_on: date | None


def connections_of(person: Person, now: datetime) -> list[ConnectionView]:
    """All of hers: those that work first, the newest first; one query."""
    rows = _hers(person).annotate(used_on=Max("days__on")).order_by("-made_at", "-pk")
    views = [ConnectionView(one, one.works_at(now), one.used_on) for one in rows]
    return sorted(views, key=lambda view: not view.works)


def connection_by_id(person: Person, public_id: str) -> Connection | None:
    """One of hers."""
    return _hers(person).filter(public_id=public_id).first()


def days_of_use(connection: Connection) -> Sequence[DayOfUse]:
    """What it did on which day, newest first."""
    return list(connection.days.order_by("-on", "what")[:200])


def connection_by_token(token: str, now: datetime) -> Connection | None:
    """The connection that this token opens, while it works and its owner has an account here."""
    rows = Connection.objects.select_related("person").filter(token_hash=token_hash(token))
    found = rows.filter(person__is_active=True, person__account_since__isnull=False).first()
    return found if found is not None and found.works_at(now) else None


def _hers(person: Person) -> QuerySet[Connection]:
    return private_rows(Connection.objects.all(), seen_by=person)
