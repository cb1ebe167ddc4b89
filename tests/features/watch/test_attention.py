"""Vandaag: what asks attention, in order of importance, and the overview whose queries do not grow."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenstroom.accounts.links import ask_for_new_link
from samenstroom.accounts.models import Invitee, Person
from samenstroom.checkins import actions as checkins
from samenstroom.checkins.models import Answer, OwnCheckIn, Repair, Rhythm, Round
from samenstroom.collaborations.actions import make_link, show_colleague
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.flows.rounds import sweep_rounds
from samenstroom.rules.dimensions import ITEMS
from samenstroom.watch import actions
from samenstroom.watch.attention import MOST, attention
from samenstroom.watch.item import Item
from samenstroom.watch.overview import card_of, cards_of, reveal_key, tables_of_person
from tests.features.exploring.decision_steps import decide
from tests.people import Together, answer, day, karin, noor, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


def today(person: Person, n: int) -> list[Item]:
    """Everything that asks her attention on day `n`."""
    return attention(tables_of_person(person, day(n)), day(n).date())


def pages(person: Person, n: int) -> list[str]:
    return [item.page for item in today(person, n)]


def test_a_calm_day_asks_nothing() -> None:
    table = together(with_rhythm=False)
    assert today(table.noor, 1) == []
    assert today(noor_alone := Person.objects.create_user("leeg@voorbeeld.nl", "x", name="Leeg"), 1) == []
    assert cards_of(noor_alone, day(1)) == []


def test_it_follows_a_checkin_from_waiting_to_opened_to_seen() -> None:
    table = together()
    assert pages(table.noor, 0) == ["checkin_step"]
    answer(table.round, table.marleens_seat)
    (item,) = today(table.noor, 0)
    assert (item.title, item.weight) == ("Marleen heeft de check-in beantwoord", 72)
    assert pages(table.marleen, 0) == []
    answer(table.round, table.noors_seat)
    assert pages(table.noor, 0) == pages(table.marleen, 0) == ["checkin_reveal"]
    (view,) = tables_of_person(table.noor, day(0))[0].rounds
    actions.mark_seen(person=table.noor, key=reveal_key(view), now=day(0))
    actions.mark_seen(person=table.noor, key=reveal_key(view), now=day(1))
    assert pages(table.noor, 1) == []
    assert pages(table.marleen, 1) == ["checkin_reveal"], "that Noor looked is hers alone"


def test_who_reads_along_is_not_asked_to_answer() -> None:
    table = together()
    show_colleague(by=table.noors_seat, colleague=(colleague := karin(colleague_of=table.noor)), now=day(0))
    assert pages(colleague, 0) == []


def test_the_heaviest_comes_first_and_three_are_shown() -> None:
    table = together()
    last = 0
    for number, steps in enumerate([(4, 4), (4, 4), (4, 4), (3, 2), (3, 2)]):
        last = 7 * number
        sweep_rounds(now=day(last))
        for seat, step in zip((table.noors_seat, table.marleens_seat), steps, strict=True):
            answer(table.round, seat, every=step)
    checkins.propose_repair(
        round_=table.round, seat=table.marleens_seat, text="Vaker bellen.", owner=None,
        look_back_on=day(60).date(), now=day(last),
    )  # fmt: skip
    checkins.propose_rhythm(seat=table.marleens_seat, weeks=4, now=day(last))
    ask_link(table, last)
    items = today(table.noor, last)
    assert [item.page for item in items] == [
        "finding",
        "links",
        "rhythm",
        "checkin_reveal",
        "checkin_reveal",
        "carrying_on",
    ]
    assert [item.weight for item in items] == sorted((item.weight for item in items), reverse=True)
    assert MOST == 3
    assert [item.page for item in items if item.is_private] == ["carrying_on"]


def ask_link(table: Together, n: int) -> None:
    """Marleen's link has run out and she asks for a new one."""
    link = make_link(by=table.noors_seat, other=table.marleens_seat, channel="copy", now=day(n - 20)).link
    assert ask_for_new_link(link=link, now=day(n)) is not None


def test_a_request_for_a_new_link_is_for_the_other_side_and_ends_with_a_new_one() -> None:
    table = together(with_rhythm=False)
    ask_link(table, 20)
    assert pages(table.noor, 20) == ["links"]
    assert "links" not in pages(table.marleen, 20)
    make_link(by=table.noors_seat, other=table.marleens_seat, channel="copy", now=day(20))
    assert "links" not in pages(table.noor, 21)


def test_a_repair_asks_to_be_read_and_later_to_look_back() -> None:
    table = together()
    for seat in (table.noors_seat, table.marleens_seat):
        answer(table.round, seat)
    repair = checkins.propose_repair(
        round_=table.round, seat=table.noors_seat, text="x", owner=None, look_back_on=day(5).date(), now=day(0)
    )
    assert [item.title for item in today(table.marleen, 1)][-1] == "Noor stelt een afspraak voor"
    checkins.agree_repair(repair=repair, seat=table.marleens_seat, now=day(1))
    assert "repair_look" not in pages(table.noor, 4)
    assert "repair_look" in pages(table.noor, 5)
    checkins.look_back(repair=repair, seat=table.noors_seat, helped="yes", now=day(5))
    assert "repair_look" not in pages(table.noor, 5)
    assert "repair_look" in pages(table.marleen, 5)


