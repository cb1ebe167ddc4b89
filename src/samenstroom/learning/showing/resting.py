"""On whom a signal that was shown rests: on her own facts, on what both did or wrote, or on somebody else's trust."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.visibility import Circle
from samenstroom.watch.models import ShownFinding
from samenstroom.watch.queries import shown_rows

IN_TRUST = frozenset({"reference_heard", "readiness_heard"})
"""Facts out of what somebody said to her alone: a referee, or who did her self-test."""


class Rest(Enum):
    """`OWN`: every fact is hers. `BOTH`: at least one fact is of both. `NEVER`: it rests on somebody else's trust."""

    OWN = "own"
    BOTH = "both"
    NEVER = "never"


@dataclass(frozen=True)
class ShownRow:
    """A signal as it was shown to her, and on whom it rests."""

    row: ShownFinding
    rest: Rest


def rest_of(finding: Mapping[str, object]) -> Rest:
    """By its facts as they were kept. What is shared, or not known, is of both."""
    facts = finding.get("evidence")
    if not isinstance(facts, list) or not facts:
        return Rest.BOTH
    if any(fact.get("kind") in IN_TRUST for fact in facts):
        return Rest.NEVER
    return Rest.OWN if all(fact.get("origin") == Circle.PRIVATE.value for fact in facts) else Rest.BOTH


def shown_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[ShownRow]]:
    """Collaboration id -> signals she was shown there, newest first; one query for any number of tables."""
    found: dict[int, list[ShownRow]] = {visit.collaboration.pk: [] for visit in visits}
    for row in shown_rows(person).filter(collaboration__in=found).order_by("-shown_at", "-pk"):
        found[row.collaboration_id].append(ShownRow(row, rest_of(row.finding)))
    return found
