"""Pages both agree on, as both see them: what holds at a table, what waits for a yes, and every version there was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.planning.models import ProposedPage


@dataclass(frozen=True)
class PageView:
    """One version as this visit sees it."""

    page: ProposedPage
    i_proposed: bool

    @property
    def waits_for_yes(self) -> bool:
        """The other proposed it."""
        return self.page.is_open and not self.i_proposed


@dataclass(frozen=True)
class Pages:
    """What lies on the table: the version that holds, and the one that waits for a yes."""

    holds: PageView | None = None
    proposed: PageView | None = None


def pages_by_table(kind: type[ProposedPage], person: Person, visits: Sequence[Visit]) -> dict[int, Pages]:
    """Collaboration id -> what lies there of this kind; one query for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    found: dict[int, list[PageView]] = {key: [] for key in tables}
    rows = kind._default_manager.filter(collaboration__in=tables, replaced_at=None, dropped_at=None)
    for row in shared_rows(rows.select_related("proposed_by"), seen_by=person).order_by("proposed_at", "pk"):
        found[row.collaboration_id].append(_view(tables[row.collaboration_id], row))
    return {key: _standing(views) for key, views in found.items()}


def pages_at(kind: type[ProposedPage], visit: Visit) -> Pages:
    """What lies at this table of this kind."""
    return pages_by_table(kind, visit.person, [visit])[visit.collaboration.pk]


def page_by_id(kind: type[ProposedPage], visit: Visit, public_id: str) -> PageView | None:
    """A version that lies on this table."""
    standing = pages_at(kind, visit)
    both = (standing.holds, standing.proposed)
    return next((one for one in both if one and one.page.public_id == public_id), None)


def every_page_of(kind: type[ProposedPage], visit: Visit) -> list[PageView]:
    """Every version that was ever proposed here, newest first."""
    rows = kind._default_manager.filter(collaboration=visit.collaboration).select_related("proposed_by")
    return [_view(visit, row) for row in shared_rows(rows, seen_by=visit.person).order_by("-proposed_at", "-pk")]


def _standing(views: Sequence[PageView]) -> Pages:
    holds = [one for one in views if one.page.holds]
    waits = [one for one in views if one.page.is_open]
    return Pages(holds[-1] if holds else None, waits[-1] if waits else None)


def _view(visit: Visit, row: ProposedPage) -> PageView:
    return PageView(row, row.proposed_by is not None and row.proposed_by.party_id == visit.party.pk)
