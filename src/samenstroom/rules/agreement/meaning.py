"""What the parts of a condition say about values: yes, no, or unknown because something was not filled in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal, DecimalException
from functools import reduce
from typing import Any

Values = Mapping[str, Any]
Reading = Callable[[Values, Collection[str]], Any]


class Unknown:
    """Not to be said, because something was not filled in."""


UNKNOWN = Unknown()


def number(value: Any) -> Decimal | None:
    """A finite number; None for everything else, yes and no too."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    found = Decimal(value)
    return found if found.is_finite() else None


def truth(value: Any) -> bool | Unknown:
    """A value as a yes-or-no. What is not filled in is not a yes."""
    if isinstance(value, Unknown):
        return value
    return bool(number(value)) if isinstance(value, Decimal) else bool(value)


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same. Yes is never 1, and a text is never a number."""
    left, right = number(one), number(other)
    if left is not None and right is not None:
        return left == right
    return type(one) is type(other) and not isinstance(one, Decimal) and bool(one == other)


def among(value: Any, options: tuple[Any, ...]) -> bool:
    """Whether a value stands in a row."""
    return any(same(value, option) for option in options)


SIZES: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": lambda one, other: bool(one < other),
    ">": lambda one, other: bool(one > other),
    "<=": lambda one, other: bool(one <= other),
    ">=": lambda one, other: bool(one >= other),
    "==": same,
    "!=": lambda one, other: not same(one, other),
}


def compared(sign: str, left: Reading, right: Reading) -> Reading:
    """Two values side by side. By size only numbers with numbers and days with days; all else is unknown."""

    def reading(values: Values, clauses: Collection[str]) -> Any:
        one, other = left(values, clauses), right(values, clauses)
        if isinstance(one, Unknown) or isinstance(other, Unknown):
            return UNKNOWN
        pair = (one, other) if sign in ("==", "!=") else _ordered(one, other)
        return UNKNOWN if pair is None else SIZES[sign](*pair)

    return reading


def reckoned(way: Callable[[list[Decimal]], Decimal], parts: list[Reading]) -> Reading:
    """A sum, a product, the smallest or the largest; unknown when one part is no number."""

    def reading(values: Values, clauses: Collection[str]) -> Any:
        found = [number(part(values, clauses)) for part in parts]
        known = [one for one in found if one is not None]
        if len(known) < len(found):
            return UNKNOWN
        try:
            return way(known)
        except DecimalException:
            return UNKNOWN

    return reading


def sum_of(parts: list[Decimal]) -> Decimal:
    """All of them together."""
    return sum(parts, Decimal())


def product_of(parts: list[Decimal]) -> Decimal:
    """Each times the next."""
    return reduce(lambda one, other: one * other, parts)


def turned(part: Reading) -> Reading:
    """Not this. Unknown stays unknown."""

    def reading(values: Values, clauses: Collection[str]) -> Any:
        found = truth(part(values, clauses))
        return found if isinstance(found, Unknown) else not found

    return reading


def all_of(parts: list[Reading]) -> Reading:
    """Each of them."""
    return lambda values, clauses: _together([truth(part(values, clauses)) for part in parts], decisive=False)


def any_of(parts: list[Reading]) -> Reading:
    """At least one of them."""
    return lambda values, clauses: _together([truth(part(values, clauses)) for part in parts], decisive=True)


def _together(found: list[bool | Unknown], *, decisive: bool) -> bool | Unknown:
    """One decisive part decides; otherwise one unknown makes it unknown."""
    if any(one is decisive for one in found):
        return decisive
    return UNKNOWN if any(isinstance(one, Unknown) for one in found) else not decisive


def _ordered(one: Any, other: Any) -> tuple[Any, Any] | None:
    """Both as things with an order; None when they have none together."""
    left, right = number(one), number(other)
    if left is not None and right is not None:
        return left, right
    return (one, other) if type(one) is date and type(other) is date else None
