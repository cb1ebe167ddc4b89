"""What pages cost: CPU time next to two bare pages, and how many queries they take."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.made import World
from bench.measure import medians
from bench.urls import BARE, EMPTY
from samenstroom.accounts.models import Person
from samenstroom.kit import clock

BARE_ALONE = "bare page, no middleware"
BARE_BEHIND = "bare page, all middleware, signed in"
EMPTY_PAGE = "page of the app with nothing on it"
Ask = Callable[[], int]


@dataclass(frozen=True)
class Cost:
    """What one page costs: CPU seconds, queries, and the status it answered with."""

    name: str
    seconds: float
    queries: int
    status: int


def costs(worlds: list[World], *, runs: int) -> list[Cost]:
    """The bare pages and the empty one first, then every page in the order in which a person meets them."""
    with clock.frozen(at=worlds[0].now):
        asks = dict(_asks(worlds))
        seen = {name: _seen_once(ask) for name, ask in asks.items()}
        works = {name: ask for name, ask in asks.items() if seen[name][0] == 200}
        seconds = medians(works, runs=runs)
    return [Cost(name, seconds.get(name, 0.0), queries, status) for name, (status, queries) in seen.items()]


def _asks(worlds: list[World]) -> Iterator[tuple[str, Ask]]:
    alone, behind = _handler(bare=True), _handler(bare=False)
    yield BARE_ALONE, _ask(alone, BARE, None)
    first = worlds[0]
    yield BARE_BEHIND, _ask(behind, BARE, first.person)
    yield EMPTY_PAGE, _ask(behind, EMPTY, first.person)
    for world in worlds:
        count = len(world.tables)
        name = f"Vandaag, {count} collaboration{'s' if count > 1 else ''}"
        yield name, _ask(behind, reverse("workspace:today"), world.person)
    for name, address, person in _pages_of(first):
        yield name, _ask(behind, address, person)


def _pages_of(world: World) -> Iterator[tuple[str, str, Person]]:
    waiting, opened = world.days()[:2]
    at = {"collaboration": world.table.public_id}
    yield "one collaboration", reverse("workspace:collaboration", kwargs=at), world.person
    for number in (1, 2, 3):
        address = reverse("workspace:checkin_step", kwargs={**at, "day": waiting.opened_on, "number": number})
        yield f"check-in, step {number}", address, world.person
    address = reverse("workspace:checkin_reveal", kwargs={**at, "day": opened.opened_on})
    yield "the envelopes opened", address, world.person
    yield "de stroom", reverse("workspace:stream", kwargs=at), world.person
    yield "logbook", reverse("workspace:logbook", kwargs=at), world.person
    yield "personal link: home", reverse("portal:collaboration", kwargs=at), world.other


def _handler(*, bare: bool) -> WSGIHandler:
    with override_settings(MIDDLEWARE=[] if bare else settings.MIDDLEWARE):
        return WSGIHandler()  # it takes the middleware along when it is made


def _ask(handler: WSGIHandler, address: str, person: Person | None) -> Ask:
    """One request through the handler a web server would call; gives the status."""
    cookie = f"{settings.SESSION_COOKIE_NAME}={_session_of(person)}" if person else ""
    environ = RequestFactory().get(address, headers={"host": "localhost", "cookie": cookie}).environ

    def ask() -> int:
        told: list[str] = []
        response = handler(dict(environ), lambda status, headers: told.append(status))
        for _part in response:
            pass
        response.close()
        return int(told[0].split()[0])

    return ask


def _session_of(person: Person) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def _seen_once(ask: Ask) -> tuple[int, int]:
    """Status and number of queries, once warm. A page that fails is told, not hidden."""
    with _quiet():
        ask()
        with CaptureQueriesContext(connection) as queries:
            status = ask()
    return status, len(queries)


@contextmanager
def _quiet() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)
