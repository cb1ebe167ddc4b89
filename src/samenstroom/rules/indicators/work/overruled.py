"""Overruled: advice was set aside, or delivered work was redone by the other.

Reason: expertise that is not trusted is one of the four ways in which trust fails in the essays. Once may be taste
or a good reason: a notice. Twice close together is a concern, four times an alarm: then the question is who decides
what. Criticism without reasons from the same side makes it heavier, feedback with reasons, a compliment or a talk
lighter. Work that somebody redid after delivering it herself is told as well, as work that has to be done twice.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "overruled", 1
DIMENSION = Dimension.TRUST
KINDS = ("advice_overruled", "work_redone")
RULE = Rule(CODE, VERSION, DIMENSION, ("decision_rights", "learn_feedback", "acceptance_moment"))
TWICE = Rule(CODE, VERSION, DIMENSION, ("acceptance_moment", "kick_off", "written_change"))


@dataclass(frozen=True)
class Defaults:
    """Times overruled or redone; criticism without reasons from the same side counts for a part."""

    notice: float = 1
    concern: float = 2
    alarm: float = 4
    criticism: float = 0.5
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that overruled advice or redid work."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, KINDS, side, defaults.half_life_weeks)
    bare = weighed(history, ("criticism_without_reasons",), side, defaults.half_life_weeks)
    more = min(sum(defaults.criticism * fact.firm for fact in bare), 1.0)
    level = level_of(facts, defaults, more=more)
    if level is None:
        return None
    own = all(_is_own_work(history, fact.entry) for fact in facts)
    kinds = {fact.entry.kind for fact in facts}
    variant = "twice" if own else "both" if len(kinds) > 1 else "redone" if "work_redone" in kinds else "advice"
    return (TWICE if own else RULE).tell(history, level, side, entries_of(facts, bare), variant)


def _is_own_work(history: History, entry: Entry) -> bool:
    """Tell whether who redid the work had delivered it herself; when nobody knows, it was the other's."""
    delivered = [one for one in history.of("work_delivered") if one.on <= entry.on]
    return entry.kind == "work_redone" and bool(delivered) and delivered[-1].about == entry.about


INDICATOR = Indicator(
    CODE,
    DIMENSION,
    ("entries",),
    VERSION,
    DEFAULTS,
    look,
    (*KINDS, "criticism_without_reasons", "work_delivered"),
    frozenset({"bare_criticism"}),
)
