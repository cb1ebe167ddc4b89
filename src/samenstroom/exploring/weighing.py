"""Everything that counts when she decides, from each noun that has something to say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samenstroom.collaborations.visits import Visit
from samenstroom.profiles.queries.boundaries import boundaries_of

from .weighed import Lean, Weighed
from .wording.acquaintance import weighed_acquaintance
from .wording.feelings import weighed_feelings
from .wording.readiness import weighed_readiness
from .wording.references import weighed_references
from .wording.room import weighed_room
from .wording.scans import waving_flags, weighed_scan
from .wording.trials import weighed_trial

WEIGHED: tuple[Callable[[Visit], list[Weighed]], ...] = (
    weighed_scan,
    weighed_readiness,
    weighed_acquaintance,
    weighed_feelings,
    weighed_references,
    weighed_trial,
    weighed_room,
)
"""Who has lines for and against."""


def weigh(visit: Visit) -> list[Weighed]:
    """All lines, each noun in its own order. The human weighs."""
    return [one for lines in WEIGHED for one in lines(visit)]


def own_rules(visit: Visit) -> list[str]:
    """Her own rules, to lay beside the lines: her boundaries, in her own words."""
    return [one.words for one in boundaries_of(visit.person)]


def snapshot_of(visit: Visit) -> dict[str, Any]:
    """What she knows at this moment, so that she still understands her decision in a year."""
    return {
        "lines": [{"lean": one.lean.value, "text": one.text, "source": one.source} for one in weigh(visit)],
        "rules": own_rules(visit),
        "flags": sorted(waving_flags(visit)),
    }


def can_worry(lines: list[Weighed]) -> list[Weighed]:
    """Lines that she may want to keep in sight: those against and those still open."""
    return [one for one in lines if one.lean is not Lean.FOR]
