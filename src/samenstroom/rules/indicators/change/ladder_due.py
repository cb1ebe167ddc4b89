"""A step of the ladder is due: its last day is over, and nothing followed.

Reason: an agreed ladder with terms only helps when somebody looks at the day; a step that stays open is how a
disagreement falls silent (the clause itself says that mediation counts as ended after its weeks). The day after the
last one it is a notice, two weeks later a concern. A next step, a solution, a mediator or laying it aside ends it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule

CODE, VERSION = "ladder_due", 1
FOLLOWS = ("ladder_step", "disagreement_solved", "mediator_asked", "repair_helped", "renegotiated", "end_confirmed")
KINDS = ("ladder_step",)
RULE = Rule(CODE, VERSION, None, ("set_a_date", "mediator"))


@dataclass(frozen=True)
class Defaults:
    """Days after the last one that make a concern; weeks after which nobody is reminded any more."""

    concern_days: int = 14
    silent_weeks: int = 26


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return one finding per step that is due, about both."""
    found = (_due(history, entry, defaults) for entry in history.of("ladder_step"))
    return tuple(one for one in found if one is not None)


def _due(history: History, entry: Entry, defaults: Defaults) -> Finding | None:
    due_on = entry.day("due_on")
    if due_on is None or due_on >= history.today or _is_over(history, entry):
        return None
    late = history.today - due_on
    if late > timedelta(weeks=defaults.silent_weeks):
        return None
    level = Level.CONCERN if late.days > defaults.concern_days else Level.NOTICE
    item = str(entry.data.get("item") or "")
    about = Dimension(item) if item in set(Dimension) else None
    since = due_on + timedelta(days=1)
    return RULE.tell(history, level, Side.BOTH, (entry,), "due", dimension=about, since=since)


def _is_over(history: History, entry: Entry) -> bool:
    """A later step, or what ends it. What the record itself says goes before what was noted beside it."""
    if "over_on" in entry.data:
        over_on = entry.day("over_on")
        return over_on is not None and over_on <= history.today
    return any(_follows(one, entry.on) for one in history.of(*FOLLOWS) if one is not entry)


def _follows(entry: Entry, day: date) -> bool:
    return entry.on > day


INDICATOR = Indicator(CODE, None, ("entries",), VERSION, DEFAULTS, look, KINDS)
