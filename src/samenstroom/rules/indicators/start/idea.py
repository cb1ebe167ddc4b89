"""In love with the idea: a fast yes, out of enthusiasm.

Reason: "in love with the idea, a fast yes" is one of the mixed cases of the first essay. Enthusiasm is a gift and no
fault: a notice, so that the people and the agreement get as good a look as the idea. A concern when the gut said
something else (a doubt noted, or a line of the log where the gut said no and the head yes), or when a rule of one's
own gave way for it. A trial agreed halves it, one that was looked at ends it, and so does a no.
"""

from dataclasses import dataclass, replace

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Feeling
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.person.gut import left_of, line_evidence
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import FORGOTTEN, HALF_LIFE_WEEKS, level_of, weighed, with_beside

CODE, VERSION = "idea", 1
DIMENSION = Dimension.VALUES
DOUBT = ("feels_off", "own_rule_dropped")
RULE = Rule(CODE, VERSION, DIMENSION, ("gut_check", "trial_project", "put_in_writing", "references"))


@dataclass(frozen=True)
class Defaults:
    """The love counts once; the heaviest doubt, line argued away or rule dropped beside it once more."""

    notice: float = 1
    concern: float = 2
    half_life_weeks: float = HALF_LIFE_WEEKS


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding about each side that noted it."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, ("idea_loved",), side, defaults.half_life_weeks)[-1:]
    if not facts:
        return None
    doubt = weighed(history, DOUBT, side, HALF_LIFE_WEEKS)
    lines = _argued_away(history) if side == Side.SELF else ()
    beside = (*(fact.firm for fact in doubt), *(left for _, left in lines))
    level = level_of(with_beside(facts, beside), defaults)
    if level is None:
        return None
    variant = "doubt" if doubt or lines else "loved"
    found = RULE.tell(history, level, side, entries_of(facts, doubt), variant, since=facts[0].entry.on)
    felt = (line_evidence(line, side) for line, _ in lines)
    return replace(found, evidence=tuple(sorted((*found.evidence, *felt), key=lambda fact: (fact.on, fact.kind))))


def _argued_away(history: History) -> tuple[tuple[Feeling, float], ...]:
    """Return the lines of her log that her head argued away and that still count, with what is left of each."""
    lines = [(one, left_of(history, one.on, HALF_LIFE_WEEKS)) for one in history.feelings if one.sussed]
    return tuple((one, left) for one, left in lines if one.on <= history.today and left >= FORGOTTEN)


INDICATOR = Indicator(CODE, DIMENSION, ("entries", "feelings"), VERSION, DEFAULTS, look, ("idea_loved", *DOUBT))
