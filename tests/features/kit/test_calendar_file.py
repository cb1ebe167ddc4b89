"""Whatever somebody is called or writes, a strict reader reads the file, and it says nothing else than was meant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from samenstroom.kit.calendar_file import Guest, Moment, calendar_file, invitation_file
from tests.features.agenda.rfc5545 import read_calendar

BEGINS = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
NAMES = ['Mar "de baas" K^', "a\r\nATTENDEE:mailto:x@y", "x;y:z,w", "🌊" * 100, "\x00\x07bel", "مرحبا", "a\tb", "", ":"]
ADDRESSES = {
    "m@b.nl": "mailto:m@b.nl",
    '"x y"@b.nl': "mailto:%22x%20y%22@b.nl",
    '"\r\nX:"@b.nl': "mailto:%22%0D%0AX:%22@b.nl",
    "50%@b.nl": "mailto:50%25@b.nl",
    "ü+b@b.nl": "mailto:ü+b@b.nl",
    "": "invalid:nomail",
}


def moment(title: str = "Gesprek", **more: Any) -> Moment:
    return Moment("a@b", title, BEGINS, BEGINS, BEGINS + timedelta(hours=2), sequence=1, **more)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays_a_name(name: str) -> None:
    (event,) = read_calendar(invitation_file(moment(), Guest(name, "s@b.nl"), Guest(name, "m@b.nl"))).events
    said = event["ATTENDEE"].parameters["CN"]
    assert said == event["ORGANIZER"].parameters["CN"] and len(event.lines) == 9
    assert said == " ".join(name.replace('"', "'").replace("^", "").replace("\x00\x07", "").split())


@pytest.mark.parametrize("email", ADDRESSES)
def test_an_address_stays_an_address(email: str) -> None:
    (event,) = read_calendar(invitation_file(moment(), Guest("Noor", "s@b.nl"), Guest("Marleen", email))).events
    assert event["ATTENDEE"].value == ADDRESSES[email]


@pytest.mark.parametrize("text", [*NAMES, "regel een\r\nregel twee\rdrie"])
def test_text_stays_text(text: str) -> None:
    (event,) = read_calendar(calendar_file(moment(text, place=text, note=text))).events
    assert event.title == text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00\x07", "")


def test_an_hour_is_the_same_moment_on_every_clock_also_when_clocks_change() -> None:
    (event,) = read_calendar(calendar_file(moment())).events
    assert event["DTSTART"].moment == BEGINS and event["DTEND"].moment == BEGINS + timedelta(hours=2)
