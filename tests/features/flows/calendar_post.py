"""What arrives for a calendar over SMTP, read by two parsers that did not write it."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from itertools import pairwise

from icalendar import Calendar

from samenstroom.mail.delivery import deliver_due
from tests.features.agenda.rfc5545 import ReadEvent, read_calendar
from tests.features.mail.letterbox import Letterbox

MARLEEN, NOOR, SAM, BEA = "marleen@voorbeeld.nl", "noor@voorbeeld.nl", "sam@voorbeeld.nl", "bea@voorbeeld.nl"
SECRET = "Kwikstaartje"


class Post:
    """What arrived since the last look, as (address, kind of request, status); and all of it, event by event."""

    def __init__(self, box: Letterbox) -> None:
        self.box, self.seen = box, 0
        self.events: list[tuple[str, ReadEvent]] = []

    def comes(self, now: datetime) -> list[tuple[str, str, str]]:
        deliver_due(now=now)
        fresh, self.seen = self.box.messages[self.seen :], len(self.box.messages)
        return [self._read(message) for message in fresh if _calendars(message)]

    def _read(self, message: EmailMessage) -> tuple[str, str, str]:
        (part,) = _calendars(message)
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        strict, lenient = read_calendar(content), Calendar.from_ical(content)
        method = strict.value("METHOD")
        assert part.get_param("method") == method == str(lenient["method"]), "the header says what the file says"
        assert part.get_content_charset() == "utf-8" and message.get_body(("plain",)) is not None
        assert [one.get_content() for one in message.iter_attachments()] == [content], "the same as a file"
        (event,), (other,) = strict.events, lenient.walk("VEVENT")
        assert (event.uid, event.sequence) == (str(other["uid"]), int(str(other["sequence"]))) and event.has("DTSTAMP")
        to = str(message["To"])
        assert event["ATTENDEE"].value == f"mailto:{to}"
        assert event["ORGANIZER"].value == "mailto:" + str(message["From"]).rsplit("<", 1)[-1].strip(">")
        assert event.title == ("Gesprek" if "Dag" in str(message.get_body(("plain",))) else "Talk")
        assert not event.has("LOCATION") and not event.has("DESCRIPTION")
        whole = message.as_string() + content.decode()
        assert not any(other in whole for other in {NOOR, MARLEEN, SAM, BEA} - {to}) and SECRET not in whole
        self.events.append((to, event))
        return to.partition("@")[0], method, event["STATUS"].value

    def is_one_event_that_only_grows(self) -> bool:
        """One name for all, and for each a higher number and a later stamp every time."""
        assert len({event.uid for _to, event in self.events}) == 1
        for address in {to for to, _event in self.events}:
            hers = [(one.sequence, one["DTSTAMP"].value) for to, one in self.events if to == address]
            assert all(older[0] < newer[0] and older[1] <= newer[1] for older, newer in pairwise(hers)), hers
        return True


def _calendars(message: EmailMessage) -> list[EmailMessage]:
    return [one for one in message.walk() if one.get_content_type() == "text/calendar"]
