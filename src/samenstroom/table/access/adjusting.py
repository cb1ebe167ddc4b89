"""What pages of the table fetch of adjusting."""

from __future__ import annotations

from django.http import Http404

from samenstroom.adjusting.queries.attempts import AttemptView, attempt_by_id
from samenstroom.adjusting.queries.companions import CompanionView, companion_by_id
from samenstroom.adjusting.queries.mediations import MediationView, mediation_by_id
from samenstroom.adjusting.queries.pauses import PauseView, pause_by_id
from samenstroom.adjusting.queries.priorities import ChangeView, change_by_id, ranking_by_id
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView


def attempt_or_404(visit: Visit, public_id: str) -> AttemptView:
    """A repair attempt that lies on this table."""
    found = attempt_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def attempt_if_there(visit: Visit, public_id: str) -> AttemptView | None:
    """A repair attempt that still lies on this table; None also when it was never there."""
    return attempt_by_id(visit, public_id)


def pause_if_there(visit: Visit, public_id: str) -> PauseView | None:
    """A pause of this table; None also when it was never there."""
    return pause_by_id(visit, public_id)


def change_or_404(visit: Visit, public_id: str) -> ChangeView:
    """A change of priorities that was told at this table."""
    found = change_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def ranking_or_404(visit: Visit, public_id: str) -> ExchangeView:
    """One time that both put in order what comes first at this table."""
    found = ranking_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def mediation_or_404(visit: Visit, public_id: str) -> MediationView:
    """A mediator who was proposed at this table."""
    found = mediation_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def mediation_if_there(visit: Visit, public_id: str) -> MediationView | None:
    """A mediator who lies on this table; None also when it was never there."""
    return mediation_by_id(visit, public_id)


def companion_if_there(visit: Visit, public_id: str) -> CompanionView | None:
    """Somebody who looks along with both, or may; None also when that was never asked."""
    return companion_by_id(visit, public_id)
