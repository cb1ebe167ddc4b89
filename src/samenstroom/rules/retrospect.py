"""Looking back: how far the first doubt was from the first word about it, and what "it ended badly" means.

What counts as ended badly was decided before anybody could look at her own cases: broken off early in discord, money or
an agreement broken, or not wanting to work together again. Finished as planned never is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

TOGETHER = "retrospective"
"""For what both answer the same questions apart: looking back together."""


class Mark(StrEnum):
    """What may come in the course of a doubt, in the order in which one hopes it comes."""

    DOUBT = "doubt"
    FINDING = "finding"
    TALK = "talk"
    END = "end"


@dataclass(frozen=True)
class Stretch:
    """The days between two of these that follow each other."""

    start: Mark
    until: Mark
    days: int


def first_marks(
    *, doubts: Iterable[date], findings: Iterable[date], talks: Iterable[date], end: date | None
) -> dict[Mark, date]:
    """Return the first day of each that is known. A talk counts from the first doubt on: an earlier one was about
    something else; without a doubt there is nothing to measure from, and the first talk is just the first.
    """
    doubt, finding = min(doubts, default=None), min(findings, default=None)
    talk = min((day for day in talks if doubt is None or day >= doubt), default=None)
    known = {Mark.DOUBT: doubt, Mark.FINDING: finding, Mark.TALK: talk, Mark.END: end}
    return {mark: day for mark, day in known.items() if day is not None}


def stretches(first: Mapping[Mark, date]) -> tuple[Stretch, ...]:
    """Return the distances between the marks, in the order of their days; equal days in the order of the marks."""
    order = list(Mark)
    marks = sorted(first, key=lambda mark: (first[mark], order.index(mark)))
    return tuple(Stretch(one, other, (first[other] - first[one]).days) for one, other in pairwise(marks))


class Ended(StrEnum):
    """How it ended, as a label to learn from."""

    PLANNED = "planned"
    WELL = "well"
    DISCORD = "discord"
    BROKEN = "broken"


class Together(StrEnum):
    """Whether she would work together again."""

    YES = "yes"
    OTHERWISE = "otherwise"
    NO = "no"


def ended_from(said: Mapping[str, str]) -> Ended | None:
    """Return the label that follows from what she said about how it ended; None when she left that open."""
    if said.get("kept") == "no":
        return Ended.BROKEN
    if said.get("planned") == "no" and said.get("conflict") == "yes":
        return Ended.DISCORD
    if said.get("planned") == "yes" and said.get("conflict") != "yes":
        return Ended.PLANNED
    return Ended.WELL if said.get("planned") and said.get("conflict") else None


def together_from(said: Mapping[str, str]) -> Together | None:
    """Return whether she would work together again, by what she said at the end; None when she left it open."""
    answers = {"yes": Together.YES, "unsure": Together.OTHERWISE, "no": Together.NO}
    return answers.get(said.get("would_again", ""))
