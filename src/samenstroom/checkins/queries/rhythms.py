"""The rhythm of check-ins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenstroom.accounts.models import Person
from samenstroom.checkins.models import Rhythm
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit


@dataclass(frozen=True)
class RhythmView:
    """The rhythm that counts and the one that lies on the table."""

    running: Rhythm | None
    proposed: Rhythm | None
    proposed_by_me: bool


def rhythm_of(visit: Visit) -> RhythmView:
    """Rhythm of this collaboration: at most one running and one proposed."""
    return rhythms_by_table(visit.person, [visit])[visit.collaboration.pk]


def rhythms_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, RhythmView]:
    """Collaboration id -> its rhythm; one query for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(Rhythm.objects.filter(collaboration__in=tables, ended_at=None), seen_by=person)
    found: dict[int, list[Rhythm]] = {key: [] for key in tables}
    for rhythm in rows.select_related("proposed_by").order_by("-proposed_at", "-pk"):
        found[rhythm.collaboration_id].append(rhythm)
    return {key: _rhythm_view(tables[key], rows_) for key, rows_ in found.items()}


def _rhythm_view(visit: Visit, found: Sequence[Rhythm]) -> RhythmView:
    running = next((r for r in found if r.accepted_at), None)
    proposed = next((r for r in found if not r.accepted_at), None)
    mine = bool(proposed and proposed.proposed_by and proposed.proposed_by.party_id == visit.party.pk)
    return RhythmView(running=running, proposed=proposed, proposed_by_me=mine)


def rhythm_by_id(visit: Visit, public_id: str) -> Rhythm | None:
    """A rhythm at this table."""
    rows = shared_rows(Rhythm.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return rows.filter(public_id=public_id).first()
