"""Hasty: the yes came within a day of the first contact.

Reason: urgency is a red flag of the first acquaintance, and a fast yes one of the mixed cases; what goes with every
motive is a night's sleep. A yes of the same day is a notice: it can still be looked at. A concern when she felt
hurried as well, for then the haste was not hers. Somebody heard, or a trial agreed afterwards, halves it; a trial that
was looked at, or a no, ends it. Only the newest decision counts, and only when it is known how long it took.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import HALF_LIFE_WEEKS, level_of, weighed, with_beside

CODE, VERSION = "hasty", 1
RULE = Rule(CODE, VERSION, None, ("gut_check", "references", "trial_project", "good_no"))


@dataclass(frozen=True)
class Defaults:
    """A decision that took fewer days than this counts once; haste felt so many weeks around it once more."""

    notice: float = 1
    concern: float = 2
    days: int = 1
    near_weeks: int = 4
    half_life_weeks: float = HALF_LIFE_WEEKS


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding about each side that decided within a day."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    newest = history.of("decided", whom=side)[-1:]
    took = newest[0].number("days") if newest else None
    if took is None or took >= defaults.days:
        return None
    said = newest[0]
    facts = tuple(fact for fact in weighed(history, ("decided",), side, defaults.half_life_weeks) if fact.entry is said)
    near = timedelta(weeks=defaults.near_weeks)
    haste = weighed(history, ("urgency_felt",), side, defaults.half_life_weeks)
    haste = tuple(fact for fact in haste if abs(fact.entry.on - said.on) <= near)
    level = level_of(with_beside(facts, (fact.firm for fact in haste)), defaults)
    if level is None:
        return None
    return RULE.tell(history, level, side, entries_of(facts, haste), "hurried" if haste else "fast", since=said.on)


INDICATOR = Indicator(CODE, None, ("entries",), VERSION, DEFAULTS, look, ("decided", "urgency_felt"))
