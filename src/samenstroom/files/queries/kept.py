"""Files as one visit may see them."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import tables_of
from samenstroom.collaborations.visits import Visit
from samenstroom.files.models import KeptFile
from samenstroom.rules.visibility import Circle


def files_readable_by(person: Person) -> QuerySet[KeptFile]:
    """The shared files of her tables and the private ones she kept herself."""
    shared = Q(circle=Circle.SHARED.value, collaboration__in=tables_of(person))
    return KeptFile.objects.filter(shared | Q(circle=Circle.PRIVATE.value, person=person), removed_at=None)


def file_by_id(visit: Visit, public_id: str) -> KeptFile | None:
    """One file of this table, or None when it is not there or not for her."""
    return files_readable_by(visit.person).filter(collaboration=visit.collaboration, public_id=public_id).first()
