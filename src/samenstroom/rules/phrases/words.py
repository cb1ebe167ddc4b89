"""A letter cut into sentences and plain words, each with its place in the text.

It has to survive how people type: no capitals, no full stops, emoji, bullets, lines broken by a mail program. Every
step looks at a piece of the text once, so that a very long text costs no more than its length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

# A number may hold marks (31/12, 2026-03-01) and an ending (30e, 5th); a word may hold apostrophes and hyphens.
WORD = re.compile(
    r"\d+(?:[./:-]\d+)*[^\W\d_]*"
    r"|(?:[^\W\d_]|[\u0300-\u036f])+(?:['’‘`´-](?:[^\W\d_]|[\u0300-\u036f])+)*"
)
INNER_MARKS = re.compile(r"['’‘`´-]")
STOP = re.compile(r"[.!?…]")
PAUSE = re.compile(r"[,;:()\[\]–—\"“”]|\s-+\s")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
BULLET = re.compile(r"\n[^\S\n]*(?:[-*•·–]|\d+[.)])")
CLOSING = re.compile(r"[.!?…]*[\"'”’)\]]?")

WRAPPED_LINE = 60
"""From this many characters a line without a full stop was probably broken by a mail program."""
RUN_ON, LONGEST = 14, 40
"""Words after which a sentence without any stop may be cut at a likely beginning, and after which it is cut anyway."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word: without capitals, accents and inner marks (`I'm` is `im`), its place, and the clause it stands in."""

    text: str
    start: int
    end: int
    clause: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, and where it stands in the letter."""

    words: tuple[Word, ...]
    start: int
    end: int
    is_question: bool = False


@dataclass(frozen=True)
class Grammar:
    """The few words of a language that cutting needs."""

    abbreviations: frozenset[str]
    """No end of a sentence when a full stop follows."""
    clause_starts: frozenset[str]
    """A new clause begins here, also without a comma."""
    starts: frozenset[str]
    """A new sentence may begin here when nothing else shows where one ends."""
    longest: int = LONGEST


def plain(text: str) -> str:
    """A word as rules see it: no capitals, no accents, no apostrophes; marks inside a number stay."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in spread if not unicodedata.combining(one))
    return bare if bare[:1].isdigit() else INNER_MARKS.sub("", bare)


def sentences(text: str, grammar: Grammar) -> tuple[Sentence, ...]:
    """The sentences of a letter, in order. A letter without a single word has none."""
    found: list[Sentence] = []
    for run in _runs(text, grammar):
        for part in _cut(run, grammar):
            closing = CLOSING.match(text, part[-1].end)
            marks = closing[0] if closing else ""
            found.append(Sentence(tuple(part), part[0].start, part[-1].end + len(marks), "?" in marks))
    return tuple(found)


def _runs(text: str, grammar: Grammar) -> Iterator[list[Word]]:
    """Words up to a stop, a blank line, a bullet or a line of their own."""
    run: list[Word] = []
    line_start = 0
    for match in WORD.finditer(text):
        word = Word(plain(match[0]), match.start(), match.end())
        if run:
            between = text[run[-1].end : word.start]
            wrapped = run[-1].end - line_start >= WRAPPED_LINE
            if _ends(between, run[-1], match[0], wrapped, grammar):
                yield run
                run = []
            else:
                word = replace(word, clause=run[-1].clause + _pauses(between, word, grammar))
            if "\n" in between:
                line_start = word.start
        run.append(word)
    if run:
        yield run


def _ends(between: str, before: Word, following: str, wrapped: bool, grammar: Grammar) -> bool:
    """Whether a sentence ends between two words."""
    if "\n" in between and (BLANK_LINE.search(between) or BULLET.search(between)):
        return True
    if STOP.search(between) and between != ".":
        is_short = len(before.text) == 1 or before.text in grammar.abbreviations
        return not (is_short and between.strip() == "." and "\n" not in between)
    if "\n" in between:
        return not (wrapped and following[:1].islower())
    return following[:1].isupper() and any(unicodedata.category(one) == "So" for one in between)


def _pauses(between: str, word: Word, grammar: Grammar) -> bool:
    """Whether a new clause begins with this word."""
    if word.text in grammar.clause_starts or PAUSE.search(between):
        return True
    return any(unicodedata.category(one) == "So" for one in between)


def _cut(run: Sequence[Word], grammar: Grammar) -> Iterator[list[Word]]:
    """A run that is far too long in parts: at a likely beginning, and where there is none after so many words."""
    if len(run) <= grammar.longest:
        yield list(run)
        return
    part: list[Word] = []
    for word in run:
        likely = word.text in grammar.starts and (not part or word.clause != part[-1].clause or len(part) >= RUN_ON)
        if part and len(part) >= RUN_ON and (likely or len(part) >= grammar.longest):
            yield part
            part = []
        part.append(word)
    yield part
