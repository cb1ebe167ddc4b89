"""What the rules notice for one visit, minus what this person set aside for the same facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.findings import Finding, fingerprint
from samenstroom.rules.indicators import look_at
from samenstroom.rules.visibility import Circle

from .gather import Known, history_of, known_of
from .models import SeenMark, ShownFinding


@dataclass(frozen=True)
class Noticed:
    """A finding with the mark by which this person's page of it is addressed."""

    finding: Finding
    mark: str


def mark_of(finding: Finding, visit: Visit) -> str:
    """A keyed hash of the facts, for this person and collaboration: says nothing, guesses nothing."""
    value = f"{visit.person.pk}:{visit.collaboration.pk}:{fingerprint(finding)}"
    return salted_hmac("samenstroom.watch.finding", value, algorithm="sha256").hexdigest()[:24]


def noticed_from(visit: Visit, known: Known) -> list[Noticed]:
    """What the rules notice in what is known, most important first; nothing is left out yet."""
    return [Noticed(finding, mark_of(finding, visit)) for finding in look_at(history_of(visit, known))]


def noticed(visit: Visit) -> list[Noticed]:
    """What this person may see noticed here now. Without an account only what rests on shared facts alone."""
    found = noticed_from(visit, known_of(visit.person, [visit])[visit.collaboration.pk])
    resting = resting_marks(visit.person, [one.mark for one in found], clock.day_of(visit.now))
    return [one for one in found if one.mark not in resting]


def noticed_by_both(visit: Visit) -> list[Noticed]:
    """What both sides may see noticed here now, also what this person set aside: that she did is hers alone."""
    found = noticed_from(visit, known_of(visit.person, [visit])[visit.collaboration.pk])
    return [one for one in found if is_shared(one)]


def noticed_by_mark(visit: Visit, mark: str) -> Noticed | None:
    """One finding by its mark, also when it was set aside; None when the facts no longer say so."""
    found = noticed_from(visit, known_of(visit.person, [visit])[visit.collaboration.pk])
    return next((one for one in found if one.mark == mark), None)


def shown_rows(person: Person) -> QuerySet[ShownFinding]:
    """Findings this person was shown; only hers."""
    return private_rows(ShownFinding.objects.all(), seen_by=person)


def resting_marks(person: Person, marks: Iterable[str], today: date) -> frozenset[str]:
    """Which of these findings rest: set aside for the same facts, or snoozed until a later day."""
    resting = Q(set_aside_at__isnull=False) | Q(snoozed_until__gt=today)
    rows = shown_rows(person).filter(resting, fingerprint__in=list(marks))
    return frozenset(rows.values_list("fingerprint", flat=True))


def talks_to_ask_about(person: Person, today: date) -> dict[int, ShownFinding]:
    """Collaboration id -> a finding she talked about two weeks ago or more, not asked about yet; one query."""
    due = shown_rows(person).filter(talked_on__isnull=False, asked_helped_at=None, snoozed_until__lte=today)
    return {row.collaboration_id: row for row in due.order_by("talked_on", "pk")}


def shown_of(visit: Visit, mark: str) -> ShownFinding | None:
    """What she was shown and did with it."""
    return shown_rows(visit.person).filter(collaboration=visit.collaboration, fingerprint=mark).first()


def is_shared(one: Noticed) -> bool:
    """Whether both sides may see it."""
    return one.finding.audience == Circle.SHARED


def seen_keys(person: Person, keys: Iterable[str]) -> frozenset[str]:
    """Which of these things she has looked at; only she knows."""
    rows = private_rows(SeenMark.objects.filter(key__in=list(keys)), seen_by=person)
    return frozenset(rows.values_list("key", flat=True))
