"""What pages of the table fetch of agreements."""

from __future__ import annotations

from django.http import Http404

from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.reviews import ReviewView, review_by_id
from samenstroom.agreements.queries.versions import version_by_number
from samenstroom.collaborations.visits import Visit


def version_or_404(visit: Visit, number: int) -> AgreementVersion:
    """A version of the agreement of this table."""
    found = version_by_number(visit, number)
    if found is None:
        raise Http404
    return found


def version_if_there(visit: Visit, number: int) -> AgreementVersion | None:
    """A version of the agreement of this table; None also when it was never there."""
    return version_by_number(visit, number)


def review_if_there(visit: Visit, public_id: str) -> ReviewView | None:
    """An account of a look at the agreement of this table; None also when it was never there."""
    return review_by_id(visit, public_id)
