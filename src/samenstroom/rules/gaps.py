"""Two opened check-ins next to each other: where they differ, where both are low, where both are glad.

A gap is a subject to talk about, never an alarm by itself: the size of the difference hardly predicts how a
relationship goes on, the level of both does (dyadic studies; Acitelli's couples, Kenny).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from samenstroom.rules.answers import Values
from samenstroom.rules.dimensions import ITEMS, flow_last

LOW, HIGH = 2, 4


class GapSize(StrEnum):
    """How a gap is called: equal, one step apart, two or more."""

    SAME = "same"
    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True)
class Gap:
    """One item that both answered; `size` in steps, never negative."""

    item: str
    mine: int
    theirs: int
    size: int

    @property
    def label(self) -> GapSize:
        """The word for its size: reliability of one item makes two steps news, one step not yet."""
        return (GapSize.SAME, GapSize.SMALL, GapSize.LARGE)[min(self.size, 2)]


def gaps(mine: Values, theirs: Values) -> tuple[Gap, ...]:
    """Return the gaps of all items both answered, largest first; among equals the seven, then flow."""
    found = []
    for item in ITEMS:
        own, other = mine.get(item), theirs.get(item)
        if own is not None and other is not None:
            found.append(Gap(item, own, other, abs(own - other)))
    return tuple(sorted(found, key=lambda gap: (-gap.size, flow_last(gap.item))))


def largest(found: Iterable[Gap]) -> Gap | None:
    """Return the gap to talk about first; None when nothing was answered by both."""
    return min(found, key=lambda gap: (-gap.size, flow_last(gap.item)), default=None)


def both_low(found: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return the items where both stand at the two lowest steps: they agree, and it weighs on both."""
    return tuple(gap for gap in found if max(gap.mine, gap.theirs) <= LOW)


def both_high(found: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return the items where both stand at the two highest steps: what goes well is told too."""
    return tuple(gap for gap in found if min(gap.mine, gap.theirs) >= HIGH)
