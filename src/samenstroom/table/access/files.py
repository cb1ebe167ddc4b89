"""What pages of the table fetch of files."""

from __future__ import annotations

from django.http import Http404

from samenstroom.collaborations.visits import Visit
from samenstroom.files.models import KeptFile
from samenstroom.files.queries.kept import file_by_id


def file_or_404(visit: Visit, public_id: str) -> KeptFile:
    """A file of this table that she may see."""
    found = file_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def file_if_there(visit: Visit, public_id: str) -> KeptFile | None:
    """The same; None also when it was never there."""
    return file_by_id(visit, public_id)
