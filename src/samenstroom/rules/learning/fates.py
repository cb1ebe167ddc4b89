"""What became of a sign that was seen before the start: it came true, it was a false alarm, or nobody knows yet.

Her own word goes first. Then what was seen later: the behaviour itself, dated. Then the ending. A false alarm is told
as gladly as the rest: then it ended well, and the behaviour was not seen again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from samenstroom.rules.learning.endings import Label
from samenstroom.rules.learning.shrinkage import FLAG, Prior, Rate


class Fate(StrEnum):
    """What became of it."""

    CAME_TRUE = "came_true"
    FALSE_ALARM = "false_alarm"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Sighting:
    """One sign at one collaboration: what she said of it later, whether it was seen again, and how it ended."""

    label: Label
    said: bool | None = None
    was_seen_again: bool = False


def fate_of(one: Sighting) -> Fate:
    """Return what became of it."""
    if one.said is not None:
        return Fate.CAME_TRUE if one.said else Fate.FALSE_ALARM
    if one.was_seen_again or one.label is Label.BAD:
        return Fate.CAME_TRUE
    return Fate.FALSE_ALARM if one.label is Label.GOOD else Fate.UNKNOWN


@dataclass(frozen=True)
class Tally:
    """How often a sign was seen, and what became of it."""

    came_true: int = 0
    false_alarm: int = 0
    unknown: int = 0

    @property
    def seen(self) -> int:
        return self.came_true + self.false_alarm + self.unknown

    @property
    def known(self) -> int:
        return self.came_true + self.false_alarm

    def rate(self, prior: Prior = FLAG) -> Rate:
        """How often it came true, of those of which it is known."""
        return Rate(self.came_true, self.known, prior)


def tally(fates: Iterable[Fate]) -> Tally:
    """Count them."""
    found = list(fates)
    return Tally(*(found.count(one) for one in (Fate.CAME_TRUE, Fate.FALSE_ALARM, Fate.UNKNOWN)))
