"""Gut feeling: doubts that were argued away add up, or the feeling falls. For her alone.

Reason: all the right words and still it feels off (essays); a feeling is never averaged with check-ins and never
shown to anybody else. A doubt noted counts once, a line of the log where the gut said no and the head yes nearly
half: one doubt, or two such lines, are a notice; two doubts, or one and two such lines, a concern. And the log
itself: the mean of the newest three lines one step and a half below the mean of the three before is a notice, two
steps and a half a concern. A no, or something that went well, lets doubts fall; newer lines that are good again end
the fall.
"""

from dataclasses import dataclass
from datetime import date
from statistics import fmean

from samenstroom.rules.entries import Feeling
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Evidence, Finding, Level, Side
from samenstroom.rules.good_steps import GENERAL, STEPS, is_taken
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.remedies import ranked
from samenstroom.rules.visibility import Circle
from samenstroom.rules.weighing import FORGOTTEN, HAIR, ROUND_UP_FROM, fade, heavier, points, weighed

CODE, VERSION = "gut_feeling", 1
FITTING = ("gut_check", "speak_out", "trial_project", "good_no")


@dataclass(frozen=True)
class Defaults:
    """Doubts, and what one argued away in the log counts for; how far the log falls, in steps, over how many."""

    notice: float = 1
    concern: float = 2
    sussed: float = 0.45
    lines: int = 3
    fall: float = 1.5
    concern_fall: float = 2.5
    half_life_weeks: float = 12


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one finding about who looks, and one about the other only from what she noted for both."""
    own = _finding(history, Side.SELF, history.feelings, defaults)
    other = _finding(history, Side.OTHER, (), defaults)
    return tuple(finding for finding in (own, other) if finding)


def _finding(history: History, side: Side, feelings: tuple[Feeling, ...], defaults: Defaults) -> Finding | None:
    known = tuple(feeling for feeling in feelings if feeling.on <= history.today)
    doubts = weighed(history, ("feels_off",), side, defaults.half_life_weeks)
    weeks = defaults.half_life_weeks
    sussed = tuple(one for one in known if one.sussed and left_of(history, one.on, weeks) >= HAIR)
    total = points(doubts) + sum(defaults.sussed * left_of(history, one.on, weeks) for one in sussed)
    fall = _fall(known, history.today, defaults)
    added = _level(total, defaults)
    level = heavier(added, _fall_level(fall, defaults))
    if level is None:
        return None
    adds_up = added is not None
    shown = _newest(known, defaults) if _fall_level(fall, defaults) else ()
    lines = tuple(dict.fromkeys((*(sussed if adds_up else ()), *shown)))
    facts = (*(fact.entry.evidence() for fact in doubts if adds_up), *(line_evidence(one, side) for one in lines))
    return _told(history, level, side, facts, "doubts" if adds_up else "falling")


def left_of(history: History, on: date, half_life_weeks: float) -> float:
    """Return what age and good steps leave of a line argued away, by the same table as a doubt noted."""
    left = fade(on, history.today, half_life_weeks)
    for step in (*STEPS["feels_off"], *GENERAL):
        if is_taken(history, step, None, on):
            left *= step.leaves
    return left if left >= FORGOTTEN else 0.0


def _level(total: float, defaults: Defaults) -> Level | None:
    rounded = total + ROUND_UP_FROM + HAIR
    return Level.CONCERN if rounded >= defaults.concern else Level.NOTICE if rounded >= defaults.notice else None


def _fall_level(fall: float, defaults: Defaults) -> Level | None:
    if fall + HAIR < defaults.fall:
        return None
    return Level.CONCERN if fall + HAIR >= defaults.concern_fall else Level.NOTICE


def _newest(feelings: tuple[Feeling, ...], defaults: Defaults) -> tuple[Feeling, ...]:
    return feelings[-2 * defaults.lines :]


def _fall(feelings: tuple[Feeling, ...], today: date, defaults: Defaults) -> float:
    """Return how far the newest lines lie below those before, in steps; 0 with too few, or with old ones."""
    lines = _newest(feelings, defaults)
    if len(lines) < 2 * defaults.lines or fade(lines[-1].on, today, defaults.half_life_weeks) < ROUND_UP_FROM:
        return 0.0
    before, newest = lines[: defaults.lines], lines[defaults.lines :]
    return fmean(one.step for one in before) - fmean(one.step for one in newest)


def line_evidence(feeling: Feeling, side: Side) -> Evidence:
    """Return a line of her log as a fact under a finding: always private."""
    data = {"step": feeling.step, "sussed": int(feeling.sussed), "subject": feeling.subject}
    return Evidence(feeling.on, "feeling", side, data, Circle.PRIVATE)


def _told(history: History, level: Level, side: Side, facts: tuple[Evidence, ...], variant: str) -> Finding:
    known = tuple(sorted(facts, key=lambda fact: (fact.on, fact.kind)))
    certainty = min(len(known), 3)
    remedies = ranked(FITTING, None, history.stage)
    return Finding(CODE, None, level, known[0].on, side, known, certainty, remedies, VERSION, variant)


INDICATOR = Indicator(CODE, None, ("entries", "feelings"), VERSION, DEFAULTS, look, ("feels_off",))
