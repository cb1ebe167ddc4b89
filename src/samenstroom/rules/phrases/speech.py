"""What looking at a text needs to know of one language, made from what people wrote in the content files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from samenstroom.rules.phrases.matching import Finder
from samenstroom.rules.phrases.templates import Lists, Sequence, Step, Template, TemplateError, names_in, template
from samenstroom.rules.phrases.words import Grammar, plain

Templates = tuple[Template, ...]


@dataclass(frozen=True)
class Speech:
    """How sentences are cut in this language, what says "not", and every phrase there is to find."""

    grammar: Grammar
    common: frozenset[str]
    """Words by which the language is known."""
    negations: frozenset[str]
    not_negations: Templates
    finder: Finder

    def knows_negation(self, one: Template) -> bool:
        """Whether a template says "not" itself; then it is not for us to look for another."""
        steps = (part for group in one.all_of for line in group for part in line.parts if isinstance(part, Step))
        return any(self._says_not(step) for step in steps)

    def _says_not(self, step: Step) -> bool:
        return not self.negations.isdisjoint(step.words.union(*step.phrases))


def grammar(written: Mapping[str, Any]) -> Grammar:
    """How sentences are cut, as a content file says it."""
    abbreviations, clause_starts, starts = (
        plain_words(written[name]) for name in ("abbreviations", "clause_starts", "starts")
    )
    return Grammar(abbreviations, clause_starts, starts)


def finder(templates_in: Iterable[Template], named: Lists) -> Finder:
    """What finds all of these. Raises TemplateError for a list that does not exist."""
    every: dict[str, Sequence] = {}
    for one in templates_in:
        every |= {part.source: part for part in one.sequences}
    unknown = names_in(every.values()) - set(named)
    if unknown:
        raise TemplateError(f"there is no list {', '.join(sorted(unknown))}")
    return Finder(tuple(every.values()), MappingProxyType(dict(named)))


def templates(written: Iterable[str], named: Lists) -> Templates:
    """The lines; one that is only a list stands for each line of that list, so that each has its own "not"."""
    lines: list[str] = []
    for line in written:
        bare = line[1:-1] if line.startswith("<") and line.endswith(">") else ""
        lines += [one.source for one in named[bare]] if bare in named else [line]
    return tuple(template(line) for line in lines)


def plain_words(written: Iterable[str]) -> frozenset[str]:
    """Words as rules see them."""
    return frozenset(plain(word) for word in written)


def guess_language(text_words: Iterable[str], speeches: Mapping[str, Speech], otherwise: str | None = None) -> str:
    """The language whose common words occur most; when that says nothing `otherwise`, or the first there is."""
    words = [plain(word) for word in text_words]
    counts = {name: sum(word in one.common for word in words) for name, one in speeches.items()}
    default = otherwise or next(iter(speeches))
    best = max(counts, key=lambda name: (counts[name], name == default))
    return best if counts[best] else default
