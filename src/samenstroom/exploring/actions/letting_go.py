"""Letting go of a private exploration: by her own act, or because its term is over. What she learned stays."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from django.db import models, transaction

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.exploring.models import (
    Asked,
    Decision,
    Feeling,
    LookBack,
    OwnAcquaintance,
    ReadinessAnswer,
    ReferenceRequest,
    Scan,
)
from samenstroom.kit import clock
from samenstroom.rules.decisions import is_past

EXPLORATION: tuple[type[models.Model], ...] = (
    Asked,
    Decision,
    Feeling,
    OwnAcquaintance,
    ReadinessAnswer,
    ReferenceRequest,
    Scan,
)
"""Everything private that belongs to exploring with somebody: rows with a `person` and a `collaboration`."""


@transaction.atomic
def let_go(*, person: Person, collaboration: Collaboration) -> int:
    """Her private exploration of this collaboration is gone; says how much. History: nothing, nobody is told.

    What she learned stays with her, without the names of the other side and without the collaboration.
    """
    lessons = LookBack.objects.filter(person=person, collaboration=collaboration)
    names = _names_at(collaboration, person)
    for one in lessons:
        one.lesson, one.collaboration, one.decision = without_names(one.lesson, names), None, None
        one.save(update_fields=["lesson", "collaboration", "decision"])
    gone = 0
    for model in EXPLORATION:
        _all, counted = model._default_manager.filter(person=person, collaboration=collaboration).delete()
        gone += counted.get(model._meta.label, 0)
    return gone


def what_is_past(*, now: datetime) -> list[tuple[Person, Collaboration]]:
    """Whose exploration of what has its term behind it. Who throws it away is up to the caller. Examples stay whole."""
    today = clock.day_of(now)
    made = Decision.objects.exclude(decided_at=None).filter(collaboration__demo_for=None)
    rows = made.select_related("person", "collaboration")
    newest: dict[tuple[int, int], Decision] = {}
    for one in rows.only("keep_until", "decided_at", "person", "collaboration").order_by("decided_at", "pk"):
        newest[one.person_id, one.collaboration_id] = one
    return [
        (one.person, one.collaboration)
        for one in newest.values()
        if is_past(date.fromisoformat(one.keep_until) if one.keep_until else None, today)
    ]


def without_names(text: str, names: Iterable[str]) -> str:
    """The text with each of these names as three dots; longest first, so that no part of a name is left."""
    wanted = sorted({name for name in names if len(name) > 1}, key=len, reverse=True)
    if not wanted:
        return text
    pattern = "|".join(re.escape(name) for name in wanted)
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", "…", text, flags=re.IGNORECASE)


def _names_at(collaboration: Collaboration, person: Person) -> set[str]:
    """The name of the collaboration, and the names of everyone else there, whole and in parts."""
    names = Seat.objects.filter(collaboration=collaboration).exclude(person=person).values_list("name", flat=True)
    whole = {collaboration.name, *names}
    return whole | {part for name in whole for part in name.split() if part[:1].isupper()}
