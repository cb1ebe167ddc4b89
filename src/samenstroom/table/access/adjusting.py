"""What pages of the table fetch of adjusting."""

from __future__ import annotations

from django.http import Http404

from samenstroom.adjusting.queries.attempts import AttemptView, attempt_by_id
from samenstroom.adjusting.queries.companions import CompanionView, companion_by_id
from samenstroom.adjusting.queries.pauses import PauseView, pause_by_id
from samenstroom.collaborations.visits import Visit


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


def companion_if_there(visit: Visit, public_id: str) -> CompanionView | None:
    """Somebody who looks along with both, or may; None also when that was never asked."""
    return companion_by_id(visit, public_id)
