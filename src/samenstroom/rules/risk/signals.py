"""What one period (a round and what happened in it) says about the state, as a factor per state.

Source: the table of the filter in the evidence base, with its caps: they cost nothing and stop one wild number from
deciding. A signal nobody noted is left out; it is never taken for nought. What nobody could help is left out too.
A fact the other side contradicts counts for three quarters of its weight (its factor to that power).

Two kinds are judgement, the source has none for them: a rupture (somebody wants to stop, a claim, a talk that
turned personal, something held back) weighs about like two overdue tasks, failing to flowing 6 to 1; a good step (a
talk, new terms, a repair that helped, contact restored, a compliment) half, so that warnings fall when people mend.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import exp, factorial, log

from samenstroom.rules.answers import mean_of
from samenstroom.rules.bills import Bill, bills_of
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History, RoundFacts
from samenstroom.rules.findings import Side
from samenstroom.rules.indicators.work.deadlines import was_told
from samenstroom.rules.no_fault import excused
from samenstroom.rules.risk.belief import MISSES, STATES, on_grid
from samenstroom.rules.weighing import CONTESTED

Factors = tuple[float, float, float]

OVERDUE, OVERDUE_MOST = (0.35, 0.70, 1.30), 3
LATE = (0.29, 0.40, 0.55)
HOURS, HOURS_SPREAD, HOURS_MOST, HOURS_NOTED = (0.20, 0.28, 0.40), 0.20, 0.6, 0.4
SLOW, SLOW_SPREAD, SLOW_MOST, SLOW_NOTED = (0.0, 0.3, 0.7), 0.5, 1.0, 0.7
RUPTURE, RUPTURE_MOST = (0.05, 0.15, 0.45), 2
GOOD_STEP, GOOD_STEP_MOST = (0.50, 0.35, 0.20), 2

BROKEN = ("deadline_missed", "promise_not_kept")
RUPTURES = ("wants_to_stop", "claim_made", "talk_turned_personal", "data_held_back")
GOOD_STEPS = ("talk_held", "renegotiated", "repair_helped", "contact_restored", "appreciation_given")


@dataclass(frozen=True)
class Signal:
    """One thing a period says: its name, about whom, and its factor per state."""

    name: str
    side: Side
    factors: Factors


@dataclass(frozen=True)
class Period:
    """A round: the places of both answers on the grid (None: no mean), and everything else it says."""

    opened_on: date
    places: tuple[int | None, int | None]
    signals: tuple[Signal, ...] = field(default=())


def periods_of(history: History) -> tuple[Period, ...]:
    """Return what each round says, oldest first."""
    bills = bills_of(history)
    found = []
    for index, one in enumerate(history.rounds):
        signals = (*_answering(history, index), *_behaviour(history, _span(history, index), bills))
        found.append(Period(one.opened_on, (_place(one, Side.SELF), _place(one, Side.OTHER)), signals))
    return tuple(found)


@dataclass(frozen=True)
class Span:
    """The days of a period, first and last included, and the entries in it. `is_over`: another one followed."""

    begin: date
    until: date
    is_over: bool
    entries: tuple[Entry, ...]

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.begin <= day <= self.until


def _span(history: History, index: int) -> Span:
    """Return a period: from its opening to the day before the next one opened, or to today."""
    begin = history.rounds[index].opened_on
    following = history.rounds[index + 1].opened_on if index + 1 < len(history.rounds) else None
    until = min(following - timedelta(days=1), history.today) if following else history.today
    days = history.once("entry days", lambda known: [entry.on for entry in known.entries])
    inside = history.entries[bisect_left(days, begin) : bisect_right(days, until)]
    return Span(begin, until, following is not None, inside)


def _place(one: RoundFacts, side: Side) -> int | None:
    mean = mean_of(one.answers(side) or {})
    return None if mean is None else on_grid(mean)


def _answering(history: History, index: int) -> list[Signal]:
    """Return for each side that she answered, or was silent; nothing for who had not taken part yet."""
    one, ended_on = history.rounds[index], history.ended_on(index)
    accepted_on = history.rhythm_accepted_on
    found = []
    for side in (Side.SELF, Side.OTHER):
        if one.sent_on(side):
            found.append(Signal("answered", side, _factors(lambda state: 1 - MISSES[state])))
            continue
        took_part = history.takes_part(side) and any(before.sent_on(side) for before in history.rounds[:index])
        is_over = ended_on is not None and ended_on <= history.today
        counts = accepted_on is not None and one.opened_on >= accepted_on
        if took_part and is_over and counts and ended_on and not history.is_paused(one.opened_on, ended_on):
            found.append(Signal("silence", side, _factors(lambda state: MISSES[state])))
    return found


def _behaviour(history: History, span: Span, bills: Sequence[Bill]) -> list[Signal]:
    found: list[Signal] = []
    if not history.entries:
        return found
    for side in (Side.SELF, Side.OTHER):
        found += _broken(history, span, side)
        found += _slow(history, span, side)
        found += _hours(history, span, side)
        found += _counted(history, span, side, "rupture", RUPTURES, RUPTURE, RUPTURE_MOST)
    found += _counted(history, span, Side.BOTH, "rupture", RUPTURES, RUPTURE, RUPTURE_MOST)
    found += _counted(history, span, None, "good_step", GOOD_STEPS, GOOD_STEP, GOOD_STEP_MOST)
    for payer in (Side.SELF, Side.OTHER, Side.BOTH):
        found += _paying(history, span, payer, bills)
    return found


def _known(history: History, span: Span, kinds: tuple[str, ...], side: Side | None) -> list[Entry]:
    """Return the entries of a period about a side that nobody could help; None is about anybody."""
    return [
        entry
        for entry in span.entries
        if entry.kind in kinds
        and (side is None or (entry.whom or Side.BOTH) == side)
        and excused(history, entry.kind, entry.whom, entry.on) == 1
    ]


def _broken(history: History, span: Span, side: Side) -> list[Signal]:
    """Overdue: dates without a word and promises not kept; nought only when something was kept or delivered."""
    broken = [one for one in _known(history, span, BROKEN, side) if not _was_told(history, one)]
    if not broken and not _known(history, span, ("promise_kept", "work_delivered"), side):
        return []
    factors = _poisson(min(len(broken), OVERDUE_MOST), OVERDUE)
    return [Signal("promises", side, _softened(factors, broken))]


def _was_told(history: History, entry: Entry) -> bool:
    return entry.kind == "deadline_missed" and was_told(history, entry)


def _slow(history: History, span: Span, side: Side) -> list[Signal]:
    slow = _known(history, span, ("message_unanswered",), side)
    if not slow:
        return []
    worst = max(_slowness(history, entry) for entry in slow)
    return [Signal("response", side, _softened(_normal(worst, SLOW, SLOW_SPREAD), slow))]


def _slowness(history: History, entry: Entry) -> float:
    days, agreed = entry.number("days"), history.response_days
    if days is None or not agreed:
        return SLOW_NOTED
    return min(max(log(max(days, 1) / agreed), 0.0), SLOW_MOST)


def _hours(history: History, span: Span, side: Side) -> list[Signal]:
    noted = _known(history, span, ("hours_below_agreed",), side)
    if noted:
        return [Signal("hours", side, _softened(_normal(HOURS_NOTED, HOURS, HOURS_SPREAD), noted))]
    given = _known(history, span, ("hours_given",), side)
    hours = sum(entry.number("hours") or 0.0 for entry in given)
    if not history.hours_per_period or not hours or not span.is_over:
        return []
    off = min(abs(log(hours / history.hours_per_period)), HOURS_MOST)
    return [Signal("hours", side, _normal(off, HOURS, HOURS_SPREAD))]


def _counted(
    history: History,
    span: Span,
    side: Side | None,
    name: str,
    kinds: tuple[str, ...],
    rates: Factors,
    most: int,
) -> list[Signal]:
    found = _known(history, span, kinds, side)
    if not found:
        return []
    return [Signal(name, side or Side.BOTH, _softened(_poisson(min(len(found), most), rates), found))]


def _paying(history: History, span: Span, payer: Side, bills: Sequence[Bill]) -> list[Signal]:
    """Late when a bill became late in the period, in time when one was paid; nothing without a bill."""
    own = [bill for bill in bills if (bill.payer or Side.BOTH) == payer]
    whom = None if payer == Side.BOTH else payer
    late = [
        bill
        for bill in own
        if (since := _late_on(bill, history.today)) and span.holds(since)
        if excused(history, "invoice_overdue", whom, since) == 1
    ]
    if late:
        return [Signal("payment", payer, _factors(lambda state: LATE[state]))]
    paid = [bill for bill in own if bill.paid and span.holds(bill.paid.on) and not bill.days_late(history.today)]
    return [Signal("payment", payer, _factors(lambda state: 1 - LATE[state]))] if paid else []


def _late_on(bill: Bill, today: date) -> date | None:
    """Return the day on which a bill showed to be late: its agreed day, else the day it was paid."""
    if not bill.days_late(today):
        return None
    return bill.due_on or (bill.paid.on if bill.paid else None)


def _factors(factor: Callable[[int], float]) -> Factors:
    flowing, straining, failing = (factor(state) for state in STATES)
    return flowing, straining, failing


def _poisson(count: int, rates: Factors) -> Factors:
    return _factors(lambda state: exp(-rates[state]) * rates[state] ** count / factorial(count))


def _normal(value: float, means: Factors, spread: float) -> Factors:
    return _factors(lambda state: exp(-0.5 * ((value - means[state]) / spread) ** 2))


def _softened(factors: Factors, entries: Sequence[Entry]) -> Factors:
    """Let facts that the other side contradicts count for less."""
    contested = sum(entry.is_contested for entry in entries)
    if not contested:
        return factors
    power = 1 - (1 - CONTESTED) * contested / len(entries)
    return _factors(lambda state: factors[state] ** power)
