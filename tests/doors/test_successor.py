"""The successor from both ends: two sides who release, and somebody outside with a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.http import HttpResponse
from django.test import Client, override_settings

from samenstroom.farewell.models import Successor, SuccessorLook, SuccessorQuestion
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import as_message
from tests.doors.table_story import Door, door_of
from tests.features.farewell.steps import laid, released, successor_at
from tests.people import Together, day, karin, ruben, together

pytestmark = pytest.mark.django_db

NOW = day(3)
ROOT = "afscheid/opvolger/"


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


@pytest.fixture
def door(table: Together) -> Door:
    """Noor's door; Sam was named, and both released one of two things."""
    items, sam = laid(table), successor_at(table)
    released(table, sam, items[:1])
    released(table, sam, items[1:], by="noor")
    return door_of(table.noor, table)


def sam() -> Successor:
    return Successor.objects.get()


def link_from(door: Door) -> str:
    """The address on the page after pressing the button."""
    page = door.post(f"{ROOT}{sam().public_id}/link/", channel="copy").content.decode()
    found = re.search(r"(/l/opvolger/[^/<\s]+/)", page)
    assert found
    return found.group(1)


def opened(address: str) -> tuple[Client, str]:
    """Somebody opens the link and presses the button; the page it leads to."""
    client = Client()
    assert client.get(address).status_code == 200
    response = client.post(address)
    assert response.status_code == 302
    return client, response.headers["Location"]


def body(response: HttpResponse) -> str:
    """The page, without the key of its form and the address that the language switch goes back to."""
    return re.sub(r'value="([A-Za-z0-9]{64}|/[^"]*/)"', "", response.content.decode())


def test_the_landing_page_says_who_hands_over_and_that_looks_are_seen(door: Door) -> None:
    page = Client().get(link_from(door)).content.decode()
    title = page.split("<title>")[1].split("</title>")[0]
    assert "Marleen" not in title and "Noor" not in title and "De planning" not in page
    for words in ("Sam, Noor nodigt je uit", "Noor en Marleen allebei", "Zij zien wanneer je kijkt", "in één browser"):
        assert words in page, words


def test_a_preview_uses_up_nothing_and_is_no_look(door: Door) -> None:
    address = link_from(door)
    before = Successor.objects.values().get()
    for _preview in range(3):
        assert Client().get(address).status_code == 200
    assert Successor.objects.values().get() == before and not SuccessorLook.objects.exists()


def test_she_sees_exactly_what_both_released_and_later_releases(table: Together, door: Door) -> None:
    client, page = opened(link_from(door))
    html = client.get(page).content.decode()
    assert "De planning" in html and "De mailbox" not in html and "kluis" not in html
    assert "De mailbox" not in door.text(f"{ROOT}{sam().public_id}/zo-ziet-het-eruit/")
    theirs = door_of(table.marleen, table)
    items = list(table.collaboration.handover_items.order_by("pk"))
    keys, marks = [one.public_id for one in items], [one.mark for one in items]
    theirs.post(f"{ROOT}{sam().public_id}/vrijgeven/", picked=keys, shown=["wat er eerder stond"])
    assert "De mailbox" not in client.get(page).content.decode(), "only words that she looked at are released"
    theirs.post(f"{ROOT}{sam().public_id}/vrijgeven/", picked=keys, shown=marks)
    assert "De mailbox" in client.get(page).content.decode()
    theirs.post(f"{ROOT}{sam().public_id}/vrijgeven/", picked=keys[1:], shown=marks)
    html = client.get(page).content.decode()
    assert "De planning" not in html and "De mailbox" in html


@pytest.mark.parametrize("who", ["noor", "marleen"])
def test_the_preview_shows_what_she_sees(table: Together, door: Door, who: str) -> None:
    mine = door_of(getattr(table, who), table)
    html = mine.text(f"{ROOT}{sam().public_id}/zo-ziet-het-eruit/")
    assert "Dit ziet Sam" in html and "De planning" in html and "Dit heb ik gezien" not in html
    html = mine.text(f"{ROOT}{sam().public_id}/vrijgeven/")
    assert ("Jij gaf het vrij. Marleen nog niet." if who == "noor" else "Noor gaf het vrij. Jij nog niet.") in html


def test_looks_are_on_the_page_of_both(table: Together, door: Door) -> None:
    client, page = opened(link_from(door))
    client.get(page)
    for person in (table.noor, table.marleen):
        assert "8 januari, 10:00" in door_of(person, table).text(f"{ROOT}{sam().public_id}/")


