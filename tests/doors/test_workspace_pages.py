"""Every page of a person with an account: there for her, in both languages, with the same meaning."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.kit import clock
from tests.worlds import NOW, Secrets, World, build_world

pytestmark = pytest.mark.django_db

AT_TABLE = ["collaboration", "own_stage", "links", "fresh_seat", "colleagues", "own", "carrying_on"]
HER_OWN = ["today", "collaborations", "new", "me", "practice"]
FOR_EVERYBODY = [
    "welcome",
    "privacy",
    "accessibility",
    "help",
    "account_login",
    "account_signup",
    "account_reset_password",
]

KEPT = Secrets(
    private_lines=("Ik twijfel of dit werkt.",), own_stage="farewell", origin="friends_family",
    own_checkins=((2,) * 8, (3,) * 8, (2,) * 8), carrying_on=(2, 4), remark="Mijn geheime opmerking.",
)  # fmt: skip


@pytest.fixture
def world() -> World:
    with clock.frozen(NOW):
        return build_world(KEPT, Secrets())


def signed_in(person: Person, language: str = "nl") -> Client:
    Person.objects.filter(pk=person.pk).update(language=language)
    client = Client()
    client.force_login(Person.objects.get(pk=person.pk))
    return client


def page_of(client: Client, address: str, status: int = 200) -> str:
    with clock.frozen(NOW):
        response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def shape_of(html: str) -> list[str]:
    """What a page is made of without its words: headings, forms, fields, buttons and where links lead."""
    return re.findall(r"<(?:h[1-6]|form|input|select|textarea|button)\b|href=\"[^\"]*\"", html)


@pytest.mark.parametrize("name", HER_OWN)
def test_her_own_pages_are_there_in_both_languages(world: World, name: str) -> None:
    address = reverse(f"workspace:{name}")
    dutch, english = (page_of(signed_in(world.noor, language), address) for language in ("nl", "en"))
    assert '<html lang="nl"' in dutch and '<html lang="en"' in english
    assert shape_of(dutch) == shape_of(english)


@pytest.mark.parametrize("table", ["first", "second", "alone"])
@pytest.mark.parametrize("name", AT_TABLE)
def test_pages_of_a_collaboration_are_there_in_both_languages(world: World, name: str, table: str) -> None:
    address = reverse(f"workspace:{name}", args=[getattr(world, table).public_id])
    dutch, english = (page_of(signed_in(world.noor, language), address) for language in ("nl", "en"))
    assert shape_of(dutch) == shape_of(english)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_steps_of_the_own_checkin_are_there_in_both_languages(world: World, number: int) -> None:
    address = reverse("workspace:own_step", kwargs={"collaboration": world.alone.public_id, "number": number})
    dutch, english = (page_of(signed_in(world.noor, language), address) for language in ("nl", "en"))
    assert shape_of(dutch) == shape_of(english)
    assert 'data-circle="private"' in dutch


@pytest.mark.parametrize("name", FOR_EVERYBODY)
def test_pages_for_everybody_open_without_an_account(name: str) -> None:
    dutch = page_of(Client(headers={"accept-language": "nl"}), reverse(name))
    english = page_of(Client(headers={"accept-language": "en"}), reverse(name))
    assert shape_of(dutch) == shape_of(english)
    assert "<h1" in dutch


def test_a_visitor_is_asked_to_sign_in_first(world: World) -> None:
    for name in HER_OWN:
        assert Client().get(reverse(f"workspace:{name}"))["Location"].startswith(reverse("account_login"))


def test_today_says_how_many_things_ask_attention_and_shows_three_at_most(world: World) -> None:
    html = page_of(signed_in(world.noor), reverse("workspace:today"))
    assert "vragen vandaag je aandacht" in html
    assert 1 <= html.count('class="attention__item"') <= 3
    assert html.count('<article class="card') == 3


def test_a_new_person_reads_where_her_first_collaboration_begins(world: World) -> None:
    html = page_of(signed_in(world.ruben), reverse("workspace:today"))
    assert "Hier begint je eerste samenwerking" in html
    assert reverse("workspace:new") in html


def test_the_list_can_be_narrowed_to_one_stage(world: World) -> None:
    client = signed_in(world.noor)
    adjusting = page_of(client, reverse("workspace:collaborations") + "?fase=adjust")
    assert "Studio Linde" in adjusting and "Stille Zaak" not in adjusting
    unknown = page_of(client, reverse("workspace:collaborations") + "?fase=anders")
    assert unknown.count('<article class="card') == 3


def test_the_home_page_keeps_what_is_private_in_the_pocket(world: World) -> None:
    html = page_of(signed_in(world.noor), reverse("workspace:collaboration", args=[world.first.public_id]))
    between, pocket = html.split('<section class="pocket"', 1)
    assert "Tussen jou en Marleen" in between and "In je binnenzak" in pocket
    assert "We kenden elkaar al als vrienden of familie" in pocket
    assert "Voor jezelf sta je bij: Afscheid." in pocket
    assert "vrienden of familie" not in between and "Voor jezelf sta je" not in between


def test_the_home_page_is_calm_when_the_other_does_not_take_part(world: World) -> None:
    html = page_of(signed_in(world.noor), reverse("workspace:collaboration", args=[world.alone.public_id]))
    assert "Irene doet nog niet mee. Dat mag." in html
    assert reverse("workspace:own", args=[world.alone.public_id]) in html


def test_every_page_of_a_collaboration_names_its_circle_first(world: World) -> None:
    for name in [one for one in AT_TABLE if one != "collaboration"]:
        html = page_of(signed_in(world.noor), reverse(f"workspace:{name}", args=[world.first.public_id]))
        main = html.split("<main", 1)[1]
        assert re.match(r"[^>]*>\s*<div class=\"visibility visibility--(private|shared)\"", main), name
