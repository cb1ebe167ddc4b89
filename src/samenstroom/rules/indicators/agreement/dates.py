"""Dates: a day to look at the agreement together, to renew it or to give notice comes near, or went by.

Reason: tacit renewal and a notice day that slipped by are surprises that come back in published cases. A
date is no trouble: it is a notice thirty days ahead (counted back from the last day to give notice, when the notice
is known), and a concern in the last week before that day, because after it the choice is gone. A day to look
together that went by is told for a while. A later date, a talk since, or a confirmed end takes its place.

Renewed by itself: told once, with the advice to set a date to look together.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "date_near", 2
DATED = ("agreement_signed", "review_date_set", "renewed_silently", "renegotiated")
TALKED = ("talk_held", "renegotiated", "end_confirmed", "agreement_signed", "review_date_set")
RULE = Rule(CODE, VERSION, Dimension.COMMUNICATION, ("renewal_date", "regular_check_ins", "last_term_in_writing"))
RENEWED = Rule(CODE, VERSION, Dimension.MONEY, ("renewal_date", "put_in_writing", "last_term_in_writing"))


@dataclass(frozen=True)
class Defaults:
    """Days before the last day to choose, and weeks in which a day that went by is still told."""

    notice_days: int = 30
    concern_days: int = 7
    passed_weeks: int = 8
    notice: float = 1
    concern: float = 2
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one finding, about both: the nearest date, else that it was renewed by itself."""
    found = [near for entry in _newest_with_a_day(history) if (near := _near(history, entry, defaults))]
    if found:
        return (max(found, key=lambda one: (one.level.weight, -one.since.toordinal())),)
    renewed = weighed(history, ("renewed_silently",), None, defaults.half_life_weeks)
    level = level_of(renewed, defaults)
    return (RENEWED.tell(history, level, Side.BOTH, entries_of(renewed), "renewed"),) if level else ()


def _newest_with_a_day(history: History) -> tuple[Entry, ...]:
    """Return the entries of the newest day that name a day: what was agreed later takes the place of earlier days.

    One agreement can name several: its end, and the next day to look at it together.
    """
    dated = [entry for entry in history.of(*DATED) if entry.day("due_on")]
    return tuple(entry for entry in dated if entry.on == dated[-1].on)


def _near(history: History, entry: Entry, defaults: Defaults) -> Finding | None:
    day = entry.day("due_on")
    if day is None or history.last_day("end_confirmed"):
        return None
    last = _last_day_to_choose(history, entry, day)
    begin = last - timedelta(days=defaults.notice_days)
    since = max(begin, entry.on)
    if history.today < begin or _was_talked_over(history, entry, begin):
        return None
    if history.today <= last:
        is_close = last - history.today <= timedelta(days=defaults.concern_days)
        level = Level.CONCERN if is_close and last != day else Level.NOTICE
        return RULE.tell(history, level, Side.BOTH, (entry,), "notice" if last != day else "near", since=since)
    if history.today > day + timedelta(weeks=defaults.passed_weeks):
        return None
    return RULE.tell(history, Level.NOTICE, Side.BOTH, (entry,), "passed", since=last)


def _last_day_to_choose(history: History, entry: Entry, day: date) -> date:
    """Return the last day to choose: as the agreement says, else by the notice; the day itself when it is not known."""
    chosen = entry.day("choose_by")
    if chosen is not None:
        return chosen
    if history.notice_days is None or entry.kind == "review_date_set":
        return day
    return day - timedelta(days=history.notice_days)


def _was_talked_over(history: History, entry: Entry, since: date) -> bool:
    """Tell whether both looked at it since it came near, or agreed something later than it."""
    later = [day for kind in TALKED if (day := history.last_day(kind))]
    return any(day >= since and day > entry.on for day in later)


INDICATOR = Indicator(CODE, None, ("entries", "notice_days"), VERSION, DEFAULTS, look, (*DATED, "end_confirmed"))
