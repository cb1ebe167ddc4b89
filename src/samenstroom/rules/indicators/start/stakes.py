"""Stakes: much hangs on it, and nobody was asked and nothing was tried before the yes.

Reason: "choose carefully, references, a small trial project" is what the essays set against broken trust. That much
hangs on it is no fault: before the yes it is a notice, while hearing somebody or starting small still costs little.
After a yes without either it is a concern; hearing somebody then halves it, and so does signing; a trial that was
looked at ends it. Who worked together for a quarter of a year by then knows the other from the work: nothing is told.

What is much is judgement: half of the free hours or of the income (as where dependence begins), half of the price
beforehand, or being bound for a year.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.weighing import HALF_LIFE_WEEKS, level_of, weighed, with_beside

CODE, VERSION = "stakes", 1
DIMENSION = Dimension.TRUST
YES = ("decided", "deal_spoken", "work_started")
CARE = ("reference_heard", "trial_agreed", "trial_done")
RULE = Rule(CODE, VERSION, DIMENSION, ("references", "trial_project", "put_in_writing", "gut_check"))


@dataclass(frozen=True)
class Defaults:
    """What is at stake counts once, a yes without care once more. `percent` and `bound_weeks` say what is much;
    after `known_weeks` of work the two know each other.
    """

    notice: float = 1
    concern: float = 2
    percent: int = 50
    bound_weeks: int = 52
    known_weeks: int = 13
    half_life_weeks: float = HALF_LIFE_WEEKS


DEFAULTS = Defaults()


def is_much(percent: float | None, bound_until: date | None, on: date, defaults: Defaults = DEFAULTS) -> bool:
    """Tell whether so much hangs on it: a share of hours, income or price, or the day until which one is bound."""
    is_large = percent is not None and percent >= defaults.percent
    return is_large or (bound_until is not None and bound_until - on >= timedelta(weeks=defaults.bound_weeks))


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding about each side for whom much is at stake."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    facts = weighed(history, ("stakes_high",), side, defaults.half_life_weeks)[-1:]
    if not facts:
        return None
    asked, said = facts[0].entry, _yes(history, side)
    if _took_care(history, asked, said) or (said and asked.on - said.on > timedelta(weeks=defaults.known_weeks)):
        return None
    level = level_of(with_beside(facts, [facts[0].firm] if said else ()), defaults)
    shown = (*entries_of(facts), *((said,) if said else ()))
    return RULE.tell(history, level, side, shown, "yes" if said else "open", since=asked.on) if level else None


def _yes(history: History, side: Side) -> Entry | None:
    """Return the first yes: her own decision, or what both did."""
    said = (one for one in history.of(*YES) if one.kind != "decided" or one.whom == side)
    return next(said, None)


def _took_care(history: History, asked: Entry, said: Entry | None) -> bool:
    """Tell whether somebody was heard or something tried in time: before the yes, or before this was noted."""
    until = max(said.on, asked.on) if said else history.today
    return any(one.on <= until for one in history.of(*CARE))


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, ("stakes_high", *YES, *CARE))
