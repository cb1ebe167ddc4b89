"""Advices of a table, as both see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import Advice
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit


@dataclass(frozen=True)
class AdviceView:
    """One advice, as this visit sees it."""

    advice: Advice
    i_gave: bool

    @property
    def waits_for_me(self) -> bool:
        """The other gave it, and has not heard from this side."""
        return not self.i_gave and self.advice.answered_at is None


def advices_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[AdviceView]]:
    """Collaboration id -> its advices, newest first; what was taken back is left out. One query."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(Advice.objects.filter(collaboration__in=tables, withdrawn_at=None), seen_by=person)
    found: dict[int, list[AdviceView]] = {key: [] for key in tables}
    for one in rows.select_related("given_by", "answered_by", "outcome_by", "extra_work").order_by("-given_at", "-pk"):
        mine = tables[one.collaboration_id].party.pk
        found[one.collaboration_id].append(AdviceView(one, one.given_by is not None and one.given_by.party_id == mine))
    return found


def advices_of(visit: Visit) -> list[AdviceView]:
    """All advices of this table, newest first."""
    return advices_by_table(visit.person, [visit])[visit.collaboration.pk]


def advice_by_id(visit: Visit, public_id: str) -> AdviceView | None:
    """One of them."""
    return next((one for one in advices_of(visit) if one.advice.public_id == public_id), None)
