"""A trial project behind both doors: proposed, changed, agreed, done, looked back on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from samenstroom.exploring.models import Trial
from samenstroom.kit import clock
from tests.doors.table_story import Door, door_of
from tests.people import Together, day, noor, started, together

pytestmark = pytest.mark.django_db

ROOT = "verkennen/proefproject/"
TERMS = {
    "scope": "Drie mails schrijven.", "starts_on": "2026-01-06", "ends_on": "2026-01-16", "pay": "price",
    "price": "450", "question_0": "Loopt het overleg vanzelf?",
}  # fmt: skip
SIDES = pytest.mark.parametrize("first", ["noor", "marleen"])


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    with clock.frozen(day(1)):
        yield


@pytest.fixture
def table() -> Together:
    return together(stage="explore", with_rhythm=False)


def doors(table: Together, first: str = "noor") -> tuple[Door, Door]:
    """Who proposes, and the other."""
    both = door_of(table.noor, table), door_of(table.marleen, table)
    return both if first == "noor" else (both[1], both[0])


def act(door: Door, do: str) -> str:
    """Press a button under the newest one; the page it leads to."""
    response = door.post(f"{ROOT}{newest().public_id}/", do=do)
    assert response.status_code == 302
    return door.text(ROOT)


def newest() -> Trial:
    return Trial.objects.order_by("-pk")[0]


@SIDES
def test_one_proposes_the_other_agrees_and_both_see_the_same(table: Together, first: str) -> None:
    one, other = doors(table, first)
    assert one.post(f"{ROOT}voorstel/", **TERMS).status_code == 302
    assert "zegt nog ja of nee" in one.text(ROOT) and "Ja, dit doen we" not in one.text(ROOT)
    assert "Drie mails schrijven." in other.text(ROOT) and "stelt een proefproject voor" in other.text()
    assert "zijn het eens" in act(other, "agree")
    for text in (one.text(ROOT), other.text(ROOT)):
        assert "Het proefproject loopt" in text and "€ 450" in text and "Loopt het overleg vanzelf?" in text
    assert "zei ja tegen het proefproject" in one.text("logboek/")


@SIDES
def test_something_else_takes_the_place_of_the_proposal(table: Together, first: str) -> None:
    one, other = doors(table, first)
    one.post(f"{ROOT}voorstel/", **TERMS)
    assert 'value="450"' in other.text(f"{ROOT}voorstel/"), "it begins with what lies there"
    other.post(f"{ROOT}voorstel/", **{**TERMS, "price": "500"})
    assert "Ja, dit doen we" in one.text(ROOT) and "€ 500" in one.text(ROOT)
    assert "Het proefproject loopt" in act(one, "agree")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"scope": ""}, "Schrijf hier iets"),
        ({"scope": "L" * 50_000}, "Maak er maximaal 1000 tekens van"),
        ({"ends_on": "gauw"}, "Vul een datum in"),
        ({"ends_on": "2026-01-02"}, "Kies vandaag of een dag die nog komt."),
        ({"starts_on": "2026-01-20"}, "Het einde ligt voor het begin"),
        ({"ends_on": "2028-01-20"}, "Kies een einde binnen een jaar"),
        ({"price": ""}, "Vul dit nog in"),
        ({"pay": "hours", "hours": "6"}, "Vul dit nog in"),
        ({"pay": ""}, "Kies hoe het betaald wordt."),
        ({"question_0": ""}, "Schrijf hier iets"),
    ],
)
@SIDES
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    table: Together, first: str, wrong: dict[str, str], says: str
) -> None:
    one, _other = doors(table, first)
    response = one.post(f"{ROOT}voorstel/", **{**TERMS, "question_1": "NIET-KWIJT", **wrong})
    html = response.content.decode()
    assert response.status_code == 422 and says in html and "NIET-KWIJT" in html and "<title>Fout:" in html
    assert not Trial.objects.exists()


def test_unpaid_is_possible_with_a_friendly_word(table: Together) -> None:
    one, other = doors(table)
    assert "Een proefproject is betaald werk" in one.text(f"{ROOT}voorstel/")
    one.post(f"{ROOT}voorstel/", **{**TERMS, "pay": "unpaid", "price": ""})
    for door in (one, other):
        assert "Dit voorstel is onbetaald. Dat mag" in door.text(ROOT)


def test_a_button_pressed_too_late_or_twice_is_harmless(table: Together) -> None:
    one, other = doors(table)
    one.post(f"{ROOT}voorstel/", **TERMS)
    assert "Dit kan nu niet meer" in act(one, "agree"), "not her own"
    act(other, "drop")
    assert "Dit kan nu niet meer" in act(other, "agree")
    assert "Dit kan nu niet meer" in act(other, "iets-anders")


def test_noor_alone_notes_it_and_goes_on_by_herself() -> None:
    me = noor()
    collaboration = started(me, stage="explore")
    client = Client()
    client.force_login(me)
    door = Door(client, f"/s/{collaboration.public_id}/")
    door.post(f"{ROOT}voorstel/", **TERMS)
    assert "Genoteerd door Noor, nog niet bevestigd door Marleen." in act(door, "outside")
    act(door, "finish")
    looks_back(door, "go_if")
    assert "Wat jij schreef" in door.text(f"{ROOT}{newest().public_id}/terugkijken/")


def looks_back(door: Door, go_on: str, **words: str) -> None:
    address = f"{ROOT}{newest().public_id}/terugkijken/"
    door.post(f"{address}1/", found_0=words.get("found", "Ja, vanzelf."))
    door.post(f"{address}2/", money="5", energy="none", words=words.get("themes", ""))
    door.post(f"{address}3/", go_on=go_on, words="Met een voorschot.")


def agreed(table: Together) -> tuple[Door, Door]:
    one, other = doors(table)
    one.post(f"{ROOT}voorstel/", **TERMS)
    act(other, "agree")
    return one, other


def test_looking_back_is_closed_until_both_have_sent(table: Together) -> None:
    one, other = agreed(table)
    address = f"{ROOT}{newest().public_id}/terugkijken/"
    assert one.get(f"{address}1/").status_code == 302, "not while it runs"
    with clock.frozen(day(20)):
        assert "Het proefproject met Marleen is klaar" in one.client.get("/vandaag/").content.decode()
        assert "Het proefproject is klaar" in other.text()
        looks_back(one, "stop", found="Nee, ik belde steeds.")
        waiting = other.text(address)
        assert "heeft teruggekeken" in waiting and "ik belde steeds" not in waiting
        looks_back(other, "go", found="Ja, heerlijk.")
        for door in (one, other):
            page = door.text(address)
            assert all(words in page for words in ("ik belde steeds", "Ja, heerlijk.", "Heel goed", "En nu?"))
        assert one.post(f"{address}1/", found_0="Toch anders").status_code == 302
        assert "Toch anders" not in one.text(address)
        assert "Jullie keken allebei terug op het proefproject" in other.text("logboek/")
        assert "Het proefproject met" not in one.client.get("/vandaag/").content.decode()


def test_leaving_halfway_and_coming_back_finds_everything(table: Together) -> None:
    one, _other = agreed(table)
    address = f"{ROOT}{newest().public_id}/terugkijken/"
    with clock.frozen(day(20)):
        one.post(f"{address}1/", found_0="Half af", later="1")
        assert "Half af" in one.text(f"{address}1/")
        response: Any = one.post(f"{address}2/", words="W" * 2001)
        assert response.status_code == 422 and "W" * 2001 in response.content.decode()
        assert one.get(f"{address}4/").status_code == 404
