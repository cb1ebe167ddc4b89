"""The handover on the page of a collaboration."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.wording.handover import handover_row
from samenstroom.rules.life_cycle import Stage
from samenstroom.watch.board import Board

from .row import Row, row_url


def handover_rows(visit: Visit, board: Board) -> Iterator[Row]:
    """Once something lies there, or the two say goodbye. What one prepares for herself shows nothing here."""
    if board.handover.is_begun or visit.collaboration.stage == Stage.FAREWELL.value:
        hint, state = handover_row(visit, board.handover)
        yield Row(_("Overdracht"), hint, row_url(visit, "handover"), state, "now" if state else "plain")
