"""The risk of one history as a person hears it: a band in tenths, what moved it, what would lower it.

Nothing is told with fewer than three opened rounds from both: then the base rate is all there would be to tell. Nor
when the newest round is too old to speak about now, nor in the farewell: an end that is chosen is no break.

Tenths: the constants of the filter imply breaks in about 2 % of two-week rounds (some 40 % a year). The published
base rates are weak; 15 to 40 % a year is plausible. So `high` is the filter as it is and `low` the same belief with
breaks at 0.37 of that (15 % a year), outward to whole tenths, and one tenth wider under six opened rounds. The
bands rest on the filter as it is, since their limits were set with it: watch from .20, talk from .35, or twice
in a row at least watch with .26 by now. Never decimals: frequencies.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor

from samenstroom.rules.facts import History
from samenstroom.rules.findings import Side
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.remedies import CODES, TALK
from samenstroom.rules.risk import belief as filter_
from samenstroom.rules.risk.belief import ANSWERS, HORIZON, NEUTRAL, STATES, Belief, Table
from samenstroom.rules.risk.signals import Period, Signal, periods_of

LEAST_ROUNDS = 3
SURE_FROM, QUITE_SURE_FROM = 6, 12
RARER = 0.37
WATCH, TALK_FROM, TALK_AGAIN = 0.20, 0.35, 0.26
LOOK_BACK = 4
"""What moved it is looked for in the newest four rounds, as far as the risk looks ahead."""
SHOWN_DRIVERS, LEAST_MOVE = 3, 0.005

LOWERS = {
    "answers": (TALK, "regular_check_ins"),
    "silence": ("ask_kindly", "send_word"),
    "payment": ("payment_terms", "reminder"),
    "promises": ("action_plan", "renegotiate"),
    "hours": ("talk_about_balance", "renegotiate"),
    "response": ("ask_kindly", "send_word"),
    "rupture": ("mediator", TALK),
}
"""What would lower it: per signal that raised it, steps that end or answer it."""
assert {code for codes in LOWERS.values() for code in codes} <= CODES


class Band(StrEnum):
    """How it stands: rustig, opletten, nu praten."""

    CALM = "calm"
    WATCH = "watch"
    TALK = "talk"

    @property
    def weight(self) -> int:
        """Calm 0, watch 1, talk 2."""
        return (Band.CALM, Band.WATCH, Band.TALK).index(self)


@dataclass(frozen=True)
class Driver:
    """What moved it: a signal, about whom, and whether it raised the risk or lowered it."""

    signal: str
    side: Side
    raises: bool


@dataclass(frozen=True)
class Risk:
    """Out of ten collaborations that look like this, `low` to `high` break off or end badly in four rounds."""

    low: int
    high: int
    band: Band
    certainty: int
    drivers: tuple[Driver, ...]
    would_lower: tuple[str, ...]
    weeks: int


def risk_of(history: History) -> Risk | None:
    """Return the risk over the coming four rounds; None when too little is known."""
    opened = len(history.opened_rounds())
    if opened < LEAST_ROUNDS or not _speaks_about_now(history):
        return None
    track = Track(periods_of(history), history.rhythm_weeks)
    chance, rare = track.chance(), track.chance(RARER)
    drivers = track.drivers()
    wide = int(opened < SURE_FROM)
    return Risk(
        low=max(floor(10 * rare) - wide, 0),
        high=min(max(ceil(10 * chance), 1) + wide, 10),
        band=_band(chance, track.before()),
        certainty=3 if opened >= QUITE_SURE_FROM else 2 if opened >= SURE_FROM else 1,
        drivers=drivers,
        would_lower=_would_lower(drivers),
        weeks=HORIZON * history.rhythm_weeks,
    )


def chance_of(history: History) -> float | None:
    """Return the chance itself, for evaluation and tests; never shown to people."""
    if len(history.opened_rounds()) < LEAST_ROUNDS or not _speaks_about_now(history):
        return None
    return Track(periods_of(history), history.rhythm_weeks).chance()


def _speaks_about_now(history: History) -> bool:
    is_over = history.stage in (Stage.FAREWELL, Stage.LEARN) or history.last_day("end_confirmed") is not None
    return not is_over and history.is_fresh(history.rounds[-1].opened_on)


def _band(chance: float, before: float) -> Band:
    if chance >= TALK_FROM or (chance >= TALK_AGAIN and before >= WATCH):
        return Band.TALK
    return Band.WATCH if chance >= WATCH else Band.CALM


def _would_lower(drivers: Sequence[Driver]) -> tuple[str, ...]:
    codes = [code for driver in drivers if driver.raises for code in LOWERS.get(driver.signal, (TALK,))]
    return tuple(dict.fromkeys(codes or [TALK]))


class Track:
    """The belief after each period of a history, computed once."""

    def __init__(self, periods: Sequence[Period], weeks: int) -> None:
        self.periods, self.weeks = tuple(periods), weeks
        self.moves = filter_.moves_for(weeks)
        self.ahead: list[Belief] = []
        self.after: list[Belief] = []
        for period in self.periods:
            self._follow(period)

    def _follow(self, period: Period) -> None:
        ahead = filter_.step(self.after[-1], self.moves) if self.after else filter_.prior()
        self.ahead.append(ahead)
        self.after.append(filter_.weigh_in(ahead, *_tables(period), _together(period.signals)))

    def chance(self, scale: float = 1.0, until: int | None = None) -> float:
        """Return the chance of a break within the horizon after the first `until` periods.

        The newest opened answers are taken for at least this low; see `belief`.
        """
        count = len(self.periods) if until is None else until
        chances = filter_.breaks_within(HORIZON, self.weeks, scale)
        opened = [at for at in range(count) if self.periods[at].places != (None, None)]
        if not opened:
            return filter_.expected(self.after[count - 1], chances)
        newest = opened[-1]
        later = [[chances[state]] * 25 for state in STATES]
        total = [[1.0] * 25 for _ in STATES]
        for at in range(count - 1, newest, -1):
            later, total = (self._back(one, self.periods[at]) for one in (later, total))
        own = _together(self.periods[newest].signals)
        later, total = (_times(one, own) for one in (later, total))
        return filter_.worst_from(self.ahead[newest], later, total, self.periods[newest].places)

    def before(self) -> float:
        """Return the chance as it stood one period earlier; 0 in the first."""
        return self.chance(until=len(self.periods) - 1) if len(self.periods) > 1 else 0.0

    def drivers(self) -> tuple[Driver, ...]:
        """Return what moved it most in the newest periods: each signal left out in turn, the largest first."""
        begin = max(len(self.periods) - LOOK_BACK, 0)
        recent = self.periods[begin:]
        names = {(one.name, one.side) for period in recent for one in period.signals if one.name != "answered"}
        for at, side in enumerate((Side.SELF, Side.OTHER)):
            if any(period.places[at] is not None for period in recent):
                names.add(("answers", side))
        whole = self._again(begin, recent)
        moved = {name: whole - self._again(begin, [_without(one, *name) for one in recent]) for name in names}
        heavy = [name for name in moved if abs(moved[name]) >= LEAST_MOVE]
        ordered = sorted(heavy, key=lambda name: (-abs(round(moved[name], 6)), name))
        return tuple(Driver(*name, raises=moved[name] > 0) for name in ordered[:SHOWN_DRIVERS])

    def _again(self, begin: int, periods: Sequence[Period]) -> float:
        """Return the chance with other newest periods, from the belief before them."""
        belief = self.after[begin - 1] if begin else None
        for period in periods:
            ahead = filter_.step(belief, self.moves) if belief else filter_.prior()
            belief = filter_.weigh_in(ahead, *_tables(period), _together(period.signals))
        chances = filter_.breaks_within(HORIZON, self.weeks)
        return filter_.expected(belief or filter_.prior(), chances)

    def _back(self, later: Belief, period: Period) -> Belief:
        first, second = _tables(period)
        factors = _together(period.signals)
        seen = [
            [
                later[state][one * 5 + other] * first[state][one] * second[state][other] * factors[state]
                for one, other in filter_.PAIRS
            ]
            for state in STATES
        ]
        return filter_.back(seen, self.moves)


def _tables(period: Period) -> tuple[Table, Table]:
    first, second = period.places
    return (
        NEUTRAL if first is None else ANSWERS[first],
        NEUTRAL if second is None else ANSWERS[second],
    )


def _together(signals: Sequence[Signal]) -> list[float]:
    """Multiply the factors of all signals, per state."""
    factors = [1.0] * 3
    for signal in signals:
        factors = [one * other for one, other in zip(factors, signal.factors, strict=True)]
    return factors


def _times(later: Belief, factors: Sequence[float]) -> Belief:
    return [[value * factors[state] for value in later[state]] for state in STATES]


def _without(period: Period, name: str, side: Side) -> Period:
    """Return a period in which one signal was never noted."""
    places = period.places
    if name == "answers":
        places = (None, places[1]) if side == Side.SELF else (places[0], None)
    kept = tuple(one for one in period.signals if (one.name, one.side) != (name, side))
    return Period(period.opened_on, places, kept)
