"""What is left of an erased collaboration: the same numbers for her, and nothing that says which one it was."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from samenstroom.accounts.models import Person
from samenstroom.checkins.actions import agree_repair, look_back, propose_repair
from samenstroom.collaborations.actions import NotAllowedError, show_colleague, write_line
from samenstroom.collaborations.models import Collaboration
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.farewell.actions.closing import keep_closing_answers, send_closing_answers
from samenstroom.farewell.actions.endings import announce_ending
from samenstroom.kit import clock
from samenstroom.learning.actions.outlines import draw_outline, forget_outlines, wish_outline
from samenstroom.learning.models import Outline
from samenstroom.learning.queries.cases import cases_of
from samenstroom.learning.queries.drawing import BOTH, OWN
from samenstroom.learning.queries.estimates import estimates_of
from samenstroom.learning.queries.flights import compared_traits, flown_of
from samenstroom.learning.queries.patterns import (
    endings_of,
    first_guts,
    firsts_of,
    flag_records,
    paths_of,
    remedies_of,
    sussed_at,
)
from samenstroom.learning.queries.years import year_of
from samenstroom.learning.queries.yields import brought_by
from samenstroom.rules.learning.outlines import quarter_of, rounded
from samenstroom.watch.actions import keep_shown
from samenstroom.watch.queries import noticed
from tests.people import (
    Together,
    agree_on_rhythm,
    answer,
    day,
    karin,
    marleen_at,
    noor,
    seat_of,
    started,
    together,
    visit,
)
from tests.practice import GOOD, STORIES, Story, decides_and_looks_back, live, live_all

pytestmark = pytest.mark.django_db
NOW = day(30)


@pytest.fixture
def me() -> Person:
    return noor(now=day(-1000))


def numbers(person: Person) -> dict[str, Any]:
    """Everything her patterns tell, without a name."""
    cases = cases_of(person, NOW)
    paths = [path for _case, path in paths_of(cases)]
    sussed, scale = sussed_at(cases), estimates_of(person).calibration
    return {
        "labels": sorted(case.label.value for case in cases),
        "flags": {one.flag.id: (one.tally, one.sign) for one in flag_records(cases)},
        "guts": sorted(str(one.right) for one in first_guts(cases)),
        "sussed": (len(sussed.cases), sussed.gut_was_right, sussed.head_was_right),
        "distances": sorted(
            str((one.to_finding, one.to_talk, one.from_finding_to_talk, one.to_end)) for one in paths
        ),
        "firsts": sorted(one.value for _case, one in firsts_of(cases)),
        "remedies": remedies_of(cases),
        "endings": {how: len(those) for how, those in endings_of(cases)},
        "flights": compared_traits(flown_of(person, cases)),
        "flown": sorted(str(one.flight.flew) for one in flown_of(person, cases)),
        "estimates": (scale.count, scale.came_true, scale.brier),
    }  # fmt: skip


def lived(start: datetime, *, name: str, theirs: int, words: str, by: Person | None = None) -> Together:
    """Noor and Marleen, from a doubt to a closing word; the other's answers and every text differ by what is given."""
    me = by or noor(now=start)
    collaboration = started(me, now=start, stage="explore", name=name)
    table = Together(collaboration, me, marleen_at(collaboration, now=start))

    def at(days: int) -> datetime:
        return start + timedelta(days=days)

    note_feeling(
        person=me, collaboration=collaboration, step=2, sussed=True, words=words, subject="", prediction=words,
        percent=70, known_on=None, now=at(1),
    )  # fmt: skip
    decides_and_looks_back(table.seen_by_noor(at(2)), percent=60, outcome="both")
    agree_on_rhythm(table, now=at(3))
    answer(table.round, table.noors_seat, now=at(4), flow=3, trust=2, remark=words)
    answer(table.round, table.marleens_seat, now=at(4), every=theirs)
    repair = propose_repair(
        round_=table.round, seat=table.noors_seat, text=words, owner=None, look_back_on=clock.day_of(at(9)), now=at(5)
    )
    agree_repair(repair=repair, seat=table.marleens_seat, now=at(5))
    write_line(
        seat=table.noors_seat, kind="talk_held", now=at(8), happened_on=clock.day_of(at(8)), note=words,
    )  # fmt: skip
    seen = table.seen_by_noor(at(8))
    for one in noticed(seen):
        keep_shown(visit=seen, noticed=one)
    look_back(repair=repair, seat=table.noors_seat, helped="yes", now=at(10))
    look_back(repair=repair, seat=table.marleens_seat, helped="no" if theirs > 4 else "partly", now=at(10))
    announce_ending(seat=table.noors_seat, how="one_side", last_on=clock.day_of(at(20)), words=words, now=at(11))
    mine = keep_closing_answers(seat=table.noors_seat, answers=GOOD, now=at(12))
    send_closing_answers(answer=mine, now=at(12))
    other = keep_closing_answers(
        seat=table.marleens_seat, answers={**GOOD, "would_again": "yes" if theirs > 4 else "otherwise"}, now=at(12)
    )
    send_closing_answers(answer=other, now=at(12))
    return table


