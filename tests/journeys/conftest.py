"""People with browsers, and time that moves when a test says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from samenstroom.flows.rounds import sweep_rounds
from samenstroom.kit import clock
from tests import people
from tests.journeys.someone import Someone

SIZES = {320: 640, 390: 844, 768: 1024, 1280: 900}
PHONES = (320, 390)

Arrive = Callable[..., Someone]

expect.set_options(timeout=30_000)  # milliseconds; a slow machine is no fault of the app


class Time:
    """The time on everybody's clock. It stands still between two steps, so that nothing depends on the machine."""

    def __init__(self) -> None:
        self.now = people.START
        self._stack = ExitStack()
        self.at(people.START)

    def at(self, moment: datetime) -> None:
        """It is this moment now."""
        self._stack.close()
        self.now = moment
        self._stack.enter_context(clock.frozen(moment))

    def later(self, *, weeks: int = 0, days: int = 0) -> None:
        """Time passes, and each day the app does what it does by itself."""
        for _ in range(7 * weeks + days):
            self.at(self.now + timedelta(days=1))
            sweep_rounds(now=clock.now())

    def stop(self) -> None:
        """Back to the real clock."""
        self._stack.close()


@pytest.fixture
def time(site: str) -> Iterator[Time]:
    """Starts on a Monday in January, ten o'clock in Amsterdam."""
    moves = Time()
    yield moves
    moves.stop()


@pytest.fixture
def arrive(new_context: Any, site: str, time: Time) -> Iterator[Arrive]:
    """A person sits down with a browser of her own; at the end nobody's browser may have had complaints."""
    people: list[Someone] = []

    def one(name: str, *, width: int = 1280, has_scripts: bool = True, **more: Any) -> Someone:
        is_phone = width in PHONES
        context = new_context(
            viewport={"width": width, "height": SIZES[width]}, has_touch=is_phone, is_mobile=is_phone, locale="nl-NL",
            reduced_motion="reduce", color_scheme="light", java_script_enabled=has_scripts,
            **{"service_workers": "block", **more},
        )  # fmt: skip
        context.set_default_timeout(30_000)
        page: Page = context.new_page()
        people.append(Someone(page, site, name, has_scripts=has_scripts))
        return people[-1]

    yield one
    complaints = [f"{person.name}: {said}" for person in people for said in person.complaints]
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def noor(arrive: Arrive, site: str) -> Someone:
    """Noor with an account and one collaboration that nobody joined yet.

    How she got there is told in `test_first_stream`; here it goes through the same actions, without the pages.
    """
    person = people.noor()
    table = people.started(person)
    client = Client()
    client.force_login(person)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    someone = arrive("Noor")
    someone.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site}])
    someone.has_account = True
    someone.home = f"{site}/s/{table.public_id}/"
    return someone


@pytest.fixture
def link(noor: Someone) -> str:
    """The personal link that Noor copied for Marleen."""
    return noor.copy_link()


@pytest.fixture
def marleen(arrive: Arrive, noor: Someone, link: str) -> Someone:
    """Marleen behind her link on her phone, with a first check-in that is open for both."""
    someone = arrive("Marleen", width=390)
    someone.claim(link)
    noor.propose_rhythm()
    someone.accept_rhythm()
    return someone
