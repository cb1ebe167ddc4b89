"""The pages of learning behind her own door: empty at first, counts with the way to their facts, hers alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction
from django.test import Client

from samenstroom.accounts.models import Person
from samenstroom.exploring.actions.feelings import note_feeling, resolve_prediction
from samenstroom.kit import clock
from samenstroom.profiles.actions.boundaries import draw_boundary
from samenstroom.workspace import learn_hub
from tests.house.access_learning import LEARNING
from tests.house.two_worlds import MUCH, NORMALISED
from tests.people import day, noor, ruben, together
from tests.practice import STORIES, live, live_all
from tests.worlds import NOW, Secrets, World, build_world

pytestmark = pytest.mark.django_db
PAGES = ("", "patronen/", "inschattingen/", "vliegen/", "opbrengst/", "alles-samen/", "jaar/", f"jaar/{NOW.year}/")


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    with clock.frozen(day(10)):
        yield


@pytest.fixture
def me() -> Person:
    return noor(now=day(-1000))


@pytest.fixture
def client(me: Person) -> Client:
    found = Client()
    found.force_login(me)
    return found


def text(client: Client, page: str = "") -> str:
    answer = client.get(f"/leren/{page}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_empty_each_page_says_what_comes_and_when(client: Client) -> None:
    assert 'href="/leren/"' in client.get("/vandaag/").content.decode()
    assert "Komt als er rekeningen of uren staan." in text(client)
    assert "Als een samenwerking klaar is, zie je hier wat ervan kwam." in text(client, "patronen/")
    assert "Is bekend hoe het liep, dan zie je het hier." in text(client, "inschattingen/")
    assert "Na drie samenwerkingen die stroomden" in text(client, "vliegen/")
    assert "Noteer je uren en rekeningen" in text(client, "opbrengst/")


def test_one_finished_collaboration_is_no_pattern_yet(client: Client, me: Person) -> None:
    live(me, replace(STORIES[2], flags={}, talk_on=None, step=5, sussed=False), start=day(-300))
    page = text(client, "patronen/")
    assert "Nog te vroeg voor een patroon" in page and "Klopte" in page and "procent" not in page
    assert "Vanaf drie vertellen we wat ze deelden." in text(client, "vliegen/")


def test_every_sentence_leads_to_facts_that_open(client: Client, me: Person) -> None:
    live_all(me)
    for page in PAGES:
        main = text(client, page).split("<main")[1].split("</main>")[0]
        for address in sorted(set(re.findall(r'href="(/[^"]+)"', main))):
            assert client.get(address).status_code == 200, address


def test_false_alarms_are_told_as_gladly(client: Client, me: Person) -> None:
    for number, story in enumerate((STORIES[2], STORIES[4])):
        live(me, story, start=day(-600 + 200 * number))
    page = text(client, "patronen/")
    assert "2 keer gezien: 2 waren vals alarm." in page and "Tot nu toe liep het dan gewoon goed." in page


def test_before_each_kind_of_ending_once_there_are_three_of_both(client: Client, me: Person) -> None:
    for number in range(3):
        live(me, replace(STORIES[0], name=f"Vast {number}"), start=day(-900 + 100 * number))
        live(me, replace(STORIES[4], name=f"Goed {number}"), start=day(-880 + 100 * number))
    page = text(client, "patronen/")
    assert "Je zag dit bij 3 van de 3 die vastliepen. Je zag dit bij 0 van de 3 die goed liepen." in page
    assert "Met zo weinig keer zeggen we: ergens tussen" in page


def test_no_verdict_before_ten_a_picture_from_thirty(client: Client, me: Person) -> None:
    foretells(me, 9)
    assert "Een oordeel geven we pas vanaf 10. Je hebt er nu 9." in text(client, "inschattingen/")
    foretells(me, 1)
    assert "Een hint: je schat wat hoger in dan het loopt." in text(client, "inschattingen/")
    foretells(me, 10)
    assert "Het lijkt erop dat je hoger inschat dan het loopt." in text(client, "inschattingen/")
    foretells(me, 10)
    page = text(client, "inschattingen/")
    assert "Je zei 80 procent, 0 procent kwam uit." in page and "Je Brier-score is 0,64." in page
    assert "Bekijk de oudere" in page


def foretells(me: Person, times: int) -> None:
    for _ in range(times):
        felt = note_feeling(
            person=me, collaboration=None, step=4, sussed=False, words="", subject="", prediction="Dit lukt.",
            percent=80, known_on=date(2026, 1, 1), now=day(1),
        )  # fmt: skip
        resolve_prediction(feeling=felt, came_true=False, now=day(2))


def test_her_own_rules_stand_beside_it(client: Client, me: Person) -> None:
    live_all(me, stories=STORIES[:1])
    assert "Nog geen eigen regel." in text(client, "patronen/")
    draw_boundary(person=me, topic="hours", words="Ik begin pas als er getekend is.", why="", now=day(1))
    assert "Ik begin pas als er getekend is." in text(client, "patronen/")


def test_in_english_it_is_whole(client: Client, me: Person) -> None:
    live_all(me)
    Person.objects.filter(pk=me.pk).update(language="en")
    assert "Your feeling was right 5 of 6 times" in text(client, "patronen/")
    assert "3 of the 4 that flew" in text(client, "vliegen/")


def test_a_part_of_the_hub_is_one_line(client: Client, me: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = learn_hub.HubPart("workspace/learn/_rows.html", lambda person, now: [])
    row = learn_hub.HubRow("workspace:feelings", "Iets nieuws", "")
    other = learn_hub.HubPart("workspace/learn/_rows.html", lambda person, now: [replace(row, fact=person.name)])
    monkeypatch.setattr(learn_hub, "PARTS", (nothing, other))
    page = text(client)
    assert "Iets nieuws" in page and me.name in page and page.count('aria-labelledby="terugkomt"') == 1


def test_it_is_for_who_has_an_account_and_each_sees_her_own(me: Person) -> None:
    live_all(me)
    other, visitor, behind_link = Client(), Client(), Client()
    other.force_login(ruben())
    behind_link.force_login(together(by=me, with_rhythm=False).marleen)
    for page in PAGES:
        assert "Villa Verde" not in text(other, page)
        assert visitor.get(f"/leren/{page}").status_code == 302
        assert behind_link.get(f"/leren/{page}").url == "/kant/"


class Undo(Exception):
    """Leaves no world behind."""


def learned_by(name: str, noor_keeps: Secrets, marleen_keeps: Secrets) -> list[str]:
    """All pages of learning as one person gets them, to the byte, in a world with these secrets."""
    found: list[str] = []
    try:
        with transaction.atomic(), clock.frozen(at=NOW):
            world: World = build_world(noor_keeps, marleen_keeps)
            client = Client()
            client.force_login(getattr(world, name))
            assert len(LEARNING) == len(PAGES)
            for page in PAGES:
                body = text(client, page)
                for pattern, word in NORMALISED:
                    body = re.sub(pattern, word, body)
                found.append(body)
            raise Undo
    except Undo:
        return found


def test_what_the_other_keeps_changes_nothing_for_noor_and_hers_changes_nothing_for_a_colleague() -> None:
    plain = Secrets()
    hers = learned_by("noor", plain, plain)
    assert hers == learned_by("noor", plain, MUCH)
    assert hers != learned_by("noor", replace(plain, remark="Anders."), plain)
    assert learned_by("kim", plain, plain) == learned_by("kim", MUCH, MUCH)
