"""Do I stretch, or do I bend? Whether something makes her grow, or makes her put herself aside.

Each answer points to one of the two or to neither; the content says which. With fewer than three answers that point
somewhere it is too early to say. One lonely answer the other way does not turn three or more around: people are rarely
of one piece. Anything else is both, and that is an answer too.
"""

from collections.abc import Iterable
from enum import StrEnum

ENOUGH = 3
LONELY = 1


class Pointing(StrEnum):
    """Which way one answer points."""

    STRETCH = "stretch"
    BEND = "bend"
    NEITHER = "neither"


class Direction(StrEnum):
    """What the answers say together, in words; never a number."""

    STRETCH = "stretch"
    BEND = "bend"
    BOTH = "both"
    UNCLEAR = "unclear"


def read_stretch(pointing: Iterable[Pointing]) -> Direction:
    """Read the answers together."""
    found = list(pointing)
    stretch, bend = found.count(Pointing.STRETCH), found.count(Pointing.BEND)
    if stretch + bend < ENOUGH:
        return Direction.UNCLEAR
    if stretch >= ENOUGH and bend <= LONELY:
        return Direction.STRETCH
    if bend >= ENOUGH and stretch <= LONELY:
        return Direction.BEND
    return Direction.BOTH
