"""Unsigned for long: an agreement was offered and nobody signed or declined it.

Own rule: a text that lies for two weeks is mostly forgotten, and sometimes a no that was not said. It is a notice after
two weeks, and a concern after four when the work has begun meanwhile: then the work stands on a text that nobody
signed. A signature, a confirmed word, a no or a talk about it ends it.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.agreement.bare_start import BEGIN
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule

CODE, VERSION = "unsigned_long", 1
ENDED_BY = ("agreement_signed", "talk_held", "renegotiated", "offer_declined", "end_confirmed")
RULE = Rule(CODE, VERSION, Dimension.MONEY, ("set_a_date", "put_in_writing", "lawyer_check"))


@dataclass(frozen=True)
class Defaults:
    """Days that an offered text lies before it is told, days before it is a concern, and days it is told at most."""

    notice_days: int = 14
    concern_days: int = 28
    told_days: int = 182


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one finding, about both: nobody is to blame for a text that lies."""
    offered = history.of("agreement_offered")[-1:]
    if not offered:
        return ()
    lies = history.today - offered[0].on
    ended = [day for kind in ENDED_BY if (day := history.last_day(kind)) and day >= offered[0].on]
    if ended or not timedelta(days=defaults.notice_days) <= lies <= timedelta(days=defaults.told_days):
        return ()
    begun = history.of(*BEGIN)[:1]
    works = bool(begun) and lies >= timedelta(days=defaults.concern_days)
    level, variant = (Level.CONCERN, "working") if works else (Level.NOTICE, "lies")
    since = offered[0].on + timedelta(days=defaults.notice_days)
    return (RULE.tell(history, level, Side.BOTH, (*offered, *(begun if works else ())), variant, since=since),)


INDICATOR = Indicator(CODE, None, ("entries",), VERSION, DEFAULTS, look, ("agreement_offered", *BEGIN))
