"""Moments as a file for any calendar (iCalendar, RFC 5545): one to download, an invitation (RFC 5546), or a feed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, vCalAddress, vText

PRODUCT = "-//Samenstroom//NL"
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""What no line of such a file may hold, apart from a tab and the end of a line."""
UNSET = "invalid:nomail"
"""What stands for somebody's address when there is none (as calendars do among themselves)."""


@dataclass(frozen=True)
class Moment:
    """What a calendar is told. The same `uid` keeps its name; a file with a higher `sequence` replaces it.

    `stamp` is when it was proposed or cancelled, so that the same moment gives the same bytes. Of a day, `begins_at` is
    a date, and it lasts one day when `ends_at` is the same. `is_tentative`: somebody still has to say yes.
    """

    uid: str
    title: str
    stamp: datetime
    begins_at: datetime | date
    ends_at: datetime | date
    place: str = ""
    note: str = ""
    address: str = ""
    sequence: int | None = None
    is_tentative: bool = False
    is_cancelled: bool = False

    @property
    def is_whole_day(self) -> bool:
        """A day on the calendar, without an hour."""
        return not isinstance(self.begins_at, datetime)


@dataclass(frozen=True)
class Guest:
    """Who invites or is invited: a name, and an address to write to."""

    name: str
    email: str = ""


def calendar_file(moment: Moment) -> bytes:
    """One event to take along; without a sequence it says nothing of being changed or cancelled."""
    method = "" if moment.sequence is None else "CANCEL" if moment.is_cancelled else "PUBLISH"
    return _bytes(_calendar(method), [_event(moment)])


def invitation_file(moment: Moment, by: Guest, to: Guest) -> bytes:
    """An invitation for one person; a calendar puts it in its place, moves it, or takes it out again.

    The other guest is not in it: who is invited learns nobody's address. Nobody is asked to answer by mail, because the
    yes is said here.
    """
    event = _event(moment)
    event.add("organizer", _guest(by))
    guest = _guest(to)
    guest.params["ROLE"], guest.params["RSVP"] = vText("REQ-PARTICIPANT"), vText("FALSE")
    guest.params["PARTSTAT"] = vText("NEEDS-ACTION" if moment.is_tentative else "ACCEPTED")
    event.add("attendee", guest)
    return _bytes(_calendar("CANCEL" if moment.is_cancelled else "REQUEST"), [event])


def method_of(content: str) -> str:
    """What a file asks of a calendar: `REQUEST`, `CANCEL` or `PUBLISH`."""
    return str(Calendar.from_ical(content).get("method", "PUBLISH"))


def calendar_feed(moments: Iterable[Moment], *, name: str, refresh: timedelta) -> bytes:
    """Everything that lies ahead, for a calendar that comes back for it (RFC 7986 says how often)."""
    calendar = _calendar("PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", refresh, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{int(refresh.total_seconds() // 3600)}H")
    return _bytes(calendar, [_event(one) for one in moments])


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    if method:
        calendar.add("method", method)
    return calendar


def _bytes(calendar: Calendar, events: Iterable[Event]) -> bytes:
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(moment: Moment) -> Event:
    event = Event()
    event.add("uid", moment.uid)
    event.add("summary", _text(moment.title))
    for name, text in (("location", moment.place), ("description", moment.note), ("url", moment.address)):
        if text:
            event.add(name, _text(text))
    event.add("dtstamp", moment.stamp)
    event.add("dtstart", moment.begins_at)
    event.add("dtend", _end(moment))
    if moment.is_whole_day:
        event.add("transp", "TRANSPARENT")
    if moment.sequence is not None:
        event.add("sequence", moment.sequence)
        event.add("status", _status(moment))
    return event


def _end(moment: Moment) -> datetime | date:
    """The end of a day is the morning after it."""
    return moment.ends_at + timedelta(days=1) if moment.is_whole_day else moment.ends_at


def _status(moment: Moment) -> str:
    if moment.is_cancelled:
        return "CANCELLED"
    return "TENTATIVE" if moment.is_tentative else "CONFIRMED"


def _guest(guest: Guest) -> vCalAddress:
    address = vCalAddress(f"mailto:{_in_address(guest.email)}" if guest.email else UNSET)
    # Few programs read an escaped quote or line end in a name (RFC 6868), so none is in it.
    address.params["CN"] = vText(" ".join(_text(guest.name).replace('"', "'").replace("^", "").split()))
    return address


def _text(said: str) -> str:
    return CONTROLS.sub("", said.replace("\r\n", "\n").replace("\r", "\n"))


def _in_address(email: str) -> str:
    """An address in a `mailto:` (RFC 6068): what may not stand there as it is, is written in hexadecimals."""
    return re.sub(r'[\x00-\x20"%\x7f]', lambda found: f"%{ord(found[0]):02X}", email)
