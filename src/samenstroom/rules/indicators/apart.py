"""Apart: twice in a row the two sides see it differently.

Source: partners agree to about r = .4 to .7 on such items, so the gap of their means has a spread of 0.6 to
1.0 of the spread between people: 1.2 points on the mean is about one and a half of that, two steps on one
item is beyond its noise. A difference hardly predicts how it goes on; it is a subject for a talk, so seldom
more than a notice.

Both gaps must point the same way: a gap that turns around is noise. Only opened rounds count, and only the
newest two in a row. A concern when the means lie apart for three rounds, or were 2.0 or more apart both times.
A lasting difference on one item stays a notice: two people may well keep seeing one thing differently.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from samenstroom.rules.answers import answered, mean_of
from samenstroom.rules.dimensions import FLOW, ITEMS, Dimension, dimension_of, flow_last
from samenstroom.rules.facts import History, RoundFacts
from samenstroom.rules.findings import Evidence, Fact, Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.remedies import remedies_for

CODE, VERSION = "apart", 1


@dataclass(frozen=True)
class Defaults:
    """Gap of the means and of one item, in steps; rounds in a row; and what makes it a concern."""

    mean_gap: float = 1.2
    item_gap: float = 2
    rounds: int = 2
    concern_gap: float = 2.0
    concern_rounds: int = 3


DEFAULTS = Defaults()
MEAN = "mean"
ROUNDING = 1e-9
"""Means of eighths and fifths may miss a limit by a hair."""


@dataclass(frozen=True)
class Row:
    """A gap that lasts: about the mean or one item, with its rounds (oldest first) and self minus other in
    each.
    """

    subject: str
    rounds: tuple[RoundFacts, ...]
    differences: tuple[float, ...]

    @property
    def smallest(self) -> float:
        """The smallest gap of the newest two rounds."""
        return min(abs(difference) for difference in self.differences[-2:])


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return one finding for both sides when they see it differently, about the mean, one item or several."""
    rounds = history.opened_rounds()
    if not rounds or not history.is_fresh(_revealed_on(rounds[-1])):
        return ()
    rows = [_row(rounds, MEAN, defaults.mean_gap), *(_row(rounds, item, defaults.item_gap) for item in ITEMS)]
    lasting = [row for row in rows if len(row.rounds) >= defaults.rounds]
    return (_finding(lasting, defaults),) if lasting else ()


def _row(rounds: Sequence[RoundFacts], subject: str, limit: float) -> Row:
    """Return the newest unbroken row of rounds with a gap of at least the limit, all the same way."""
    newest = _difference(rounds[-1], subject) or 0.0
    way = 1 if newest > 0 else -1

    def lasts(one: RoundFacts) -> bool:
        return way * (_difference(one, subject) or 0.0) >= limit - ROUNDING

    found = tuple(takewhile(lasts, reversed(rounds)))[::-1]
    return Row(subject, found, tuple(_difference(one, subject) or 0.0 for one in found))


def _finding(rows: list[Row], defaults: Defaults) -> Finding:
    dimension = _dimension(rows)
    longest = max(len(row.rounds) for row in rows)
    long_mean = any(row.subject == MEAN and len(row.rounds) >= defaults.concern_rounds for row in rows)
    wide = any(row.subject == MEAN and row.smallest >= defaults.concern_gap - ROUNDING for row in rows)
    return Finding(
        code=CODE,
        dimension=dimension,
        level=Level.CONCERN if wide or long_mean else Level.NOTICE,
        since=min(_revealed_on(row.rounds[0]) for row in rows),
        side=Side.BOTH,
        evidence=tuple(fact for row in rows for fact in _evidence(row)),
        certainty=3 if longest >= defaults.concern_rounds else 2,
        remedies=remedies_for(dimension),
        rule_version=VERSION,
        variant=_variant(rows),
    )


def _dimension(rows: list[Row]) -> Dimension | None:
    """Return the dimension that lies widest apart; None when only the mean or flow does."""
    items = [row for row in rows if row.subject not in (MEAN, FLOW)]
    widest = min(items, key=lambda row: (-row.smallest, flow_last(row.subject)), default=None)
    return dimension_of(widest.subject) if widest else None


def _variant(rows: list[Row]) -> str:
    if any(row.subject == MEAN for row in rows):
        return MEAN
    return "item" if len(rows) == 1 else "items"


def _evidence(row: Row) -> tuple[Evidence, ...]:
    return tuple(_fact(one, row.subject) for one in row.rounds)


def _fact(one: RoundFacts, subject: str) -> Evidence:
    data: dict[str, Fact] = {"round": one.number, "subject": subject}
    for side in (Side.SELF, Side.OTHER):
        value = _level(one, side, subject)
        data[side.value] = None if value is None else round(value, 2)
    return Evidence(_revealed_on(one), "apart", Side.BOTH, data)


def _revealed_on(one: RoundFacts) -> date:
    return one.revealed_on or one.opened_on


def _difference(one: RoundFacts, subject: str) -> float | None:
    own, other = _level(one, Side.SELF, subject), _level(one, Side.OTHER, subject)
    return None if own is None or other is None else own - other


def _level(one: RoundFacts, side: Side, subject: str) -> float | None:
    values = answered(one.answers(side) or {})
    return mean_of(values) if subject == MEAN else values.get(subject)


INDICATOR = Indicator(CODE, None, ("rounds",), VERSION, DEFAULTS, look)
