"""What pages of the table fetch of agreements."""

from __future__ import annotations

from django.http import Http404

from samenstroom.agreements.models import AgreementVersion, ClauseProposal, SharedRemark
from samenstroom.agreements.queries.lawyers import shared_remark_by_id
from samenstroom.agreements.queries.negotiating import proposal_by_id
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


def shared_remark_if_there(visit: Visit, public_id: str) -> SharedRemark | None:
    """A remark of a lawyer that was shared at this table; None also when it was never there."""
    return shared_remark_by_id(visit, public_id)


def made_version_or_404(visit: Visit, number: int) -> AgreementVersion:
    """A version of this table that has a text to talk about."""
    found = version_or_404(visit, number)
    if found.way != AgreementVersion.Way.MADE.value or not found.text:
        raise Http404
    return found


def proposal_if_there(visit: Visit, public_id: str) -> ClauseProposal | None:
    """A proposal of this table; None also when it was never there."""
    return proposal_by_id(visit, public_id)


def review_if_there(visit: Visit, public_id: str) -> ReviewView | None:
    """An account of a look at the agreement of this table; None also when it was never there."""
    return review_by_id(visit, public_id)
