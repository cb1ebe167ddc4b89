"""Readiness: in a readiness test that the other sent, several answers hold back.

Reason: the essays ask of a client to let go, to trust expertise, to give constructive criticism, to take part, to
decide on arguments and to pay as agreed. Somebody who says honestly that some of it is hard does a good thing: it is a
notice, to talk about beforehand. A concern beside something that shows it: predecessors who failed, criticism without
reasons, a no that was not heard, or a doubt of one's own. A talk, a kick-off or goals both accepted lower it. From
how many answers on is judgement: one or two say nothing about a collaboration.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import SPOKEN_BY, Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import HALF_LIFE_WEEKS, level_of, weighed, with_beside

CODE, VERSION = "readiness", 1
DIMENSION = Dimension.TRUST
BESIDE = ("predecessors_failed", "criticism_without_reasons", "no_ignored", "feels_off")
RULE = Rule(CODE, VERSION, DIMENSION, ("acquaintance", "trial_project", "decision_rights", "references"))


@dataclass(frozen=True)
class Defaults:
    """From `answers` that hold back on it counts once; the heaviest thing beside it once more."""

    notice: float = 1
    concern: float = 2
    answers: int = 3
    half_life_weeks: float = HALF_LIFE_WEEKS


DEFAULTS = Defaults()


def holds_back(closed: int, defaults: Defaults = DEFAULTS) -> bool:
    """Tell whether so many answers that hold back are several."""
    return closed >= defaults.answers


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that read such a test."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, ("readiness_heard",), side, defaults.half_life_weeks)[-1:]
    beside = tuple(fact for fact in weighed(history, BESIDE, None, HALF_LIFE_WEEKS) if _shows(fact.entry, side))
    level = level_of(with_beside(facts, (fact.firm for fact in beside)), defaults)
    if level is None:
        return None
    variant = "beside" if beside else "closed"
    return RULE.tell(history, level, side, entries_of(facts, beside), variant, since=facts[0].entry.on)


def _shows(entry: Entry, side: Side) -> bool:
    """Tell whether it is what this side heard or felt herself, or what the other side did."""
    return entry.whom == side if entry.kind in SPOKEN_BY else entry.about != side


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, ("readiness_heard", *BESIDE))
