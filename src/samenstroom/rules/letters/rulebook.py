"""What to look for in letters of one language, made from what a coach wrote in the content files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from samenstroom.rules.letters.matching import Finder
from samenstroom.rules.letters.templates import (
    Lists,
    Sequence,
    Step,
    Template,
    TemplateError,
    lists,
    names_in,
    template,
)
from samenstroom.rules.letters.words import Grammar, plain

ELEMENTS = (
    *("appreciation", "decision", "reason", "last_day", "perspective", "handover"),
    *("successor", "talk", "settlement", "thanks", "door", "request"),
)
"""What a good farewell holds."""
TONES = ("blame", "drama", "vague", "over_apology", "unkeepable_promise", "cold", "threat", "sarcasm")
"""What may land harder, or softer, than it was meant."""

ELEMENT_LINES = ("there", "partly", "softens", "unless", "letter_unless", "nearby", "nearby_unless")
TONE_LINES = ("alone", "together", "unless", "nearby", "nearby_unless")

Templates = tuple[Template, ...]


@dataclass(frozen=True)
class ElementRule:
    """How one element is recognised. Every line of templates counts for the sentence in which it is found."""

    id: str
    there: Templates
    partly: Templates
    softens: Templates
    """Makes partly of what would be there."""
    unless: Templates
    """In this sentence it is about something else."""
    letter_unless: Templates
    """Anywhere in the letter: then the letter is about something else."""
    negatable: bool
    """A "not" nearby takes it away."""
    conditional: bool
    """An "only if" makes it partly."""
    nearby: Templates
    """As `there`, in broad strokes: concepts near each other."""
    nearby_unless: Templates
    """In this clause `nearby` is about something else, besides `unless`."""
    not_with: frozenset[str]
    """Kinds of tone that take it away: praise meant as a sneer is no praise."""


@dataclass(frozen=True)
class ToneRule:
    """How one kind of tone is recognised: by one line that is enough, or by several that are only so together."""

    id: str
    alone: Templates
    together: Templates
    unless: Templates
    nearby: Templates
    """As `alone`, in broad strokes."""
    nearby_unless: Templates
    at_least: int
    negatable: bool


@dataclass(frozen=True)
class Rulebook:
    """Everything there is to look for in one language."""

    grammar: Grammar
    common: frozenset[str]
    """Words by which the language is known."""
    negations: frozenset[str]
    not_negations: Templates
    conditions: Templates
    elements: tuple[ElementRule, ...]
    tones: tuple[ToneRule, ...]
    finder: Finder

    def knows_negation(self, one: Template) -> bool:
        """Whether a template says "not" itself; then it is not for us to look for another."""
        steps = (part for group in one.all_of for line in group for part in line.parts if isinstance(part, Step))
        return any(self._says_not(step) for step in steps)

    def _says_not(self, step: Step) -> bool:
        return not self.negations.isdisjoint(step.words.union(*step.phrases))


def rulebook(written: Mapping[str, Any]) -> Rulebook:
    """The rules in a content file `letters.yaml`. Raises TemplateError for a line that cannot be read."""
    found = written["patterns"]
    grammar, named = found["grammar"], lists(found["lists"])
    elements = tuple(_element(one, named) for one in written["elements"])
    tones = tuple(_tone(one, named) for one in written["tone"])
    conditions, not_negations = (_templates(found[name], named) for name in ("conditions", "not_negations"))
    groups = [conditions, not_negations]
    groups += [getattr(one, name) for one in elements for name in ELEMENT_LINES]
    groups += [getattr(one, name) for one in tones for name in TONE_LINES]
    return Rulebook(
        grammar=Grammar(*(_words(grammar[name]) for name in ("abbreviations", "clause_starts", "starts"))),
        common=_words(grammar["common"]),
        negations=_words(found["negations"]),
        not_negations=not_negations,
        conditions=conditions,
        elements=elements,
        tones=tones,
        finder=_finder((one for group in groups for one in group), named),
    )


def _finder(templates: Iterable[Template], named: Lists) -> Finder:
    every: dict[str, Sequence] = {}
    for one in templates:
        every |= {part.source: part for part in one.sequences}
    unknown = names_in(every.values()) - set(named)
    if unknown:
        raise TemplateError(f"there is no list {', '.join(sorted(unknown))}")
    return Finder(tuple(every.values()), MappingProxyType(dict(named)))


def _element(written: Mapping[str, Any], named: Lists) -> ElementRule:
    found = written["patterns"]
    groups = {name: _templates(found[name], named) for name in ELEMENT_LINES}
    return ElementRule(
        id=written["id"],
        negatable=written["negatable"],
        conditional=written["conditional"],
        not_with=frozenset(written["not_with"]),
        **groups,
    )


def _tone(written: Mapping[str, Any], named: Lists) -> ToneRule:
    found = written["patterns"]
    groups = {name: _templates(found[name], named) for name in TONE_LINES}
    return ToneRule(id=written["id"], at_least=written["at_least"], negatable=written["negatable"], **groups)


def _templates(written: Iterable[str], named: Lists) -> Templates:
    """The lines; one that is only a list stands for each line of that list, so that each has its own "not"."""
    lines: list[str] = []
    for line in written:
        bare = line[1:-1] if line.startswith("<") and line.endswith(">") else ""
        lines += [one.source for one in named[bare]] if bare in named else [line]
    return tuple(template(line) for line in lines)


def _words(written: Iterable[str]) -> frozenset[str]:
    return frozenset(plain(word) for word in written)
