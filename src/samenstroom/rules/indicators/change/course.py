"""Course changed: something else comes first now, and nobody talked about what that means.

Reason: changing is normal and often right; what breaks things is the other holding on to the old plan (the essays:
halfway one side turns to another audience). One change is a notice. A second, or one that stayed without a word for
four weeks while the work went on, is a concern. A talk, new terms, a kick-off or accepted goals end it; a rule that
changed from outside excuses it.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, first_and_again, per_side
from samenstroom.rules.weighing import Weighed, level_of, weighed

CODE, VERSION = "course_changed", 1
DIMENSION = Dimension.PRIORITIES
WORK = ("work_delivered", "hours_given", "extra_work_asked", "deadline_missed")
RULE = Rule(CODE, VERSION, DIMENSION, ("rank_priorities", "renegotiate", "keep_informed"))


@dataclass(frozen=True)
class Defaults:
    """Changes without a talk; one of so many weeks ago, with work since, counts as one more."""

    notice: float = 1
    concern: float = 2
    silent_weeks: int = 4
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that took another course."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, ("priorities_changed",), side, defaults.half_life_weeks)
    level = level_of(facts, defaults, more=float(bool(facts) and _went_on(history, facts[0], defaults)))
    entries = entries_of(facts)
    return RULE.tell(history, level, side, entries, first_and_again(entries)) if level else None


def _went_on(history: History, fact: Weighed, defaults: Defaults) -> bool:
    waited = history.today - fact.entry.on >= timedelta(weeks=defaults.silent_weeks)
    return waited and any((day := history.last_day(kind)) and day > fact.entry.on for kind in WORK)


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, ("priorities_changed",))
