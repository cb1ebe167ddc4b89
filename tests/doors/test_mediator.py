"""A mediator from three sides: the two who ask her in, and the mediator with a link; and hostile hands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings

from samenstroom.adjusting.models import Mediation, MediationLook, MediationNote, MediationTalk
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import as_message
from tests.doors.table_story import Door, door_of
from tests.features.adjusting.mediation_steps import noted
from tests.people import Together, day, karin, noor, ruben, started, together

pytestmark = pytest.mark.django_db

NOW = day(3)
ROOT = "bijsturen/bemiddelaar/"
BILL, CALL = "De rekening bleef liggen.", "We spraken af te bellen."


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def table() -> Together:
    made = together(stage="adjust", with_rhythm=False)
    noted(made, BILL)
    noted(made, CALL, by="marleen")
    return made


@pytest.fixture
def door(table: Together) -> Door:
    """Noor's door; Bea was proposed and Marleen said yes."""
    mine, theirs = door_of(table.noor, table), door_of(table.marleen, table)
    mine.post(ROOT + "voorstel/", name="Bea Kramer", ends_on="2026-02-10", words="Zij kent ons vak.")
    theirs.post(f"{ROOT}{bea().public_id}/antwoord/", do="agree")
    return mine


def bea() -> Mediation:
    return Mediation.objects.get()


def link_from(door: Door) -> str:
    page = door.post(f"{ROOT}{bea().public_id}/link/", channel="copy").content.decode()
    found = re.search(r"(/l/bemiddelaar/[^/<\s]+/)", page)
    assert found
    return found.group(1)


def opened(address: str) -> tuple[Client, str]:
    client = Client()
    assert client.get(address).status_code == 200
    response = client.post(address)
    assert response.status_code == 302
    return client, response.headers["Location"]


def tick(door: Door, *picked: str) -> None:
    """She ticks what holds these words on the page where she chooses."""
    here = f"{ROOT}{bea().public_id}/delen/"
    html = door.text(here)
    shown = re.findall(r'name="shown" value="([^"]+)"', html)
    parts = html.split('name="shown"')[1:]
    keys = [one.split("=")[0] for one, part in zip(shown, parts, strict=True) if any(words in part for words in picked)]
    door.post(here, shown=shown, picked=keys)


def body(response: HttpResponse) -> str:
    """The page, without the key of its form and the address that the language switch goes back to."""
    return re.sub(r'value="([A-Za-z0-9]{64}|/[^"]*/)"', "", response.content.decode())


def test_proposing_with_wrong_input_keeps_what_was_typed(table: Together) -> None:
    mine = door_of(table.noor, table)
    refused = mine.post(ROOT + "voorstel/", name="", ends_on="2025-01-01", words="Omdat.").content.decode()
    for words in ("Vul de naam van de bemiddelaar in.", "Kies een datum na vandaag.", "Omdat."):
        assert words in refused, words
    assert not Mediation.objects.exists()


def test_the_other_is_asked_and_may_say_rather_not(table: Together) -> None:
    mine, theirs = door_of(table.noor, table), door_of(table.marleen, table)
    mine.post(ROOT + "voorstel/", name="Bea Kramer", ends_on="2026-02-10", words="")
    assert "Noor wil er iemand bij vragen" in theirs.text("")
    theirs.post(f"{ROOT}{bea().public_id}/antwoord/", do="drop")
    assert "Bea Kramer" not in mine.text(ROOT)
    mine.post(f"{ROOT}{bea().public_id}/antwoord/", do="onbekend")
    assert mine.get(f"{ROOT}onbekend/delen/").status_code == 404


def test_alone_she_notes_that_she_asked_somebody() -> None:
    person = noor()
    alone = started(person, stage="adjust")
    client = Client()
    client.force_login(person)
    root = f"/s/{alone.public_id}/{ROOT}"
    client.post(root + "voorstel/", {"name": "Bea Kramer", "ends_on": "2026-02-10", "words": ""})
    html = client.get(root).content.decode()
    assert "vroeg je Bea om hulp. Er kijkt niemand mee." in html and "eigen link" not in html


