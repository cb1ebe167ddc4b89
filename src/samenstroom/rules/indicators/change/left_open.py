"""Left open: a decision, terms or roles stay open without a date.

Reason: "to be agreed later" without a day is where later versions of the truth begin (published cases: no end, no
go-live day, roles that one person saw otherwise). One is a notice. Two kinds, or one that stayed open for eight
weeks, a concern; a decision that somebody postponed for half a year an alarm, since it has been taken by then, only
not told. What is open fades slowly. A date or a decision is all it needs: a decision, new terms or a signature ends
it, a date nearly.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of
from samenstroom.rules.weighing import STANDING_WEEKS, Facts, level_of, weighed

CODE, VERSION = "left_open", 1
DIMENSIONS = {
    "decision_left_open": Dimension.COMMUNICATION,
    "terms_left_open": Dimension.MONEY,
    "roles_left_open": Dimension.BALANCE,
}
FITTING = {
    "decision_left_open": ("set_a_date", "decision_rights", "action_plan"),
    "terms_left_open": ("set_a_date", "put_in_writing", "last_term_in_writing"),
    "roles_left_open": ("roles_in_writing", "kick_off", "set_a_date"),
}
VARIANTS = {"decision_left_open": "decision", "terms_left_open": "terms", "roles_left_open": "roles"}
RULE = Rule(CODE, VERSION, None, ())


@dataclass(frozen=True)
class Defaults:
    """Things left open; weeks after which one counts twice, and weeks of one decision that make an alarm; and
    how much of it must be left after good steps and age."""

    notice: float = 1
    concern: float = 2
    long_weeks: int = 8
    alarm_weeks: int = 26
    still: float = 0.5
    half_life_weeks: float = 2 * STANDING_WEEKS


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one finding, about both."""
    known = weighed(history, tuple(DIMENSIONS), None, defaults.half_life_weeks)
    facts = _heaviest_of_each(known)
    level = level_of(facts, defaults)
    if level is None:
        return ()
    waiting = {fact: _open_weeks(history, fact.entry) for fact in known if fact.weight >= defaults.still}
    if any(weeks >= defaults.long_weeks for weeks in waiting.values()):
        level = Level.CONCERN
    postponed = any(
        weeks >= defaults.alarm_weeks for fact, weeks in waiting.items() if fact.entry.kind == "decision_left_open"
    )
    return (_tell(history, Level.ALARM if postponed else level, (*facts, *waiting), postponed),)


def _tell(history: History, level: Level, facts: Facts, postponed: bool) -> Finding:
    first = min(facts, key=lambda fact: (fact.entry.on, fact.entry.kind)).entry.kind
    several = len({fact.entry.kind for fact in facts}) > 1
    variant = "postponed" if postponed else "several" if several else VARIANTS[first]
    about, fitting = DIMENSIONS[first], FITTING[first]
    return RULE.tell(history, level, Side.BOTH, entries_of(facts), variant, dimension=about, fitting=fitting)


def _heaviest_of_each(facts: Facts) -> Facts:
    """Return one fact per kind, the one that weighs most today: two open terms are one thing to settle."""
    ordered = sorted(facts, key=lambda fact: fact.weight)
    return tuple({fact.entry.kind: fact for fact in ordered}.values())


def _open_weeks(history: History, entry: Entry) -> float:
    """Return for how long it has been open: the days noted with it, and those since."""
    return ((history.today - entry.on).days + (entry.number("days") or 0)) / 7


INDICATOR = Indicator(CODE, None, ("entries",), VERSION, DEFAULTS, look, tuple(DIMENSIONS))
