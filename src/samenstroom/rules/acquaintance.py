"""Two answers to the same question, laid side by side: the same, different, a clash, or left open.

Nothing here is a score: each comparison says what it is and why, as data, so that the page can tell the rule in plain
words. Text is never compared. Changing sides gives the same outcome with the reasons turned around.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """How a question is answered."""

    ORDER = "order"
    CHOICE = "choice"
    NUMBER = "number"
    TEXT = "text"


class Outcome(StrEnum):
    """How two answers lie beside each other. `beside`: own words, never compared. `open`: one or both left it open."""

    CLASH = "clash"
    DIFFERENT = "different"
    BESIDE = "beside"
    SAME = "same"
    OPEN = "open"


OUTCOMES: tuple[Outcome, ...] = tuple(Outcome)
"""In the order of the page: what asks for a talk first, then own words, what is shared, and what is open."""


@dataclass(frozen=True)
class Limits:
    """What counts as close and as far.

    `first`: how many of an order count as the top; `alike`: so many of them in common is the same. Two numbers are
    close when they differ at most `close` percent of the larger; far when the larger is at least `times` the smaller,
    and they differ at least `steps`.
    """

    first: int = 3
    alike: int = 2
    close: int = 20
    times: int = 2
    steps: int = 2


DEFAULTS = Limits()

MIRRORED = {
    "mine_last": "theirs_last", "theirs_last": "mine_last", "mine_open": "theirs_open", "theirs_open": "mine_open",
}  # fmt: skip
"""Reasons that are about one side, and what they are called from the other."""


@dataclass(frozen=True)
class Reason:
    """Why it is so: a code with words in the content files, and what it is about."""

    code: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Compared:
    """The outcome of one question, with its reasons."""

    outcome: Outcome
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Question:
    """What the rules need to know of a question: how it is answered, between what, and which choices clash."""

    id: str
    kind: Kind
    options: tuple[str, ...] = ()
    clashes: frozenset[frozenset[str]] = frozenset()


def compare(question: Question, mine: Any, theirs: Any, limits: Limits = DEFAULTS) -> Compared:
    """Lay two answers to one question side by side; None, an empty text or an empty order is left open."""
    left = _left_open(mine, theirs)
    if left:
        return Compared(Outcome.OPEN, left)
    if question.kind is Kind.ORDER:
        return compare_order(mine, theirs, question.options, limits)
    if question.kind is Kind.CHOICE:
        return compare_choice(mine, theirs, question.clashes)
    if question.kind is Kind.NUMBER:
        return compare_number(mine, theirs, limits)
    return Compared(Outcome.BESIDE, (Reason("text"),))


def compare_order(
    mine: Sequence[str], theirs: Sequence[str], options: Sequence[str], limits: Limits = DEFAULTS
) -> Compared:
    """Two orders: how many of the first three both have, and whether the top of one is the bottom of the other.

    A clash: nothing in common at the top, or one puts last (of all options) what the other puts first. The same: at
    least two in common and no such turn. Who put fewer than three in order, left the rest open.
    """
    if min(len(mine), len(theirs)) < limits.first:
        return Compared(Outcome.OPEN, (Reason("few"),))
    top = set(theirs[: limits.first])
    common = tuple(one for one in options if one in set(mine[: limits.first]) & top)
    turned = _turned(mine, theirs, options)
    reasons = (Reason(f"common_{len(common)}", common), *turned)
    if turned or not common:
        return Compared(Outcome.CLASH, reasons)
    if mine[0] == theirs[0]:
        reasons = (*reasons, Reason("same_first", (mine[0],)))
    return Compared(Outcome.SAME if len(common) >= limits.alike else Outcome.DIFFERENT, reasons)


def compare_choice(mine: str, theirs: str, clashes: frozenset[frozenset[str]]) -> Compared:
    """Two choices: the same one, two that pull in other directions (the content says which), or simply two."""
    if mine == theirs:
        return Compared(Outcome.SAME, (Reason("choice_same"),))
    if frozenset((mine, theirs)) in clashes:
        return Compared(Outcome.CLASH, (Reason("choice_clash"),))
    return Compared(Outcome.DIFFERENT, (Reason("choice_different"),))


def compare_number(mine: int, theirs: int, limits: Limits = DEFAULTS) -> Compared:
    """Two numbers: close, apart, or far: at least twice as much and at least two more."""
    low, high = sorted((mine, theirs))
    apart = high - low
    if apart * 100 <= high * limits.close:
        return Compared(Outcome.SAME, (Reason("number_close"),))
    if apart >= limits.steps and high >= low * limits.times:
        return Compared(Outcome.CLASH, (Reason("number_far"),))
    return Compared(Outcome.DIFFERENT, (Reason("number_apart"),))


def mirrored(compared: Compared) -> Compared:
    """The same comparison as the other side reads it."""
    turned = sorted((Reason(MIRRORED.get(one.code, one.code), one.about) for one in compared.reasons), key=_place)
    return Compared(compared.outcome, tuple(turned))


def _turned(mine: Sequence[str], theirs: Sequence[str], options: Sequence[str]) -> tuple[Reason, ...]:
    """One's top at the bottom of the other; only an order of all options has a bottom."""
    found = []
    if len(theirs) == len(options) and mine[0] == theirs[-1]:
        found.append(Reason("mine_last", (mine[0],)))
    if len(mine) == len(options) and theirs[0] == mine[-1]:
        found.append(Reason("theirs_last", (theirs[0],)))
    return tuple(found)


def _left_open(mine: Any, theirs: Any) -> tuple[Reason, ...]:
    mine_open, theirs_open = (one is None or one in ("", [], ()) for one in (mine, theirs))
    if mine_open and theirs_open:
        return (Reason("both_open"),)
    if mine_open:
        return (Reason("mine_open"),)
    return (Reason("theirs_open"),) if theirs_open else ()


def _place(reason: Reason) -> int:
    """`mine_last` stands before `theirs_last`, whoever looks; the rest keeps its place."""
    order = ("mine_last", "theirs_last", "same_first")
    return order.index(reason.code) + 1 if reason.code in order else 0
