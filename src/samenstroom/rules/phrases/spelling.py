"""Slips of the pen: a long word with one letter too many, too few or two swapped is read as the word that we know.

A letter in the place of another is left alone: in Dutch that is mostly another good word (`werken`, `merken`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from samenstroom.rules.phrases.templates import Lists, Sequence, Step

SHORTEST, LONGEST = 7, 24
"""Only words of this length are mended: in a short one every slip is a word of its own."""


@dataclass(frozen=True)
class Spelling:
    """The words that rules look for, and what each looks like with a letter less."""

    known: frozenset[str]
    beginnings: tuple[str, ...]
    shorter: Mapping[str, str]

    def mend(self, word: str) -> str:
        """The word that was probably meant, or the same word."""
        if not SHORTEST <= len(word) <= LONGEST or word in self.known or word.startswith(self.beginnings):
            return word
        return next((one for one in self._candidates(word) if one[0] == word[0]), word)

    def _candidates(self, word: str) -> Iterator[str]:
        for at in range(1, len(word) - 1):
            swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            if swapped in self.known:
                yield swapped
        if word in self.shorter:
            yield self.shorter[word]
        yield from (one for one in _one_less(word) if one in self.known and len(one) >= SHORTEST)


def spelling_of(sequences: Iterable[Sequence], lists: Lists) -> Spelling:
    """What can be mended with these rules."""
    steps = [
        part
        for one in (*sequences, *(line for lines in lists.values() for line in lines))
        for part in one.parts
        if isinstance(part, Step)
    ]
    known = frozenset(word for step in steps for word in step.words.union(*step.phrases))
    long = sorted(word for word in known if SHORTEST < len(word) <= LONGEST)
    shorter = {less: word for word in long for less in _one_less(word) if less not in known}
    beginnings = sorted({begin for step in steps for begin in step.beginnings if len(begin) > 3})
    return Spelling(known, tuple(beginnings), shorter)


def _one_less(word: str) -> Iterator[str]:
    """The word without one of its inner letters: an ending is grammar and no slip."""
    return (word[:at] + word[at + 1 :] for at in range(1, len(word) - 2))