def test_she_asks_either_answers_and_she_reads_it(table: Together, door: Door) -> None:
    client, page = opened(link_from(door))
    refused = client.post(page, {"text": ""})
    assert refused.status_code == 422 and "Schrijf eerst je vraag op." in refused.content.decode()
    for _twice in range(2):
        client.post(page, {"text": "Wie beslist er? <b>"})
    assert "Wie beslist er? &lt;b&gt;" in client.get(page).content.decode()
    question = SuccessorQuestion.objects.get()
    theirs = door_of(table.marleen, table)
    here = f"{ROOT}{sam().public_id}/"
    assert "Sam stelt een vraag" in door.client.get("/vandaag/").content.decode()
    wrong = theirs.post(here, question=question.public_id, text="x" * 50_000)
    assert wrong.status_code == 422 and "x" * 50_000 in wrong.content.decode()
    theirs.post(here, question=question.public_id, text="Ik beslis.")
    assert "Marleen:" in client.get(page).content.decode() and "Ik beslis." in door.text(here)
    assert "Sam stelt een vraag" not in door.client.get("/vandaag/").content.decode()


def test_her_ticks_are_seen_by_both(table: Together, door: Door) -> None:
    client, page = opened(link_from(door))
    item = table.collaboration.handover_items.order_by("pk")[0]
    client.post(page, {"shown": [item.pk], "seen": [item.pk]})
    assert "checked" in client.get(page).content.decode()
    for person in (table.noor, table.marleen):
        assert "gezien door Sam" in door_of(person, table).text(f"{ROOT}{sam().public_id}/")


def test_words_go_on_the_list_and_are_released_by_both(table: Together, door: Door) -> None:
    here = f"{ROOT}{sam().public_id}/"
    refused = door.post(here + "vrijgeven/", text="wachtwoord: Zomer2026!")
    assert refused.status_code == 422 and "Zomer2026!" in refused.content.decode()
    door.post(here + "vrijgeven/", text="Vraag gerust alles.")
    client, page = opened(link_from(door))
    assert "Vraag gerust alles." not in client.get(page).content.decode()
    words = table.collaboration.handover_items.order_by("-pk")[0]
    for person in (table.noor, table.marleen):
        door_of(person, table).post(here + "vrijgeven/", picked=[words.public_id], shown=[words.mark])
    assert "Vraag gerust alles." in client.get(page).content.decode()
    assert "Vraag gerust alles." not in door.text("afscheid/overdracht/").split("Nog open")[1]


def test_a_link_that_opens_nothing_looks_the_same_whatever_the_reason(table: Together, door: Door) -> None:
    unknown = Client().get("/l/opvolger/onbekend/")
    address = link_from(door)
    claimed_elsewhere, page = opened(address)
    seen = [Client().get(address), Client().post(address), Client().get(page)]
    with clock.frozen(NOW + timedelta(days=15)):
        seen += [claimed_elsewhere.get(address), claimed_elsewhere.get(page)]
    door_of(table.marleen, table).post(f"{ROOT}{sam().public_id}/", do="withdraw")
    seen += [claimed_elsewhere.get(address), claimed_elsewhere.get(page), claimed_elsewhere.post(page, {"text": "x"})]
    assert {one.status_code for one in (unknown, *seen)} == {410}
    assert {body(one) for one in seen} == {body(unknown)}
    assert not SuccessorQuestion.objects.exists()


def test_each_copy_mints_a_new_link_and_the_older_one_stops(door: Door) -> None:
    first, second = link_from(door), link_from(door)
    assert first != second and Client().get(first).status_code == 410 and Client().get(second).status_code == 200
    assert door.text("logboek/").count("een link voor een opvolger") >= 2


def test_both_sides_and_a_colleague_cannot_open_it(table: Together, door: Door) -> None:
    address = link_from(door)
    for person in (table.noor, table.marleen, karin(colleague_of=table.noor)):
        client = Client()
        client.force_login(person)
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code == 403 and "voor iemand anders" in answer.content.decode()
    somebody = Client()
    somebody.force_login(ruben())
    assert somebody.get(address).status_code == 200 and sam().claimed_at is None


def test_closing_this_device_closes_it(door: Door) -> None:
    client, page = opened(link_from(door))
    assert client.get("/opvolger/sluiten/").status_code == 405
    assert "Dit apparaat is dicht" in client.post("/opvolger/sluiten/").content.decode()
    assert client.get(page).status_code == 410


def test_the_mail_to_her_holds_names_and_a_date(door: Door) -> None:
    with override_settings(MAIL_MODE="preview"):
        door.post(f"{ROOT}{sam().public_id}/link/", channel="mail", email="geen")
        door.post(f"{ROOT}{sam().public_id}/link/", channel="mail", email="sam@voorbeeld.nl")
    mail = OutgoingMail.objects.get(kind="successor_invitation")
    assert set(mail.words) == {"other", "until"}
    text = str(as_message(mail).body)
    assert "Marleen" not in text and "planning" not in text and "/l/opvolger/" in text
    assert django_settings.PUBLIC_URL in text
