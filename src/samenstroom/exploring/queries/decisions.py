"""Her own decisions and lessons, for her alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.models import Decision, LookBack
from samenstroom.kit import clock

WORDS = ("feeling", "why", "worries", "snapshot", "shared", "telling")
"""What a page over many tables does not even decrypt."""


def _rows(visit: Visit) -> QuerySet[Decision]:
    rows = private_rows(Decision.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return rows.select_related("look_back").order_by("-decided_at", "-pk")


def decisions_of(visit: Visit) -> list[Decision]:
    """Her decisions about this collaboration, newest first; what she is still writing is left out."""
    return list(_rows(visit).exclude(decided_at=None))


def newest_decision(visit: Visit) -> Decision | None:
    """The decision that counts now."""
    return _rows(visit).exclude(decided_at=None).first()


def decision_draft(visit: Visit) -> Decision | None:
    """The decision she is still writing."""
    return _rows(visit).filter(decided_at=None).first()


def decision_by_id(visit: Visit, public_id: str) -> Decision | None:
    """One decision that she made here."""
    return _rows(visit).exclude(decided_at=None).filter(public_id=public_id).first()


def decisions_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[Decision]]:
    """Collaboration id -> her decisions there, newest first; one query for any number of tables."""
    keys = [visit.collaboration.pk for visit in visits]
    found: dict[int, list[Decision]] = {key: [] for key in keys}
    rows = private_rows(Decision.objects.filter(collaboration__in=keys), seen_by=person).exclude(decided_at=None)
    for one in rows.select_related("look_back").defer(*WORDS).order_by("-decided_at", "-pk"):
        found[one.collaboration_id].append(one)
    return found


def decision_due(decisions: Sequence[Decision], today: date) -> Decision | None:
    """The newest of these decisions when it is time to look back on it; older ones were decided again."""
    newest = decisions[0] if decisions else None
    if newest is None or newest.look_back_on is None or newest.looked_back is not None:
        return None
    return newest if newest.look_back_on <= today else None


@dataclass(frozen=True)
class LessonView:
    """What she learned before, in her own words. `collaboration_name` is empty once that exploration was let go."""

    words: str
    when: date
    collaboration_name: str
    flags: frozenset[str]
    look_back: int = 0


def lessons_alike(visit: Visit, flags: Collection[str]) -> list[LessonView]:
    """Her own lessons at other collaborations where at least one of these flags waved too, newest first."""
    waving = frozenset(flags)
    rows = private_rows(LookBack.objects.exclude(collaboration=visit.collaboration), seen_by=visit.person)
    lessons = [_lesson(one) for one in rows.select_related("collaboration").order_by("-looked_back_at", "-pk")]
    return [one for one in lessons if one.words and one.flags & waving]


def _lesson(one: LookBack) -> LessonView:
    return LessonView(
        words=one.lesson,
        when=clock.day_of(one.looked_back_at),
        collaboration_name=one.collaboration.name if one.collaboration else "",
        flags=frozenset(one.flags),
        look_back=one.pk,
    )
