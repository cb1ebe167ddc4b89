"""The same quarrel again: it came back within a year of being called solved, or two repairs did not help.

Reason: what comes back was mostly not about what it seemed to be about. Most lasting conflicts of couples are never
solved, only handled better or worse (Gottman & Silver 1999), and in teams conflict about the work and conflict about
the persons go together (De Dreu & Weingart 2003). One return is a notice, two a concern. A disagreement that was
solved since, a repair that helped, agreements made anew or a mediator end it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule

CODE, VERSION = "quarrel_again", 1
FITTING = ("set_a_date", "renegotiate", "mediator")
GOOD = ("repair_helped", "renegotiated", "mediator_asked")
KINDS = ("disagreement_opened", "disagreement_solved", "disagreement_again", "repair_unhelped")
RULE = Rule(CODE, VERSION, None, FITTING)


@dataclass(frozen=True)
class Defaults:
    """Weeks within which it is the same again; returns that make a concern; repairs that make one return."""

    within_weeks: int = 52
    concern: int = 2
    repairs: int = 2


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return one finding per subject that came back, about both."""
    items = {_item(entry) for entry in history.of(*KINDS)}
    found = (_about(history, item, defaults) for item in sorted(items))
    return tuple(one for one in found if one is not None)


def _about(history: History, item: str, defaults: Defaults) -> Finding | None:
    returns = [*_returns(history, item, defaults), *_unhelped(history, item, defaults)]
    fresh = [facts for facts in returns if not _ended(history, item, facts[-1])]
    if not fresh:
        return None
    facts = [entry for one in fresh for entry in one]
    is_repairs = all(one[-1].kind == "repair_unhelped" for one in fresh)
    level = Level.CONCERN if len(fresh) >= defaults.concern else Level.NOTICE
    about = Dimension(item) if item in set(Dimension) else None
    return RULE.tell(history, level, Side.BOTH, facts, "repairs" if is_repairs else "again", dimension=about)


def _returns(history: History, item: str, defaults: Defaults) -> Iterator[tuple[Entry, ...]]:
    """Each time that it came back: when it was called solved, and when it was there again."""
    since = history.today - timedelta(weeks=defaults.within_weeks)
    solved = [entry for entry in history.of("disagreement_solved") if item and _item(entry) == item]
    for entry in history.of("disagreement_opened", "disagreement_again"):
        if _item(entry) != item or entry.on < since:
            continue
        before = [one for one in solved if one.on <= entry.on <= one.on + timedelta(weeks=defaults.within_weeks)]
        before = [one for one in before if one.key != entry.key or not one.key]
        if before:
            yield before[-1], entry
        elif entry.kind == "disagreement_again":
            yield (entry,)


def _unhelped(history: History, item: str, defaults: Defaults) -> Iterator[tuple[Entry, ...]]:
    """Every so many repairs on one subject that did not help, within the weeks."""
    since = history.today - timedelta(weeks=defaults.within_weeks)
    entries = [entry for entry in history.of("repair_unhelped") if _item(entry) == item and entry.on >= since]
    for at in range(0, len(entries) - defaults.repairs + 1, defaults.repairs):
        yield tuple(entries[at : at + defaults.repairs])


def _ended(history: History, item: str, last: Entry) -> bool:
    """Something good came after it: solved since, or a step that helps."""
    solved = any(one.on > last.on and _item(one) == item for one in history.of("disagreement_solved"))
    return solved or any(one.on > last.on for one in history.of(*GOOD))


def _item(entry: Entry) -> str:
    """Which of the seven it is about; empty when nobody said so."""
    return str(entry.data.get("item") or "")


INDICATOR = Indicator(CODE, None, ("entries",), VERSION, DEFAULTS, look, KINDS)
