"""Who looks along at a table, as both see it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import Companion
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock


@dataclass(frozen=True)
class CompanionView:
    """One who looks along, or may, as this visit sees it."""

    companion: Companion
    i_proposed: bool
    today: date

    @property
    def is_proposed(self) -> bool:
        """It lies on the table; once its day has passed it waits for nobody."""
        return self.companion.is_open and self.today <= self.companion.until_on

    @property
    def counts(self) -> bool:
        return self.companion.counts_on(self.today)

    @property
    def is_over(self) -> bool:
        """Both had said yes; now it is over."""
        return self.companion.agreed_at is not None and not self.counts

    @property
    def waits_for_yes(self) -> bool:
        """The other proposed it."""
        return self.is_proposed and not self.i_proposed


def companions_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[CompanionView]]:
    """Collaboration id -> who looks along there or may, newest first; one query for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(Companion.objects.filter(collaboration__in=tables, dropped_at=None), seen_by=person)
    found: dict[int, list[CompanionView]] = {key: [] for key in tables}
    for one in rows.select_related("proposed_by").order_by("-proposed_at", "-pk"):
        visit, proposer = tables[one.collaboration_id], one.proposed_by
        i_proposed = proposer is not None and proposer.party_id == visit.party.pk
        found[one.collaboration_id].append(CompanionView(one, i_proposed, clock.day_of(visit.now)))
    return found


def companions_of(visit: Visit) -> list[CompanionView]:
    """Who looks along at this table, or may, newest first."""
    return companions_by_table(visit.person, [visit])[visit.collaboration.pk]


def companion_by_id(visit: Visit, public_id: str) -> CompanionView | None:
    """One of them."""
    return next((one for one in companions_of(visit) if one.companion.public_id == public_id), None)


def agreed_companions(public_ids: Collection[str], today: date) -> frozenset[int]:
    """The collaborations where one of these looks along with both today; one query."""
    rows = Companion.objects.filter(public_id__in=list(public_ids), agreed_at__isnull=False, ended_at=None)
    return frozenset(one.collaboration_id for one in rows if one.counts_on(today))
