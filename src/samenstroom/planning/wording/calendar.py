"""The moment of a kick-off as a file for any calendar, which says no more than that there is a talk."""

from __future__ import annotations

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from samenstroom.planning.models import KickoffTalk


def talk_file(talk: KickoffTalk, host: str) -> bytes:
    """One event in iCalendar. The same talk keeps its name; a change has a higher sequence, so a calendar replaces it.

    The title is neutral and the agenda is not in it: who looks over somebody's shoulder learns nothing. A talk that was
    cancelled takes itself out.
    """
    event = Event()
    event.add("uid", f"{talk.public_id}@{host}")
    event.add("summary", _("Gesprek"))
    if talk.place:
        event.add("location", str(talk.place))
    event.add("dtstamp", talk.cancelled_at or talk.proposed_at)
    event.add("dtstart", talk.begins_at)
    event.add("dtend", talk.ends_at)
    event.add("sequence", talk.sequence)
    event.add("status", "CANCELLED" if talk.cancelled_at else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//Samenstroom//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if talk.cancelled_at else "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
