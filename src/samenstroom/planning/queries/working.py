"""Working agreements of a table, as both see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.planning.models import WorkingAgreement


@dataclass(frozen=True)
class WorkingView:
    """One version as this visit sees it."""

    agreement: WorkingAgreement
    i_proposed: bool

    @property
    def waits_for_yes(self) -> bool:
        """The other proposed it."""
        return self.agreement.is_open and not self.i_proposed


@dataclass(frozen=True)
class Working:
    """What lies on the table: the version that holds, and the one that waits for a yes."""

    holds: WorkingView | None = None
    proposed: WorkingView | None = None


def working_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, Working]:
    """Collaboration id -> its working agreements; one query for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    found: dict[int, list[WorkingView]] = {key: [] for key in tables}
    rows = WorkingAgreement.objects.filter(collaboration__in=tables, replaced_at=None, dropped_at=None)
    for row in shared_rows(rows.select_related("proposed_by"), seen_by=person).order_by("proposed_at", "pk"):
        found[row.collaboration_id].append(_view(tables[row.collaboration_id], row))
    return {key: _standing(views) for key, views in found.items()}


def working_at(visit: Visit) -> Working:
    """The working agreements of this table."""
    return working_by_table(visit.person, [visit])[visit.collaboration.pk]


def working_by_id(visit: Visit, public_id: str) -> WorkingView | None:
    """A version that lies on this table."""
    standing = working_at(visit)
    both = (standing.holds, standing.proposed)
    return next((one for one in both if one and one.agreement.public_id == public_id), None)


def every_working_of(visit: Visit) -> list[WorkingView]:
    """Every version that was ever proposed here, newest first."""
    rows = WorkingAgreement.objects.filter(collaboration=visit.collaboration).select_related("proposed_by")
    return [_view(visit, row) for row in shared_rows(rows, seen_by=visit.person).order_by("-proposed_at", "-pk")]


def _standing(views: Sequence[WorkingView]) -> Working:
    holds = [one for one in views if one.agreement.holds]
    waits = [one for one in views if one.agreement.is_open]
    return Working(holds[-1] if holds else None, waits[-1] if waits else None)


def _view(visit: Visit, row: WorkingAgreement) -> WorkingView:
    return WorkingView(row, row.proposed_by is not None and row.proposed_by.party_id == visit.party.pk)
