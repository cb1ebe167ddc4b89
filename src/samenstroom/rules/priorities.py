"""What comes first for each side, where that differs, and what moved since last time.

Reason: priorities that change unseen are one of the seven causes for which a collaboration fails; two short lists next
to each other show it before the work does. A list is ordered, the first thing weighs most; what is not on it was not
chosen, which is no judgement about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

TOP = 3
"""How many things count as first when two lists are compared: more cannot all come first."""
LONGEST = 5
"""How many one puts in order."""


@dataclass(frozen=True)
class Compared:
    """Two lists: what stands in the first three of both, and what stands there with one only.

    Each in the order of the list it comes from.
    """

    both: tuple[str, ...]
    mine_only: tuple[str, ...]
    theirs_only: tuple[str, ...]


@dataclass(frozen=True)
class Shift:
    """What moved in one list: new in the first three, gone from them, and whether something else is first now."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    is_other_first: bool

    def __bool__(self) -> bool:
        return bool(self.up or self.is_other_first)

    @property
    def is_course(self) -> bool:
        """It is another course: two of the three are new, or one is new and another comes first."""
        return len(self.up) > 1 or (self.is_other_first and bool(self.up))


def compared(mine: Sequence[str], theirs: Sequence[str]) -> Compared:
    """The first three of both next to each other."""
    own, other = mine[:TOP], theirs[:TOP]
    return Compared(
        both=tuple(one for one in own if one in other),
        mine_only=tuple(one for one in own if one not in other),
        theirs_only=tuple(one for one in other if one not in own),
    )


def shift(before: Sequence[str], now: Sequence[str]) -> Shift:
    """What moved since the time before; nothing when one of the two lists is empty."""
    if not before or not now:
        return Shift((), (), is_other_first=False)
    was, is_now = before[:TOP], now[:TOP]
    return Shift(
        up=tuple(one for one in is_now if one not in was),
        down=tuple(one for one in was if one not in is_now),
        is_other_first=was[0] != is_now[0],
    )
