"""Finding words back: without accents or capitals, a piece of a word is enough, and all words have to be there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SHORTEST, LONGEST = 2, 80
"""How many letters are looked for: fewer finds everything, more nobody types."""
AROUND = 60
"""How many letters before and after a hit are shown."""
_ALIKE = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "’": "'", "‘": "'", "“": '"', "”": '"'})


@dataclass(frozen=True)
class Piece:
    """A piece of a text; `is_hit` when it is what was looked for."""

    text: str
    is_hit: bool


def folded(text: str) -> str:
    """The text as it is compared: `Café` and `cafe` are the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_ALIKE))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_in(asked: str) -> tuple[str, ...]:
    """The words to look for, each once; what stands between double quotes is one word."""
    found: list[str] = []
    for at, part in enumerate(folded(asked[:LONGEST]).split('"')):
        found += [" ".join(part.split())] if at % 2 else part.split()
    return tuple(dict.fromkeys(word for word in found if word))


def is_enough(words: Sequence[str]) -> bool:
    """Whether there is a word long enough to look for."""
    return any(len(word) >= SHORTEST for word in words)


def holds(text: str, words: Sequence[str], beside: str = "") -> bool:
    """Whether all words are there, in the text or beside it (its name and where it is); one at least in the text.

    Both are folded already.
    """
    is_in = [word in text for word in words]
    return any(is_in) and all(here or word in beside for here, word in zip(is_in, words, strict=True))


def pieces(texts: Sequence[str], words: Sequence[str]) -> list[Piece]:
    """Some text around the first hit, in pieces, with every hit in it marked."""
    for text in texts:
        told = " ".join(text.split())
        places = sorted(_places(told, words))
        if places:
            return _around(told, places)
    return []


def _places(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the words are in the text itself: folding may make it longer, so each folded letter knows its own."""
    letters, home = [], []
    for at, letter in enumerate(text):
        for one in folded(letter):
            letters.append(one)
            home.append(at)
    whole = "".join(letters)
    for word in words:
        begin = whole.find(word)
        while begin >= 0:
            yield home[begin], home[begin + len(word) - 1] + 1
            begin = whole.find(word, begin + len(word))


def _around(text: str, places: Sequence[tuple[int, int]]) -> list[Piece]:
    begin, end = _edge(text, places[0][0] - AROUND, -1), _edge(text, places[0][1] + AROUND, 1)
    found, at = [Piece("…", is_hit=False)] if begin else [], begin
    for first, last in places:
        if first < at or last > end:
            continue
        found += [Piece(text[at:first], is_hit=False), Piece(text[first:last], is_hit=True)]
        at = last
    found += [Piece(text[at:end], is_hit=False), Piece("…" if end < len(text) else "", is_hit=False)]
    return [one for one in found if one.text]


def _edge(text: str, at: int, step: int) -> int:
    """The nearest end of a word, so that no word is cut; never further than a word is long."""
    if at <= 0 or at >= len(text):
        return max(0, min(at, len(text)))
    for _letter in range(20):
        if 0 < at < len(text) and not text[at].isspace():
            at += step
    return max(0, min(at, len(text)))
