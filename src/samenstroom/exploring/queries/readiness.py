"""What was sent to her after the readiness test, for her alone."""

from __future__ import annotations

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.models import ReadinessAnswer


def readiness_answers_of(person: Person) -> QuerySet[ReadinessAnswer]:
    """Everything that was sent to her, newest first."""
    rows = private_rows(ReadinessAnswer.objects.all(), seen_by=person)
    return rows.select_related("collaboration").order_by("-sent_at", "-pk")


def readiness_by_id(person: Person, public_id: str) -> ReadinessAnswer | None:
    """One of those."""
    return readiness_answers_of(person).filter(public_id=public_id).first()


def readiness_of(visit: Visit) -> ReadinessAnswer | None:
    """What this collaboration began with, for her to whom it was sent."""
    return readiness_answers_of(visit.person).filter(collaboration=visit.collaboration).first()


def readiness_by_table(person: Person) -> dict[int, list[ReadinessAnswer]]:
    """Collaboration id -> what it began with, newest first; one query for any number of tables."""
    found: dict[int, list[ReadinessAnswer]] = {}
    for answer in readiness_answers_of(person).exclude(collaboration=None):
        found.setdefault(answer.collaboration_id or 0, []).append(answer)
    return found


def new_readiness_count(person: Person) -> int:
    """How many she has not opened yet; nothing is decrypted for it."""
    return readiness_answers_of(person).filter(seen_at=None).count()
