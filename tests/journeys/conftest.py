"""People with browsers, and time that moves when a test says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from samenstroom.flows.rounds import sweep_rounds
from samenstroom.kit import clock
from tests.journeys.someone import Someone
from tests.people import START

SIZES = {320: 640, 390: 844, 768: 1024, 1280: 900}
PHONES = (320, 390)

Arrive = Callable[..., Someone]


class Time:
    """The time on everybody's clock. It stands still between two steps, so that nothing depends on the machine."""

    def __init__(self) -> None:
        self.now = START
        self._stack = ExitStack()
        self.at(START)

    def at(self, moment: datetime) -> None:
        """It is this moment now, and the periodic work of that day is done."""
        self._stack.close()
        self.now = moment
        self._stack.enter_context(clock.frozen(moment))

    def later(self, *, weeks: int = 0, days: int = 0, hours: int = 0) -> None:
        """Time passes, and the app does what it does by itself on that day."""
        self.at(self.now + timedelta(weeks=weeks, days=days, hours=hours))
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
            reduced_motion="reduce", color_scheme="light", java_script_enabled=has_scripts, **more,
        )  # fmt: skip
        context.set_default_timeout(10_000)
        page: Page = context.new_page()
        people.append(Someone(page, site, name, has_scripts=has_scripts))
        return people[-1]

    yield one
    complaints = [f"{person.name}: {said}" for person in people for said in person.complaints]
    assert not complaints, "\n".join(complaints)
