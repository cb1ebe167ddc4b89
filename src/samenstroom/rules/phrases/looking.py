"""One sentence with everything that was found in it, and whether a "not" or an "only if" stands near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from samenstroom.rules.phrases.matching import Span
from samenstroom.rules.phrases.speech import Speech, Templates
from samenstroom.rules.phrases.templates import NEAR, Group, Template
from samenstroom.rules.phrases.words import Sentence, Word, sentences

REACH_BEFORE, REACH_AFTER = 4, 3
"""How many words before and after a finding, in the same clause, a "not" still belongs to it."""


@dataclass(frozen=True)
class Look:
    """One sentence, looked at."""

    sentence: Sentence
    spans: dict[str, list[Span]]
    rules: Speech

    def has(self, templates: Templates) -> bool:
        """Whether any of these stands in the sentence, with or without a "not"."""
        return any(True for _ in self._found(templates))

    def hits(self, templates: Templates, *, unless: Templates = (), negatable: bool = False) -> Iterator[Span]:
        """Where these stand: without those in a clause that `unless` says is about something else, and when
        `negatable` without those that a "not" takes back.
        """
        elsewhere = [self._clauses(span) for _, spans in self._found(unless) for span in spans]
        for one, spans in self._found(templates):
            checks = negatable and not self.rules.knows_negation(one)
            for span in spans:
                first, last = self._clauses(span)
                is_elsewhere = any(begin <= last and first <= end for begin, end in elsewhere)
                if not is_elsewhere and not (checks and self._is_negated(span)):
                    yield span

    def holds(self, templates: Templates, *, unless: Templates = (), negatable: bool = False) -> bool:
        """Whether any of these stands in the sentence, by the same rules."""
        return any(True for _ in self.hits(templates, unless=unless, negatable=negatable))

    def is_near(self, span: Span, templates: Templates) -> bool:
        """Whether any of these stands in the same clause or in one next to it."""
        first, last = self._clauses(span)
        near = (self._clauses(other) for _, spans in self._found(templates) for other in spans)
        return any(begin <= last + 1 and first <= end + 1 for begin, end in near)

    def _found(self, templates: Iterable[Template]) -> Iterator[tuple[Template, list[Span]]]:
        for one in templates:
            if one.all_of[0][0].source not in self.spans:
                continue
            places = [self._places(group) for group in one.all_of]
            if all(places) and not any(self._places(group) for group in one.none_of):
                yield one, places[0]

    def _places(self, group: Group) -> list[Span]:
        """Where a sequence stands, or from the first to the last of several that stand near each other."""
        found = self.spans.get(group[0].source, [])
        for other in group[1:]:
            others = self.spans.get(other.source, [])
            found = [_around(one, two) for one in found for two in others if self._is_beside(one, two)]
        return found

    def _is_beside(self, one: Span, two: Span) -> bool:
        first, last = sorted((one, two))
        apart = last[0] - first[1]
        return 0 <= apart <= NEAR and self._clauses(last)[0] - self._clauses(first)[1] <= 1

    def _clauses(self, span: Span) -> tuple[int, int]:
        """The first and the last clause of a finding."""
        words, (begin, end) = self.sentence.words, span
        return words[begin].clause, words[end - 1].clause

    def _is_negated(self, span: Span) -> bool:
        words, (begin, end) = self.sentence.words, span
        first, last = self._clauses(span)
        near = range(max(0, begin - REACH_BEFORE), min(len(words), end + REACH_AFTER))
        return any(first <= words[place].clause <= last and place in self._negations for place in near)

    @cached_property
    def _negations(self) -> frozenset[int]:
        words = self.sentence.words
        excused = {
            place
            for one in self.rules.not_negations
            for begin, end in self._places(one.all_of[0])
            for place in range(begin, end)
        }
        return frozenset(
            place for place, word in enumerate(words) if word.text in self.rules.negations and place not in excused
        )


def _around(one: Span, two: Span) -> Span:
    return min(one[0], two[0]), max(one[1], two[1])


def looks(text: str, rules: Speech) -> tuple[Look, ...]:
    """Every sentence of a text, looked at once."""
    begins: dict[str, tuple[int, ...]] = {}
    whole = (mended(one, rules) for one in sentences(text, rules.grammar))
    return tuple(Look(one, rules.finder.find(one, begins), rules) for one in whole)


def mended(sentence: Sentence, rules: Speech) -> Sentence:
    """The sentence with slips of the pen in long words read as what was meant."""
    mend = rules.finder.spelling.mend
    return replace(sentence, words=tuple(replace(one, text=mend(one.text)) for one in sentence.words))


def clause_around(words: tuple[Word, ...], span: Span) -> Span:
    """The whole clauses in which a finding stands."""
    begin, end = span
    while begin > 0 and words[begin - 1].clause == words[begin].clause:
        begin -= 1
    while end < len(words) and words[end].clause == words[end - 1].clause:
        end += 1
    return begin, end
