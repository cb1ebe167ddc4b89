"""Passages that may land otherwise than they were meant, each with its exact words. A hint, never a verdict."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from samenstroom.rules.letters.rulebook import Rulebook, ToneRule
from samenstroom.rules.phrases.looking import Look, clause_around, looks
from samenstroom.rules.phrases.matching import Span
from samenstroom.rules.phrases.words import Sentence

SHORT_SENTENCE = 18
"""Up to so many words a sentence is quoted whole; from a longer one only the clauses that matter."""


@dataclass(frozen=True)
class ToneProblem:
    """One passage of the letter, `text[start:end]`, and why it is worth a second look."""

    kind: str
    passage: str
    start: int
    end: int


def tone(text: str, rules: Rulebook, kinds: Collection[str] = ()) -> tuple[ToneProblem, ...]:
    """The passages in this text that are worth a second look, in the order of the text; of all kinds, or of these."""
    return tone_of(text, looks(text, rules), rules, kinds)


def tone_of(text: str, seen: Sequence[Look], rules: Rulebook, kinds: Collection[str] = ()) -> tuple[ToneProblem, ...]:
    """The same, for sentences that were looked at already."""
    found: list[ToneProblem] = []
    for rule in rules.tones:
        if not kinds or rule.id in kinds:
            found += [
                ToneProblem(rule.id, text[begin:end], begin, end)
                for look, spans in _spans(rule, seen)
                for begin, end in _passages(look.sentence, spans)
            ]
    return tuple(sorted(found, key=lambda one: (one.start, one.kind)))


def _spans(rule: ToneRule, seen: Sequence[Look]) -> list[tuple[Look, list[Span]]]:
    """Per sentence what counts: one that is enough alone, and the others when there are enough of them."""
    hits: list[tuple[Look, list[Span], list[Span]]] = []
    for look in seen:
        alone = [
            *look.hits(rule.alone, unless=rule.unless, negatable=rule.negatable),
            *look.hits(rule.nearby, unless=(*rule.unless, *rule.nearby_unless), negatable=rule.negatable),
        ]
        together = look.hits(rule.together, unless=rule.unless, negatable=rule.negatable)
        hits.append((look, alone, list(together)))
    often = sum(len(_apart(alone + together)) for _, alone, together in hits) >= rule.at_least
    counted = [(look, alone + together if often else alone) for look, alone, together in hits]
    return [(look, spans) for look, spans in counted if spans]


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Those that do not overlap one that came before."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if not found or begin >= found[-1][1]:
            found.append((begin, end))
    return found


def _passages(sentence: Sentence, spans: Sequence[Span]) -> list[Span]:
    """What to quote, as places in the text: the sentence, or the clauses around each finding."""
    words = sentence.words
    if len(words) <= SHORT_SENTENCE:
        return [(sentence.start, sentence.end)]
    merged: list[Span] = []
    for begin, end in sorted(clause_around(words, span) for span in spans):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return [(words[begin].start, words[end - 1].end) for begin, end in merged]