def test_whether_she_would_carry_on_is_asked_once_a_month_while_they_work() -> None:
    table = together(with_rhythm=False)
    assert pages(table.noor, 27) == []
    (item,) = today(table.noor, 28)
    assert (item.page, item.is_private) == ("carrying_on", True)
    checkins.note_carrying_on(person=table.noor, collaboration=table.collaboration, step=None, today=day(28).date())
    assert [pages(table.noor, n) for n in (28, 55, 56)] == [[], [], ["carrying_on"]]
    ended = started(table.noor, stage="farewell")
    assert not [item for item in today(table.noor, 40) if item.collaboration == ended.public_id]


def test_alone_she_is_asked_for_her_own_checkin() -> None:
    me = noor()
    alone = started(me, stage="explore")
    checkins.set_own_rhythm(person=me, collaboration=alone, weeks=1, today=day(0).date())
    (item,) = today(me, 0)
    assert (item.page, item.is_private) == ("own_step", True)
    (card,) = cards_of(me, day(0))
    assert card.say == "Marleen doet nog niet mee. Jij kunt gewoon verder."


def test_after_a_no_her_card_asks_nothing() -> None:
    me = noor()
    alone = started(me, stage="explore")
    decide(visit(me, alone, now=day(0)), "no")
    (table,) = tables_of_person(me, day(1))
    assert card_of(table).say == "Je zei op tijd nee"
    assert card_of(replace(table, findings=[])).say == "Je zei nee. Hier hoeft niets meer."
    decide(visit(me, alone, now=day(2)), "go")
    (table,) = tables_of_person(me, day(2))
    assert card_of(replace(table, findings=[])).say == "Marleen doet nog niet mee. Jij kunt gewoon verder."


def make_tables(me: Person, count: int) -> None:
    """Tables with three rounds each, of which two are open, straight into the database; no action is that fast."""
    bulk = Collaboration.objects.bulk_create(
        Collaboration(name=f"Tafel {n}", kind="client_va", country="NL", stage="work", created_at=day(0))
        for n in range(count)
    )
    parties = Party.objects.bulk_create(Party(collaboration=one, position=side) for one in bulk for side in (1, 2))
    others = Person.objects.bulk_create(Person(name=f"Ander {n}", created_at=day(0)) for n in range(count))
    invitees = Invitee.objects.bulk_create(Invitee(name=one.name, person=one) for one in others)
    seats = Seat.objects.bulk_create(
        Seat(
            collaboration_id=party.collaboration_id, party=party, joined_at=day(0), added_at=day(0),
            person=me if party.position == 1 else others[number // 2],
            invitee=None if party.position == 1 else invitees[number // 2],
            name="Noor" if party.position == 1 else f"Ander {number // 2}",
        )
        for number, party in enumerate(parties)
    )  # fmt: skip
    for party, seat in zip(parties, seats, strict=True):
        party.speaker = seat
    Party.objects.bulk_update(parties, ["speaker"])
    Rhythm.objects.bulk_create(
        Rhythm(collaboration=one, weeks=1, proposed_by=seats[2 * n], accepted_by=seats[2 * n + 1], accepted_at=day(0))
        for n, one in enumerate(bulk)
    )
    rounds = Round.objects.bulk_create(
        Round(
            collaboration=one, number=number, opened_on=day(7 * number).date(),
            revealed_at=day(7 * number) if number < 3 else None,
        )
        for one in bulk for number in (1, 2, 3)
    )  # fmt: skip
    mine, theirs = dict.fromkeys(ITEMS, 5), dict.fromkeys(ITEMS, 4) | {"flow": 3}  # twice two steps apart
    Answer.objects.bulk_create(
        Answer(
            round=one, collaboration_id=one.collaboration_id, party=seat.party, seat=seat, person_id=seat.person_id,
            sent_at=day(7 * one.number), values=mine if seat.person_id == me.pk else theirs,
        )
        for place, one in enumerate(rounds) if one.number < 3 for seat in seats[place // 3 * 2 : place // 3 * 2 + 2]
    )  # fmt: skip
    agreed = {"text": "x", "look_back_on": day(8).date(), "proposed_at": day(7), "agreed_at": day(7)}
    Repair.objects.bulk_create(
        Repair(collaboration_id=one.collaboration_id, round=one, **agreed) for one in rounds if one.number == 1
    )
    OwnCheckIn.objects.bulk_create(
        OwnCheckIn(person=me, collaboration=one, answered_on=day(7).date(), values={"flow": 3}, sent_at=day(7))
        for one in bulk
    )


def queries_for(me: Person) -> int:
    with CaptureQueriesContext(connection) as captured:
        tables = tables_of_person(me, day(22))
        assert attention(tables, day(22).date())
        assert len([card_of(table) for table in tables]) == len(tables)
    assert all(table.findings and table.repairs for table in tables)
    return len(captured)


def test_the_overview_takes_as_many_queries_for_a_hundred_tables_as_for_one() -> None:
    me = noor()
    make_tables(me, 1)
    one = queries_for(me)
    make_tables(me, 9)
    assert queries_for(me) == one
    make_tables(me, 90)
    assert queries_for(me) == one
    assert one <= 80, "a shelf costs one or two"


def test_one_table_of_many_is_the_same_as_that_table_alone() -> None:
    table = together()
    for seat in (table.noors_seat, table.marleens_seat):
        answer(table.round, seat)
    before = tables_of_person(table.noor, day(1))[0]
    for n in range(3):
        started(table.noor, name=f"Elders {n}", now=day(1))
    after = next(one for one in tables_of_person(table.noor, day(1)) if one.visit.collaboration == table.collaboration)
    assert (after.rounds, after.findings, after.rhythm) == (before.rounds, before.findings, before.rhythm)
    assert seat_of(table.noor, table.collaboration) == visit(table.noor, table.collaboration).seat
