"""Her own farewell, for her alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import Farewell
from samenstroom.farewell.queries.endings import EndingView
from samenstroom.rules.notice import asks_to_look_back

WORDS = ("reflection", "letter", "talk")
"""What a page over many tables does not even decrypt."""


def farewell_of(visit: Visit) -> Farewell | None:
    """Her farewell here, also when it is laid aside."""
    return private_rows(Farewell.objects.filter(collaboration=visit.collaboration), seen_by=visit.person).first()


def farewells_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, Farewell]:
    """Collaboration id -> her farewell there; one query for any number of tables."""
    keys = [visit.collaboration.pk for visit in visits]
    rows = private_rows(Farewell.objects.filter(collaboration__in=keys), seen_by=person).defer(*WORDS)
    return {one.collaboration_id: one for one in rows}


def last_day_of(farewell: Farewell, ending: EndingView | None) -> date | None:
    """The last day: as it is on record, otherwise as she planned it."""
    if ending is not None and ending.ending.last_on is not None:
        return ending.ending.last_on
    planned = farewell.plan.get("last_on")
    return date.fromisoformat(planned) if planned else None


def asks_how_it_ended(farewell: Farewell | None, ending: EndingView | None, today: date) -> bool:
    """Whether it is time to ask how it ended: once, only when it was told or is on record, never when it is aside."""
    if farewell is None or farewell.is_aside or farewell.moments.get("looked_back_on"):
        return False
    is_told = ending is not None or bool(farewell.moments.get("told_on"))
    return is_told and asks_to_look_back(last_day_of(farewell, ending), today)
