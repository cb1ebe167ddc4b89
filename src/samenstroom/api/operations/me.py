"""Who the token belongs to, and what it may."""

from datetime import datetime

from django.http import HttpRequest

from samenstroom.api.access import connection_of, person_of, practice_there
from samenstroom.api.shapes import Id, Out


class ConnectionOut(Out):
    """The connection of this token. `collaborations` null: all of them, also later ones."""

    id: Id
    name: str
    scopes: list[str]
    collaborations: list[str] | None
    expires_at: datetime


class MeOut(Out):
    """The person of the token."""

    id: Id
    name: str
    language: str
    practice: str | None
    connection: ConnectionOut


def me(request: HttpRequest) -> MeOut:
    """Who you are here, and what this token may. Takes no scope: it is how a program finds out what it has."""
    person, connection, practice = person_of(request), connection_of(request), practice_there(request)
    return MeOut(
        id=person.public_id,
        name=person.name,
        language=person.language,
        practice=practice.name if practice else None,
        connection=ConnectionOut(
            id=connection.public_id,
            name=str(connection.name),
            scopes=list(connection.scopes),
            collaborations=None if connection.tables is None else list(connection.tables),
            expires_at=connection.expires_at,
        ),
    )
