"""Her own talks, for her alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import Talk
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit

WORDS = ("offered", "facts", "effect", "need", "request", "offer", "opening", "agreed")
"""What a page over many tables does not even decrypt."""


def talks_of(visit: Visit) -> QuerySet[Talk]:
    """Her talks about this collaboration, newest first."""
    rows = private_rows(Talk.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return rows.order_by("-started_at", "-pk")


def talk_by_id(visit: Visit, public_id: str) -> Talk | None:
    """One talk of hers."""
    return talks_of(visit).filter(public_id=public_id).first()


def talks_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[Talk]]:
    """Collaboration id -> her talks there, newest first; one query for any number of tables."""
    keys = [visit.collaboration.pk for visit in visits]
    found: dict[int, list[Talk]] = {key: [] for key in keys}
    rows = private_rows(Talk.objects.filter(collaboration__in=keys), seen_by=person).defer(*WORDS)
    for talk in rows.order_by("-started_at", "-pk"):
        found[talk.collaboration_id].append(talk)
    return found


def is_due(talk: Talk, today: date) -> bool:
    """Time to look back on it."""
    return talk.looked_back_at is None and talk.look_back_on is not None and talk.look_back_on <= today
