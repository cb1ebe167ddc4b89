"""What pages of the table fetch of getting to know each other."""

from __future__ import annotations

from django.http import Http404

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.queries.trials import TrialView, trial_of


def trial_or_404(visit: Visit, public_id: str) -> TrialView:
    """A trial project on this table."""
    found = trial_of(visit, public_id)
    if found is None:
        raise Http404
    return found


def trial_if_there(visit: Visit, public_id: str) -> TrialView | None:
    """A trial project that still lies on this table; None also when it was never there."""
    return trial_of(visit, public_id)
