"""The settings of her readiness test, and what came in: private, and nothing goes on the page by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.exploring.actions.letting_go import let_go
from samenstroom.exploring.models import ReadinessAnswer
from samenstroom.kit import clock
from samenstroom.profiles.models import ReadinessPage
from tests.features.exploring.readiness_steps import choices, opened, sent
from tests.people import START, noor, ruben, with_account

pytestmark = pytest.mark.django_db
HERE = "/ik/zelftest/"


@pytest.fixture(autouse=True)
def at_start() -> Iterator[None]:
    with clock.frozen(at=START):
        yield


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def text_of(response: Any) -> str:
    return str(response.content.decode())


def test_her_name_is_proposed_as_address_and_saving_opens_nothing() -> None:
    client = signed_in(noor())
    assert 'value="noor-jansen"' in text_of(client.get(HERE))
    answer = client.post(HERE, {"slug": "noor-jansen", "introduction": "Dag.\r\nIk ben Noor."}, follow=True)
    assert "Je pagina is nog dicht" in text_of(answer)
    assert Client().get("/klaar-voor/noor-jansen/").status_code == 404
    client.post(f"{HERE}openen/", {"text": "Dag.\r\nIk ben Noor."})
    assert "Ik ben Noor." in text_of(Client().get("/klaar-voor/noor-jansen/"))
    page = text_of(client.get(HERE))
    assert "Je pagina staat open" in page and "&lt;a href=" in page


def test_a_new_text_goes_on_the_page_by_an_act_of_its_own() -> None:
    me = noor()
    opened(me)
    client = signed_in(me)
    client.post(HERE, {"slug": "noor-jansen", "introduction": "Nieuw."})
    assert "Dag, ik ben Noor." in text_of(Client().get("/klaar-voor/noor-jansen/"))
    assert "staat nog niet op de pagina" in text_of(client.get(HERE))
    client.post(f"{HERE}openen/", {"text": "Iets anders dan zij zag."})
    assert "Nieuw." not in text_of(Client().get("/klaar-voor/noor-jansen/"))
    client.post(f"{HERE}openen/", {"text": "Nieuw."})
    assert "Nieuw." in text_of(Client().get("/klaar-voor/noor-jansen/"))
    client.post(f"{HERE}sluiten/")
    assert Client().get("/klaar-voor/noor-jansen/").status_code == 404


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("", "Kies een naam"),
        ("noor & co", "alleen kleine letters"),
        ("-noor", "alleen kleine letters"),
        ("ab", "minstens drie tekens"),
        ("a" * 61, "hooguit veertig tekens"),
        ("admin", "houden we vrij"),
        ("ruben-smit", "van iemand anders"),
    ],
)
def test_an_address_that_does_not_fit_is_told_and_her_text_is_kept(slug: str, told: str) -> None:
    opened(ruben(), slug="ruben-smit")
    answer = signed_in(noor()).post(HERE, {"slug": slug, "introduction": "Mijn tekst."})
    assert answer.status_code == 422
    assert told in text_of(answer) and "Mijn tekst." in text_of(answer)
    assert ReadinessPage.objects.count() == 1


def test_somebody_without_a_name_in_our_letters_chooses_an_address_herself() -> None:
    assert signed_in(with_account("李明", "li@voorbeeld.nl")).get(HERE).status_code == 200


def test_what_came_in_stands_on_vandaag_also_without_a_collaboration() -> None:
    me = noor()
    answer = sent(opened(me), chosen=choices("closed"))
    client = signed_in(me)
    assert "Iemand deed je zelftest" in text_of(client.get("/vandaag/"))
    assert "Marleen de Vries" in text_of(client.get(f"{HERE}binnen/"))
    page = text_of(client.get(f"{HERE}binnen/{answer.public_id}/"))
    assert "Vraag welk werk eerder lastig was om los te laten" in page and "06 12345678" in page
    assert "Iemand deed je zelftest" not in text_of(client.get("/vandaag/"))


def test_a_collaboration_begins_with_it_once() -> None:
    me = noor()
    answer = sent(opened(me))
    client, here = signed_in(me), f"{HERE}binnen/{answer.public_id}/beginnen/"
    assert 'value="Marleen de Vries"' in text_of(client.get(here))
    given = {"other_name": "Marleen de Vries", "name": "Lindenhof", "kind": "client_va", "country": "NL"}
    assert client.post(here, {**given, "name": ""}).status_code == 422
    assert client.post(here, given).headers["Location"] == client.post(here, given).headers["Location"]
    made = Collaboration.objects.get()
    assert (made.name, made.stage) == ("Lindenhof", "explore")
    assert "Hier kwam een samenwerking uit" in text_of(client.get(f"{HERE}binnen/{answer.public_id}/"))


def test_she_throws_it_away() -> None:
    me = noor()
    answer = sent(opened(me))
    assert signed_in(me).post(f"{HERE}binnen/{answer.public_id}/weggooien/").status_code == 302
    assert not ReadinessAnswer.objects.exists()


def test_nobody_finds_the_name_of_the_sender_in_a_title() -> None:
    me = noor()
    answer = sent(opened(me))
    page = text_of(signed_in(me).get(f"{HERE}binnen/{answer.public_id}/"))
    assert "<title>Binnengekomen – Samenstroom</title>" in page


def test_the_collaboration_knows_what_it_began_with_until_she_lets_go_of_it() -> None:
    me = noor()
    client = signed_in(me)
    answer = sent(opened(me), chosen=choices("closed"), words="Ik vind dit spannend.")
    given = {"other_name": "Marleen de Vries", "name": "Lindenhof", "kind": "client_va", "country": "NL"}
    home = client.post(f"{HERE}binnen/{answer.public_id}/beginnen/", given).headers["Location"]
    assert f"{HERE}binnen/{answer.public_id}/" in text_of(client.get(f"{home}verkennen/"))
    made = Collaboration.objects.get()
    assert "Ik vind dit spannend." in text_of(client.get(reverse("workspace:insight", args=[made.public_id])))
    let_go(person=me, collaboration=made)
    assert not ReadinessAnswer.objects.exists()
