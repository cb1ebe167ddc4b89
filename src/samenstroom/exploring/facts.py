"""What exploring tells the rules: a scan, a decision, somebody heard, a trial, as dated entries of a history.

Plain values in, plain records out: this room reads no rows. All of it is private to who explores, except a trial,
which both agreed on. Nothing here is written down anywhere; it is made anew each time somebody looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from samenstroom import content
from samenstroom.kit import clock
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side
from samenstroom.rules.indicators.start.readiness import holds_back
from samenstroom.rules.indicators.start.stakes import is_much
from samenstroom.rules.visibility import Circle

if TYPE_CHECKING:
    from samenstroom.collaborations.visits import Visit

ECHO = timedelta(weeks=4)
"""A flag that waves within this time of a line she noted of the same kind says that line again."""

_EXPLORED, _SCAN = "explored-", "explored-scan-"
_NO_DATA: Mapping[str, object] = MappingProxyType({})


class Outcome(StrEnum):
    """What a decision came to."""

    GO = "go"
    TRIAL = "trial"
    NOT_NOW = "not_now"
    NO = "no"


@dataclass(frozen=True)
class Waved:
    """A flag that waved in the newest finished scan. `fact` is the kind it stands for; an unknown kind is left out."""

    fact: str
    on: date


@dataclass(frozen=True)
class Touched:
    """How many of her boundaries the newest finished scan found touched; none is no fact."""

    on: date
    count: int = 1


@dataclass(frozen=True)
class Decided:
    """One decision. `days` since the first contact or the first step of exploring; None when that is not known."""

    on: date
    outcome: Outcome
    days: int | None = None


@dataclass(frozen=True)
class Readiness:
    """A readiness test that the other sent and she kept: how many answers hold back."""

    on: date
    closed: int


@dataclass(frozen=True)
class Trial:
    """A trial project that both agreed on. `evaluated_on` is the day on which both had looked back."""

    key: str
    agreed_on: date | None = None
    evaluated_on: date | None = None


@dataclass(frozen=True)
class Asked:
    """What is asked of her, by her own numbers: shares between 0 and 1, and until when she would be bound."""

    on: date
    hours_share: float | None = None
    income_share: float | None = None
    prepaid_share: float | None = None
    bound_until: date | None = None

    @property
    def percent(self) -> int | None:
        """The largest share, in whole percents; None when none is known."""
        shares = [one for one in (self.hours_share, self.income_share, self.prepaid_share) if one is not None]
        return min(round(max(shares) * 100), 100) if shares else None


@dataclass(frozen=True)
class Explored:
    """Everything one person explored about one collaboration, as far as the rules may know. No words of hers."""

    flags: Sequence[Waved] = ()
    touched: Touched | None = None
    decisions: Sequence[Decided] = ()
    readiness: Sequence[Readiness] = ()
    references: Sequence[date] = ()
    worries_told: Sequence[date] = ()
    trials: Sequence[Trial] = ()
    asked: Asked | None = None

    def shared(self) -> Explored:
        """The same without anything of her own: a trial is from both."""
        return Explored(trials=self.trials)


def explored_entries(visit: Visit, explored: Explored) -> tuple[Entry, ...]:
    """What was explored as entries up to today: her own for who has an account, trials for both."""
    return entries_up_to(clock.day_of(visit.now), explored if visit.person.has_account else explored.shared())


def entries_up_to(today: date, explored: Explored) -> tuple[Entry, ...]:
    """What was explored as entries up to this day, oldest first.

    A kind happens once a day, however many flags stand for it; of a flag that waved in more scans the newest counts.
    """
    own = _own(explored)
    made = {(one.kind, one.on, one.key): one for one in (*own, *_trials(explored.trials)) if one.on <= today}
    return tuple(sorted(made.values(), key=lambda one: (one.on, one.kind, one.key)))


def unsaid(made: Iterable[Entry], noted: Sequence[Entry]) -> tuple[Entry, ...]:
    """Leave out what a noted line says already: the same kind on the same day, and for a flag in the weeks around.
    Two amounts that differ are two facts.

    What both share is only weighed against lines both share: a private note never takes away something shared.
    """
    return tuple(one for one in made if not any(_says(line, one) for line in noted))


def is_explored(key: object) -> bool:
    """Whether this is the key of an entry made here, out of her own exploring; nobody wrote it as a line."""
    return str(key or "").startswith(_EXPLORED)


def _says(line: Entry, made: Entry) -> bool:
    if line.kind != made.kind or (made.origin == Circle.SHARED and line.origin != Circle.SHARED):
        return False
    amounts = (line.number("amount"), made.number("amount"))
    if None not in amounts and amounts[0] != amounts[1]:
        return False
    reach = ECHO if made.key.startswith(_SCAN) else timedelta()
    return abs(line.on - made.on) <= reach


def _own(explored: Explored) -> Iterator[Entry]:
    """Her own entries: one per kind of flag, and per kind and day of the rest."""
    newest = {flag.fact: flag.on for flag in sorted(explored.flags, key=lambda one: one.on)}
    yield from (_private(kind, on, source=_SCAN) for kind, on in newest.items() if kind in _about_party())
    if explored.touched and explored.touched.count > 0:
        yield _private("boundary_touched", explored.touched.on, {"count": explored.touched.count}, _SCAN)
    for decision in explored.decisions:
        yield from _decision(decision)
    for test in explored.readiness:
        if holds_back(test.closed):
            yield _private("readiness_heard", test.on, {"count": test.closed})
    yield from (_private("reference_heard", on) for on in explored.references)
    yield from (_private("worry_shared", on) for on in explored.worries_told)
    if explored.asked and is_much(explored.asked.percent, explored.asked.bound_until, explored.asked.on):
        yield _stakes(explored.asked)


def _decision(decision: Decided) -> Iterator[Entry]:
    """A yes and a no are facts; to wait, or to try first, is told by what comes of it."""
    if decision.outcome == Outcome.GO:
        days = {} if decision.days is None else {"days": max(decision.days, 0)}
        yield _private("decided", decision.on, days)
    if decision.outcome == Outcome.NO:
        key = f"{_EXPLORED}offer_declined"
        yield Entry("offer_declined", decision.on, Side.SELF, Side.SELF, {}, Circle.PRIVATE, key=key)


def _stakes(asked: Asked) -> Entry:
    data: dict[str, object] = {}
    if is_much(asked.percent, None, asked.on):
        data["percent"] = asked.percent
    if is_much(None, asked.bound_until, asked.on):
        data["due_on"] = asked.bound_until
    return _private("stakes_high", asked.on, data)


def _private(kind: str, on: date, data: Mapping[str, object] = _NO_DATA, source: str = _EXPLORED) -> Entry:
    about = Side.OTHER if _about_party()[kind] else None
    return Entry(kind, on, Side.SELF, about, data, Circle.PRIVATE, key=f"{source}{kind}")


def _trials(trials: Iterable[Trial]) -> Iterator[Entry]:
    for trial in trials:
        days = {"trial_accepted": trial.agreed_on, "trial_done": trial.evaluated_on}
        yield from (Entry(kind, on, key=f"{kind}-{trial.key}") for kind, on in days.items() if on)


@cache
def _about_party() -> dict[str, bool]:
    """Every kind of fact, and whether it is about one party: a flag of that kind is about the other."""
    return {one["id"]: one["about"] == "party" for one in content.load("facts", content.languages()[0])["facts"]}
