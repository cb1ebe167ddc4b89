"""How much a fact counts today, and what a few facts together ask for.

One readable decay for everything: a fact counts in full on its day and half after its half-life, twelve weeks for
what happened, 26 for what is so until it is changed (access, terms, motives). Twelve weeks are the six rounds
after which a check-in says nothing about now any more, and half a year is the horizon of the estimate at the
decision. What is left is multiplied by what good steps and no-fault events leave of it.

The weights are added and rounded: one fact is a notice, two close together a concern, and so on by the numbers of
each rule. A fact the other side sees otherwise still makes a notice, but weighs three quarters for anything more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from samenstroom.rules.entries import Entry, Stance
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Level, Side
from samenstroom.rules.good_steps import eased
from samenstroom.rules.no_fault import excused

HALF_LIFE_WEEKS = 12.0
STANDING_WEEKS = 26.0
CONTESTED = 0.75
FORGOTTEN = 0.1
"""Below this a fact is no evidence any more."""

ROUND_UP_FROM = 0.5
HAIR = 1e-9


class Limits(Protocol):
    """The numbers of a rule that counts facts; `alarm` may be left out when it never becomes one."""

    @property
    def notice(self) -> float: ...
    @property
    def concern(self) -> float: ...
    @property
    def half_life_weeks(self) -> float: ...


@dataclass(frozen=True)
class Weighed:
    """A fact with its weight today, from 0 to what it counts for on its day."""

    entry: Entry
    weight: float

    @property
    def firm(self) -> float:
        """The weight that counts for more than a notice."""
        return self.weight * (CONTESTED if self.entry.is_contested else 1)


Facts = tuple[Weighed, ...]


def fade(on: date, today: date, half_life_weeks: float) -> float:
    """Return what age leaves of a fact: 1 on its day, a half after the half-life."""
    weight: float = 0.5 ** (max((today - on).days, 0) / 7 / half_life_weeks)
    return weight


def weigh(history: History, entry: Entry, half_life_weeks: float = HALF_LIFE_WEEKS) -> float:
    """Return how much a fact counts today: its age, the good steps since, and what nobody could help."""
    faded = fade(entry.on, history.today, half_life_weeks)
    if faded < FORGOTTEN:
        return 0.0
    return faded * history.once((id(entry), "left"), lambda known: _left(known, entry))


def _left(history: History, entry: Entry) -> float:
    return eased(history, entry) * excused(history, entry.kind, entry.whom, entry.on)


def weighed(
    history: History,
    kinds: Iterable[str],
    side: Side | None,
    half_life_weeks: float = HALF_LIFE_WEEKS,
    each: Mapping[str, float] | None = None,
) -> Facts:
    """Return the facts of these kinds that still count, oldest first: about one side, or all of them for None.

    `each` says for how much a kind counts on its day; 1 when it is not named.
    """
    counts = each or {}
    found = []
    for entry in history.of(*kinds, whom=side):
        weight = weigh(history, entry, half_life_weeks)
        if weight >= FORGOTTEN:
            found.append(Weighed(entry, weight * counts.get(entry.kind, 1)))
    return tuple(found)


def with_beside(facts: Facts, weights: Iterable[float]) -> Facts:
    """Return facts with the heaviest of what stands beside the newest as one more, never heavier than that fact: what
    lets the fact itself fall lets the whole fall.
    """
    beside = max(weights, default=0.0)
    if not facts or not beside:
        return facts
    return (*facts, Weighed(facts[-1].entry, min(beside, facts[-1].firm)))


def points(facts: Iterable[Weighed]) -> float:
    """Return the weights added up."""
    return sum(fact.weight for fact in facts)


def level_of(facts: Iterable[Weighed], limits: Limits, more: float = 0.0) -> Level | None:
    """Return what facts together ask for; None when they count too little by now.

    `more` is what comes on top for a concern or an alarm, never for the first notice.
    """
    known = tuple(facts)
    if points(known) + HAIR < limits.notice - ROUND_UP_FROM:
        return None
    firm = sum(fact.firm for fact in known) + more + HAIR + ROUND_UP_FROM
    alarm: float | None = getattr(limits, "alarm", None)
    if alarm is not None and firm >= alarm:
        return Level.ALARM
    return Level.CONCERN if firm >= limits.concern else Level.NOTICE


def certainty_of(entries: Iterable[Entry]) -> int:
    """Return 1 to 3: by how many facts it rests on, one less when the other side contradicts one of them.

    What the other side said was so counts as one fact more.
    """
    known = tuple(entries)
    count = min(len(known), 3) + any(entry.stance == Stance.SO for entry in known)
    return max(1, min(count, 3) - any(entry.is_contested for entry in known))


def heavier(level: Level | None, other: Level | None) -> Level | None:
    """Return the heavier of two levels; None weighs least."""
    known = [one for one in (level, other) if one is not None]
    return max(known, key=lambda one: one.weight, default=None)


def lighter(level: Level, least: Level = Level.NOTICE) -> Level:
    """Return one level less, never less than `least`."""
    order = (Level.NOTICE, Level.CONCERN, Level.ALARM)
    return max(order[max(order.index(level) - 1, 0)], least, key=lambda one: one.weight)
