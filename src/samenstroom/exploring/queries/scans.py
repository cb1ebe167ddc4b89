"""Her own scans, for her alone."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.models import Scan


def _all_of(visit: Visit) -> QuerySet[Scan]:
    return private_rows(Scan.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)


def scans_of(visit: Visit) -> QuerySet[Scan]:
    """Her finished scans about this collaboration, newest first."""
    return _all_of(visit).exclude(finished_at=None).order_by("-finished_at", "-pk")


def newest_scan(visit: Visit) -> Scan | None:
    """The scan she finished last."""
    return scans_of(visit).first()


def scan_by_id(visit: Visit, public_id: str) -> Scan | None:
    """One scan of hers, finished or not."""
    return _all_of(visit).filter(public_id=public_id).first()


def scan_before(visit: Visit, scan: Scan) -> Scan | None:
    """The scan she finished before this one."""
    return scans_of(visit).filter(finished_at__lt=scan.finished_at).first()


def draft_of(visit: Visit) -> Scan | None:
    """The scan she is filling in."""
    return _all_of(visit).filter(finished_at=None).first()


def scans_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[Scan]]:
    """Collaboration id -> her finished scans there, newest first; one query for any number of tables."""
    keys = [visit.collaboration.pk for visit in visits]
    found: dict[int, list[Scan]] = {key: [] for key in keys}
    rows = private_rows(Scan.objects.filter(collaboration__in=keys), seen_by=person).exclude(finished_at=None)
    for scan in rows.order_by("-finished_at", "-pk"):
        found[scan.collaboration_id].append(scan)
    return found
