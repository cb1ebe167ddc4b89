"""Decisions on record, as both see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.models import DecisionWord, MadeDecision


@dataclass(frozen=True)
class DecisionView:
    """One decision as this visit sees it. `stance` is what the side that did not note it says."""

    decision: MadeDecision
    i_noted: bool
    stance: DecisionWord | None
    outcomes: tuple[DecisionWord, ...]

    @property
    def can_answer(self) -> bool:
        """The other noted it, and it counts."""
        return not self.i_noted and self.decision.withdrawn_at is None

    @property
    def advice(self) -> str:
        return str(self.decision.content.get("advice", "none"))


def decisions_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[DecisionView]]:
    """Collaboration id -> its decisions, newest first; two queries for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(MadeDecision.objects.filter(collaboration__in=tables), seen_by=person)
    found: dict[int, list[DecisionView]] = {key: [] for key in tables}
    for one in rows.select_related("noted_by").prefetch_related("words__seat").order_by("-decided_on", "-pk"):
        words = sorted(one.words.all(), key=lambda word: (word.said_at, word.pk))
        noted = one.noted_by
        found[one.collaboration_id].append(
            DecisionView(
                decision=one,
                i_noted=noted is not None and noted.party_id == tables[one.collaboration_id].party.pk,
                stance=next((word for word in reversed(words) if word.stance), None),
                outcomes=tuple(word for word in words if not word.stance),
            )
        )
    return found


def decisions_of(visit: Visit) -> list[DecisionView]:
    """All decisions at this table, newest first."""
    return decisions_by_table(visit.person, [visit])[visit.collaboration.pk]


def decision_by_id(visit: Visit, public_id: str) -> DecisionView | None:
    """One decision of this table."""
    return next((view for view in decisions_of(visit) if view.decision.public_id == public_id), None)
