"""Everything that counts when she decides, from each noun that has something to say."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from samenstroom.collaborations.visits import Visit

from .weighed import Lean, Weighed
from .wording.feelings import weighed_feelings

WEIGHED: tuple[Callable[[Visit], list[Weighed]], ...] = (weighed_feelings,)
"""Who has lines for and against."""

OWN_RULES: tuple[Callable[[Visit], list[str]], ...] = ()
"""Who knows her own rules: sentences in her own words, such as her boundaries."""

WAVING: tuple[Callable[[Visit], Collection[str]], ...] = ()
"""Who knows which flags wave now, by id."""


def weigh(visit: Visit) -> list[Weighed]:
    """All lines, each noun in its own order. The human weighs."""
    return [one for lines in WEIGHED for one in lines(visit)]


def own_rules(visit: Visit) -> list[str]:
    """Her own rules, to lay beside the lines."""
    return [one for rules in OWN_RULES for one in rules(visit)]


def snapshot_of(visit: Visit) -> dict[str, Any]:
    """What she knows at this moment, so that she still understands her decision in a year."""
    return {
        "lines": [{"lean": one.lean.value, "text": one.text, "source": one.source} for one in weigh(visit)],
        "rules": own_rules(visit),
        "flags": sorted({flag for waving in WAVING for flag in waving(visit)}),
    }


def can_worry(lines: list[Weighed]) -> list[Weighed]:
    """Lines that she may want to keep in sight: those against and those still open."""
    return [one for one in lines if one.lean is not Lean.FOR]