def test_the_landing_page_says_who_asks_and_who_runs_this(door: Door) -> None:
    page = Client().get(link_from(door)).content.decode()
    title = page.split("<title>")[1].split("</title>")[0]
    assert "Marleen" not in title and BILL not in page
    for words in ("Bea, wil je met Noor en Marleen meekijken?", "wat ze allebei voor jou aanvinkten",
                  "precies hetzelfde", "Deze plek wordt beheerd door", "Zij kent ons vak."):  # fmt: skip
        assert words in page, words


def test_a_preview_uses_up_nothing_and_is_no_look(door: Door) -> None:
    address = link_from(door)
    before = Mediation.objects.values().get()
    for _preview in range(3):
        assert Client().get(address).status_code == 200
    assert Mediation.objects.values().get() == before and not MediationLook.objects.exists()


def test_she_sees_what_both_ticked_and_neither_sees_the_ticks_of_the_other(table: Together, door: Door) -> None:
    theirs = door_of(table.marleen, table)
    client, page = opened(link_from(door))
    places = ("", ROOT, f"{ROOT}{bea().public_id}/delen/", "logboek/")
    before = [body(theirs.get(place)) for place in places]
    tick(door, BILL, CALL)
    assert [body(theirs.get(place)) for place in places] == before
    assert BILL not in client.get(page).content.decode()
    tick(theirs, BILL)
    html = client.get(page).content.decode()
    assert BILL in html and CALL not in html
    tick(door, CALL)
    assert BILL not in client.get(page).content.decode()


def test_what_was_not_on_the_page_is_not_ticked(table: Together, door: Door) -> None:
    here = f"{ROOT}{bea().public_id}/delen/"
    key = re.findall(r'name="shown" value="([^"]+)"', door.text(here))[0].split("=")[0]
    door.post(here, shown=[f"{key}=anders"], picked=[key])
    assert "checked" not in door.text(here)


def test_looks_notes_and_a_moment_are_on_the_page_of_both(table: Together, door: Door) -> None:
    client, page = opened(link_from(door))
    refused = client.post(page, {"text": ""})
    assert refused.status_code == 422 and "Schrijf hier iets, al is het één zin." in refused.content.decode()
    client.post(page, {"text": "Zullen we praten? <b>"})
    late = client.post(page, {"on": "2026-01-02", "at": "10:00", "minutes": "60", "place": "Buurthuis"})
    assert late.status_code == 422 and "Buurthuis" in late.content.decode()
    client.post(page, {"on": "2026-01-20", "at": "10:00", "minutes": "60", "place": "Buurthuis"})
    talk = MediationTalk.objects.get().public_id
    for person in (table.noor, table.marleen):
        side = door_of(person, table)
        html = side.text(ROOT)
        for words in ("8 januari, 10:00", "Zullen we praten? &lt;b&gt;", "dinsdag 20 januari, van 10:00 tot 11:00"):
            assert words in html, words
        assert (
            "Bea stelt een moment voor"
            in side.client.get("/vandaag/" if person == table.noor else side.root).content.decode()
        )
        assert side.get(f"{ROOT}{bea().public_id}/agenda/").status_code == 404
        side.post(f"{ROOT}{bea().public_id}/antwoord/", do="yes", talk=talk)
    assert client.get(page + "agenda/").headers["Content-Type"].startswith("text/calendar")
    assert b"Buurthuis" in door.get(f"{ROOT}{bea().public_id}/agenda/").content
    assert "Marleen: Ik kan dan" in client.get(page).content.decode()


