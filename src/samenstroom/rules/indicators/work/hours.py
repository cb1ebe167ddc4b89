"""Hours away: the hours given differ from the hours agreed, less or more.

Source: hours off by a third in two periods is the notice cut-off of the evidence base; by half is a strong sign.
Two ways to know. Somebody noted that there were fewer hours than agreed: one is a notice, two a concern. Or the
agreement says how many hours go into a period of the rhythm and hours were noted: then each of the newest four
full periods is compared, two off by a third the same way are a notice, three a concern. A period without any hours
noted is not known; it is never taken for nought. More hours than agreed are told as well: that is extra work. What
nobody can help excuses a period that it touches.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.good_steps import eased
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, per_side
from samenstroom.rules.no_fault import excused
from samenstroom.rules.weighing import heavier, level_of, weighed

CODE, VERSION = "hours_away", 2
DIMENSION = Dimension.BALANCE
BELOW = Rule(CODE, VERSION, DIMENSION, ("talk_about_balance", "action_plan", "renegotiate"))
ABOVE = Rule(CODE, VERSION, DIMENSION, ("written_change", "talk_about_balance", "renegotiate"))


@dataclass(frozen=True)
class Defaults:
    """Times noted; and for counted hours the share that is off, the periods looked at, and how many make what."""

    notice: float = 1
    concern: float = 2
    alarm: float = 4
    off_by: float = 1 / 3
    periods: int = 4
    notice_periods: int = 2
    concern_periods: int = 3
    half_life_weeks: float = 12


DEFAULTS = Defaults()


@dataclass(frozen=True)
class Period:
    """The hours of one side in one period of the rhythm, with the entries they come from."""

    entries: tuple[Entry, ...]
    hours: float


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side whose hours are away from the agreement."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    noted = weighed(history, ("hours_below_agreed",), side, defaults.half_life_weeks)
    agreed = history.hours_per_period if history.hours_side in (None, side) else None
    periods = _periods(history, side, defaults) if agreed else []
    limit = agreed or 0.0
    below = [one for one in periods if one.hours < limit * (1 - defaults.off_by)]
    above = [one for one in periods if one.hours > limit * (1 + defaults.off_by)]
    level = heavier(level_of(noted, defaults), _counted(below, defaults))
    if level is not None:
        shown = (*entries_of(noted), *(entry for one in below for entry in one.entries))
        return BELOW.tell(history, level, side, shown, "below")
    level = _counted(above, defaults)
    extra = tuple(entry for one in above for entry in one.entries)
    return ABOVE.tell(history, level, side, extra, "above") if level else None


def _counted(periods: list[Period], defaults: Defaults) -> Level | None:
    if len(periods) < defaults.notice_periods:
        return None
    return Level.CONCERN if len(periods) >= defaults.concern_periods else Level.NOTICE


def _periods(history: History, side: Side, defaults: Defaults) -> list[Period]:
    """Return the newest full periods that have hours, and that neither a good step nor bad luck takes out."""
    given = [entry for entry in history.of("hours_given", whom=side) if entry.number("hours") is not None]
    ends = _full_periods(history, defaults)
    periods = [Period(inside(given), total(inside(given))) for inside in ends]
    return [
        one
        for one in periods
        if one.entries
        and eased(history, one.entries[-1]) == 1
        and excused(history, "hours_below_agreed", side, one.entries[-1].on) == 1
    ]


def total(entries: tuple[Entry, ...]) -> float:
    """Return the hours of some entries together."""
    return sum(entry.number("hours") or 0.0 for entry in entries)


Inside = Callable[[list[Entry]], tuple[Entry, ...]]


def _full_periods(history: History, defaults: Defaults) -> list[Inside]:
    """Return the newest full periods: counted from the first hour that was noted, so that they stay the same."""
    first = history.of("hours_given")[:1]
    if not first:
        return []
    length = timedelta(weeks=history.rhythm_weeks)
    count = (history.today - first[0].on) // length
    begins = [first[0].on + index * length for index in range(max(count - defaults.periods, 0), count)]
    return [_inside(begin, begin + length) for begin in begins]


def _inside(begin: date, end: date) -> Inside:
    return lambda entries: tuple(entry for entry in entries if begin <= entry.on < end)


INDICATOR = Indicator(
    CODE,
    DIMENSION,
    ("entries", "hours_per_period", "rhythm_weeks"),
    VERSION,
    DEFAULTS,
    look,
    ("hours_below_agreed", "hours_given"),
)
