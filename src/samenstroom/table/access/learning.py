"""What pages of the table fetch of looking back together."""

from __future__ import annotations

from django.http import Http404

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.learning.queries.together import together_by_id


def together_or_404(visit: Visit, public_id: str) -> ExchangeView:
    """One time that both look back at this table."""
    found = together_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found
