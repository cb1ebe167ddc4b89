"""Dated facts: how they are kept, how they grow old, what good steps and bad luck do to them."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from samenstroom import content
from samenstroom.rules import good_steps, no_fault, remedies
from samenstroom.rules.entries import SPOKEN_BY, Entry, Stance
from samenstroom.rules.facts import mirror, shared_only, up_to
from samenstroom.rules.findings import Side, evidence_record, fingerprint, marks
from samenstroom.rules.indicators import BY_ID, INDICATORS, look_at, shared_findings
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.visibility import Circle
from samenstroom.rules.weighing import certainty_of, fade, weigh
from tests.rules.conftest import FIRST_MONDAY, fact, happened, seen

KINDS = {one["id"]: one for one in content.load("facts", "nl")["facts"]}


def test_the_rules_read_only_facts_that_can_be_noted() -> None:
    read = {kind for indicator in INDICATORS for kind in indicator.kinds}
    eased = {*good_steps.STEPS, *good_steps.GOOD_STEPS, *good_steps.NOT_BY_TALK, *SPOKEN_BY}
    excused = {*no_fault.EXCUSES, *(kind for kinds, _ in no_fault.EXCUSES.values() for kind in kinds)}
    assert (read | eased | excused) <= KINDS.keys()
    assert {kind for kind in KINDS if KINDS[kind]["no_fault"]} == set(no_fault.EXCUSES)


def test_what_only_she_can_say_of_herself_concerns_her() -> None:
    named = {
        kind for kind, one in KINDS.items() if one["about"] == "none" and one["lines"]["plain"].startswith("{actor}")
    }
    assert named == SPOKEN_BY


def test_data_is_kept_as_plain_values() -> None:
    entry = Entry("invoice_sent", FIRST_MONDAY, data={"amount": Decimal("12.50"), "due_on": date(2026, 2, 1)})
    assert entry.data == {"amount": 12.5, "due_on": "2026-02-01"}
    assert (entry.number("amount"), entry.day("due_on"), entry.number("days")) == (12.5, date(2026, 2, 1), None)
    with pytest.raises(ValueError):
        Entry("invoice_sent", FIRST_MONDAY, data={"amount": object()})
    with pytest.raises(ValueError):
        Entry("invoice_sent", FIRST_MONDAY, about=Side.BOTH)
    with pytest.raises(ValueError):
        Entry("invoice_sent", FIRST_MONDAY, origin=Circle.SEALED)


def test_the_mirror_swaps_sides_and_drops_what_is_private() -> None:
    shared = fact("invoice_sent", 0, "self", stance="so")
    history = happened(shared, fact("feels_off", 0, private=True))
    (there,) = mirror(history).entries
    assert (there.by, there.about, there.stance) == (Side.OTHER, Side.OTHER, Stance.SO)
    assert mirror(mirror(history)).entries == (shared,)
    assert shared_only(history).entries == (shared,)
    assert shared_only(mirror(history)) is not None


def test_what_was_known_earlier_holds_no_later_facts() -> None:
    history = happened(fact("invoice_sent", 0, "self"), fact("invoice_paid", 4, "other"))
    earlier = up_to(history, FIRST_MONDAY + timedelta(days=7))
    assert [one.kind for one in earlier.entries] == ["invoice_sent"]
    assert happened(fact("invoice_sent", 3, "self"), week=1).of("invoice_sent") == ()


@pytest.mark.parametrize(("weeks", "left"), [(0, 1), (12, 0.5), (24, 0.25)])
def test_a_fact_counts_half_after_twelve_weeks(weeks: int, left: float) -> None:
    assert fade(FIRST_MONDAY, FIRST_MONDAY + timedelta(weeks=weeks), 12) == pytest.approx(left)
    missed = fact("deadline_missed", 0, "other")
    assert weigh(happened(missed, week=weeks), missed) == pytest.approx(left)


@pytest.mark.parametrize(
    ("step", "left"),
    [
        (fact("talk_held", 0), 0.5),
        (fact("talk_held", -1), 1),
        (fact("promise_kept", 0, "other"), 0.5),
        (fact("promise_kept", 0, "self"), 1),
        (fact("repair_helped", 0), 0.25),
        (fact("illness", -2, "other"), 0.4),
        (fact("illness", -6, "other"), 1),
        (fact("illness", -6, "other", due_on="2026-01-01"), 0.4),
        (fact("illness", 0, "self"), 1),
        (fact("insolvency", 0, "other"), 1),
    ],
)
def test_what_a_good_step_and_bad_luck_leave_of_a_missed_date(step: Entry, left: float) -> None:
    missed = fact("deadline_missed", 0, "other")
    assert weigh(happened(missed, step, week=0), missed) == pytest.approx(left)


def test_a_pause_excuses_silence() -> None:
    silent = fact("message_unanswered", 2, "other")
    paused = happened(silent, pauses=((FIRST_MONDAY, FIRST_MONDAY + timedelta(weeks=3)),))
    assert weigh(paused, silent) == pytest.approx(0.4)


def test_a_contradicted_fact_counts_less_sure_and_never_disappears() -> None:
    plain = [fact("deadline_missed", week, "other") for week in (0, 2)]
    said_otherwise = [replace(one, stance=Stance.OTHERWISE) for one in plain]
    assert seen(happened(*plain), "deadline_missed") == [("concern", "again", "other")]
    assert seen(happened(*said_otherwise), "deadline_missed") == [("notice", "again", "other")]
    (old,) = BY_ID["deadline_missed"].look(happened(said_otherwise[0], week=11))
    assert (old.level, old.certainty) == ("notice", 1)
    assert old.evidence[0].contested
    assert certainty_of(plain) == 2
    assert certainty_of([replace(plain[0], stance=Stance.SO)]) == 2


def test_what_was_set_aside_stays_so_when_the_other_contradicts_it_or_time_goes_by() -> None:
    first, second = fact("deadline_missed", 0, "other", key="a"), fact("deadline_missed", 36, "other", key="b")
    (before,) = BY_ID["deadline_missed"].look(happened(first, second))
    (after,) = BY_ID["deadline_missed"].look(happened(replace(first, stance=Stance.OTHERWISE), second))
    (later,) = BY_ID["deadline_missed"].look(happened(first, second, week=41))
    assert fingerprint(before) == fingerprint(after)
    assert evidence_record(after.evidence[0])["contested"] is True
    assert fingerprint(later) != fingerprint(before)
    assert marks(later) < marks(before)


def test_private_facts_give_a_private_finding_that_takes_the_place_of_the_lighter_one() -> None:
    shared = fact("work_redone", 0, "other")
    private = fact("criticism_without_reasons", 0, "other", private=True)
    (together,) = [one for one in look_at(happened(shared, private)) if one.code == "overruled"]
    assert (together.level, together.audience) == ("concern", Circle.PRIVATE)
    (both,) = [one for one in shared_findings(happened(shared, private)) if one.code == "overruled"]
    assert (both.level, both.audience) == ("notice", Circle.SHARED)
    assert [one.code for one in look_at(mirror(happened(shared, private)))] == ["overruled"]


@pytest.mark.parametrize("stage", [None, *Stage])
def test_remedies_are_ranked_for_the_stage_and_none_is_lost(stage: Stage | None) -> None:
    found = remedies.ranked(("written_change", "kick_off"), None, stage)
    assert set(found) == {"written_change", "kick_off", "talk"}
    with pytest.raises(ValueError):
        remedies.ranked(("magic",), None, stage)
    with pytest.raises(ValueError):
        remedies.ranked((), None, stage, may_talk=False)


def test_every_stage_names_only_remedies_that_exist() -> None:
    assert all(codes <= remedies.CODES for codes in remedies.NO_USE.values())
    assert set(remedies.NO_USE) == set(Stage)
