"""Her own room: several collaborations side by side, also half filled in, and only for her."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.exploring.actions.room import save_asked, save_room
from samenstroom.exploring.queries.room import asked_by_table, room_of, tables_in_room
from samenstroom.exploring.weighed import Lean
from samenstroom.exploring.wording.room import RoomPage, room_page, weighed_room
from tests.people import day, noor, ruben, started, visit

pytestmark = pytest.mark.django_db


def asks(
    person: Person, table: Collaboration, hours: str = "", income: str = "", *, energy: int | None = None,
    is_running: bool = False,
) -> None:  # fmt: skip
    save_asked(
        person=person, collaboration=table, hours=Decimal(hours) if hours else None,
        income=Decimal(income) if income else None, energy=energy, starts_on=date(2026, 2, 2), is_running=is_running,
        now=day(1),
    )  # fmt: skip


def page_of(person: Person) -> RoomPage:
    tables = tables_in_room(person, day(1))
    return room_page(room_of(person), tables, asked_by_table(person, tables))


@pytest.fixture
def me() -> Person:
    return noor()


def test_what_a_yes_to_one_and_to_all_would_mean(me: Person) -> None:
    runs, one, other = (started(me, stage=stage, name=name) for stage, name in
                        (("work", "Anker"), ("explore", "Boog"), ("explore", "Cirkel")))  # fmt: skip
    save_room(person=me, hours=Decimal(32), income=Decimal(3000), energy=3, now=day(1))
    asks(me, runs, "16", "1600", is_running=True)
    asks(me, one, "10", "900")
    asks(me, other, "8.5", "4000")
    page = page_of(me)
    assert [row.name for row in page.rows] == ["Anker", "Boog", "Cirkel"]
    assert page.now[0] == "Dat komt op 16 uur per week, van de 32 uur die je hebt. Er blijft 16 uur over."
    assert page.rows[1].if_yes[1].endswith("Je hebt € 3.000 nodig, dus er mist nog € 500.")
    assert page.all_yes[0].endswith("Dat is 2,5 uur meer dan de 32 uur die je hebt.")
    assert page.leans == "Meer dan de helft van je inkomen zou van Cirkel komen: 61 procent."


def test_half_of_it_is_enough(me: Person) -> None:
    table = started(me, stage="explore", name="Boog")
    assert page_of(me).rows[0].lines == ()
    asks(me, table, "10")
    page = page_of(me)
    assert page.now == [] and page.all_yes == [] and page.leans == ""
    assert page.rows[0].if_yes == ["Dat komt op 10 uur per week.", "Nog niet alles ingevuld: Boog."]


def test_nobody_else_has_it(me: Person) -> None:
    asks(me, started(me, stage="explore"), "10")
    save_room(person=me, hours=Decimal(32), income=None, energy=None, now=day(1))
    other = ruben()
    assert room_of(other) is None and page_of(other).rows == []


def test_it_counts_at_the_decision_as_far_as_it_is_known(me: Person) -> None:
    table = started(me, stage="explore", name="Boog")
    assert weighed_room(visit(me, table, now=day(1))) == []
    asks(me, table, "40", energy=1)
    assert [one.lean for one in weighed_room(visit(me, table, now=day(1)))] == [Lean.AGAINST]
    save_room(person=me, hours=Decimal(32), income=None, energy=None, now=day(1))
    texts = [one.text for one in weighed_room(visit(me, table, now=day(1)))]
    assert texts == ["Het vraagt 8 uur per week meer dan je hebt.", "Je verwacht dat het je veel energie kost."]


def test_what_ended_asks_nothing(me: Person) -> None:
    started(me, stage="farewell", name="Af")
    assert page_of(me).rows == []
