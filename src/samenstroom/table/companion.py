"""Somebody who looks along with both: what was asked, a yes or a no, and stopping. The same page for both."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.adjusting.actions import companions as actions
from samenstroom.adjusting.queries.companions import companions_of
from samenstroom.adjusting.wording.companions import companion_page, what_it_means
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit

from .access import companion_if_there
from .page import go, show, too_late

ACTS = {"agree": actions.agree_companion, "drop": actions.drop_companion, "end": actions.end_companion}


def companion(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Who looks along with both, or may, and what that means."""
    views = companions_of(visit)
    now = [one for one in views if one.is_proposed or one.counts]
    return show(
        request, visit, "table/companion/companion.html", circle="shared",
        pages=[(companion_page(visit, one), what_it_means(one.companion.name)) for one in now],
        earlier=[companion_page(visit, one) for one in views if one.is_over],
    )  # fmt: skip


@require_POST
def answer(request: HttpRequest, visit: Visit, companion: str) -> HttpResponse:
    """Yes, rather not, or stop: both sides alike."""
    view, do = companion_if_there(visit, companion), request.POST.get("do", "")
    try:
        if view is None or do not in ACTS:
            raise NotAllowedError
        ACTS[do](companion=view.companion, seat=visit.seat, now=visit.now)
        messages.success(request, _said(do))
    except NotAllowedError:
        return too_late(request, "companion", visit)
    return go(request, "companion", visit)


def _said(do: str) -> str:
    return {
        "agree": _("Bewaard. Jullie zien dit allebei."),
        "drop": _("Van tafel."),
        "end": _("Gestopt. Niemand kijkt meer mee met jullie samen."),
    }[do]
