"""Bare start: the work began, and no signed agreement or no shared goals are known.

Reason: "always in writing, however small", and goals both accepted, are the two remedies that the essays and the
published cases come back to. It asks to fill in what is missing, so it begins as a notice: that nothing was noted
is not the same as that nothing was agreed.

A concern when something positive says that it is bare: terms were left open, it is not known who the other is, or
information or roles turned out to be missing. A mail with prices, or a word, is an agreement too: by itself it makes
nothing heavier, it is only shown. A word before the work begins is told as well, as the best moment to write it
down; a concern when it is not known who gave it, or terms were left open. Signing, a kick-off and accepted goals
each end their half; a talk lowers it. A start of long ago says less and less.
"""

from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding, Level, Side
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.telling import Rule, entries_of
from samenstroom.rules.weighing import Facts, Weighed, level_of, points, weigh, weighed

CODE, VERSION = "bare_start", 1
BEGIN = ("work_started", "work_delivered", "hours_given")
VAGUE_PAPER = ("deal_spoken", "identity_unchecked", "party_in_between", "terms_left_open")
VAGUE_GOALS = ("information_missing", "roles_left_open")
PAPER = Rule(CODE, VERSION, Dimension.MONEY, ("put_in_writing", "deposit", "payment_terms"))
GOALS = Rule(CODE, VERSION, Dimension.COMMUNICATION, ("kick_off", "action_plan"))
NEITHER = Rule(CODE, VERSION, Dimension.COMMUNICATION, ("kick_off", "put_in_writing", "deposit"))


@dataclass(frozen=True)
class Defaults:
    """The start counts once, each kind of sign that something is missing once more, a word given
    nothing; so much of the start must be left."""

    notice: float = 1
    concern: float = 2
    word: float = 0
    still: float = 0.25
    half_life_weeks: float = 26


DEFAULTS = Defaults()


def look(history: History, defaults: Defaults = DEFAULTS) -> tuple[Finding, ...]:
    """Return at most one finding, about both."""
    signed = history.last_day("agreement_signed") is not None
    aligned = any(history.last_day(kind) for kind in ("kickoff_held", "goals_accepted"))
    if signed and aligned:
        return ()
    vague = (*(() if signed else VAGUE_PAPER), *(() if aligned else VAGUE_GOALS))
    begin = tuple(Weighed(entry, weigh(history, entry, defaults.half_life_weeks)) for entry in history.of(*BEGIN)[:1])
    signs = _newest_of_each(weighed(history, vague, None, defaults.half_life_weeks, {"deal_spoken": defaults.word}))
    words = tuple(fact for fact in signs if fact.entry.kind == "deal_spoken")
    if not begin:
        return _before(history, words, signs, defaults)
    level = level_of((*begin, *signs), defaults) if begin[0].weight >= defaults.still else None
    variant = "unsigned" if aligned else "no_goals" if signed else "neither"
    return (_tell(history, level, (*begin, *signs), variant),) if level else ()


def _before(history: History, words: Facts, signs: Facts, defaults: Defaults) -> tuple[Finding, ...]:
    """Return what a word before the work asks for: more when something about it is not known."""
    if not words:
        return ()
    paper = tuple(fact for fact in signs if fact.entry.kind in VAGUE_PAPER)
    level = Level.CONCERN if points(paper) >= defaults.notice / 2 else Level.NOTICE
    return (_tell(history, level, paper, "spoken"),)


def _newest_of_each(facts: Facts) -> Facts:
    return tuple({fact.entry.kind: fact for fact in facts}.values())


def _tell(history: History, level: Level, facts: Facts, variant: str) -> Finding:
    rule = {"neither": NEITHER, "no_goals": GOALS}.get(variant, PAPER)
    return rule.tell(history, level, Side.BOTH, entries_of(facts), variant)


INDICATOR = Indicator(CODE, None, ("entries",), VERSION, DEFAULTS, look, (*BEGIN, *VAGUE_PAPER, *VAGUE_GOALS))
