"""What pages of the table fetch of feedback and decisions."""

from __future__ import annotations

from django.http import Http404

from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.queries.decisions import DecisionView, decision_by_id
from samenstroom.feedback.queries.feedback import FeedbackView, feedback_by_id


def feedback_or_404(visit: Visit, public_id: str) -> FeedbackView:
    """A feedback that lies on this table."""
    found = feedback_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def decision_made_or_404(visit: Visit, public_id: str) -> DecisionView:
    """A decision on record here."""
    found = decision_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found
