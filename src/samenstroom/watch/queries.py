"""What the rules notice for one visit, minus what this person set aside for the same facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.findings import Finding, fingerprint
from samenstroom.rules.indicators import look_at
from samenstroom.rules.visibility import Circle

from .gather import Known, history_of, known_of
from .models import SeenMark, ShownFinding
from .wording import texts_by_code


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
    return [Noticed(finding, mark_of(finding, visit)) for finding in look_at(history_of(visit, known)) if finding.code in texts_by_code("nl")]  # INTERIM


def noticed(visit: Visit) -> list[Noticed]:
    """What this person may see noticed here now. Without an account only what rests on shared facts alone."""
    found = noticed_from(visit, known_of(visit.person, [visit])[visit.collaboration.pk])
    aside = set_aside_marks(visit.person, [one.mark for one in found])
    return [one for one in found if one.mark not in aside]


def noticed_by_mark(visit: Visit, mark: str) -> Noticed | None:
    """One finding by its mark, also when it was set aside; None when the facts no longer say so."""
    found = noticed_from(visit, known_of(visit.person, [visit])[visit.collaboration.pk])
    return next((one for one in found if one.mark == mark), None)


def shown_rows(person: Person) -> QuerySet[ShownFinding]:
    """Findings this person was shown; only hers."""
    return private_rows(ShownFinding.objects.all(), seen_by=person)


def set_aside_marks(person: Person, marks: Iterable[str]) -> frozenset[str]:
    """Which of these findings she set aside for the same facts."""
    rows = shown_rows(person).filter(fingerprint__in=list(marks)).exclude(set_aside_at=None)
    return frozenset(rows.values_list("fingerprint", flat=True))


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
