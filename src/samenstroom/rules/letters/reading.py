"""Reading along with a farewell letter: what of a good farewell is there, and what may land otherwise than meant.

It looks for words, sentence by sentence. It knows nothing of what is true between two people, and it never judges
who writes. The same letter read twice gives the same answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from samenstroom.rules.letters.rulebook import ElementRule, Rulebook
from samenstroom.rules.letters.tone import ToneProblem, tone_of
from samenstroom.rules.phrases.looking import Look, looks
from samenstroom.rules.phrases.speech import Templates
from samenstroom.rules.phrases.speech import guess_language as language_of
from samenstroom.rules.phrases.words import WORD

LEFT_OUT: Mapping[str, frozenset[str]] = MappingProxyType(
    {"unsafe": frozenset({"appreciation", "thanks", "perspective", "successor", "talk", "door"})}
)
"""What is not asked of a letter in this way of ending: who is not safe owes no warm words and no talk."""


class Presence(StrEnum):
    """How much of an element stands in the letter."""

    THERE = "there"
    PARTLY = "partly"
    ABSENT = "absent"


WEIGHT = {Presence.ABSENT: 0, Presence.PARTLY: 1, Presence.THERE: 2}


@dataclass(frozen=True)
class Passage:
    """A piece of the letter, `text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """What was found in one letter: each element, the sentence it rests on, and passages with a tone."""

    language: str
    elements: Mapping[str, Presence]
    rests_on: Mapping[str, Passage]
    tone: tuple[ToneProblem, ...]


def read_along(text: str, language: str | None, rules: Mapping[str, Rulebook]) -> Reading:
    """Read one letter with the rules of its language. Without one the language is guessed from common words.

    Raises KeyError for a language without rules.
    """
    spoken = language or guess_language(text, rules)
    book = rules[spoken]
    seen = looks(text, book)
    problems = tone_of(text, seen, book)
    elements: dict[str, Presence] = {}
    rests_on: dict[str, Passage] = {}
    for rule in book.elements:
        elements[rule.id], look = _best(rule, seen, problems, book.conditions)
        if look:
            start, end = look.sentence.start, look.sentence.end
            rests_on[rule.id] = Passage(text[start:end], start, end)
    return Reading(spoken, MappingProxyType(elements), MappingProxyType(rests_on), problems)


def guess_language(text: str, rules: Mapping[str, Rulebook], otherwise: str | None = None) -> str:
    """The language whose common words occur most; when that says nothing `otherwise`, or the first there is."""
    return language_of(WORD.findall(text), rules, otherwise)


def _best(
    rule: ElementRule, seen: Sequence[Look], problems: Sequence[ToneProblem], conditions: Templates
) -> tuple[Presence, Look | None]:
    """The strongest this element gets anywhere in the letter, and the first sentence that gives it."""
    if any(look.has(rule.letter_unless) for look in seen):
        return Presence.ABSENT, None
    best: tuple[Presence, Look | None] = (Presence.ABSENT, None)
    for look in seen:
        found = _in_sentence(rule, look, conditions)
        if WEIGHT[found] > WEIGHT[best[0]] and not _is_spoiled(rule, look, problems):
            best = (found, look)
    return best


def _in_sentence(rule: ElementRule, look: Look, conditions: Templates) -> Presence:
    elsewhere = (*rule.unless, *rule.nearby_unless)
    hits = [
        *look.hits(rule.there, unless=rule.unless, negatable=rule.negatable),
        *look.hits(rule.nearby, unless=elsewhere, negatable=rule.negatable),
    ]
    if hits:
        softens = (*rule.softens, *conditions) if rule.conditional else rule.softens
        is_firm = any(not look.is_near(hit, softens) for hit in hits)
        return Presence.THERE if is_firm else Presence.PARTLY
    return Presence.PARTLY if look.holds(rule.partly, unless=rule.unless, negatable=rule.negatable) else Presence.ABSENT


def _is_spoiled(rule: ElementRule, look: Look, problems: Sequence[ToneProblem]) -> bool:
    """Whether the sentence is said in a tone that takes the element away."""
    start, end = look.sentence.start, look.sentence.end
    return any(one.kind in rule.not_with and one.start < end and start < one.end for one in problems)
