"""Every page of the table is there behind both doors, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from samenstroom.accounts.models import Person
from samenstroom.checkins import actions
from samenstroom.kit import clock
from samenstroom.watch.queries import noticed
from tests.doors.table_story import Story, on_day, story
from tests.people import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def told() -> Iterator[Story]:
    with on_day(29):
        yield story()


def pages(told: Story) -> list[str]:
    """Every page that can be opened with this history."""
    table = told.table
    repair = actions.propose_repair(
        round_=table.collaboration.rounds.get(opened_on=told.apart), seat=table.noors_seat, text="We bellen op maandag.",
        owner=None, look_back_on=clock.day_of(day(40)), now=day(20),
    )  # fmt: skip
    actions.agree_repair(repair=repair, seat=table.marleens_seat, now=day(21))
    steps = [told.checkin(told.open, f"{number}/") for number in (1, 2, 3)]
    reveals = [told.checkin(on) for on in (told.apart, told.closed, told.open)]
    return [
        "fase/", "ritme/", "samenwerken/check-in/", *steps, *reveals,
        f"{told.checkin(told.apart)}?voorstel=0", f"samenwerken/afspraak/{repair.public_id}/terugkijken/",
        "samenwerken/stroom/", "samenwerken/stroom/?punt=communication", "samenwerken/stroom/?punt=onzin",
        "logboek/", "logboek/nieuw/", "logboek/nieuw/invoice_sent/", "logboek/nieuw/note/",
        f"logboek/{told.lines('shared')[-1].public_id}/", "gedeeld/", "zoals-de-ander/",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("who", ["noor", "marleen"])
def test_every_page_opens_behind_each_door(told: Story, who: str, language: str) -> None:
    Person.objects.update(language=language)
    door = getattr(told, who)
    for page in pages(told):
        html = door.text(page)
        assert f'<html lang="{language}"' in html, page
        assert "<h1" in html and html.count("<h1") == 1, page
