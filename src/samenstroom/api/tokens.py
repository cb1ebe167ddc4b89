"""Who comes in: whoever has a token that works. Cookies open nothing here, so a page elsewhere can do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import translation
from ninja.security import HttpBearer

from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.connections.actions.connections import count_request, note_use
from samenstroom.kit import clock

from .access import connection_of, connection_or_none
from .problems import too_many

if TYPE_CHECKING:
    from samenstroom.connections.models import Connection

READS = ("GET", "HEAD")


class Token(HttpBearer):
    """`Authorization: Bearer sst_...`"""

    def authenticate(self, request: HttpRequest, token: str) -> Connection | None:
        """The connection of this token; each request counts against its limit."""
        now = clock.now()
        connection = connection_or_none(token, now)
        if connection is not None:
            if not request.headers.get("Accept-Language"):
                translation.activate(connection.person.language)
            try:
                count_request(connection=connection, now=now)
            except TooManyTriesError as error:
                raise too_many(error, now) from None
        return connection


def note_what_it_did(request: HttpRequest) -> None:
    """Put it on the list of use that its owner reads."""
    note_use(connection=connection_of(request), what=what_of(request), now=clock.now())


def what_of(request: HttpRequest) -> str:
    """The noun and whether it is read or written, as the list of use has it."""
    assert request.resolver_match is not None
    noun = str(request.resolver_match.url_name)
    return f"{noun}:{'read' if request.method in READS else 'write'}"
