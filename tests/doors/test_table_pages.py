"""Every page of the table is there behind both doors, in Dutch and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from samenstroom.accounts.models import Person
from samenstroom.checkins import actions
from samenstroom.checkins.models import Repair
from samenstroom.collaborations.actions import show_colleague
from samenstroom.collaborations.models import Collaboration
from samenstroom.kit import clock
from samenstroom.watch.models import SeenMark
from samenstroom.watch.queries import noticed
from tests.doors.table_story import Door, Story, on_day, story
from tests.people import day, karin, noor, ruben, started, together

pytestmark = pytest.mark.django_db

SIDES = pytest.mark.parametrize("who", ["noor", "marleen"])


@pytest.fixture
def told() -> Iterator[Story]:
    with on_day(29):
        yield story()


def agreed_repair(told: Story) -> Repair:
    """Something both agreed on after the check-in in which they were apart."""
    table = told.table
    repair = actions.propose_repair(
        round_=table.collaboration.rounds.get(opened_on=told.apart), seat=table.noors_seat,
        text="We bellen op maandag.", owner=None, look_back_on=clock.day_of(day(40)), now=day(20),
    )  # fmt: skip
    actions.agree_repair(repair=repair, seat=table.marleens_seat, now=day(21))
    return repair


def pages(told: Story) -> list[str]:
    """Every page that both can open with this history."""
    steps = [told.checkin(told.open, f"{number}/") for number in (1, 2, 3)]
    reveals = [told.checkin(on) for on in (told.apart, told.closed, told.open)]
    return [
        "fase/", "ritme/", "samenwerken/check-in/", *steps, *reveals,
        f"{told.checkin(told.apart)}?voorstel=0", f"{told.checkin(told.apart)}?voorstel=veel",
        f"samenwerken/afspraak/{agreed_repair(told).public_id}/terugkijken/",
        "samenwerken/stroom/", "samenwerken/stroom/?punt=communication", "samenwerken/stroom/?punt=onzin",
        "logboek/", "logboek/nieuw/", "logboek/nieuw/invoice_sent/", "logboek/nieuw/note/",
        f"logboek/{told.lines('shared')[-1].public_id}/", "gedeeld/", "zoals-de-ander/",
    ]  # fmt: skip


def shape_of(html: str) -> list[str]:
    """What a page is made of without its words."""
    return re.findall(r"<(?:h[1-6]|form|input|select|textarea|button)\b|href=\"[^\"]*\"", html)


@SIDES
def test_every_page_opens_behind_each_door_in_both_languages(told: Story, who: str) -> None:
    door: Door = getattr(told, who)
    for page in pages(told):
        shapes = []
        for language in ("nl", "en"):
            Person.objects.update(language=language)
            html = door.text(page)
            assert f'<html lang="{language}"' in html, page
            assert html.count("<h1") == 1, page
            shapes.append(shape_of(html))
        assert shapes[0] == shapes[1], page


@SIDES
def test_every_page_says_in_its_first_line_who_sees_it(told: Story, who: str) -> None:
    door: Door = getattr(told, who)
    # Someone with an account sees her private lines in the logbook as well: there each block says it.
    mixed = ("logboek/", "logboek/nieuw/", "logboek/nieuw/invoice_sent/", "logboek/nieuw/note/")
    for page in pages(told):
        main = door.text(page).split("<main", 1)[1]
        first = re.search(r'class="(visibility|page)\b', main)
        expected = "page" if who == "noor" and page in mixed else "visibility"
        assert first and first.group(1) == expected, page


@SIDES
def test_a_finding_has_its_facts_its_rule_and_a_next_step(told: Story, who: str) -> None:
    door: Door = getattr(told, who)
    visit = told.table.seen_by_noor(day(29)) if who == "noor" else told.table.seen_by_marleen(day(29))
    found = noticed(visit)
    assert [one.finding.code for one in found] == ["apart"]
    html = door.text(f"signalen/{found[0].mark}/")
    assert '<body data-circle="private"' in html
    for words in ("Uit jullie check-ins", "Versie", "Liever niet zo", "En dan: luister", "Leg dit signaal weg"):
        assert words in html
    assert "kan over dezelfde feiten een eigen signaal zien" in html
    # The title in the history of a browser tells nothing.
    assert re.search(r"<title>Signaal, Studio Lindenhof", html)


def test_the_mark_of_a_finding_opens_nothing_for_the_other(told: Story) -> None:
    mark = noticed(told.table.seen_by_noor(day(29)))[0].mark
    assert told.marleen.get(f"signalen/{mark}/").status_code == 404


def test_looking_at_the_reveal_is_remembered_for_who_looked_only(told: Story) -> None:
    told.noor.text(told.checkin(told.apart))
    assert list(SeenMark.objects.values_list("person", flat=True)) == [told.table.noor.pk]


def test_pages_work_before_anything_happened() -> None:
    with on_day(1):
        table = together(with_rhythm=False, now=day(0))
        client = Client()
        client.force_login(table.noor)
        door = Door(client, f"/s/{table.collaboration.public_id}/")
        assert "Nog geen check-in" in door.text("samenwerken/check-in/")
        assert "Hier komen jullie lijnen" in door.text("samenwerken/stroom/")
        assert "Stel een ritme voor" in door.text("ritme/")


def test_pages_work_for_one_person_alone() -> None:
    with on_day(1):
        me = noor(now=day(0))
        table: Collaboration = started(me, now=day(0))
        client = Client()
        client.force_login(me)
        door = Door(client, f"/s/{table.public_id}/")
        for page in ("fase/", "ritme/", "samenwerken/check-in/", "samenwerken/stroom/", "logboek/", "zoals-de-ander/"):
            door.text(page)
        assert "Zodra Marleen meedoet" in door.text("gedeeld/")


def test_a_colleague_reads_along_and_is_told_whose_side_is_you(told: Story) -> None:
    colleague = karin(colleague_of=told.table.noor, now=day(1))
    show_colleague(by=told.table.noors_seat, colleague=colleague, now=day(2))
    client = Client()
    client.force_login(colleague)
    door = Door(client, told.noor.root)
    html = door.text(told.checkin(told.apart))
    assert "Je leest mee met Noor." in html
    assert "Stroomt het? Noor:" in html
    waiting = door.text(told.checkin(told.open))
    assert "Noor antwoordt voor jullie kant." in waiting
    # The steps are not hers to take, and nothing invites her to type what would not be kept.
    for page in (told.checkin(told.open, "1/"), "logboek/nieuw/", "logboek/nieuw/note/"):
        assert door.get(page).status_code == 302
    reading = [page for page in pages(told) if "/nieuw/" not in page and not re.search(r"/[123]/$", page)]
    for page in reading:
        main = door.text(page).split("<main", 1)[1].split("</main>")[0]
        assert "<textarea" not in main and 'type="radio"' not in main, page


def test_an_outsider_finds_nothing(told: Story) -> None:
    client = Client()
    client.force_login(ruben(now=day(0)))
    door = Door(client, told.noor.root)
    for page in ("samenwerken/check-in/", told.checkin(told.apart), "logboek/", "gedeeld/"):
        assert door.get(page).status_code == 404
