"""What holds for every history before the yes: a good step never makes anything heavier."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from samenstroom.rules.entries import Entry, Feeling
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Side
from samenstroom.rules.good_steps import GOOD_STEPS
from samenstroom.rules.indicators.start import boundary, hasty, idea, readiness, stakes
from tests.rules.test_rules_properties import MANY, MONDAY, felt, keyed, loose, months, quick, sides, weights

KINDS = sorted({kind for one in (stakes, hasty, idea, readiness, boundary) for kind in one.INDICATOR.kinds})
of_these = st.builds(lambda entry, kind: replace(entry, kind=kind), loose, st.sampled_from(KINDS))


@settings(quick, max_examples=30 * MANY)
@given(st.lists(of_these, max_size=8), felt, st.sampled_from(sorted(GOOD_STEPS)), months, sides)
def test_a_good_step_before_the_yes_never_makes_anything_heavier(
    entries: list[Entry], feelings: tuple[Feeling, ...], kind: str, day: date, side: Side
) -> None:
    history = History(MONDAY + timedelta(days=100), entries=keyed(entries), feelings=feelings)
    step = Entry(kind, day, by=Side.SELF, about=side, key="step")
    before, now = weights(history), weights(replace(history, entries=(*history.entries, step)))
    assert {code: weight for code, weight in now.items() if weight > before.get(code, 0)} == {}
