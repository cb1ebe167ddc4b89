"""What the shelves lay ready, as rows on the page of a collaboration."""

from __future__ import annotations

from samenstroom.collaborations.visits import Visit
from samenstroom.watch.board import Board
from samenstroom.watch.shelves import ShelfRow

from .row import Row, row_url


def shelf_rows(visit: Visit, board: Board, *, waiting: bool) -> list[Row]:
    """Rows between the two: those that ask something of her, or the others."""
    return [_row(visit, one) for one in board.shelf_rows if not one.is_private and bool(one.state) is waiting]


def pocket_shelf_rows(visit: Visit, board: Board) -> list[Row]:
    """Rows for her pocket."""
    return [_row(visit, one) for one in board.shelf_rows if one.is_private]


def _row(visit: Visit, one: ShelfRow) -> Row:
    return Row(one.title, one.hint, row_url(visit, one.page, **one.parts), one.state, one.tone, one.icon, one.is_offer)
