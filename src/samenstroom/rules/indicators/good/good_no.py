"""A good no: somebody said no to a proposal in time.

Reason: a good no is a success, not a lost chance; endings are normal. Told for four weeks, gladly, whether or not a
doubt came before it: with a doubt of her own it says that she listened to it.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, per_side

CODE, VERSION = "good_no", 1
HEARD = ("feels_off", "motive_need", "motive_flattered", "exception_asked", "identity_unchecked")
RULE = Rule(CODE, VERSION, None, ("say_thanks", "keep_going"), False)


@dataclass(frozen=True)
class Defaults:
    """Weeks in which it is told, and weeks before it in which a doubt counts as heard."""

    weeks: int = 4
    doubt_weeks: int = 13


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a good finding for each side that said no."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    since = history.today - timedelta(weeks=defaults.weeks)
    said = [entry for entry in history.of("offer_declined", whom=side) if entry.on > since][-1:]
    if not said:
        return None
    reach = timedelta(weeks=defaults.doubt_weeks)
    heard = [one for one in history.of(*HEARD) if one.by == side and said[0].on - reach <= one.on <= said[0].on]
    return RULE.tell(history, Level.GOOD, side, (*said, *heard), "heard" if heard else "said", since=said[0].on)


INDICATOR = Indicator(CODE, None, ("entries",), VERSION, DEFAULTS, look, ("offer_declined", *HEARD))
