"""What exploring tells the rules: private to her but for a trial, never twice, and never for the other."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenstroom.collaborations.actions import write_line
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.facts import (
    Asked,
    Decided,
    Explored,
    Outcome,
    Readiness,
    Touched,
    Trial,
    Waved,
    explored_entries,
    unsaid,
)
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History, mirror
from samenstroom.rules.findings import Side
from samenstroom.rules.indicators import look_at, shared_findings
from samenstroom.rules.visibility import Circle
from samenstroom.watch.board import board_of
from samenstroom.watch.explored import Exploration
from samenstroom.watch.gather import history_of, known_of
from samenstroom.watch.mirrored import mirrored_board
from samenstroom.watch.wording import word_finding
from tests.people import START, Together, day, together, visit

MONDAY = START.date()
TRIAL = Trial("t1", agreed_on=MONDAY + timedelta(days=2), evaluated_on=MONDAY + timedelta(days=20))
EVERYTHING = Explored(
    flags=[Waved("motive_need", MONDAY), Waved("haggled", MONDAY), Waved("idea_loved", MONDAY)],
    touched=Touched(MONDAY, 2),
    decisions=[Decided(MONDAY, Outcome.GO, 0)],
    readiness=[Readiness(MONDAY, 4)],
    references=[MONDAY + timedelta(days=3)],
    worries_told=[MONDAY + timedelta(days=3)],
    trials=[TRIAL],
    asked=Asked(MONDAY, hours_share=0.6),
)


def look(*, on: int = 30, account: bool = True) -> Visit:
    """A visit of which only the moment and the kind of person matter."""
    return cast(Visit, SimpleNamespace(person=SimpleNamespace(has_account=account), now=day(on)))


def made(explored: Explored, **kwargs: Any) -> list[tuple[str, date, Circle]]:
    return [(one.kind, one.on, one.origin) for one in explored_entries(look(**kwargs), explored)]


def kinds(explored: Explored, **kwargs: Any) -> list[str]:
    return [kind for kind, _, _ in made(explored, **kwargs)]


def test_everything_becomes_a_fact_with_its_day() -> None:
    assert kinds(EVERYTHING) == [
        "boundary_touched", "decided", "haggled", "idea_loved", "motive_need", "readiness_heard", "stakes_high",
        "trial_accepted", "reference_heard", "worry_shared", "trial_done",
    ]  # fmt: skip


def test_all_of_it_is_private_but_the_trial() -> None:
    assert {kind for kind, _, circle in made(EVERYTHING) if circle == Circle.SHARED} == {"trial_accepted", "trial_done"}
    assert made(EVERYTHING.shared()) == [row for row in made(EVERYTHING) if row[2] == Circle.SHARED]


def test_behind_a_link_only_the_trial_is_a_fact() -> None:
    assert kinds(EVERYTHING, account=False) == ["trial_accepted", "trial_done"]


def test_what_comes_after_today_is_not_known() -> None:
    assert "trial_done" not in kinds(EVERYTHING, on=10)
    assert "reference_heard" not in kinds(EVERYTHING, on=2)


def test_a_flag_of_the_other_is_about_the_other_and_one_of_hers_about_nobody() -> None:
    by_kind = {one.kind: one for one in explored_entries(look(), EVERYTHING)}
    assert (by_kind["haggled"].about, by_kind["haggled"].by) == (Side.OTHER, Side.SELF)
    assert by_kind["motive_need"].about is None and by_kind["motive_need"].whom == Side.SELF


def test_two_flags_for_one_kind_are_one_fact_and_a_new_scan_replaces_the_old() -> None:
    again = [Waved("motive_need", MONDAY), Waved("motive_need", MONDAY), Waved("motive_need", MONDAY + timedelta(9))]
    assert made(Explored(flags=again)) == [("motive_need", MONDAY + timedelta(9), Circle.PRIVATE)]


def test_a_flag_that_stands_for_no_kind_is_left_out() -> None:
    assert kinds(Explored(flags=[Waved("", MONDAY), Waved("weather", MONDAY)])) == []


@pytest.mark.parametrize(
    ("outcome", "told"),
    [(Outcome.GO, ["decided"]), (Outcome.NO, ["offer_declined"]), (Outcome.TRIAL, []), (Outcome.NOT_NOW, [])],
)
def test_a_yes_and_a_no_are_facts(outcome: Outcome, told: list[str]) -> None:
    assert kinds(Explored(decisions=[Decided(MONDAY, outcome)])) == told


def test_a_no_of_hers_is_a_good_no_for_her_and_ends_what_waved() -> None:
    no = Explored(flags=[Waved("motive_need", MONDAY)], decisions=[Decided(MONDAY + timedelta(1), Outcome.NO)])
    found = look_at(History(MONDAY + timedelta(1), entries=explored_entries(look(), no)))
    assert [(one.code, one.variant, one.audience) for one in found] == [("good_no", "heard", Circle.PRIVATE)]


@pytest.mark.parametrize(
    ("asked", "data"),
    [
        (Asked(MONDAY, hours_share=0.2, income_share=0.4), None),
        (Asked(MONDAY), None),
        (Asked(MONDAY, hours_share=0.2, income_share=0.55), {"percent": 55}),
        (Asked(MONDAY, hours_share=1.4), {"percent": 100}),
        (Asked(MONDAY, hours_share=0.1, bound_until=date(2027, 6, 1)), {"due_on": "2027-06-01"}),
    ],
)
def test_only_what_is_much_is_told_as_much(asked: Asked, data: dict[str, object] | None) -> None:
    found = explored_entries(look(), Explored(asked=asked))
    assert [one.data for one in found] == ([] if data is None else [data])


def test_few_answers_that_hold_back_and_no_boundary_are_no_fact() -> None:
    assert kinds(Explored(readiness=[Readiness(MONDAY, 2)], touched=Touched(MONDAY, 0))) == []


def noted(kind: str, days: int, circle: Circle = Circle.PRIVATE) -> Entry:
    return Entry(kind, MONDAY + timedelta(days), by=Side.SELF, origin=circle, key="line")


@pytest.mark.parametrize(
    ("line", "left_out"),
    [
        (noted("decided", 0), {"decided"}),
        (noted("decided", 1), set()),
        (noted("motive_need", 0), {"motive_need"}),
        (noted("motive_need", 20), {"motive_need"}),
        (noted("motive_need", 29), set()),
        (noted("trial_accepted", 2), set()),
        (noted("trial_accepted", 2, Circle.SHARED), {"trial_accepted"}),
        (noted("reference_heard", 3, Circle.SHARED), {"reference_heard"}),
    ],
)
def test_what_she_noted_herself_is_not_said_twice(line: Entry, left_out: set[str]) -> None:
    entries = explored_entries(look(), EVERYTHING)
    kept = {one.kind for one in unsaid(entries, [line])}
    assert {one.kind for one in entries} - kept == left_out


days = st.integers(0, 30).map(lambda n: MONDAY + timedelta(n))
explorings = st.builds(
    Explored,
    flags=st.lists(st.builds(Waved, st.sampled_from(["motive_need", "unsafe_asked", "no_ignored", "haggled"]), days)),
    touched=st.one_of(st.none(), st.builds(Touched, days, st.integers(0, 3))),
    decisions=st.lists(st.builds(Decided, days, st.sampled_from(Outcome), st.sampled_from([None, 0, 9])), max_size=2),
    readiness=st.lists(st.builds(Readiness, days, st.integers(0, 9)), max_size=2),
    references=st.lists(days, max_size=2),
    worries_told=st.lists(days, max_size=2),
    trials=st.just([TRIAL]),
    asked=st.one_of(st.none(), st.builds(Asked, days, st.sampled_from([None, 0.7]))),
)
lines = st.lists(
    st.builds(noted, st.sampled_from(["trial_done", "decided", "identity_unchecked", "deal_spoken"]),
              st.integers(0, 30), st.sampled_from([Circle.PRIVATE, Circle.SHARED])),
    max_size=4,
).map(lambda found: [replace(one, key=f"l{at}") for at, one in enumerate(found)])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(explorings, lines)
def test_what_is_private_never_changes_what_is_shared(explored: Explored, known: list[Entry]) -> None:
    def history(found: Explored, own: list[Entry]) -> History:
        return History(day(30).date(), entries=(*own, *unsaid(explored_entries(look(), found), own)))

    mine = history(explored, known)
    bare = history(explored.shared(), [one for one in known if one.origin == Circle.SHARED])
    assert shared_findings(mine) == shared_findings(bare)
    assert mirror(mine) == mirror(bare)
    assert look_at(mirror(mine)) == look_at(mirror(bare))


@pytest.fixture
def table(db: None) -> Together:
    return together(with_rhythm=False)


def test_it_reaches_the_rules_of_an_account_holder_and_not_of_the_other(table: Together) -> None:
    for person, own in ((table.noor, True), (table.marleen, False)):
        seat = visit(person, table.collaboration, now=day(30))
        known = known_of(person, [seat])[table.collaboration.pk]
        history = history_of(seat, replace(known, before=Exploration(EVERYTHING)))
        assert bool(history.of("stakes_high")) is own
        assert [one.kind for one in history.of("trial_accepted", "trial_done")] == ["trial_accepted", "trial_done"]
        assert {one.kind for one in mirror(history).entries} == {"trial_accepted", "trial_done"}


def test_a_line_of_her_own_comes_before_what_was_made_of_it(table: Together) -> None:
    write_line(
        seat=table.noors_seat, kind="stakes_high", happened_on=MONDAY, circle=Circle.PRIVATE,
        data={"percent": 80}, now=day(0),
    )  # fmt: skip
    seat = visit(table.noor, table.collaboration, now=day(30))
    known = known_of(table.noor, [seat])[table.collaboration.pk]
    (entry,) = history_of(seat, replace(known, before=Exploration(EVERYTHING))).of("stakes_high")
    assert entry.number("percent") == 80


def test_the_page_of_the_other_knows_nothing_of_it(table: Together) -> None:
    seat = visit(table.noor, table.collaboration, now=day(30))
    board = board_of(seat)
    explored = replace(board, known=replace(board.known, before=Exploration(EVERYTHING)))
    told = mirrored_board(seat, explored)
    assert [one.title for one in told.findings] == ["Jullie probeerden het eerst in het klein"]
    assert told.lines == mirrored_board(seat, board).lines


def test_under_a_finding_it_says_that_it_comes_from_exploring(table: Together) -> None:
    seat = visit(table.noor, table.collaboration, now=day(0))
    found = look_at(History(MONDAY, entries=explored_entries(seat, Explored(asked=Asked(MONDAY, hours_share=0.6)))))
    page = word_finding(found[0], seat, "")
    assert page.is_private and page.title == "Er hangt veel van af, en je kunt nog navragen"
    (line,) = page.evidence
    assert line.source == "Uit je verkenning"
    assert "ongeveer 60 % van de tijd of het geld" in line.text
