"""Unequal: effort or say does not feel equally shared.

Reason: people over-claim their own share, so one who feels it is a notice, and only a subject. But in a published
case both sides reported it in opposite directions, one the effort, the other the say: when both feel it, it is a
concern at once, and an alarm when who does what was left open as well. Agreeing anew or a talk about it lets it
fall; a compliment from the other does too.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import SIDES, Rule, entries_of
from samenstroom.rules.weighing import STANDING_WEEKS, Facts, level_of, weighed

CODE, VERSION = "unequal", 1
DIMENSION = Dimension.BALANCE
KINDS = ("effort_felt_unequal", "say_felt_unequal")
RULE = Rule(CODE, VERSION, DIMENSION, ("who_brings_what", "talk_about_balance", "roles_in_writing"))


@dataclass(frozen=True)
class Defaults:
    """Times it was felt; roles that were left open count once more."""

    notice: float = 1
    concern: float = 2
    alarm: float = 3
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return one finding about both when both feel it, else about who does."""
    felt = [weighed(history, KINDS, side, defaults.half_life_weeks) for side in SIDES]
    roles = weighed(history, ("roles_left_open",), None, STANDING_WEEKS)
    if all(felt):
        return _finding(history, Side.BOTH, (*felt[0], *felt[1]), roles, defaults)
    return tuple(
        finding
        for side, facts in zip(SIDES, felt, strict=True)
        for finding in _finding(history, side, facts, roles, defaults)
    )


def _finding(history: History, side: Side, facts: Facts, roles: Facts, defaults: Defaults) -> tuple[Finding, ...]:
    level = level_of(facts, defaults, more=max((fact.firm for fact in roles), default=0))
    if level is None:
        return ()
    kinds = {fact.entry.kind for fact in facts}
    one = "say" if "say_felt_unequal" in kinds else "effort"
    variant = "mirror" if side == Side.BOTH else "both" if len(kinds) > 1 else one
    return (
        RULE.tell(history, level, side, entries_of(facts, roles), variant, since=min(fact.entry.on for fact in facts)),
    )


INDICATOR = Indicator(CODE, DIMENSION, ("entries",), VERSION, DEFAULTS, look, (*KINDS, "roles_left_open"))