@pytest.mark.parametrize("who", ["noor", "marleen"])
def test_either_side_ends_it_with_one_click(table: Together, door: Door, who: str) -> None:
    client, page = opened(link_from(door))
    client.get(page)
    door_of(getattr(table, who), table).post(f"{ROOT}{bea().public_id}/antwoord/", do="end")
    assert client.get(page).status_code == 410
    assert client.post(page, {"text": "Nog iets."}).status_code == 410 and not MediationNote.objects.exists()
    assert "Gestopt" in door.text(ROOT)


def test_a_link_that_opens_nothing_looks_the_same_whatever_the_reason(table: Together, door: Door) -> None:
    unknown = Client().get("/l/bemiddelaar/onbekend/")
    address = link_from(door)
    client, page = opened(address)
    seen = [Client().get(address), Client().post(address), Client().get(page), Client().get(page + "agenda/")]
    with clock.frozen(NOW + timedelta(days=15)):
        seen += [client.get(address), client.get(page), client.post(page, {"text": "x"})]
    door_of(table.marleen, table).post(f"{ROOT}{bea().public_id}/antwoord/", do="withdraw")
    seen += [client.get(address), client.get(page), client.post(page, {"text": "x"})]
    assert {one.status_code for one in (unknown, *seen)} == {410}
    assert {body(one) for one in seen} == {body(unknown)}
    assert not MediationNote.objects.exists()


def test_a_second_device_needs_a_new_link_and_then_the_first_one_is_shut(door: Door) -> None:
    first, page = opened(link_from(door))
    second, again = opened(link_from(door))
    assert again == page and second.get(page).status_code == 200
    assert first.get(page).status_code == 410 and first.post(page, {"text": "x"}).status_code == 410


def test_both_sides_and_a_colleague_cannot_come_in_by_it(table: Together, door: Door) -> None:
    address = link_from(door)
    for person in (table.noor, table.marleen, karin(colleague_of=table.noor)):
        client = Client()
        client.force_login(person)
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code == 403 and "voor iemand anders" in answer.content.decode()
    somebody = Client()
    somebody.force_login(ruben())
    assert somebody.get(address).status_code == 200 and bea().claimed_at is None


def test_closing_this_device_closes_it(door: Door) -> None:
    client, page = opened(link_from(door))
    assert client.get("/bemiddelaar/sluiten/").status_code == 405
    assert "Dit apparaat is dicht" in client.post("/bemiddelaar/sluiten/").content.decode()
    assert client.get(page).status_code == 410


def test_the_mail_to_her_is_from_both_and_says_nothing_of_it(door: Door) -> None:
    with override_settings(MAIL_MODE="preview"):
        here = f"{ROOT}{bea().public_id}/link/"
        assert door.post(here, channel="mail", email="geen").status_code == 422
        door.post(here, channel="mail", email="bea@voorbeeld.nl")
    mail = OutgoingMail.objects.get(kind="mediator_invitation")
    text = str(as_message(mail).body)
    assert "Noor en Marleen" in text and "vak" not in text and "/l/bemiddelaar/" in text


def test_she_calls_her_moment_off_and_it_leaves_the_page_of_both(table: Together, door: Door) -> None:
    client, page = opened(link_from(door))
    client.post(page, {"do": "drop"})
    client.post(page, {"on": "2026-01-20", "at": "10:00", "minutes": "60", "place": "Buurthuis"})
    assert "Buurthuis" in door.text(ROOT) and "Dit moment gaat niet door" in client.get(page).content.decode()
    assert "Afgezegd. Ze zien het allebei." in client.post(page, {"do": "drop"}, follow=True).content.decode()
    for person in (table.noor, table.marleen):
        assert "Buurthuis" not in door_of(person, table).text(ROOT)
    client.post(page, {"on": "2026-01-21", "at": "10:00", "minutes": "60", "place": "Buurthuis"})
    door.post(f"{ROOT}{bea().public_id}/antwoord/", do="end")
    assert "Buurthuis" not in door.text(ROOT), "what was still to come is off when it ends"
