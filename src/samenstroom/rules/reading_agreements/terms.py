"""The numbers, days and choices that an agreement says, each with the words it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samenstroom.rules.phrases.looking import Look
from samenstroom.rules.phrases.matching import Span
from samenstroom.rules.reading_agreements.quantities import Quantity, quantities
from samenstroom.rules.reading_agreements.rulebook import Numbers, ReadingRules, TermRule

REACH = 12
"""How many words a number may stand from what it is about."""
MOST_OF_ONE = 3
"""So many different values of one term are told; more is a text that is about something else."""


@dataclass(frozen=True)
class TermRead:
    """One value as it would stand in an agreement document, and the sentence (`text[start:end]`) that says it."""

    name: str
    value: str
    start: int
    end: int


def terms_in(text: str, seen: Sequence[Look], rules: ReadingRules) -> tuple[TermRead, ...]:
    """What the text says of each term, in the order of the rules; different values of one term all count."""
    found: list[TermRead] = []
    for rule in rules.terms:
        values: dict[str, TermRead] = {}
        for look in seen:
            if not look.has(rule.unless):
                for value in _values(rule, text, look, rules.numbers):
                    values.setdefault(value, TermRead(rule.name, value, look.sentence.start, look.sentence.end))
        found += list(values.values())[:MOST_OF_ONE]
    return tuple(found)


def _values(rule: TermRule, text: str, look: Look, numbers: Numbers) -> Iterator[str]:
    if rule.options:
        yield from (value for value, lines in rule.options.items() if look.has(lines))
        return
    hits = list(look.hits(rule.near))
    if not hits:
        return
    near = [(_distance(one, hits), one) for one in quantities(text, look.sentence, rule.measure, numbers)]
    close = [pair for pair in near if pair[0] <= REACH]
    if close:
        yield _written(min(close, key=lambda pair: pair[0])[1])


def _distance(one: Quantity, hits: Sequence[Span]) -> int:
    return min(
        0 if begin <= one.place < end else min(abs(one.place - begin), abs(one.place - end + 1)) for begin, end in hits
    )


def _written(one: Quantity) -> str:
    if isinstance(one.value, date):
        return one.value.isoformat()
    whole = one.value.to_integral_value()
    return str(int(whole)) if whole == one.value else str(one.value)
