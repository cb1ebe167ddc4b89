"""Unanswered: a message waits longer than was agreed, or than people here are used to.

Reason: contact that falls away marks decline in studies of relationships, and an unreachable partner is a known
cause of lost trust; it holds for who looks as well, told kindly: her own silence is a thing she can end today. Not
counted is what stayed within the days that the agreement gives to answer. One is a notice; one that lasted two
weeks, or three times the agreed days, counts twice; dates of the same side that passed without a word count half
each on top: work lapses and nobody says so. In touch again ends it, a talk nearly. What nobody can help excuses it.
"""

from dataclasses import dataclass, replace

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.indicators.work.deadlines import was_told
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "unanswered", 1
DIMENSION = Dimension.TRUST
OTHERS = Rule(CODE, VERSION, DIMENSION, ("ask_kindly", "regular_feedback", "regular_check_ins"))
OWN = Rule(CODE, VERSION, DIMENSION, ("send_word", "renegotiate", "keep_informed"))


@dataclass(frozen=True)
class Defaults:
    """Messages without an answer; what counts as long, in days or in times the agreed days; lapsed dates."""

    notice: float = 1
    concern: float = 2
    alarm: float = 3
    long: float = 2
    long_days: int = 14
    long_times: int = 3
    lapsed: float = 0.5
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that left a message without an answer."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    noted = weighed(history, ("message_unanswered",), side, defaults.half_life_weeks)
    facts = tuple(
        replace(fact, weight=fact.weight * times) for fact in noted if (times := _times(history, fact.entry, defaults))
    )
    missed = weighed(history, ("deadline_missed",), side, defaults.half_life_weeks)
    lapsed = tuple(fact for fact in missed if facts and not was_told(history, fact.entry))
    more = min(sum(defaults.lapsed * fact.firm for fact in lapsed), 1.0)
    level = level_of(facts, defaults, more=more)
    if level is None:
        return None
    long = any(_times(history, fact.entry, defaults) > 1 for fact in facts)
    variant = "lapsed" if lapsed else "again" if len(facts) > 1 else "long" if long else "once"
    rule = OWN if side == Side.SELF else OTHERS
    return rule.tell(history, level, side, entries_of(facts, lapsed), variant, since=facts[0].entry.on)


def _times(history: History, entry: Entry, defaults: Defaults) -> float:
    """Return for how much a silence counts: 0 within the agreed days, 2 when it was long."""
    days, agreed = entry.number("days"), history.response_days
    if days is None:
        return 1.0
    if agreed is not None and days <= agreed:
        return 0.0
    limit = defaults.long_days if agreed is None else max(defaults.long_times * agreed, 1)
    return defaults.long if days >= limit else 1.0


INDICATOR = Indicator(
    CODE,
    DIMENSION,
    ("entries", "response_days"),
    VERSION,
    DEFAULTS,
    look,
    ("message_unanswered", "deadline_missed"),
)
