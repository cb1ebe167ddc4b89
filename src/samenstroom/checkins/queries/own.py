"""What a person keeps for herself: her own check-ins, and whether she would carry on. Private."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samenstroom.accounts.models import Person
from samenstroom.checkins.models import CarryingOn, OwnCheckIn, OwnRhythm
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit


@dataclass(frozen=True)
class OwnView:
    """Her own check-ins, for when the other does not take part. Private."""

    rhythm: OwnRhythm | None
    draft: OwnCheckIn | None
    done: tuple[OwnCheckIn, ...]

    def is_due(self, today: date) -> bool:
        """Her own rhythm says it is time again, or it never happened yet."""
        if self.rhythm is None:
            return False
        if not self.done:
            return True
        return (today - self.done[0].answered_on).days >= 7 * self.rhythm.weeks


def own_of(visit: Visit) -> OwnView:
    """Everything of her own check-ins here, newest first."""
    return own_by_table(visit.person, [visit])[visit.collaboration.pk]


def own_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, OwnView]:
    """Collaboration id -> her own check-ins there; two queries for any number of tables."""
    keys = [visit.collaboration.pk for visit in visits]
    rows = private_rows(OwnCheckIn.objects.filter(collaboration__in=keys), seen_by=person)
    mine: dict[int, list[OwnCheckIn]] = {key: [] for key in keys}
    for row in rows.order_by("-answered_on", "-pk"):
        mine[row.collaboration_id].append(row)
    rhythms = private_rows(OwnRhythm.objects.filter(collaboration__in=keys), seen_by=person)
    by_table = {rhythm.collaboration_id: rhythm for rhythm in rhythms}
    return {
        key: OwnView(
            rhythm=by_table.get(key),
            draft=next((c for c in found if c.sent_at is None), None),
            done=tuple(c for c in found if c.sent_at),
        )
        for key, found in mine.items()
    }


def carrying_on_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, CarryingOn]:
    """Collaboration id -> when she was last asked whether she would carry on. Private."""
    keys = [visit.collaboration.pk for visit in visits]
    rows = private_rows(CarryingOn.objects.filter(collaboration__in=keys), seen_by=person)
    return {row.collaboration_id: row for row in rows.order_by("asked_on", "pk")}


def carrying_on_of(visit: Visit) -> list[CarryingOn]:
    """All her answers to the monthly question here, oldest first. Private."""
    rows = private_rows(CarryingOn.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return list(rows.order_by("asked_on", "pk"))
