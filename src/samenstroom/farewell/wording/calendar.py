"""A work-in session as a file for any calendar."""

from __future__ import annotations

from icalendar import Calendar, Event

from samenstroom.farewell.models import WorkInSession


def session_file(session: WorkInSession, host: str) -> bytes:
    """One event in iCalendar; the same session gives the same bytes, and a new file replaces the old event."""
    event = Event()
    event.add("uid", f"{session.public_id}@{host}")
    event.add("summary", str(session.subject))
    if session.who:
        event.add("description", str(session.who))
    event.add("dtstamp", session.proposed_at)
    event.add("dtstart", session.begins_at)
    event.add("dtend", session.ends_at)
    calendar = Calendar()
    calendar.add("prodid", "-//Samenstroom//NL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
