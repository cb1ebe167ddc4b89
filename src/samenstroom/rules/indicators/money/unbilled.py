"""Unbilled: work was done and no bill followed for weeks.

Reason: a first bill only at the end is how a month of work was lost in a published case; what is billed late is
also paid late and disputed more. Either she noted hours that are on no bill, or hours were noted by somebody who
sends bills here (or agreed a price) and no bill of hers came since. Sending one ends it. Who never sends bills here
is never told so: not everybody works for money.
"""

from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, per_side

CODE, VERSION = "unbilled", 1
DIMENSION = Dimension.MONEY
RULE = Rule(CODE, VERSION, DIMENSION, ("bill_now", "deposit", "payment_terms"))


@dataclass(frozen=True)
class Defaults:
    """Weeks since the first work without a bill; after a year it is an old matter."""

    notice_weeks: int = 5
    concern_weeks: int = 10
    old_weeks: int = 52


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side whose work is on no bill yet."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    oldest = history.today - timedelta(weeks=defaults.old_weeks)
    noted = [entry for entry in history.of("hours_unbilled") if entry.by == side]
    worked = history.of("hours_given", "work_delivered", whom=side) if _sends_bills(history, side) else ()
    last = history.last_day("invoice_sent", side)
    open_work = [entry for entry in (*noted, *worked) if entry.on >= oldest and (not last or entry.on > last)]
    if not open_work:
        return None
    since = min(entry.on for entry in open_work)
    waits = history.today - since
    said = any(entry.kind == "hours_unbilled" for entry in open_work)
    if waits < timedelta(weeks=defaults.notice_weeks) and not said:
        return None
    level = Level.CONCERN if waits >= timedelta(weeks=defaults.concern_weeks) else Level.NOTICE
    return RULE.tell(history, level, side, _shown(open_work), "noted" if said else "worked", since=since)


def _sends_bills(history: History, side: Side) -> bool:
    """Tell whether a side is known to work for money here."""
    return history.last_day("invoice_sent", side) is not None


def _shown(entries: list[Entry]) -> list[Entry]:
    """Return the first and the newest: a pile of hours needs no longer list."""
    ordered = sorted(entries, key=lambda entry: entry.on)
    return ordered if len(ordered) <= 4 else [*ordered[:2], *ordered[-2:]]


INDICATOR = Indicator(
    CODE,
    DIMENSION,
    ("entries",),
    VERSION,
    DEFAULTS,
    look,
    ("hours_unbilled", "hours_given", "work_delivered", "invoice_sent"),
)
