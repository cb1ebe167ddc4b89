"""The versions of an agreement, as both see them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import AgreementVersion
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit


def versions_of(visit: Visit) -> list[AgreementVersion]:
    """Every version that ever lay on this table, newest first."""
    return list(_rows(visit.person).filter(collaboration=visit.collaboration))


def version_by_number(visit: Visit, number: int) -> AgreementVersion | None:
    """One version of this table."""
    return _rows(visit.person).filter(collaboration=visit.collaboration, number=number).first()


def open_version_of(visit: Visit) -> AgreementVersion | None:
    """The version that lies on the table and waits for names."""
    return next((one for one in versions_of(visit) if one.is_open), None)


def versions_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[AgreementVersion]]:
    """Collaboration id -> its versions, newest first; one query for any number of tables. Without their text."""
    found: dict[int, list[AgreementVersion]] = {visit.collaboration.pk: [] for visit in visits}
    for one in _rows(person).filter(collaboration__in=list(found)).defer("content", "text"):
        found[one.collaboration_id].append(one)
    return found


def _rows(person: Person) -> QuerySet[AgreementVersion]:
    rows = shared_rows(AgreementVersion.objects.all(), seen_by=person)
    return rows.select_related("put_by", "provider").order_by("-number")
