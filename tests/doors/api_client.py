"""A program of somebody: a token made by the real action, and requests with it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.test import Client

from samenstroom.accounts.models import Person
from samenstroom.connections.actions.connections import Terms, make_connection
from samenstroom.connections.labels import Scope
from samenstroom.connections.models import Connection

ROOT = "/api/v1"
ALL = tuple(Scope)
SHARED = (Scope.SHARED_READ, Scope.SHARED_WRITE)


class Program:
    """What a program can do: get and post JSON with its token."""

    def __init__(self, token: str, connection: Connection | None = None) -> None:
        self.client, self.token, self.connection = Client(), token, connection

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(f"{ROOT}{path}", headers=self._headers(headers))

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        sent = body if isinstance(body, str) else json.dumps(body or {})
        return self.client.post(f"{ROOT}{path}", sent, content_type="application/json", headers=self._headers(headers))

    def _headers(self, more: dict[str, str]) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} | {name.replace("_", "-"): one for name, one in more.items()}


def program_of(
    person: Person, now: datetime, scopes: Sequence[Scope] = ALL, tables: Sequence[str] | None = None, days: int = 365
) -> Program:
    """A program that this person allows this."""
    terms = Terms(name="Een programma", scopes=scopes, tables=tables, days=days)
    made, token = make_connection(person=person, terms=terms, now=now)
    return Program(token, made)
