"""*Wanneer vlieg ik?* What the collaborations that flourished had in common, against the others.

Never an order of clients: traits are compared, not people. A trait that is unknown at a collaboration counts nowhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from samenstroom.rules.learning.discrimination import Sign, log_ratio
from samenstroom.rules.learning.endings import Label
from samenstroom.rules.learning.shrinkage import TELL_FROM

FLOWS_FROM = 4.0
"""From *goed* on average it flowed."""
ENOUGH_ANSWERS = 3
USUAL = 0.5
"""How usual a trait is, before her own cases: as often there as not, on both sides."""
STANDS_OUT = 0.25
"""A smaller difference (in log-ratio) is not told as something in common."""


def flourished(label: Label, flows: Sequence[int]) -> bool | None:
    """Return whether it flourished: it did not end badly and she felt that it flowed; None when that is not known.

    `flows` are her own answers to *does it flow?*. With fewer than three the ending speaks alone.
    """
    if label is Label.BAD:
        return False
    if len(flows) >= ENOUGH_ANSWERS:
        return fmean(flows) >= FLOWS_FROM
    return True if label is Label.GOOD else None


@dataclass(frozen=True)
class Flight:
    """One collaboration: whether it flourished, and its traits (yes, no, or None for unknown)."""

    flew: bool | None
    traits: Mapping[str, bool | None] = field(hash=False)


@dataclass(frozen=True)
class Compared:
    """One trait: in how many of those that flew it was there, and of the others."""

    trait: str
    flew_with: int
    flew: int
    other_with: int
    other: int

    @property
    def difference(self) -> float:
        """Above zero when it goes with flying, drawn towards none as long as there are few."""
        sign = Sign(self.flew_with, self.flew, self.other_with, self.other)
        return log_ratio(sign, before_bad=USUAL, before_good=USUAL)

    @property
    def is_told(self) -> bool:
        """Whether it may be told as something in common: three flew, most of them with it, and more than the rest."""
        most = 2 * self.flew_with > self.flew
        return self.flew >= TELL_FROM and self.other > 0 and most and self.difference >= STANDS_OUT


def compare(flights: Iterable[Flight]) -> tuple[Compared, ...]:
    """Return every trait that is known somewhere, what stands out most first, then in the order they were given."""
    known = [one for one in flights if one.flew is not None]
    order = list(dict.fromkeys(trait for one in known for trait, value in one.traits.items() if value is not None))
    found = [_compared(trait, known) for trait in order]
    return tuple(sorted(found, key=lambda one: -one.difference))


def _compared(trait: str, flights: Sequence[Flight]) -> Compared:
    flew = [value for one in flights if one.flew and (value := one.traits.get(trait)) is not None]
    other = [value for one in flights if not one.flew and (value := one.traits.get(trait)) is not None]
    return Compared(trait, sum(flew), len(flew), sum(other), len(other))
