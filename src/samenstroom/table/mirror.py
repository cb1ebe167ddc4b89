"""Look at the shared things as the other's page shows them. Never at what is hers alone or still sealed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.adjusting.wording.pauses import until_words
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import rhythm_in_words
from samenstroom.exploring.wording.acquaintance import acquaintance_words
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.watch.board import Board, board_of
from samenstroom.watch.mirrored import OtherBoard, mirrored_board, mirrored_view, swapped_visit

from .page import show


def as_other(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The other's page, made from shared rows only and told with the sides swapped."""
    board = board_of(visit, only_shared=True)
    other = mirrored_board(visit, board)
    words = _("Zo ziet %(name)s wat jullie delen. Wat alleen van %(name)s is, staat hier niet.")
    return show(
        request, visit, "table/as_other.html", circle="shared", board=board, other=other,
        who_sees=words % {"name": visit.other_name}, turn=_turn(other), shares=_shares(visit, board),
    )  # fmt: skip


def _turn(other: OtherBoard) -> str:
    """Whose turn it is in the open round, in the words of her page."""
    name = {"name": other.my_name}
    if not other.waits_for_her:
        return _("Jouw envelop is dicht. %(name)s mag nog even.") % name
    if other.i_sent:
        return _("%(name)s heeft geantwoord. Nu jij.") % name
    return _("Er staat een check-in voor jullie klaar.")


def _shares(visit: Visit, board: Board) -> list[tuple[str, str]]:
    """What lies between the two, as title and hint."""
    stage = next(stop for stop in board.route if stop.is_now)
    running, latest = board.rhythm.running, board.last_revealed
    told = acquaintance_words(swapped_visit(visit), mirrored_view(board.acquaintance))[0]
    agreed = sum(one.is_agreed for one in board.repairs)
    shares = [(_("Fase"), stage.label)]
    if running:
        shares.append((_("Ritme"), rhythm_in_words(running.weeks)))
    if latest:
        opened = full_date(latest.round.opened_on, language())
        shares.append((_("Eerdere check-ins"), _("Laatste: %(day)s") % {"day": opened}))
    if board.acquaintance:
        shares.append((_("Kennismaking"), told))
    shares += [(row.title, row.both) for row in board.shelf_rows if row.both]
    if agreed:
        shares.append((_("Afspraken"), str(agreed)))
    if board.pause:
        shares.append((_("Pauze"), until_words(board.pause)))
    return shares
