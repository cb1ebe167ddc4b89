"""What to look for in agreements of one language, made from what people wrote in the content files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from samenstroom.rules.phrases.speech import Speech, Templates, finder, grammar, plain_words, templates
from samenstroom.rules.phrases.templates import Lists, lists
from samenstroom.rules.phrases.words import Grammar, plain

LONGEST_SENTENCE = 90
"""Words; sentences of agreements are longer than those of letters."""
CLAUSE_LINES = ("heading", "firm", "under", "mentions", "vague", "decisive", "unless", "denies")


@dataclass(frozen=True)
class ClauseRule:
    """How one clause is recognised. Each line of templates counts for the sentence in which it is found."""

    code: str
    heading: Templates
    """The title of a part of the text that is about this."""
    firm: Templates
    """Then it is there."""
    under: Templates
    """The same, but only under a heading of its own: said elsewhere it may be about something else."""
    mentions: Templates
    """It is about this, without what decides."""
    vague: Templates
    """Makes unclear what would be there, besides the vague words for every clause."""
    decisive: Templates
    """Takes the vagueness away: the number or the choice that it is about."""
    unless: Templates
    """In this sentence it is about something else."""
    denies: Templates
    """The text says that there is none."""
    heading_is_enough: bool
    """A heading of its own with something under it is enough, in whatever words."""


@dataclass(frozen=True)
class TermRule:
    """How a number, a day or a choice is found: near which words, and in which measure."""

    name: str
    near: Templates
    unless: Templates
    measure: str
    """A measure of the content file, `money`, `date`, or empty for a choice."""
    options: Mapping[str, Templates]
    """Of a choice: value -> what says so."""


@dataclass(frozen=True)
class Numbers:
    """Numbers, measures and months as this language writes them."""

    words: Mapping[str, int]
    measures: Mapping[str, Mapping[str, int]]
    """Measure -> word -> how many of the measure one of these is."""
    months: Mapping[str, int]


@dataclass(frozen=True)
class ReadingRules(Speech):
    """Everything there is to look for in agreements of one language."""

    vague: Templates
    clauses: tuple[ClauseRule, ...]
    terms: tuple[TermRule, ...]
    numbers: Numbers


def reading_rules(written: Mapping[str, Any]) -> ReadingRules:
    """The rules in a content file `agreement_reading.yaml`. Raises TemplateError for a line that cannot be read."""
    found = written["patterns"]
    named = lists(found["lists"])
    clauses = tuple(_clause(one, named) for one in written["clauses"])
    terms = tuple(_term(one, named) for one in written["terms"])
    vague = templates(found["vague"], named)
    groups = [vague, *(getattr(one, name) for one in clauses for name in CLAUSE_LINES)]
    groups += [group for one in terms for group in (one.near, one.unless, *one.options.values())]
    cut = grammar(found["grammar"])
    return ReadingRules(
        grammar=Grammar(cut.abbreviations, cut.clause_starts, cut.starts, LONGEST_SENTENCE),
        common=plain_words(found["grammar"]["common"]),
        negations=frozenset(),
        not_negations=(),
        finder=finder((one for group in groups for one in group), named),
        vague=vague,
        clauses=clauses,
        terms=terms,
        numbers=_numbers(found["numbers"]),
    )


def _clause(written: Mapping[str, Any], named: Lists) -> ClauseRule:
    found = written["patterns"]
    groups = {name: templates(found.get(name, ()), named) for name in CLAUSE_LINES}
    return ClauseRule(code=written["id"], heading_is_enough=written["heading_is_enough"], **groups)


def _term(written: Mapping[str, Any], named: Lists) -> TermRule:
    found = written["patterns"]
    return TermRule(
        name=written["id"],
        near=templates(found.get("near", ()), named),
        unless=templates(found.get("unless", ()), named),
        measure=found.get("measure", ""),
        options=MappingProxyType({value: templates(lines, named) for value, lines in found.get("options", {}).items()}),
    )


def _numbers(written: Mapping[str, Any]) -> Numbers:
    words = {plain(word): int(number) for word, number in written["words"].items()}
    tens = {word: number for word, number in words.items() if number >= 20 and number % 10 == 0 and number < 100}
    ones = {word: number for word, number in words.items() if 1 <= number <= 9}
    for ten, high in tens.items():
        for one, low in ones.items():
            words.setdefault(plain(written["joined"].format(ten=ten, one=one)), high + low)
    measures = {
        name: MappingProxyType({plain(word): int(size) for word, size in sizes.items()})
        for name, sizes in written["measures"].items()
    }
    months = {plain(word): at for at, names in enumerate(written["months"], start=1) for word in names}
    return Numbers(MappingProxyType(words), MappingProxyType(measures), MappingProxyType(months))
