"""Agreed but not on paper: both want something to change in what they agreed, and no addendum was signed for it.

Own rule: what two people remember of a talk drifts apart within weeks (the essays: always in writing, however small).
It is a notice after two weeks, and a concern after six when the work went on meanwhile: then the work stands on a word
that each remembers for herself. A signature ends it; a talk does not, since the paper is what is missing.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.change.course import WORK
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule

CODE, VERSION = "change_unwritten", 1
RULE = Rule(CODE, VERSION, Dimension.MONEY, ("put_in_writing", "renegotiate", "set_a_date"))


@dataclass(frozen=True)
class Defaults:
    """Days after which it is told, days after which it is a concern, and days it is told at most."""

    notice_days: int = 14
    concern_days: int = 42
    told_days: int = 364


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one finding, about both; the oldest change that is not on paper."""
    signed = history.last_day("agreement_signed")
    facts = [one for one in history.of("change_unwritten") if signed is None or signed <= one.on]
    recent = [one for one in facts if history.today - one.on <= timedelta(days=defaults.told_days)]
    if not recent:
        return ()
    first = min(recent, key=lambda one: (one.on, one.key))
    lies = history.today - first.on
    if lies < timedelta(days=defaults.notice_days):
        return ()
    worked = any((day := history.last_day(kind)) and day > first.on for kind in WORK)
    works = worked and lies >= timedelta(days=defaults.concern_days)
    level, variant = (Level.CONCERN, "working") if works else (Level.NOTICE, "told")
    since = first.on + timedelta(days=defaults.notice_days)
    return (RULE.tell(history, level, Side.BOTH, tuple(recent), variant, since=since),)


INDICATOR = Indicator(CODE, None, ("entries",), VERSION, DEFAULTS, look, ("change_unwritten", *WORK))
