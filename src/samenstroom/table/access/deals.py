"""How pages of small agreements fetch something: by public id, for this visit, or 404. A part of `access`."""

from __future__ import annotations

from django.http import Http404

from samenstroom.agreements.queries.advices import AdviceView, advice_by_id
from samenstroom.agreements.queries.extra_work import ExtraView, extra_by_id
from samenstroom.agreements.queries.readbacks import ReadBackView, readback_by_id
from samenstroom.collaborations.visits import Visit


def extra_if_there(visit: Visit, public_id: str) -> ExtraView | None:
    """Extra work of this table; None also when it was never there."""
    return extra_by_id(visit, public_id)


def extra_or_404(visit: Visit, public_id: str) -> ExtraView:
    """Extra work of this table."""
    found = extra_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def readback_if_there(visit: Visit, public_id: str) -> ReadBackView | None:
    """A deal that was read back of this table; None also when it was never there."""
    return readback_by_id(visit, public_id)


def readback_or_404(visit: Visit, public_id: str) -> ReadBackView:
    """A deal that was read back of this table."""
    found = readback_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def advice_or_404(visit: Visit, public_id: str) -> AdviceView:
    """An advice of this table."""
    found = advice_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found
