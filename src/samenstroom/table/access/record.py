"""What pages of the table fetch of the record itself."""

from __future__ import annotations

from django.http import Http404

from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.queries import LineView, line_by_id, line_view
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.models import ExchangeAnswer
from samenstroom.exchanges.queries import ExchangeView, own_exchange_answer
from samenstroom.exploring.queries.acquaintance import acquaintance_by_id
from samenstroom.planning.queries.kickoff import kickoff_exchange_by_id


def line_if_there(visit: Visit, public_id: str) -> HistoryLine | None:
    """A history line this person may see; None also when it was never there."""
    return line_by_id(visit, public_id)


def line_view_or_404(visit: Visit, public_id: str) -> LineView:
    """A history line as this person reads it."""
    found = line_view(visit, public_id)
    if found is None:
        raise Http404
    return found


def acquaintance_or_404(visit: Visit, public_id: str) -> ExchangeView:
    """An acquaintance of this table."""
    found = acquaintance_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found


def own_exchanged(visit: Visit, view: ExchangeView) -> ExchangeAnswer | None:
    """Her own answer in this exchange, to act on."""
    return own_exchange_answer(visit, view.exchange)


def kickoff_exchange_or_404(visit: Visit, public_id: str) -> ExchangeView:
    """One time that both sides answer the questions of a kick-off."""
    found = kickoff_exchange_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found
