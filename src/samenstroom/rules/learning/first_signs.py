"""In which of the seven it went wrong first: the dimension of the earliest sign."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samenstroom.rules.dimensions import Dimension

LOW = 2
"""An answer of *stroef* or *wisselend* is a sign."""


@dataclass(frozen=True)
class Sign:
    """One dated sign of one dimension."""

    on: date
    dimension: Dimension


def first_of(signs: Iterable[Sign]) -> Sign | None:
    """Return the earliest; on one day the order of the seven decides. None without any."""
    order = list(Dimension)
    return min(signs, key=lambda one: (one.on, order.index(one.dimension)), default=None)


def counted(firsts: Iterable[Dimension]) -> tuple[tuple[Dimension, int], ...]:
    """Return each dimension that was first and how often, the most often first, then in the order of the seven."""
    found = list(firsts)
    counts = [(one, found.count(one)) for one in Dimension if one in found]
    return tuple(sorted(counts, key=lambda pair: -pair[1]))
