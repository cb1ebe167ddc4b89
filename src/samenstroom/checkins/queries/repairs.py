"""Repairs: what both agreed on after a check-in, and whether it helped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samenstroom.accounts.models import Person
from samenstroom.checkins.models import Repair, RepairLook
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit


@dataclass(frozen=True)
class RepairView:
    """One repair as this visit sees it; `mine`/`theirs` (did it help) open together."""

    repair: Repair
    mine: str
    theirs: str
    we_said: bool
    they_said: bool
    i_proposed: bool
    owner_is_me: bool

    @property
    def is_agreed(self) -> bool:
        return self.repair.agreed_at is not None

    def is_due(self, today: date) -> bool:
        """Time to look back, and nobody of her side has said it yet."""
        return self.is_agreed and not self.we_said and self.repair.look_back_on <= today


def repairs_of(visit: Visit) -> list[RepairView]:
    """Repairs that are still on the table or agreed, newest first."""
    return repairs_by_table(visit.person, [visit])[visit.collaboration.pk]


def repairs_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[RepairView]]:
    """Collaboration id -> its repairs; two queries for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(Repair.objects.filter(collaboration__in=tables, dropped_at=None), seen_by=person)
    repairs = list(rows.select_related("proposed_by", "owner", "round").order_by("-proposed_at", "-pk"))
    looks = shared_rows(RepairLook.objects.filter(repair__in=repairs), seen_by=person)
    said = {(look.repair_id, look.party_id): look for look in looks}
    found: dict[int, list[RepairView]] = {key: [] for key in tables}
    for repair in repairs:
        table = repair.collaboration_id
        found[table].append(_repair_view(tables[table], repair, said))
    return found


def _repair_view(visit: Visit, repair: Repair, said: dict[tuple[int, int], RepairLook]) -> RepairView:
    mine = said.get((repair.pk, visit.party.pk))
    theirs = said.get((repair.pk, visit.other_party.pk))
    opened = repair.looked_back_at is not None
    own = mine is not None and (opened or mine.person_id == visit.person.pk)
    proposer = repair.proposed_by
    return RepairView(
        repair=repair,
        mine=mine.helped if mine and own else "",
        theirs=theirs.helped if theirs and opened else "",
        we_said=mine is not None,
        they_said=theirs is not None,
        i_proposed=bool(proposer and proposer.party_id == visit.party.pk),
        owner_is_me=repair.owner_id == visit.party.pk,
    )


def repair_of(visit: Visit, public_id: str) -> RepairView | None:
    """One repair at this table."""
    return next((view for view in repairs_of(visit) if view.repair.public_id == public_id), None)
