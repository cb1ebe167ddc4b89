"""The calendar of one person: what is in it, in which words, and that a strict reader reads it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.adjusting.actions.talks import start_talk, write_talk
from samenstroom.agenda.actions.feeds import choose_titles, mint_feed, stop_feed
from samenstroom.agenda.models import CalendarFeed
from samenstroom.agenda.queries.everything import coming_for
from samenstroom.agenda.queries.feeds import feed_by_token
from samenstroom.agenda.wording.feeds import feed_file, titles
from samenstroom.collaborations.actions import show_colleague
from samenstroom.contributions.actions.invoices import InvoiceTerms, note_invoice
from samenstroom.kit import clock
from samenstroom.planning.actions import talks
from samenstroom.planning.actions.tasks import finish_task
from tests.features.agenda.rfc5545 import ReadEvent, read_calendar
from tests.features.planning.steps import moment
from tests.features.planning.task_steps import added
from tests.people import PASSWORD, Together, answer, day, karin, together

pytestmark = pytest.mark.django_db

SECRET = "Zeg dat het zo niet verder kan"


@pytest.fixture
def table() -> Together:
    """A task of Noor, one of Marleen, a talk to come, an invoice, and a talk that Noor prepares for herself."""
    made = together()
    added(made, due_on=date(2026, 1, 20))
    added(made, owner="marleen", due_on=date(2026, 1, 21))
    talks.plan_talk(seat=made.noors_seat, moment=moment(10), other_takes_part=True, now=day(1))
    terms = InvoiceTerms(made.noors_seat.party, "12", Decimal(100), "Werk", day(0).date(), date(2026, 1, 30))
    note_invoice(seat=made.noors_seat, terms=terms, payment_days=None, now=day(1))
    own = start_talk(visit=made.seen_by_noor(day(1)), subject=SECRET, offered=[])
    write_talk(talk=own, planned_on=date(2026, 1, 22))
    return made


def feed(person: Person, n: int = 2, *, is_neutral: bool = False) -> bytes:
    return feed_file(
        coming_for(person, day(n)), language=person.language, is_neutral=is_neutral, host="voorbeeld.nl",
        page="https://voorbeeld.nl/s/{}/", now=day(n),
    )  # fmt: skip


def events(person: Person, n: int = 2, *, is_neutral: bool = False) -> list[ReadEvent]:
    return read_calendar(feed(person, n, is_neutral=is_neutral)).events


def told(person: Person, n: int = 2) -> list[tuple[str, str]]:
    return [(str(one["DTSTART"].moment)[:10], one.title) for one in events(person, n)]


def test_each_side_has_her_own_days_in_words_that_say_no_content(table: Together) -> None:
    start = str(day(0).date())
    assert told(table.noor) == [
        (start, "Check-in met Marleen"),
        (str(day(7).date()), "Check-in met Marleen"),
        (str(day(10).date()), "Startgesprek met Marleen"),
        ("2026-01-20", "Een taak voor het werk met Marleen"),
        ("2026-01-22", "Iets voor jezelf: Samenstroom"),
        ("2026-01-30", "Laatste betaaldag, werk met Marleen"),
    ]
    assert [title for _on, title in told(table.marleen)] == [
        "Check-in met Noor",
        "Check-in met Noor",
        "Startgesprek met Noor",
        "Een taak voor het werk met Noor",
        "Laatste betaaldag, werk met Noor",
    ]
    everything = feed(table.noor).decode()
    assert SECRET not in everything and "Prijslijst" not in everything and moment().place not in everything


def test_what_is_done_leaves_and_what_moved_says_so(table: Together) -> None:
    before = {one.uid: one for one in events(table.noor)}
    answer(table.round, table.noors_seat)
    finish_task(task=added_task(table), seat=table.noors_seat, now=day(3))
    talks.agree_talk(talk=table.collaboration.kickoff_talks.get(), seat=table.marleens_seat, now=day(3))
    after = {one.uid: one for one in events(table.noor)}
    gone = {one.title for uid, one in before.items() if uid not in after}
    assert gone == {"Check-in met Marleen", "Een taak voor het werk met Marleen"}
    (talk,) = [uid for uid, one in after.items() if one.title.startswith("Startgesprek")]
    assert (before[talk]["STATUS"].value, after[talk]["STATUS"].value) == ("TENTATIVE", "CONFIRMED")
    talks.plan_talk(seat=table.noors_seat, moment=moment(12), other_takes_part=True, now=day(4))
    (moved,) = [one for one in events(table.noor) if one.uid == talk]
    assert moved.sequence == 2 and str(moved["DTSTART"].moment).startswith(str(day(12).date()))


def added_task(table: Together) -> object:
    return table.collaboration.tasks.get(owner=table.noors_seat.party)


def test_neutral_names_nobody_and_english_speaks_english(table: Together) -> None:
    assert {one.title for one in events(table.noor, is_neutral=True)} == {"Iets in Samenstroom"}
    assert "Marleen" not in feed(table.noor, is_neutral=True).decode()
    table.noor.language = "en"
    words = " ".join(one.title for one in events(table.noor))
    assert "met" not in words.split() and "Marleen" in words
    for kind, title in titles().items():
        assert title % {"name": "Jo"} and "%" not in title.replace("%(name)s", ""), kind


def test_asked_again_on_one_day_it_is_the_same_to_the_byte(table: Together) -> None:
    assert feed(table.noor) == feed(table.noor)
    assert {one["DTSTAMP"].value for one in events(table.noor)} == {f"{day(2):%Y%m%d}T000000Z"}


def test_who_reads_along_has_only_the_talks_and_a_stranger_nothing(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    assert [title for _on, title in told(colleague)] == ["Startgesprek met Marleen"]
    assert told(Person.objects.create_user("leeg@voorbeeld.nl", "x", name="Leeg")) == []


def test_queries_do_not_grow_with_her_collaborations(table: Together) -> None:
    with CaptureQueriesContext(
        connection,
    ) as one:
        coming_for(table.noor, day(2))
    for _number in range(2):
        other = together(by=table.noor)
        added(other, due_on=date(2026, 1, 20))
    with CaptureQueriesContext(connection) as more:
        assert len(coming_for(table.noor, day(2))) > 8
    assert len(more) == len(one) <= 36


class TestAddress:
    """Behind the address."""

    def get(self, token: str, **headers: str) -> object:
        return Client().get(reverse("portal:calendar_feed", args=[token]), headers=headers)

    def test_whoever_finds_her_browser_open_makes_no_address(self, table: Together) -> None:
        client = Client()
        client.force_login(table.noor)
        asked = client.post(reverse("workspace:agenda"), {"do": "make"})
        assert asked.url.startswith(reverse("workspace:prove")) and not CalendarFeed.objects.exists()
        assert client.post(asked.url, {"secret": PASSWORD}).url == reverse("workspace:agenda")
        assert "webcal://" in client.post(reverse("workspace:agenda"), {"do": "make"}).content.decode()

    def test_only_its_hash_is_kept_and_a_new_one_stops_the_old(self, table: Together) -> None:
        first = mint_feed(person=table.noor, now=day(1))
        assert first not in str(CalendarFeed.objects.values()) and feed_by_token(first) is not None
        second = mint_feed(person=table.noor, now=day(2))
        assert feed_by_token(first) is None and feed_by_token(second) is not None
        choose_titles(person=table.noor, neutral=True, now=day(2))
        stop_feed(person=table.noor)
        assert feed_by_token(second) is None and CalendarFeed.objects.get().neutral_since == day(2)

    def test_a_calendar_reads_it_without_a_session_and_only_again_when_it_changed(self, table: Together) -> None:
        token = mint_feed(person=table.marleen, now=day(1))
        with clock.frozen(day(2)):
            answered = self.get(token)
            assert answered.status_code == 200 and not answered.cookies
            read = read_calendar(answered.content)
            assert read.value("REFRESH-INTERVAL") == "PT6H" and len(read.events) == 5
            assert all("/kant/" in one["URL"].value for one in read.events)
            assert self.get(token, if_none_match=answered["ETag"]).status_code == 304
            added(table, owner="marleen", due_on=date(2026, 1, 25))
            assert self.get(token, if_none_match=answered["ETag"]).status_code == 200

    def test_off_unknown_and_gone_are_the_same(self, table: Together) -> None:
        token = mint_feed(person=table.noor, now=day(1))
        Person.objects.filter(pk=table.noor.pk).update(is_active=False)
        assert self.get(token).status_code == self.get("onbekend").status_code == 404
