"""Files as one visit may see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import tables_of
from samenstroom.collaborations.visits import Visit
from samenstroom.files.kinds import MOST_FILES, MOST_IN_ALL
from samenstroom.files.models import KeptFile
from samenstroom.rules.visibility import Circle


def files_readable_by(person: Person) -> QuerySet[KeptFile]:
    """The shared files of her tables and the private ones she kept herself."""
    shared = Q(circle=Circle.SHARED.value, collaboration__in=tables_of(person))
    return KeptFile.objects.filter(shared | Q(circle=Circle.PRIVATE.value, person=person), removed_at=None)


def files_of(visit: Visit) -> Sequence[KeptFile]:
    """All files of this table that she may see, the newest first."""
    rows = files_readable_by(visit.person).filter(collaboration=visit.collaboration)
    return list(rows.select_related("seat").order_by("-kept_at", "-pk"))


def file_by_id(visit: Visit, public_id: str) -> KeptFile | None:
    """One file of this table, or None when it is not there or not for her."""
    return files_readable_by(visit.person).filter(collaboration=visit.collaboration, public_id=public_id).first()


@dataclass(frozen=True)
class Room:
    """How much room there is left for her own files at this table, in bytes and in number."""

    bytes: int
    files: int


def room_for_files(visit: Visit) -> Room:
    """Counted over her own files alone, so that it tells nothing about anybody else's."""
    own = KeptFile.objects.filter(collaboration=visit.collaboration, person=visit.person, removed_at=None)
    used = own.aggregate(size=Sum("size"))["size"] or 0
    return Room(bytes=max(MOST_IN_ALL - used, 0), files=max(MOST_FILES - own.count(), 0))
