"""What to look for in letters of one language, made from what a coach wrote in the content files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samenstroom.rules.phrases.speech import Speech, Templates, finder, grammar, plain_words, templates
from samenstroom.rules.phrases.templates import Lists, lists

ELEMENTS = (
    *("appreciation", "decision", "reason", "last_day", "perspective", "handover"),
    *("successor", "talk", "settlement", "thanks", "door", "request"),
)
"""What a good farewell holds."""
TONES = ("blame", "drama", "vague", "over_apology", "unkeepable_promise", "cold", "threat", "sarcasm")
"""What may land harder, or softer, than it was meant."""

ELEMENT_LINES = ("there", "partly", "softens", "unless", "letter_unless", "nearby", "nearby_unless")
TONE_LINES = ("alone", "together", "unless", "nearby", "nearby_unless")


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
class Rulebook(Speech):
    """Everything there is to look for in letters of one language."""

    conditions: Templates
    elements: tuple[ElementRule, ...]
    tones: tuple[ToneRule, ...]


def rulebook(written: Mapping[str, Any]) -> Rulebook:
    """The rules in a content file `letters.yaml`. Raises TemplateError for a line that cannot be read."""
    found = written["patterns"]
    named = lists(found["lists"])
    elements = tuple(_element(one, named) for one in written["elements"])
    tones = tuple(_tone(one, named) for one in written["tone"])
    conditions, not_negations = (templates(found[name], named) for name in ("conditions", "not_negations"))
    groups = [conditions, not_negations]
    groups += [getattr(one, name) for one in elements for name in ELEMENT_LINES]
    groups += [getattr(one, name) for one in tones for name in TONE_LINES]
    return Rulebook(
        grammar=grammar(found["grammar"]),
        common=plain_words(found["grammar"]["common"]),
        negations=plain_words(found["negations"]),
        not_negations=not_negations,
        conditions=conditions,
        elements=elements,
        tones=tones,
        finder=finder((one for group in groups for one in group), named),
    )


def _element(written: Mapping[str, Any], named: Lists) -> ElementRule:
    found = written["patterns"]
    groups = {name: templates(found[name], named) for name in ELEMENT_LINES}
    return ElementRule(
        id=written["id"],
        negatable=written["negatable"],
        conditional=written["conditional"],
        not_with=frozenset(written["not_with"]),
        **groups,
    )


def _tone(written: Mapping[str, Any], named: Lists) -> ToneRule:
    found = written["patterns"]
    groups = {name: templates(found[name], named) for name in TONE_LINES}
    return ToneRule(id=written["id"], at_least=written["at_least"], negatable=written["negatable"], **groups)
