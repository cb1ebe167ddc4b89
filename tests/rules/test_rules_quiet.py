"""Quiet: two rounds in a row without a word. To ask about, never to accuse."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from samenstroom.rules.facts import History
from samenstroom.rules.findings import Side
from samenstroom.rules.indicators import quiet
from samenstroom.rules.visibility import Circle

Tell = Callable[..., History]
ROUND_2, ROUND_3, ROUND_4, ROUND_5 = (date(2026, 1, 5) + timedelta(weeks=2 * n) for n in (1, 2, 3, 4))
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("marleen", "level", "silent"),
    [
        pytest.param([4, None, None, None], "notice", [2, 3], id="two rounds over, a third still open"),
        pytest.param([4, 4, None, None, None], "notice", [3, 4], id="after two good ones"),
        pytest.param([4, None, None, None, None], "concern", [2, 3, 4], id="three rounds over"),
        pytest.param([None, 4, None, None, None], "notice", [3, 4], id="joined in the second round"),
        pytest.param([4, None, 4, None, None, None], "notice", [4, 5], id="silent once before"),
    ],
)
def test_two_silent_rounds_are_noticed(history_of: Tell, marleen: list[Any], level: str, silent: list[int]) -> None:
    (finding,) = quiet.look(history_of([4] * len(marleen), marleen))
    assert (finding.side, finding.level, finding.dimension) == (Side.OTHER, level, "communication")
    assert finding.audience == Circle.SHARED
    assert [fact.data["round"] for fact in finding.evidence if fact.kind == "silent"] == silent
    assert finding.since == date(2026, 1, 5) + timedelta(weeks=2 * (silent[0] - 1))


@pytest.mark.parametrize(
    "marleen",
    [
        pytest.param([4, 4, 4, 4], id="she answers"),
        pytest.param([4, None, None], id="the second silent round is still open"),
        pytest.param([4, None, 4, None, 4, None], id="now and then one"),
        pytest.param([4, None, None, None, 4], id="she is back in the open round"),
        pytest.param([None, None, None, None], id="she never took part"),
    ],
)
def test_other_silences_stay_unspoken(history_of: Tell, marleen: list[Any]) -> None:
    assert not quiet.look(history_of([4] * len(marleen), marleen))


@pytest.mark.parametrize(
    ("changes", "speaks"),
    [
        pytest.param({}, True, id="nothing special"),
        pytest.param({"other_takes_part": False}, False, id="she takes no part any more"),
        pytest.param({"rhythm_accepted_on": None}, False, id="the rhythm was never accepted"),
        pytest.param({"rhythm_accepted_on": ROUND_2}, True, id="accepted on the day it opened"),
        pytest.param({"rhythm_accepted_on": ROUND_2 + DAY}, False, id="accepted after the first silent round"),
        pytest.param({"pauses": ((ROUND_2, ROUND_2 + DAY),)}, False, id="a pause excuses a round"),
        pytest.param({"pauses": ((ROUND_2, None),)}, False, id="a pause without an end"),
        pytest.param({"pauses": ((ROUND_4 + DAY, None),)}, True, id="a pause that began afterwards"),
        pytest.param({"pauses": ((ROUND_2 - 7 * DAY, ROUND_2 - DAY),)}, True, id="a pause that was over"),
    ],
)
def test_a_rhythm_counts_only_once_accepted_and_without_a_pause(
    history_of: Tell, changes: dict[str, Any], speaks: bool
) -> None:
    assert bool(quiet.look(history_of([4] * 4, [4, None, None, None], **changes))) is speaks


def test_an_excused_round_does_not_break_the_row(history_of: Tell) -> None:
    history = history_of([4] * 5, [4, None, None, None, None], pauses=((ROUND_3, ROUND_4 - DAY),))
    (finding,) = quiet.look(history)
    assert [fact.data["round"] for fact in finding.evidence if fact.kind == "silent"] == [2, 4]


def test_who_looks_is_held_to_the_same_measure(history_of: Tell) -> None:
    (finding,) = quiet.look(history_of([4, None, None, None], [4, 4, 4, 4]))
    assert (finding.side, finding.level) == (Side.SELF, "notice")


def test_when_both_fall_silent_both_are_told_about_each(history_of: Tell) -> None:
    found = quiet.look(history_of([4, None, None, None], [4, None, None, None]))
    assert [one.side for one in found] == [Side.SELF, Side.OTHER]


def test_the_evidence_says_when_she_last_sent(history_of: Tell) -> None:
    (finding,) = quiet.look(history_of([4] * 4, [4, None, None, None]))
    last_sent, first_silence, _ = finding.evidence
    assert (last_sent.kind, last_sent.on) == ("sent", date(2026, 1, 6))
    assert (first_silence.on, first_silence.data["opened_on"]) == (ROUND_3, ROUND_2.isoformat())


def test_an_old_silence_says_nothing_about_now(history_of: Tell) -> None:
    history = history_of([4] * 4, [4, None, None, None])
    assert not quiet.look(replace(history, today=ROUND_4 + timedelta(weeks=13)))


def test_the_last_round_counts_once_it_was_closed(history_of: Tell) -> None:
    history = history_of([4] * 3, [4, None, None])
    *earlier, last = history.rounds
    closed = replace(history, rounds=(*earlier, replace(last, closed_on=ROUND_4)), today=ROUND_4)
    assert quiet.look(closed)
    assert not quiet.look(replace(closed, today=ROUND_4 - DAY))
