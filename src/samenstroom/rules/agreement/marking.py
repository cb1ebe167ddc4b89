"""Which words of two texts differ, so that one sees at a glance what changed in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby


@dataclass(frozen=True)
class Piece:
    """Some words in a row; `differs` when they do not stand in the other text."""

    text: str
    differs: bool


Line = tuple[Piece, ...]


def marked(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Both texts, line by line, with the words that differ told apart. All words come back, in their order."""
    old, new = _words(before), _words(after)
    alike = SequenceMatcher(None, [word for _at, word in old], [word for _at, word in new], autojunk=False)
    gone: set[int] = set()
    come: set[int] = set()
    for turn, old_from, old_to, new_from, new_to in alike.get_opcodes():
        if turn != "equal":
            gone |= set(range(old_from, old_to))
            come |= set(range(new_from, new_to))
    return tuple(_lines(old, gone)), tuple(_lines(new, come))


def _words(text: Sequence[str]) -> list[tuple[int, str]]:
    """Each word with the number of its line."""
    lines = [line for part in text for line in part.splitlines()]
    return [(at, word) for at, line in enumerate(lines) for word in line.split()]


def _lines(words: Sequence[tuple[int, str]], differing: set[int]) -> Iterator[Line]:
    numbered = [(at, number in differing, word) for number, (at, word) in enumerate(words)]
    for _at, line in groupby(numbered, key=lambda one: one[0]):
        pieces = groupby(line, key=lambda one: one[1])
        yield tuple(Piece(" ".join(word for _, _, word in run), differs) for differs, run in pieces)
