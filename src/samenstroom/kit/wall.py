"""The second wall: PostgreSQL itself hides the private rows of others, also when a query forgot to ask whose they are.

Every statement runs for somebody. In a request that is who is signed in, or nobody; the worker and the commands work
for everybody. The engine in `kit/postgres` tells the database before it runs anything, and the policies that
`cli/wall.py` lays let through what that person may see. SQLite has no such thing: there the filters of the queries are
the only wall.

It guards against a mistake in a query. It does not guard against who can run SQL of her own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

NOBODY = ""
EVERYBODY = "*"
SETTING = "app.person"
"""The setting of a connection that the policies read: the key of a person, NOBODY, or EVERYBODY."""

_at_rest = NOBODY
_for: ContextVar[str | None] = ContextVar("wall", default=None)


def works_for() -> str:
    """For whom a statement runs now."""
    found = _for.get()
    return _at_rest if found is None else found


def rest_for(whom: str) -> None:
    """For whom this process works when nothing else was said: EVERYBODY in the worker and in commands."""
    global _at_rest
    _at_rest = whom


@contextmanager
def for_person(key: int | None) -> Iterator[None]:
    """Inside the block the database shows the private rows of this person alone; without one, of nobody."""
    with _for_whom(NOBODY if key is None else str(int(key))):
        yield


@contextmanager
def for_everybody() -> Iterator[None]:
    """Inside the block nothing is hidden. For what has to look at both sides; each use says why."""
    with _for_whom(EVERYBODY):
        yield


def now_for_person(key: int) -> None:
    """From here on, until the block ends, it works for this person: she came in halfway."""
    if _for.get() is not None:
        _for.set(str(int(key)))


@contextmanager
def _for_whom(whom: str) -> Iterator[None]:
    token = _for.set(whom)
    try:
        yield
    finally:
        _for.reset(token)
