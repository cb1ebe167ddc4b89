"""The retold cases: dossiers that say no more than their source, and what is told about them in time.

"Out by its event" is at any level here. The stricter readings are printed by `make cases` and held where they stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from samenstroom.dossier.history import known_kinds
from samenstroom.rules.findings import Level, Side
from samenstroom.rules.indicators import BY_ID
from samenstroom.rules.remedies import CODES
from tests.cases.replay import HERE, Case, cases, expectations
from tools.cases import LEAST_FITTING, LEAST_OUT, totals

CASES = {case.name: case for case in cases()}
TOLD = [case for case in CASES.values() if case.asked]
ROLES = {"Professional", "Client", "Partner-A", "Partner-B"}
OTHER_KINDS = {"note", "stage_moved"}
every_case = pytest.mark.parametrize("name", CASES)


def entries_of(name: str) -> list[Mapping[str, Any]]:
    return list(CASES[name].document["entries"])


def test_each_of_the_seventeen_dossiers_has_its_place_in_the_map() -> None:
    assert set(CASES) == {path.stem for path in HERE.glob("*.json")}
    assert len({case.document["retold"]["case"] for case in CASES.values()}) == 17


def test_the_map_names_only_rules_and_steps_that_exist() -> None:
    found = expectations()
    assert {code for codes in found["signals"].values() for code in codes} <= BY_ID.keys()
    assert {code for codes in found["remedies"].values() for code in codes} <= CODES


@every_case
def test_a_dossier_names_its_source_and_nobody(name: str) -> None:
    document = CASES[name].document
    assert document["source"].startswith(("https://", "http://"))
    assert {one["name"] for one in document["people"]} <= ROLES


@every_case
def test_every_entry_is_a_known_fact_a_note_or_a_move_to_a_stage(name: str) -> None:
    assert {one["kind"] for one in entries_of(name)} <= known_kinds() | OTHER_KINDS


@every_case
def test_a_dossier_gives_no_number_that_its_source_does_not_give(name: str) -> None:
    given = {float(number) for number in CASES[name].document["retold"]["numbers"].values()}
    in_days = {7 * number for number in given}
    rows = [one.get("data", {}) for one in entries_of(name)]
    noted = {float(row[field]) for row in rows for field in ("amount", "hours", "days") if field in row}
    agreed = {float(one["value"]) for one in CASES[name].document.get("terms", ())}
    assert noted | agreed <= given | in_days
    assert not {"rounds", "own"} & set(CASES[name].document), "nobody published answers to a check-in"


@every_case
def test_all_facts_of_an_event_lie_on_its_day(name: str) -> None:
    days: dict[str, set[str]] = {}
    for one in entries_of(name):
        days.setdefault(one["key"].split("-")[1], set()).add(one["on"])
    assert all(len(found) == 1 for found in days.values())
    assert all(days[str(one.seq)] == {one.on.isoformat()} for one in CASES[name].asked)


def test_at_least_three_of_four_signals_are_out_by_their_event() -> None:
    answers = [one for case in TOLD for one in case.answers if one.asked.counts]
    assert len([one for one in answers if one.finding]) >= LEAST_OUT * len(answers)


def test_a_fitting_step_stands_among_the_first_three_in_four_of_five_cases() -> None:
    assert len([case for case in TOLD if case.has_fitting_step]) >= LEAST_FITTING * len(TOLD)


@pytest.mark.parametrize("name", [case.name for case in TOLD])
def test_what_is_missed_has_a_reason_and_what_comes_has_none(name: str) -> None:
    assert [bool(one.asked.because) for one in CASES[name].answers] == [not one.finding for one in CASES[name].answers]


@pytest.mark.parametrize("name", [case.name for case in TOLD])
def test_something_is_out_by_the_first_event_that_needs_it(name: str) -> None:
    assert CASES[name].in_time


@pytest.mark.parametrize("name", [case.name for case in CASES.values() if case.is_healthy])
def test_nothing_above_a_notice_is_told_about_a_healthy_one(name: str) -> None:
    assert CASES[name].also_told == ()


def test_the_stricter_readings_do_not_slip_below_what_they_were() -> None:
    """Told as concern or alarm; no weaker than the collector's own severity. Both may only rise."""
    answers = [one for case in TOLD for one in case.answers if one.asked.counts]
    assert len([one for one in answers if one.is_heavy]) >= 13
    assert len([one for one in answers if one.is_as_strong]) >= 6


def test_trouble_with_somebody_else_is_told_to_nobody() -> None:
    looks = CASES["108-va-client-upset-by-third"].looks
    assert {one.level for told in looks.values() for one in told} == {Level.GOOD}


def test_a_role_made_smaller_together_lets_every_level_fall() -> None:
    case = CASES["002-va-role-narrowed-together"]
    *_, before, after = ({one.code: one for one in case.looks[day]} for day in case.teller.days())
    falls = [one for one in before.values() if one.level != Level.GOOD]
    assert falls
    assert all(one.code not in after or after[one.code].level.weight < one.level.weight for one in falls)


def test_a_good_no_is_told_as_a_success() -> None:
    case = CASES["083-no-to-a-connected-coach"]
    assert [(one.code, one.level) for one in case.looks[case.teller.days()[-1]]] == [("good_no", Level.GOOD)]


def test_who_falls_silent_herself_is_told_kindly_to_send_word() -> None:
    case = CASES["076-eleven-years-then-silence"]
    own = next(one.finding for one in case.answers if one.asked.signal == "s_own_silence")
    assert own is not None
    assert (own.side, own.remedies[0]) == (Side.SELF, "send_word")


def test_the_report_says_that_the_totals_hold() -> None:
    found: list[Case] = list(CASES.values())
    lines, holds = totals(found)
    assert holds
    assert lines[0].startswith("Signals asked as watch or alarm")
