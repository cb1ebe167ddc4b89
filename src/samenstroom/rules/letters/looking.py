"""One sentence with everything that was found in it, and whether a "not" or an "only if" stands near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from samenstroom.rules.letters.matching import Span
from samenstroom.rules.letters.rulebook import Rulebook, Templates
from samenstroom.rules.letters.templates import Template
from samenstroom.rules.letters.words import Sentence, Word, sentences

REACH_BEFORE, REACH_AFTER = 4, 3
"""How many words before and after a finding, in the same clause, a "not" still belongs to it."""


@dataclass(frozen=True)
class Look:
    """One sentence, looked at."""

    sentence: Sentence
    spans: dict[str, list[Span]]
    rules: Rulebook

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
            has_all = all(part.source in self.spans for part in one.all_of)
            if has_all and not any(part.source in self.spans for part in one.none_of):
                yield one, self.spans[one.all_of[0].source]

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
            for begin, end in self.spans.get(one.all_of[0].source, ())
            for place in range(begin, end)
        }
        return frozenset(
            place for place, word in enumerate(words) if word.text in self.rules.negations and place not in excused
        )


def looks(text: str, rules: Rulebook) -> tuple[Look, ...]:
    """Every sentence of a letter, looked at once."""
    begins: dict[str, tuple[int, ...]] = {}
    return tuple(Look(one, rules.finder.find(one, begins), rules) for one in sentences(text, rules.grammar))


def clause_around(words: tuple[Word, ...], span: Span) -> Span:
    """The whole clauses in which a finding stands."""
    begin, end = span
    while begin > 0 and words[begin - 1].clause == words[begin].clause:
        begin -= 1
    while end < len(words) and words[end].clause == words[end - 1].clause:
        end += 1
    return begin, end
