"""An invitation comes with the mail: a calendar takes it up, moves it, and takes it out again; no place, no address."""

from __future__ import annotations

from typing import Any

import pytest

from samenstroom.accounts.models import Person
from samenstroom.flows.kickoff import call_off_moment, suggest_moment
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import as_message
from samenstroom.planning.actions.talks import agree_talk
from tests.features.agenda.rfc5545 import ReadCalendar, read_calendar
from tests.features.planning.steps import moment
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(settings: Any) -> Together:
    settings.MAIL_MODE = "preview"
    made = together(with_rhythm=False, stage="start")
    Person.objects.filter(pk=made.marleen.pk).update(email="marleen@voorbeeld.nl")
    return made


def mailed() -> list[tuple[OutgoingMail, ReadCalendar, str]]:
    """Every mail with the file in it, and how it says what kind of file it is."""
    found = []
    for mail in OutgoingMail.objects.order_by("pk"):
        (part,) = [one for one in as_message(mail).message().walk() if one.get_content_type() == "text/calendar"]
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        read = read_calendar(content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
        found.append((mail, read, str(part["Content-Type"])))
    return found


def test_it_is_proposed_moved_and_called_off_under_one_name(table: Together) -> None:
    talk = suggest_moment(visit=table.seen_by_noor(day(1)), moment=moment(10))
    OutgoingMail.objects.update(sent_at=day(1))
    suggest_moment(visit=table.seen_by_noor(day(2)), moment=moment(12))
    OutgoingMail.objects.update(sent_at=day(2))
    talk.refresh_from_db()
    call_off_moment(visit=table.seen_by_noor(day(3)), talk=talk)
    told = mailed()
    assert [mail.kind for mail, _read, _type in told] == [
        "kickoff_invitation",
        "kickoff_invitation",
        "kickoff_cancelled",
    ]
    assert [read.value("METHOD") for _mail, read, _type in told] == ["REQUEST", "REQUEST", "CANCEL"]
    assert all(f"method={read.value('METHOD')}" in type_.replace('"', "") for _mail, read, type_ in told)
    events = [read.events[0] for _mail, read, _type in told]
    assert [one.sequence for one in events] == [0, 1, 2] and len({one.uid for one in events}) == 1
    assert [one["STATUS"].value for one in events] == ["TENTATIVE", "TENTATIVE", "CANCELLED"]
    assert {one["ATTENDEE"].value for one in events} == {"mailto:marleen@voorbeeld.nl"}
    assert not any(one.has("LOCATION") for one in events)
    assert table.noor.email not in str(told) and all(str(table.noor.email) not in str(one.lines) for one in events)


def test_what_has_not_left_yet_stays_home(table: Together) -> None:
    talk = suggest_moment(visit=table.seen_by_noor(day(1)), moment=moment(10))
    suggest_moment(visit=table.seen_by_noor(day(1)), moment=moment(12))
    talk.refresh_from_db()
    call_off_moment(visit=table.seen_by_noor(day(1)), talk=talk)
    talk.refresh_from_db()
    call_off_moment(visit=table.seen_by_noor(day(1)), talk=talk)
    assert not OutgoingMail.objects.filter(cancelled_at=None), "she never heard of it, so there is nothing to take back"


def test_what_both_agreed_on_is_called_off_by_mail_once(table: Together) -> None:
    talk = suggest_moment(visit=table.seen_by_noor(day(1)), moment=moment(10))
    agree_talk(talk=talk, seat=table.marleens_seat, now=day(1))
    for _twice in range(2):
        talk.refresh_from_db()
        call_off_moment(visit=table.seen_by_noor(day(1)), talk=talk)
    going = OutgoingMail.objects.filter(cancelled_at=None).values_list("kind", flat=True)
    assert list(going) == ["kickoff_cancelled"]
