"""Reads a calendar file by the rules of RFC 5545 and nothing else: independent of what wrote it, and strict.

It refuses what a lenient calendar might forgive: lines over 75 octets, bare line ends, unescaped text, missing or double
properties, days and hours mixed up, an end before its begin, a method without what RFC 5546 asks of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

NAME = re.compile(r"[A-Za-z0-9-]+")
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*)(,("[^"]*"|[^";:,]*))*')
BARE = re.compile(r"(?<!\\)[;,]|\\(?![\\;,nN])")
ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "ORGANIZER", "URL", "TRANSP", "LOCATION")
KNOWN = {*ONCE, "ATTENDEE", "DESCRIPTION"}
OF_CALENDAR = {"PRODID", "VERSION", "METHOD", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"}


@dataclass(frozen=True)
class Line:
    """One content line: its name, its parameters, and its value as it stands."""

    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as text, unescaped."""
        assert not BARE.search(self.value), f"not escaped: {self.value}"
        unescaped = re.sub(r"\\([nN])", "\n", self.value)
        return re.sub(r"\\([\\;,])", r"\1", unescaped)

    @property
    def moment(self) -> datetime | date:
        """A day with VALUE=DATE, or a moment in UTC; local times need a VTIMEZONE, and none is written here."""
        if self.parameters.get("VALUE") == "DATE":
            assert re.fullmatch(r"\d{8}", self.value), self.value
            return datetime.strptime(self.value, "%Y%m%d").replace(tzinfo=UTC).date()
        assert set(self.parameters) <= {"VALUE"} and re.fullmatch(r"\d{8}T\d{6}Z", self.value), self.value
        return datetime.strptime(self.value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


@dataclass
class ReadEvent:
    """One event as any calendar would read it."""

    lines: list[Line] = field(default_factory=list)

    def __getitem__(self, name: str) -> Line:
        found = [line for line in self.lines if line.name == name]
        assert len(found) == 1, f"{name} stands there {len(found)} times"
        return found[0]

    def has(self, name: str) -> bool:
        return any(line.name == name for line in self.lines)

    @property
    def title(self) -> str:
        return self["SUMMARY"].text

    @property
    def uid(self) -> str:
        return self["UID"].text

    @property
    def sequence(self) -> int:
        return int(self["SEQUENCE"].value)


@dataclass
class ReadCalendar:
    """A whole file."""

    lines: list[Line]
    events: list[ReadEvent]

    def value(self, name: str) -> str:
        return next((line.value for line in self.lines if line.name == name), "")


def read_calendar(content: bytes) -> ReadCalendar:
    """The events in a file; an AssertionError says what is wrong with it."""
    lines = [_line(one) for one in _unfolded(content)]
    assert (lines[0].name, lines[0].value) == ("BEGIN", "VCALENDAR")
    assert (lines[-1].name, lines[-1].value) == ("END", "VCALENDAR")
    calendar, event = ReadCalendar([], []), None
    for line in lines[1:-1]:
        if line.name == "BEGIN":
            assert event is None and line.value == "VEVENT", "only events, and none inside another"
            event = ReadEvent()
        elif line.name == "END":
            assert event is not None and line.value == "VEVENT"
            calendar.events.append(event)
            event = None
        else:
            (event.lines if event else calendar.lines).append(line)
    assert event is None
    _check(calendar)
    return calendar


def _unfolded(content: bytes) -> list[str]:
    assert content.endswith(b"\r\n") and not re.search(rb"(?<!\r)\n|\r(?!\n)", content), "lines end with CRLF"
    raw = content[:-2].split(b"\r\n")
    assert all(0 < len(one) <= 75 for one in raw), "a line is at most 75 octets"
    for one in raw:
        one.decode()  # folding never cuts a letter in two
    return re.sub(r"\r\n[ \t]", "", content[:-2].decode()).split("\r\n")


def _line(raw: str) -> Line:
    name = NAME.match(raw)
    assert name and not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", raw), raw
    at, parameters = name.end(), {}
    while found := PARAMETER.match(raw, at):
        parameters[found[1].upper()] = found[2].strip('"')
        at = found.end()
    assert raw[at] == ":", raw
    return Line(name[0].upper(), parameters, raw[at + 1 :])


def _check(calendar: ReadCalendar) -> None:
    names = [line.name for line in calendar.lines]
    assert len(names) == len(set(names)) and set(names) <= OF_CALENDAR, names
    assert calendar.value("VERSION") == "2.0" and calendar.value("PRODID")
    method = calendar.value("METHOD")
    assert method in ("", "PUBLISH", "REQUEST", "CANCEL")
    for event in calendar.events:
        _check_event(event, method)
    assert len({event.uid for event in calendar.events}) == len(calendar.events), "every event has a name of its own"


def _check_event(event: ReadEvent, method: str) -> None:
    names = [line.name for line in event.lines]
    assert set(names) <= KNOWN, names
    assert all(names.count(name) <= 1 for name in ONCE)
    assert {"UID", "DTSTAMP", "DTSTART", "DTEND"} <= set(names)
    assert isinstance(event["DTSTAMP"].moment, datetime)
    begins, ends = event["DTSTART"].moment, event["DTEND"].moment
    assert type(begins) is type(ends), "a day ends on a day, an hour at an hour"
    assert ends - begins > timedelta(), "it ends after it begins"
    if "STATUS" in names:
        assert event["STATUS"].value in ("TENTATIVE", "CONFIRMED", "CANCELLED")
        assert (event["STATUS"].value == "CANCELLED") == (method == "CANCEL")
    if method in ("REQUEST", "CANCEL") and "ATTENDEE" in names:
        assert event["ORGANIZER"].value and event.sequence >= 0
        assert re.fullmatch(r"(mailto:[^@\s]+@[^@\s]+|invalid:nomail)", event["ATTENDEE"].value)
