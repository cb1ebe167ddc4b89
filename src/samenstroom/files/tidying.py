"""Content without a row: a collaboration that went away, a dossier that could not be read in, a file taken away."""

from __future__ import annotations

from datetime import datetime, timedelta

from samenstroom.files import storage
from samenstroom.files.models import KeptFile

YOUNG = timedelta(hours=1)
"""Content is written before its row is; younger than this it is left alone."""


def drop_orphans(*, now: datetime) -> int:
    """Take away content that no row asks for any more; returns how many."""
    on_disk = [name for name in storage.kept_on_disk() if storage.written_at(name) < now - YOUNG]
    known = set(KeptFile.objects.filter(public_id__in=on_disk, removed_at=None).values_list("public_id", flat=True))
    orphans = [name for name in on_disk if name not in known]
    for name in orphans:
        storage.remove(name)
    return len(orphans)
