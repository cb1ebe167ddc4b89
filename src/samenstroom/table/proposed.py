"""Pages both agree on: what a press on one of them does, whatever they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.planning.actions.pages import accept_page, drop_page

from .page import go, too_late

if TYPE_CHECKING:
    from samenstroom.planning.queries.pages import PageView

ACTS = {"accept": accept_page, "drop": drop_page}


def answer_page(request: HttpRequest, visit: Visit, view: PageView | None, *, back: str) -> HttpResponse:
    """Say yes to a proposal, or take it off the table; then to the page called `back`."""
    do = request.POST.get("do", "")
    try:
        if view is None or do not in ACTS:
            raise NotAllowedError
        ACTS[do](page=view.page, seat=visit.seat, now=visit.now)
        messages.success(request, _("Afgesproken. Jullie zien dit allebei.") if do == "accept" else _("Van tafel."))
    except NotAllowedError:
        return too_late(request, back, visit)
    return go(request, back, visit)
