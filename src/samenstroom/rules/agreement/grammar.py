"""Conditions of rules: a white-list grammar with a reader of its own. Nothing is ever run as code.

Names, text between quotes, whole numbers, None, True and False; `and`, `or`, `not`; comparisons (also in a chain);
`in` and `not in` with a row of literals; `is None` and `is not None`; `+` and `*`; `min` and `max`; `has('clause')`.

Not filled in (None) has no size: comparing it by size, or adding it up, is unknown, and a condition that is unknown
does not hold. As a yes-or-no, what is not filled in is not a yes, so `not x` holds;
who means more guards with `x is None`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NoReturn

from samenstroom.rules.agreement.meaning import (
    SIZES,
    Reading,
    Values,
    all_of,
    among,
    any_of,
    compared,
    product_of,
    reckoned,
    sum_of,
    truth,
    turned,
)

LONGEST = 1000
DEEPEST = 25
WORDS = frozenset(("and", "or", "not", "in", "is", "None", "True", "False", "min", "max", "has"))
TOKEN = re.compile(
    r"\s*(?:(?P<name>[a-z][a-z0-9_]{0,59}(?![A-Za-z0-9_])|None\b|True\b|False\b)"
    r"|(?P<number>[0-9]{1,12}(?:\.[0-9]{1,6})?(?![\w.]))"
    r"|'(?P<text>[^'\\\n]{0,80})'|(?P<sign><=|>=|==|!=|<|>|\(|\)|,|\+|\*))",
    re.ASCII,
)


class GrammarError(ValueError):
    """A condition is not in the grammar. The message says what, and at which character."""


@dataclass(frozen=True)
class Condition:
    """A condition that was read: its text, and the names and clauses it asks for."""

    text: str
    names: frozenset[str]
    clauses: frozenset[str]
    _reading: Reading

    def holds(self, values: Values, clauses: Collection[str]) -> bool:
        """Whether it holds; unknown is no. Never raises, whatever the values are."""
        return truth(self._reading(values, clauses)) is True


def parse(text: str, names: Collection[str] | None = None) -> Condition:
    """The condition in this text. With `names` only those may stand in it. Raises GrammarError."""
    if len(text) > LONGEST:
        raise GrammarError(f"longer than {LONGEST} characters")
    reader = _Reader(text)
    reading = reader.either(0)
    if reader.kind != "end":
        reader.refuse()
    unknown = reader.names - set(names) if names is not None else set()
    if unknown:
        raise GrammarError(f"unknown names: {', '.join(sorted(unknown))}")
    return Condition(text, frozenset(reader.names), frozenset(reader.clauses), reading)


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    at = 0
    end = len(text.rstrip())
    while at < end:
        found = TOKEN.match(text, at)
        if found is None:
            raise GrammarError(f"not in the grammar at character {at + 1}: {text[at : at + 12]!r}")
        kind = str(found.lastgroup)
        word = found[kind]
        yield ("word" if kind == "name" and word in WORDS else kind), word, at
        at = found.end()
    yield "end", "", at


class _Reader:
    """Reads from left to right, one word ahead; never deeper than DEEPEST."""

    def __init__(self, text: str) -> None:
        self._rest = _tokens(text)
        self.names: set[str] = set()
        self.clauses: set[str] = set()
        self._next()

    def _next(self) -> str:
        before = getattr(self, "token", "")
        self.kind, self.token, self.at = next(self._rest)
        return before

    def refuse(self) -> NoReturn:
        """Say that the next word does not belong here."""
        raise GrammarError(f"not expected at character {self.at + 1}: {self.token or 'the end'!r}")

    def _is(self, *tokens: str) -> bool:
        return self.kind in ("word", "sign") and self.token in tokens

    def _take(self, token: str) -> None:
        if not self._is(token):
            self.refuse()
        self._next()

    def either(self, depth: int) -> Reading:
        """One or more parts with `or`."""
        if depth > DEEPEST:
            raise GrammarError(f"nested deeper than {DEEPEST}")
        parts = [self._both(depth)]
        while self._is("or"):
            self._next()
            parts.append(self._both(depth))
        return any_of(parts) if len(parts) > 1 else parts[0]

    def _both(self, depth: int) -> Reading:
        parts = [self._turned(depth)]
        while self._is("and"):
            self._next()
            parts.append(self._turned(depth))
        return all_of(parts) if len(parts) > 1 else parts[0]

    def _turned(self, depth: int) -> Reading:
        turns = 0
        while self._is("not"):
            self._next()
            turns += 1
        found = self._compared(depth)
        if turns > DEEPEST:
            raise GrammarError(f"nested deeper than {DEEPEST}")
        for _turn in range(turns):
            found = turned(found)
        return found

    def _compared(self, depth: int) -> Reading:
        left = self._sum(depth)
        if self._is("is", "in", "not"):
            return self._belongs(left)
        parts: list[Reading] = []
        while self._is(*SIZES):
            sign = self._next()
            right = self._sum(depth)
            parts.append(compared(sign, left, right))
            left = right
        return all_of(parts) if parts else left

    def _belongs(self, left: Reading) -> Reading:
        word = self._next()
        if word == "is":
            is_not = self._is("not")
            if is_not:
                self._next()
            self._take("None")
            return lambda values, clauses: (left(values, clauses) is None) is not is_not
        if word == "not":
            self._take("in")
        options = self._row()
        return lambda values, clauses: among(left(values, clauses), options) is not (word == "not")

    def _row(self) -> tuple[Any, ...]:
        self._take("(")
        found = [self._literal()]
        while self._is(","):
            self._next()
            if self._is(")"):
                break
            found.append(self._literal())
        self._take(")")
        return tuple(found)

    def _literal(self) -> Any:
        if self.kind == "text":
            return self._next()
        if self.kind == "number":
            return Decimal(self._next())
        if self._is("None", "True", "False"):
            return {"None": None, "True": True, "False": False}[self._next()]
        self.refuse()

    def _sum(self, depth: int) -> Reading:
        parts = [self._product(depth)]
        while self._is("+"):
            self._next()
            parts.append(self._product(depth))
        return reckoned(sum_of, parts) if len(parts) > 1 else parts[0]

    def _product(self, depth: int) -> Reading:
        parts = [self._one(depth)]
        while self._is("*"):
            self._next()
            parts.append(self._one(depth))
        return reckoned(product_of, parts) if len(parts) > 1 else parts[0]

    def _one(self, depth: int) -> Reading:
        if self.kind == "name":
            name = self._next()
            self.names.add(name)
            return lambda values, _clauses: values.get(name)
        if self._is("("):
            self._next()
            found = self.either(depth + 1)
            self._take(")")
            return found
        if self._is("has"):
            return self._has()
        if self._is("min", "max"):
            return self._outermost(depth)
        value = self._literal()
        return lambda _values, _clauses: value

    def _has(self) -> Reading:
        self._next()
        self._take("(")
        if self.kind != "text":
            self.refuse()
        code = self._next()
        self._take(")")
        self.clauses.add(code)
        return lambda _values, clauses: code in clauses

    def _outermost(self, depth: int) -> Reading:
        word = self._next()
        self._take("(")
        if depth >= DEEPEST:
            raise GrammarError(f"nested deeper than {DEEPEST}")
        parts = [self._sum(depth + 1)]
        while self._is(","):
            self._next()
            parts.append(self._sum(depth + 1))
        self._take(")")
        return reckoned(max if word == "max" else min, parts)
