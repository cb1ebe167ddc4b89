"""One moment as a file for any calendar (iCalendar)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from icalendar import Calendar, Event


@dataclass(frozen=True)
class Moment:
    """What a calendar is told. The same `uid` keeps its name; a file with a higher `sequence` replaces it.

    `stamp` is when it was proposed or cancelled, so that the same moment gives the same bytes.
    """

    uid: str
    title: str
    stamp: datetime
    begins_at: datetime
    ends_at: datetime
    place: str = ""
    note: str = ""
    sequence: int | None = None
    is_cancelled: bool = False


def calendar_file(moment: Moment) -> bytes:
    """One event; without a sequence it says nothing of being changed or cancelled."""
    event, calendar = Event(), Calendar()
    event.add("uid", moment.uid)
    event.add("summary", moment.title)
    if moment.place:
        event.add("location", moment.place)
    if moment.note:
        event.add("description", moment.note)
    event.add("dtstamp", moment.stamp)
    event.add("dtstart", moment.begins_at)
    event.add("dtend", moment.ends_at)
    calendar.add("prodid", "-//Samenstroom//NL")
    calendar.add("version", "2.0")
    if moment.sequence is not None:
        event.add("sequence", moment.sequence)
        event.add("status", "CANCELLED" if moment.is_cancelled else "CONFIRMED")
        calendar.add("method", "CANCEL" if moment.is_cancelled else "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
