"""Look at the shared things as the other's page shows them. Never at what is hers alone or still sealed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.watch.board import board_of
from samenstroom.watch.mirrored import mirrored_board

from .page import show


def as_other(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The other's page, made from shared rows only and told with the sides swapped."""
    board = board_of(visit, only_shared=True)
    words = _("Zo ziet %(name)s wat jullie delen. Wat alleen van %(name)s is, staat hier niet.")
    return show(
        request, visit, "table/as_other.html", circle="shared", board=board, other=mirrored_board(visit, board),
        who_sees=words % {"name": visit.other_name},
    )  # fmt: skip
