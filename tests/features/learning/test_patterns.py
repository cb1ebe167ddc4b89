"""What Noor may learn from her own collaborations: counts that rest on her own facts, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenstroom.accounts.models import Person
from samenstroom.checkins.actions import agree_repair, look_back, propose_repair
from samenstroom.collaborations.actions import show_colleague, write_line
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.farewell.actions.closing import keep_closing_answers, send_closing_answers
from samenstroom.farewell.actions.endings import announce_ending
from samenstroom.farewell.actions.farewells import note_moments, start_farewell
from samenstroom.kit import clock
from samenstroom.learning.queries.cases import Case, cases_of
from samenstroom.learning.queries.estimates import estimates_of
from samenstroom.learning.queries.flights import compared_traits, flown_of
from samenstroom.learning.queries.patterns import (
    Remedy,
    endings_of,
    first_guts,
    firsts_of,
    flag_records,
    paths_of,
    remedies_of,
    sussed_at,
    was_seen_again,
)
from samenstroom.learning.queries.said import Said, said_by_table
from samenstroom.learning.queries.yields import brought_by
from samenstroom.learning.wording.patterns import patterns_page
from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.learning.endings import Label
from samenstroom.rules.learning.fates import Tally
from samenstroom.watch.actions import keep_shown
from samenstroom.watch.queries import noticed
from tests.people import answer, day, karin, noor, seat_of, started, together, visit
from tests.practice import STORIES, STUCK, Story, decides_and_looks_back, live, live_all

pytestmark = pytest.mark.django_db
NOW = day(10)


@pytest.fixture
def me() -> Person:
    return noor(now=day(-1000))


def by_name(person: Person) -> dict[str, Case]:
    return {case.name: case for case in cases_of(person, NOW)}


def test_each_ending_has_the_label_that_was_decided_beforehand(me: Person) -> None:
    live_all(me)
    labels = {name: case.label for name, case in by_name(me).items()}
    assert labels == {
        "Villa Verde": Label.BAD, "Mira Coaching": Label.GOOD, "Bureau Noord": Label.GOOD, "Loods 9": Label.BAD,
        "Kaap Events": Label.GOOD, "Zadelhof": Label.GOOD, "Tuin en Zo": Label.ASIDE, "Studio Linde": Label.OPEN,
    }  # fmt: skip
    hows = {how: len(those) for how, those in endings_of(cases_of(me, NOW))}
    assert hows == {"runs_out": 3, "no_fault": 1, "by_me": 1, "together": 1, "conflict": 1}


def test_her_gut_is_held_against_what_came(me: Person) -> None:
    live_all(me)
    found = {one.case.name: one.right for one in first_guts(cases_of(me, NOW))}
    assert [name for name, right in found.items() if right is False] == ["Bureau Noord"]
    assert [name for name, right in found.items() if right is None] == ["Studio Linde", "Tuin en Zo"]
    sussed = sussed_at(cases_of(me, NOW))
    assert (sussed.gut_was_right, sussed.head_was_right) == (1, 1)
    page = patterns_page(cases_of(me, NOW))
    assert page.headline == "Je gevoel had gelijk in 5 van de 6 keer"
    assert "6 is nog weinig: zie het als een hint." in page.lead


def test_what_became_of_each_flag(me: Person) -> None:
    live_all(me)
    found = {one.flag.id: one for one in flag_records(cases_of(me, NOW))}
    assert found["urgency"].tally == Tally(2, 0, 0)
    assert found["fear_no_work"].tally == Tally(1, 2, 0)
    assert found["haggles"].tally == Tally(1, 1, 0)
    sign = found["urgency"].sign
    assert (sign.bad_with, sign.bad, sign.good_with, sign.good) == (2, 2, 0, 4)


def test_behaviour_that_is_seen_again_came_true_though_it_ended_well(me: Person) -> None:
    live(
        me,
        Story("Weer", flags={"haggles": "yes", "fear_no_work": "yes"}, seen_again="haggled", how="runs_out"),
        start=day(-200),
    )
    found = {one.flag.id: one.tally for one in flag_records(cases_of(me, NOW))}
    assert found == {"haggles": Tally(1, 0, 0), "fear_no_work": Tally(0, 1, 0)}


def test_from_doubt_to_talk_and_where_it_began(me: Person) -> None:
    live_all(me)
    cases = cases_of(me, NOW)
    days = {case.name: path.to_talk for case, path in paths_of(cases)}
    assert days["Villa Verde"] == 63 and days["Loods 9"] == 56
    assert days["Bureau Noord"] == 21
    firsts = {case.name: one for case, one in firsts_of(cases)}
    assert firsts == {"Villa Verde": Dimension.MONEY, "Loods 9": Dimension.COMMUNICATION}
    assert [(one.kind, one.told, one.helped) for one in remedies_of(cases)] == [("talk", 4, 3)]


def test_estimates_of_feelings_and_of_decisions_count_together(me: Person) -> None:
    live_all(me)
    table = started(me, now=day(-100), stage="explore", name="Besluit")
    decides_and_looks_back(visit(me, table, now=day(-90)), percent=60, outcome="both")
    other = started(me, now=day(-100), stage="explore", name="Weet niet")
    decides_and_looks_back(visit(me, other, now=day(-90)), percent=60, outcome="unknown")
    found = estimates_of(me)
    assert found.calibration.count == 7 and found.calibration.came_true == 5 and found.waiting == 0
    assert by_name(me)["Besluit"].label is Label.GOOD and by_name(me)["Weet niet"].label is Label.OPEN


def test_what_flying_shared_and_what_it_brought(me: Person) -> None:
    live_all(me)
    cases = cases_of(me, NOW)
    flown = flown_of(me, cases)
    assert {one.case.name for one in flown if one.flight.flew} == {
        "Mira Coaching", "Bureau Noord", "Kaap Events", "Zadelhof",
    }  # fmt: skip
    traits = {one.trait: one for one in compared_traits(flown)}
    assert (traits["trial"].flew_with, traits["trial"].flew, traits["trial"].other_with) == (3, 4, 0)
    assert traits["paid_in_time"].is_told and traits["few_hours"].is_told and not traits["rhythm"].is_told
    brought = {one.case.name: one for one in brought_by(me, cases)}
    villa = brought["Villa Verde"]
    assert (villa.sums.by_hour, villa.sums.by_seen_hour) == (Decimal("25.00"), Decimal("32.50"))
    assert (villa.payments.late, villa.payments.known, villa.energy) == (1, 1, 1)
    assert "Studio Linde" not in brought


def test_alone_her_own_farewell_says_how_it_ended(me: Person) -> None:
    table = started(me, now=day(-50), name="Stil")
    farewell = start_farewell(visit=visit(me, table, now=day(-9)), way="conflict")
    assert by_name(me)["Stil"].label is Label.OPEN and by_name(me)["Stil"].how == ""
    note_moments(farewell=farewell, told_on=clock.day_of(day(-8)).isoformat())
    assert by_name(me)["Stil"].label is Label.BAD and by_name(me)["Stil"].ended_on == clock.day_of(day(-8))


def test_what_the_other_sealed_changes_nothing_until_both_have_sent() -> None:
    table = together(with_rhythm=False)
    announce_ending(seat=table.noors_seat, how="one_side", last_on=None, words="", now=day(1))
    theirs = keep_closing_answers(seat=table.marleens_seat, answers=STUCK, now=day(1))
    send_closing_answers(answer=theirs, now=day(1))
    assert cases_of(table.noor, NOW)[0].label is Label.OPEN
    mine = keep_closing_answers(seat=table.noors_seat, answers={"planned": "yes"}, now=day(2))
    assert cases_of(table.noor, NOW)[0].label is Label.GOOD
    send_closing_answers(answer=mine, now=day(2))
    assert cases_of(table.noor, NOW)[0].label is Label.BAD


def test_who_only_reads_along_learns_nothing_from_it_and_examples_are_left_out(me: Person) -> None:
    table = started(me)
    colleague = karin(colleague_of=me)
    show_colleague(by=seat_of(me, table), colleague=colleague, now=day(1))
    assert len(cases_of(me, NOW)) == 1 and cases_of(colleague, NOW) == []
    Collaboration.objects.filter(pk=table.pk).update(demo_for=me)
    assert len(cases_of(me, NOW)) == 1, "while she has only examples they count"
    started(me, name="Echt", now=NOW)
    assert [one.name for one in cases_of(me, NOW)] == ["Echt"]


def test_a_signal_she_was_shown_counts_as_seen_and_as_seen_again(me: Person) -> None:
    table = live(me, Story("Druk", 1, flags={"unlawful_request": "yes"}, seen_again="unsafe_asked"), start=day(-60))
    seen = visit(me, table, now=day(0))
    for one in noticed(seen):
        keep_shown(visit=seen, noticed=one)
    write_line(seat=seen.seat, kind="talk_held", now=day(3), happened_on=clock.day_of(day(3)))
    case = by_name(me)["Druk"]
    (_case, path), *_rest = paths_of([case])
    assert (path.to_finding, path.to_talk, path.from_finding_to_talk) == (60, 63, 3)
    flag = flag_records([case])[0].flag
    days = frozenset(clock.day_of(one.finished_at) for one in case.scans)
    only_told = replace(case, lines=())
    assert was_seen_again(only_told, flag, since=clock.day_of(day(-59)), apart_from=days)
    assert not was_seen_again(only_told, flag, since=clock.day_of(day(0)), apart_from=days)


def test_what_helped_is_what_she_said_herself() -> None:
    table = together(with_rhythm=True)
    answer(table.round, table.noors_seat)
    answer(table.round, table.marleens_seat)
    repair = propose_repair(
        round_=table.round, seat=table.noors_seat, text="We bellen.", owner=None, look_back_on=clock.day_of(day(2)),
        now=day(1),
    )  # fmt: skip
    agree_repair(repair=repair, seat=table.marleens_seat, now=day(1))
    look_back(repair=repair, seat=table.marleens_seat, helped="yes", now=day(3))
    assert remedies_of(cases_of(table.noor, NOW)) == []
    look_back(repair=repair, seat=table.noors_seat, helped="no", now=day(3))
    assert remedies_of(cases_of(table.noor, NOW)) == [Remedy("repair", 1, 0)]


def test_her_look_back_on_the_whole_goes_before_everything(me: Person) -> None:
    live(me, STORIES[0], start=day(-300))
    case = by_name(me)["Villa Verde"]
    key = case.visit.collaboration.pk
    answers = {"ended": "well", "together": "otherwise", "causes": ["trust", "money"], "flags": {"urgency": False}}
    said = said_by_table({key: []}, {key: answers})[key]
    assert (said.label, list(said.causes), dict(said.flags)) == (
        Label.GOOD, [Dimension.TRUST, Dimension.MONEY], {"urgency": False},
    )  # fmt: skip
    corrected = replace(case, label=Label.GOOD, said=said)
    assert firsts_of([corrected])[0][1] is Dimension.TRUST
    urgency = next(one for one in flag_records([corrected]) if one.flag.id == "urgency")
    assert urgency.tally == Tally(0, 1, 0)
    assert said_by_table({1: []}, {1: {"causes": ["nobody"]}})[1].label is Label.ASIDE
    assert said_by_table({1: []})[1] == Said()


@pytest.mark.parametrize(("outcome", "label"), [("both", Label.GOOD), ("no", Label.BAD), ("me", Label.OPEN)])
def test_glad_alone_is_no_answer(me: Person, outcome: str, label: Label) -> None:
    table = started(me, now=day(-100), stage="explore", name="Besluit")
    decides_and_looks_back(visit(me, table, now=day(-90)), percent=60, outcome=outcome)
    assert by_name(me)["Besluit"].label is label


LEARNING = ("", "patronen/", "inschattingen/", "vliegen/", "opbrengst/", "jaar/", "lessen/", "lessen/nieuw/")
PAGES = (*(f"/leren/{page}" for page in LEARNING), "/leren/alles-samen/", "/samenwerkingen/", "/vandaag/")


def test_three_hundred_collaborations_take_as_many_queries_as_three(me: Person) -> None:
    client = Client()
    client.force_login(me)
    live_all(me, stories=STORIES[:3])
    with clock.frozen(NOW):
        assert all(client.get(page).status_code == 200 for page in PAGES)
        few = {page: _queries(client, page) for page in PAGES}
        _as_many_more(me, 297)
        many = {page: _queries(client, page) for page in PAGES}
    assert many == few and max(few[f"/leren/{page}"] for page in LEARNING) < 90


def _as_many_more(me: Person, number: int) -> None:
    """Rows alone, as `start_collaboration` leaves them: that goes a hundred times as fast."""
    tables = [Collaboration(name=f"Nog een {n}", kind="client_va", country="NL") for n in range(number)]
    tables = Collaboration.objects.bulk_create(tables)
    parties = [Party(collaboration=table, position=position) for table in tables for position in (1, 2)]
    parties = Party.objects.bulk_create(parties)
    named = [("Noor", me) if party.position == 1 else ("Marleen", None) for party in parties]
    both = zip(parties, named, strict=True)
    seats = [Seat(collaboration=one.collaboration, party=one, name=name, person=who) for one, (name, who) in both]
    for party, seat in zip(parties, Seat.objects.bulk_create(seats), strict=True):
        party.speaker = seat
    Party.objects.bulk_update(parties, ["speaker"])


def _queries(client: Client, page: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(page).status_code == 200
    return len(seen)
