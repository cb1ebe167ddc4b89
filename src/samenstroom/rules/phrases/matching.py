"""Finding templates in a sentence: word by word, without going back, and only where one can begin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from samenstroom.rules.phrases.spelling import Spelling, spelling_of
from samenstroom.rules.phrases.templates import KINDS, Edge, Gap, Lists, Part, Sequence, Step
from samenstroom.rules.phrases.words import Sentence

Places = frozenset[int]
Span = tuple[int, int]


@dataclass
class Finder:
    """Knows for every word which of the sequences can begin with it."""

    sequences: tuple[Sequence, ...]
    lists: Lists
    by_word: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    by_beginning: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    by_ending: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    by_kind: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    needed: list[tuple[frozenset[str], ...]] = field(default_factory=list)
    """Per sequence the words of which one has to stand in the sentence: without them nobody has to walk."""
    spelling: Spelling = field(init=False)

    def __post_init__(self) -> None:
        for number, one in enumerate(self.sequences):
            self.needed.append(tuple(part.words for part in one.parts if _is_only_words(part)))
            for step in self._firsts(one.parts):
                for word in (*step.words, *(phrase[0] for phrase in step.phrases)):
                    self.by_word[word].add(number)
                for beginning in step.beginnings:
                    self.by_beginning[beginning].add(number)
                for ending in step.endings:
                    self.by_ending[ending].add(number)
                for kind in step.kinds:
                    self.by_kind[kind].add(number)
        self.spelling = spelling_of(self.sequences, self.lists)

    def find(self, sentence: Sentence, begins: dict[str, tuple[int, ...]]) -> dict[str, list[Span]]:
        """Where each sequence stands in this sentence, as the numbers of its first word and of the word after it.

        `begins` remembers for one letter which sequences can begin with a word.
        """
        walk = Walk(sentence, self.lists)
        there = {word.text for word in sentence.words}
        possible: dict[int, bool] = {}
        found: dict[str, list[Span]] = {}
        for place, word in enumerate(sentence.words):
            if word.text not in begins:
                begins[word.text] = self._beginning_with(word.text)
            for number in begins[word.text]:
                if number not in possible:
                    possible[number] = not any(words.isdisjoint(there) for words in self.needed[number])
                if not possible[number]:
                    continue
                one = self.sequences[number]
                ends = walk.follow(one.parts, place)
                if ends:
                    found.setdefault(one.source, []).append((place, min(ends)))
        return found

    def _beginning_with(self, word: str) -> tuple[int, ...]:
        found = set(self.by_word.get(word, ()))
        for length in range(1, len(word) + 1 if len(word) < 40 else 40):
            found |= self.by_beginning.get(word[:length], set())
            found |= self.by_ending.get(word[-length:], set())
        if word[:1].isdigit():
            for kind, numbers in self.by_kind.items():
                if KINDS[kind].fullmatch(word):
                    found |= numbers
        return tuple(sorted(found))

    def _firsts(self, parts: tuple[Part, ...]) -> Iterator[Step]:
        """The steps that may be the first word: optional ones, and those after them."""
        for part in parts:
            if isinstance(part, Step):
                yield part
                for name in part.lists:
                    for inner in self.lists[name]:
                        yield from self._firsts(inner.parts)
                if not part.is_optional:
                    return


def _is_only_words(part: Part) -> TypeGuard[Step]:
    """Whether this step fits nothing but these very words, and may not be left out."""
    return (
        isinstance(part, Step)
        and not part.is_optional
        and not (part.beginnings or part.endings or part.phrases or part.kinds or part.lists)
    )


@dataclass
class Walk:
    """One sentence, with the lists that were already looked for at a place."""

    sentence: Sentence
    lists: Lists
    known: dict[tuple[str, int], Places] = field(default_factory=dict)

    def follow(self, parts: tuple[Part, ...], place: int) -> Places:
        """The places after these parts, when they begin at this one; empty when they do not fit."""
        places = frozenset((place,))
        for part in parts:
            places = self._after(part, places)
            if not places:
                break
        return places

    def _after(self, part: Part, places: Places) -> Places:
        last = len(self.sentence.words)
        if isinstance(part, Gap):
            return frozenset(to for one in places for to in range(one, min(one + part.most, last) + 1))
        if isinstance(part, Edge):
            fits = part.mark != "?" or self.sentence.is_question
            return places & ({0 if part.mark == "^" else last} if fits else set())
        reached = frozenset(to for one in places if one < last for to in self._one(part, one))
        return reached | places if part.is_optional else reached

    def _one(self, step: Step, place: int) -> Iterator[int]:
        word = self.sentence.words[place].text
        if (
            word in step.words
            or word.startswith(step.beginnings)
            or word.endswith(step.endings)
            or any(KINDS[kind].fullmatch(word) for kind in step.kinds)
        ):
            yield place + 1
        for phrase in step.phrases:
            if phrase == tuple(one.text for one in self.sentence.words[place : place + len(phrase)]):
                yield place + len(phrase)
        for name in step.lists:
            yield from self._in_list(name, place)

    def _in_list(self, name: str, place: int) -> Places:
        """The places after any line of a list, looked for once per place."""
        key = (name, place)
        if key not in self.known:
            ends = (self.follow(one.parts, place) for one in self.lists[name])
            self.known[key] = frozenset(end for reached in ends for end in reached)
        return self.known[key]