def test_two_that_differ_in_names_words_days_and_the_others_answers_leave_the_same() -> None:
    first = lived(day(7), name="Villa Verde", theirs=5, words="Zij is altijd laat.")
    again = lived(day(35), name="Tuin en Zo", theirs=4, words="Ander woord.", by=first.noor)
    Outline.objects.all().delete()
    drawn = [draw_outline(visit=one.seen_by_noor(day(90)), parts=(OWN, BOTH)).content for one in (first, again)]
    told = [json.dumps(one, sort_keys=True) for one in drawn]
    assert told[0] == told[1]
    content = drawn[0]
    assert (content["year"], content["quarter"], content["kind"], content["how"]) == (2026, 1, "client_va", "by_me")
    assert content["own"]["feelings"] == [{"day": 1, "step": 2, "sussed": True}]
    assert content["both"]["answers"][0]["values"]["trust"] == 2 and content["both"]["repairs"] == ["yes"]
    assert content["both"]["closing"] == GOOD and content["own"]["said"] == {"glad": True}
    assert content["both"]["talked"] == [8] and "values" not in content["traits"]
    for said in ("Villa", "laat", "Marleen", "Noor", "NL", "2026-"):
        assert said not in told[0]


def test_the_patterns_tell_the_same_before_and_after(me: Person) -> None:
    live_all(me)
    live(
        me,
        Story(
            "Rijk", 2, "Druk.", True, 60, {"unlawful_request": "yes", "haggles": "bit"}, "haggled", flows=(2, 4, 5),
            low="trust", talk_on=30, hours=("40", "2"), paid="1240", energy=2, week_hours="6", how="one_side",
            said=GOOD, lasts=45,
        ),
        start=day(-60),
    )  # fmt: skip
    table = Collaboration.objects.get(name="Rijk")
    seen = visit(me, table, now=day(-10))
    for one in noticed(seen):
        keep_shown(visit=seen, noticed=one)
    before = numbers(me)
    assert before["distances"] and before["firsts"] and before["remedies"] and before["flights"]
    draw_outline(visit=visit(me, table, now=NOW), parts=(OWN, BOTH))
    table.delete()
    assert numbers(me) == before
    (erased,) = [one for one in cases_of(me, NOW) if one.visit is None]
    assert (erased.name, erased.began_on.year, erased.key) == ("", 2025, Outline.objects.get().public_id)
    brought = {one.case.key: one for one in brought_by(me, cases_of(me, NOW))}[erased.key]
    assert (brought.sums.paid, brought.sums.hours, brought.energy) == (Decimal(1000), Decimal(40), 2)
    assert brought.is_rounded and (brought.payments.late, brought.payments.known) == (0, 1)
    year = year_of(me, cases_of(me, NOW), 2025)
    assert year.left_out == 1 and "" not in {case.name for case in year.began}


def test_drawn_in_two_parts_each_thing_counts_once_and_on_its_own_day() -> None:
    table = lived(day(7), name="Villa Verde", theirs=5, words="Ja.")
    before = numbers(table.noor)
    draw_outline(visit=table.seen_by_noor(day(30)), parts=())
    assert numbers(table.noor) == before, "an outline without parts adds nothing"
    for part in (OWN, BOTH):
        draw_outline(visit=table.seen_by_noor(day(30)), parts=(part,))
    whole = Outline.objects.get().content
    Outline.objects.all().delete()
    assert draw_outline(visit=table.seen_by_noor(day(30)), parts=(OWN, BOTH)).content == whole
    table.collaboration.delete()
    assert numbers(table.noor) == before


def test_examples_do_not_count_next_to_an_outline_and_who_reads_along_or_has_no_account_has_none(me: Person) -> None:
    live(me, STORIES[0], start=day(-300))
    table = Collaboration.objects.get()
    colleague = karin(colleague_of=me)
    show_colleague(by=seat_of(me, table), colleague=colleague, now=day(1))
    with pytest.raises(NotAllowedError):
        draw_outline(visit=visit(colleague, table, now=NOW), parts=(OWN,))
    draw_outline(visit=visit(me, table, now=NOW), parts=(OWN, BOTH))
    table.delete()
    example = started(me)
    Collaboration.objects.filter(pk=example.pk).update(demo_for=me)
    assert [one.visit for one in cases_of(me, NOW)] == [None]
    example.refresh_from_db()
    with pytest.raises(NotAllowedError):
        wish_outline(visit=visit(me, example, now=NOW), wanted=True)
    assert forget_outlines(person=me) == 1 and [one.key for one in cases_of(me, NOW)] == [example.public_id]


def test_a_wish_is_taken_back_without_a_trace_and_a_link_holder_has_none() -> None:
    table = together()
    for _twice in range(2):
        wish_outline(visit=table.seen_by_noor(), wanted=True)
    assert Outline.objects.get().on_the_day and len(cases_of(table.noor, NOW)) == 1
    wish_outline(visit=table.seen_by_noor(), wanted=False)
    assert not Outline.objects.exists()
    with pytest.raises(NotAllowedError):
        wish_outline(visit=table.seen_by_marleen(), wanted=True)


@pytest.mark.parametrize(
    ("exact", "told"),
    [("0", 0), ("0.4", 0), ("3", 3), ("7.5", 8), ("47", 45), ("310", 300), ("1240", 1000), ("12400", 10000)],
)
def test_sums_are_told_roughly(exact: str, told: int) -> None:
    assert rounded(Decimal(exact)) == told


def test_a_quarter_begins_on_its_first_day() -> None:
    assert [quarter_of(clock.day_of(day(n))).first_day.isoformat() for n in (0, 85, 86)] == [
        "2026-01-01", "2026-01-01", "2026-04-01",
    ]  # fmt: skip
