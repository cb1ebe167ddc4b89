"""What pages of the table fetch of disagreements."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404

from samenstroom.adjusting.models import SummarySentence
from samenstroom.adjusting.queries.conflicts import ConflictView, conflict_by_id
from samenstroom.collaborations.visits import Visit


def conflict_or_404(visit: Visit, public_id: str) -> ConflictView:
    """A disagreement of this table."""
    found = conflict_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def conflict_if_there(visit: Visit, public_id: str) -> ConflictView | None:
    """A disagreement of this table; None also when it was never there."""
    return conflict_by_id(visit, public_id)


def sentences_there(view: ConflictView, public_ids: Sequence[str]) -> list[SummarySentence]:
    """The sentences with these ids that lie there."""
    return [one for one in view.sentences if one.public_id in public_ids]
