"""Deadline missed: an agreed date went by, and nobody had said so before.

Reason: telling in time that it will be later is a kept promise, not a broken one; a date that passes in silence
costs the other a plan. Overdue work is also among the strongest signs in the state filter (two overdue tasks weigh
five times). One is a notice, two close together a concern, four an alarm. A delay told in the four weeks before
takes the date out altogether; work delivered, a promise kept and a talk let it fall.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, first_and_again, per_side
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "deadline_missed", 1
DIMENSION = Dimension.TRUST
RULE = Rule(CODE, VERSION, DIMENSION, ("action_plan", "renegotiate", "be_transparent"))


@dataclass(frozen=True)
class Defaults:
    """Dates that passed without a word; weeks before within which a delay counts as told in time."""

    notice: float = 1
    concern: float = 2
    alarm: float = 4
    told_weeks: int = 4
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side whose dates passed without a word."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    all_facts = weighed(history, ("deadline_missed",), side, defaults.half_life_weeks)
    facts = tuple(fact for fact in all_facts if not was_told(history, fact.entry, defaults.told_weeks))
    level = level_of(facts, defaults)
    entries = entries_of(facts)
    return RULE.tell(history, level, side, entries, first_and_again(entries)) if level else None


def was_told(history: History, missed: Entry, weeks: int = DEFAULTS.told_weeks) -> bool:
    """Tell whether the same side had said before the date that it would be later."""
    earliest = missed.on - timedelta(weeks=weeks)
    told = history.of("delay_announced", whom=missed.about)
    return any(earliest <= one.on < missed.on for one in told)


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, ("deadline_missed", "delay_announced"))
