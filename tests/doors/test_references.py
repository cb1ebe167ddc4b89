"""A reference from both ends: who asks behind her own door, the referee as a stranger with a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from samenstroom.collaborations.actions import show_colleague
from samenstroom.exploring.models import ReferenceRequest
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import as_message
from tests.doors.table_story import Door, door_of
from tests.people import Together, day, karin, ruben, together

pytestmark = pytest.mark.django_db

NOW = day(1)
REFEREE, OWN_WORDS, SAID = "Wim Bakker", "Je werkte eerder met haar.", "Vraag eerst wie er beslist."
ROOT = "verkennen/referenties/"


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def table() -> Together:
    return together(stage="explore", with_rhythm=False)


@pytest.fixture
def asker(table: Together) -> Door:
    door = door_of(table.noor, table)
    door.post(ROOT, referee=REFEREE, relation="", words=OWN_WORDS)
    return door


def the_one() -> ReferenceRequest:
    return ReferenceRequest.objects.get()


def link_from(asker: Door) -> str:
    """The address on the page after pressing the button."""
    page = asker.post(f"{ROOT}{the_one().public_id}/link/", channel="copy").content.decode()
    found = re.search(r"(/l/referentie/[^/<\s]+/)", page)
    assert found
    return found.group(1)


def opened(address: str, client: Client | None = None) -> tuple[Client, str]:
    """Somebody opens the link and presses the button; the page it leads to."""
    client = client or Client()
    assert client.get(address).status_code == 200
    response = client.post(address)
    assert response.status_code == 302
    return client, response.headers["Location"]


def body(response: HttpResponse) -> str:
    """The page, without the key of its form and the address that the language switch goes back to."""
    return re.sub(r'value="([A-Za-z0-9]{64}|/[^"]*/)"', "", response.content.decode())


def test_the_landing_page_says_who_asks_about_whom_and_who_reads(asker: Door) -> None:
    page = Client().get(link_from(asker)).content.decode()
    title = page.split("<title>")[1].split("</title>")[0]
    assert "Marleen" not in title and "Noor" not in title
    for words in ("Noor wil weten hoe het is om met Marleen te werken", "Alleen Noor leest je antwoorden", OWN_WORDS,
                  "Elke vraag mag je overslaan", "De link werkt tot dinsdag 20 januari", "Deze plek wordt beheerd door",
                  "Marleen mag vragen welke gegevens"):  # fmt: skip
        assert words in page, words


def test_looking_at_the_link_uses_up_nothing(asker: Door) -> None:
    address = link_from(asker)
    before = ReferenceRequest.objects.values().get()
    for _preview in range(3):
        assert Client().get(address).status_code == 200
    assert ReferenceRequest.objects.values().get() == before


def test_a_referee_keeps_sends_once_and_gets_a_thank_you(asker: Door) -> None:
    wim, page = opened(link_from(asker))
    assert "Sla ik over" in wim.get(page).content.decode()
    assert wim.post(page, {"again-choice": "yes_again", "later": "1"}).status_code == 302
    assert 'value="yes_again"' in wim.get(page).content.decode() and the_one().sent_at is None
    assert SAID not in asker.text(f"{ROOT}{the_one().public_id}/")
    for _twice in range(2):
        wim.post(page, {"again-choice": "rather_not", "ask_first-words": SAID})
    assert "Dank je wel, Wim" in wim.get(page).content.decode()
    read = asker.text(f"{ROOT}{the_one().public_id}/")
    assert SAID in read and "Liever niet" in read and "Wim op 6 januari 2026" in read


def test_sending_nothing_is_friendly_and_keeps_the_page(asker: Door) -> None:
    wim, page = opened(link_from(asker))
    response = wim.post(page, {"again-choice": ""})
    assert response.status_code == 422 and "Er staat nog niets in" in response.content.decode()
    assert the_one().sent_at is None


@pytest.mark.parametrize("text", ["x" * 50_000, "<script>alert(1)</script>", "😀 مرحبا بك"])
def test_what_a_referee_types_is_never_lost_or_run(asker: Door, text: str) -> None:
    wim, page = opened(link_from(asker))
    response = wim.post(page, {"again-words": text})
    if len(text) > 2000:
        assert response.status_code == 422 and text in response.content.decode()
        assert "Maak er maximaal 2000 tekens van" in response.content.decode()
        return
    read = asker.text(f"{ROOT}{the_one().public_id}/")
    assert the_one().answers["again"]["words"] == text and "<script>alert" not in read


def test_a_link_that_opens_nothing_looks_the_same_whatever_the_reason(asker: Door) -> None:
    unknown = Client().get("/l/referentie/bestaatniet/")
    older = link_from(asker)
    address = link_from(asker)
    replaced = Client().get(older)
    _wim, page = opened(address)
    elsewhere, its_page = Client().get(address), Client().get(page)
    pressed = Client().post(address)
    with clock.frozen(NOW + timedelta(days=14)):
        expired = Client().get(address)
    asker.post(f"{ROOT}{the_one().public_id}/intrekken/")
    withdrawn = Client().get(address)
    for answer in (replaced, elsewhere, its_page, pressed, expired, withdrawn):
        assert answer.status_code == unknown.status_code == 410
        assert body(answer) == body(unknown)
    assert "Marleen" not in body(unknown) and "om een nieuwe" in body(unknown)


def test_who_asked_and_her_colleagues_cannot_open_it(asker: Door, table: Together) -> None:
    address = link_from(asker)
    colleague = karin(colleague_of=table.noor)
    for person in (table.noor, colleague):
        client = Client()
        client.force_login(person)
        for response in (client.get(address), client.post(address)):
            assert response.status_code == 403 and "Deze link is voor iemand anders" in response.content.decode()
    assert the_one().claimed_at is None
    opened(address)


def test_an_old_link_says_nothing_to_a_colleague_either(asker: Door, table: Together) -> None:
    address, client = link_from(asker), Client()
    client.force_login(karin(colleague_of=table.noor))
    asker.post(f"{ROOT}{the_one().public_id}/intrekken/")
    for response in (client.get(address), client.post(address)):
        assert response.status_code == 410


def test_who_signs_in_as_marleen_after_claiming_it_reads_no_further(asker: Door, table: Together) -> None:
    wim, page = opened(link_from(asker))
    assert wim.get(page).status_code == 200
    key = wim.session["references"]
    wim.force_login(table.marleen)
    session = wim.session
    session["references"] = key
    session.save()
    for response in (wim.get(page), wim.post(page, {"ask_first-words": SAID})):
        assert response.status_code == 410 and OWN_WORDS not in response.content.decode()


def test_marleen_with_the_link_in_hand_sees_a_link_that_is_gone(asker: Door, table: Together) -> None:
    address, client = link_from(asker), Client()
    client.force_login(table.marleen)
    for response in (client.get(address), client.post(address)):
        assert response.status_code == 410 and OWN_WORDS not in response.content.decode()
    assert the_one().claimed_at is None


def test_an_outsider_with_an_account_can_be_a_referee(asker: Door) -> None:
    client = Client()
    client.force_login(ruben())
    wim, page = opened(link_from(asker), client)
    assert "Jouw ervaring met Marleen" in wim.get(page).content.decode()


def test_closing_the_device_shuts_the_questions(asker: Door) -> None:
    wim, page = opened(link_from(asker))
    assert wim.post(reverse("portal:reference_forget")).status_code == 200
    assert wim.get(page).status_code == 410


def test_marleen_finds_nothing_of_references_anywhere(asker: Door, table: Together) -> None:
    pages = ["", "logboek/", "gedeeld/", "zoals-de-ander/", "fase/", "verkennen/proefproject/"]
    marleen = door_of(table.marleen, table)
    wim, page = opened(link_from(asker))
    wim.post(page, {"ask_first-words": SAID})
    asker.post(f"{ROOT}{the_one().public_id}/noteren/", **{"again-choice": "yes_again"})
    ReferenceRequest.objects.filter().update(read_at=None)
    seen = [marleen.text(rest) for rest in pages]
    for words in ("Wim", SAID, OWN_WORDS, "eferentie", "Navragen"):
        assert not [text for text in seen if words in text], words
    assert marleen.get(ROOT).status_code == 404
    as_hers = Client()
    as_hers.force_login(table.marleen)
    for address in (asker.root + ROOT, f"{asker.root}{ROOT}{the_one().public_id}/"):
        assert as_hers.get(address).status_code in (302, 404)


def test_a_colleague_at_the_table_asks_her_own_and_sees_not_hers(asker: Door, table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=NOW)
    door = door_of(colleague, table)
    assert REFEREE not in door.text(ROOT)
    assert door.get(f"{ROOT}{the_one().public_id}/").status_code == 404


def test_vandaag_says_that_it_is_there_until_she_looked(asker: Door) -> None:
    wim, page = opened(link_from(asker))
    wim.post(page, {"ask_first-words": SAID})
    assert "Wim heeft je vragen beantwoord" in asker.client.get("/vandaag/").content.decode()
    asker.text(f"{ROOT}{the_one().public_id}/")
    assert "Wim heeft je vragen beantwoord" not in asker.client.get("/vandaag/").content.decode()


def test_what_she_was_told_by_phone_is_noted_as_hers(asker: Door) -> None:
    address = f"{ROOT}{the_one().public_id}/noteren/"
    assert asker.post(address, **{"again-choice": ""}).status_code == 422
    asker.post(address, **{"again-choice": "yes_again", "again-words": "Met alle liefde."})
    read = asker.text(f"{ROOT}{the_one().public_id}/")
    assert "Door jou genoteerd op 6 januari 2026" in read and "Met alle liefde." in read


def test_throwing_it_away_stops_the_link_too(asker: Door) -> None:
    address = link_from(asker)
    asker.post(f"{ROOT}{the_one().public_id}/weggooien/")
    assert not ReferenceRequest.objects.exists() and Client().get(address).status_code == 410


def test_asking_without_a_name_keeps_what_was_typed(asker: Door) -> None:
    response = asker.post(ROOT, referee="", words="NIET-KWIJT")
    assert response.status_code == 422 and "NIET-KWIJT" in response.content.decode()


@override_settings(MAIL_MODE="preview")
def test_the_link_can_be_mailed_when_mail_is_on(asker: Door) -> None:
    address = f"{ROOT}{the_one().public_id}/link/"
    assert asker.post(address, channel="mail", email="geen adres").status_code == 422
    assert asker.post(address, channel="mail", email="wim@voorbeeld.nl").status_code == 302
    mail = OutgoingMail.objects.get()
    found = re.search(r"/l/referentie/\S+/", str(as_message(mail).body))
    assert found and django_settings.PUBLIC_URL in str(as_message(mail).body)
    assert Client().get(found.group(0)).status_code == 200
