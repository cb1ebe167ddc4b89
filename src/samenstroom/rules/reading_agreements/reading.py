"""Read one agreement: which clauses seem to be there, which are unclear, which are not, and on which words that rests.

It looks for words, sentence by sentence. It knows nothing of what was meant, and nothing of law. The same text read
twice gives the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from samenstroom.rules.phrases.looking import Look, looks, mended
from samenstroom.rules.phrases.matching import Span
from samenstroom.rules.phrases.speech import guess_language
from samenstroom.rules.phrases.words import WORD, sentences
from samenstroom.rules.reading_agreements.rulebook import ClauseRule, ReadingRules
from samenstroom.rules.reading_agreements.sections import SIGNS, Head, heads, unwrapped
from samenstroom.rules.reading_agreements.terms import TermRead, terms_in

MOST_FIGURES = 12
"""From this many words a row that is mostly figures is a table of amounts."""
FEWEST_WORDS = 5
"""A sentence under a heading says something from this many words."""


WIDEST_NUMBER = 14
"""Letters that may stand in front of a title: Artikel 12.3."""


class Presence(StrEnum):
    """How much of a clause stands in the text."""

    PRESENT = "present"
    UNCLEAR = "unclear"
    ABSENT = "absent"


@dataclass(frozen=True)
class Passage:
    """A piece of the text, `text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class ClauseRead:
    """One clause: how much of it is there, and the words it rests on; an absent one rests on nothing."""

    code: str
    presence: Presence
    passage: Passage | None = None


@dataclass(frozen=True)
class Reading:
    """What was found in one text: each clause in the order of an agreement, and the terms it says."""

    language: str
    clauses: tuple[ClauseRead, ...]
    terms: tuple[TermRead, ...]


@dataclass(frozen=True)
class Piece:
    """One sentence, looked at, with the clauses that the heading above it is about."""

    look: Look
    under: frozenset[str]
    is_head: bool


def read_agreement(text: str, language: str | None, rules: Mapping[str, ReadingRules]) -> Reading:
    """Read one text with the rules of its language. Without one the language is guessed from common words.

    Raises KeyError for a language without rules.
    """
    spoken = language or guess_language(WORD.findall(text), rules)
    book = rules[spoken]
    whole = unwrapped(text)
    seen = _looks(whole, book)
    pieces = tuple(_pieces(whole, seen, book))
    clauses = tuple(_read(rule, text, pieces, book) for rule in book.clauses)
    return Reading(spoken, clauses, terms_in(text, [one.look for one in pieces if not one.is_head], book))


def _looks(text: str, book: ReadingRules) -> tuple[Look, ...]:
    """Every sentence, looked at; a row of bare figures says nothing, and what stands there again is known already."""
    begins: dict[str, tuple[int, ...]] = {}
    known: dict[tuple[str, ...], dict[str, list[Span]]] = {}
    seen: list[Look] = []
    for one in (mended(sentence, book) for sentence in sentences(text, book.grammar)):
        words = tuple(word.text for word in one.words)
        if words not in known:
            known[words] = {} if _is_figures(words) else book.finder.find(one, begins)
        seen.append(Look(one, known[words], book))
    return tuple(seen)


def _is_figures(words: Sequence[str]) -> bool:
    figures = sum(word[0].isdigit() or word in SIGNS.values() for word in words)
    return len(words) > MOST_FIGURES and figures > 0.7 * len(words)


def _pieces(text: str, seen: Sequence[Look], book: ReadingRules) -> Iterator[Piece]:
    found = heads(text)
    about = MappingProxyType({one.start: _about(one, book) for one in found})
    at = 0
    current: Head | None = None
    for look in seen:
        while at < len(found) and found[at].start <= look.sentence.end and found[at].start < look.sentence.end:
            if _opens(found[at], about[found[at].start], current):
                current = found[at]
            at += 1
        under = about[current.start] if current else frozenset()
        yield Piece(look, under, current is not None and _is_title(look, current))


def _is_title(look: Look, head: Head) -> bool:
    """Whether this sentence is the title itself, with its number in front."""
    return head.start - WIDEST_NUMBER <= look.sentence.start and look.sentence.end <= head.end + 1


def _about(head: Head, book: ReadingRules) -> frozenset[str]:
    """The clauses that a title is about."""
    seen = looks(head.title, book)
    return frozenset(rule.code for rule in book.clauses if any(look.has(rule.heading) for look in seen))


def _opens(head: Head, about: frozenset[str], current: Head | None) -> bool:
    """Whether a new part begins here: a title in front of a sentence only when we know what it is about."""
    return bool(about) or head.is_line or current is None or not current.is_line


def _read(rule: ClauseRule, text: str, pieces: Sequence[Piece], book: ReadingRules) -> ClauseRead:
    """The strongest this clause gets anywhere in the text, and the first sentence that gives it."""
    unclear: Piece | None = None
    is_denied = False
    for piece in pieces:
        found = _in_sentence(rule, piece, book)
        if found is Presence.PRESENT:
            return ClauseRead(rule.code, found, _passage(text, piece.look))
        is_denied = is_denied or piece.look.has(rule.denies)
        if found is Presence.UNCLEAR and (unclear is None or unclear.is_head):  # a sentence says more than its title
            unclear = piece
    if unclear is None or is_denied:
        return ClauseRead(rule.code, Presence.ABSENT)
    return ClauseRead(rule.code, Presence.UNCLEAR, _passage(text, unclear.look))


def _in_sentence(rule: ClauseRule, piece: Piece, book: ReadingRules) -> Presence:
    look, is_own = piece.look, rule.code in piece.under
    if piece.is_head:
        return Presence.UNCLEAR if is_own else Presence.ABSENT
    if look.has(rule.unless) or look.has(rule.denies):
        return Presence.ABSENT
    says_enough = is_own and rule.heading_is_enough and len(look.sentence.words) >= FEWEST_WORDS
    if look.has(rule.firm) or (is_own and look.has(rule.under)) or says_enough:
        is_vague = (look.has(book.vague) or look.has(rule.vague)) and not look.has(rule.decisive)
        return Presence.UNCLEAR if is_vague else Presence.PRESENT
    return Presence.UNCLEAR if is_own or look.has(rule.mentions) else Presence.ABSENT


def _passage(text: str, look: Look) -> Passage:
    start, end = look.sentence.start, look.sentence.end
    return Passage(text[start:end], start, end)
