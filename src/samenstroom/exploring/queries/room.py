"""Her own room, for her alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from samenstroom.accounts.models import Person
from samenstroom.collaborations.queries import visits_of
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.models import Asked, OwnRoom
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.room import Ask


def room_of(person: Person) -> OwnRoom | None:
    """What she has to give, if she filled it in."""
    return private_rows(OwnRoom.objects.all(), seen_by=person).first()


def asked_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, Asked]:
    """Collaboration id -> what it asks of her; one query for any number of tables."""
    keys = [visit.collaboration.pk for visit in visits]
    rows = private_rows(Asked.objects.filter(collaboration__in=keys), seen_by=person)
    return {one.collaboration_id: one for one in rows}


def tables_in_room(person: Person, now: datetime) -> list[Visit]:
    """Collaborations that can ask something of her: not those that end, not examples. By name."""
    ended = (Stage.FAREWELL.value, Stage.LEARN.value)
    visits = [one for one in visits_of(person, now) if one.collaboration.stage not in ended]
    real = [one for one in visits if not one.collaboration.is_demo]
    return sorted(real, key=lambda one: (one.collaboration.name.casefold(), one.collaboration.pk))


def amount(text: str) -> Decimal | None:
    """A kept amount; None when it was left open."""
    return Decimal(text) if text else None


def as_ask(asked: Asked) -> Ask:
    """What the rule needs of it."""
    return Ask(
        key=str(asked.collaboration_id),
        hours=amount(asked.hours),
        income=amount(asked.income),
        is_running=bool(asked.is_running),
    )
