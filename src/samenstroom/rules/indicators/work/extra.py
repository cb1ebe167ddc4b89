"""Extra work without a price: something was asked beyond the agreement, and no price or yes followed.

Source: in one survey 52 % of projects grew beyond their scope; in the published cases nobody says no and nobody
says what it costs. Asking is no fault, so the first time is a notice: the moment to
note it with a price. The second a concern. The third an alarm, again and again away from the agreement. Each
agreed extra, price, or no answers one request (the oldest first); new terms and a talk let the rest fall.

"""

from collections.abc import Iterable
from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side, swapped
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of, first_and_again, per_side
from samenstroom.rules.weighing import level_of, weighed

CODE, VERSION = "extra_unpriced", 1
DIMENSION = Dimension.COMMUNICATION
ANSWERS = ("extra_work_agreed", "price_agreed")
RULE = Rule(CODE, VERSION, DIMENSION, ("written_change", "renegotiate", "kick_off"))


@dataclass(frozen=True)
class Defaults:
    """Requests without an answer."""

    notice: float = 1
    concern: float = 2
    alarm: float = 3
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return a finding for each side that asked for more without a price."""
    return per_side(lambda side: _finding(history, side, defaults))


def _finding(history: History, side: Side, defaults: Defaults) -> Finding | None:
    asked = weighed(history, ("extra_work_asked",), side, defaults.half_life_weeks)
    answers = (*history.of(*ANSWERS), *history.of("offer_declined", whom=swapped(side)))
    still = unanswered((fact.entry for fact in asked), answers)
    facts = tuple(fact for fact in asked if fact.entry in still)
    level = level_of(facts, defaults)
    entries = entries_of(facts)
    return RULE.tell(history, level, side, entries, first_and_again(entries)) if level else None


def unanswered(asked: Iterable[Entry], answers: Iterable[Entry]) -> list[Entry]:
    """Return the requests that no answer of their day or later belongs to; each answer takes the oldest."""
    still = list(asked)
    for answer in sorted(answers, key=lambda one: one.on):
        first = next((one for one in still if one.on <= answer.on), None)
        if first is not None:
            still.remove(first)
    return still


INDICATOR = Indicator(
    CODE,
    DIMENSION,
    ("entries",),
    VERSION,
    DEFAULTS,
    look,
    ("extra_work_asked", *ANSWERS, "offer_declined"),
)
