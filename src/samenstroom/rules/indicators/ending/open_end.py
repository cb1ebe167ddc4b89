"""Open end: somebody wants to stop, or it has stopped, and the end is not on record.

Reason: no shared record that it ended is a source of later quarrels (bills, access, notice); an end is normal and
can be something to be proud of. That somebody wants to stop is a notice: was a last chance to mend given, and how
do we part well? Stopped without a record is a notice, after four weeks a concern; so is a last day that went by
without a confirmation. Confirming the end ends it; staying after all (new terms, a repair that helped) too.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of
from samenstroom.rules.weighing import STANDING_WEEKS, level_of, weighed

CODE, VERSION = "open_end", 1
KINDS = ("wants_to_stop", "ended_unconfirmed")
LEAVING = Rule(CODE, VERSION, None, ("plan_the_end", "last_term_in_writing", "hand_over"))
STOPPED = Rule(CODE, VERSION, None, ("confirm_end", "last_term_in_writing", "hand_over"))


@dataclass(frozen=True)
class Defaults:
    """Weeks after which an end without a record is a concern."""

    notice: float = 1
    concern: float = 3
    unconfirmed_weeks: int = 4
    half_life_weeks: float = STANDING_WEEKS


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one finding: about who wants to stop, or about both once it has stopped."""
    facts = weighed(history, KINDS, None, defaults.half_life_weeks)
    if not level_of(facts, defaults):
        return ()
    entries = entries_of(facts)
    stopped_on = _stopped_on(history, entries)
    if stopped_on is None:
        leaving = {entry.about for entry in entries}
        side = leaving.pop() if len(leaving) == 1 else None
        return (LEAVING.tell(history, Level.NOTICE, side or Side.BOTH, entries, "announced"),)
    late = history.today - stopped_on >= timedelta(weeks=defaults.unconfirmed_weeks)
    level = Level.CONCERN if late else Level.NOTICE
    return (STOPPED.tell(history, level, Side.BOTH, entries, "unconfirmed"),)


def _stopped_on(history: History, entries: tuple[Entry, ...]) -> date | None:
    """Return since when it has stopped, as far as anybody noted it: a fact, or a last day that went by."""
    noted = [entry.on for entry in entries if entry.kind == "ended_unconfirmed"]
    last_days = [day for entry in entries if (day := entry.day("due_on")) and day < history.today]
    return min((*noted, *last_days), default=None)


INDICATOR = Indicator(CODE, None, ("entries",), VERSION, DEFAULTS, look, (*KINDS, "end_confirmed"))
