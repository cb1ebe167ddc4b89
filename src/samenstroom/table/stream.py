"""De stroom: the lines of both over time, and the seven with both sides, each as picture and table."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from samenstroom.checkins.queries import rounds_of
from samenstroom.checkins.reveal import latest_rows, trend_of
from samenstroom.checkins.wording import item_name
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.dimensions import FLOW, ITEMS

from .page import show


def stream(request: HttpRequest, visit: Visit) -> HttpResponse:
    """One line large, the others one tap away, and the latest seven side by side."""
    rounds = rounds_of(visit)
    latest = latest_rows(visit, rounds)
    if latest is None:
        return show(request, visit, "table/stream_empty.html", circle="shared")
    item = request.GET.get("punt", FLOW)
    item = item if item in ITEMS else FLOW
    return show(
        request, visit, "table/stream.html", circle="shared",
        trend=trend_of(visit, rounds, item), latest=latest, item=item,
        choices=[(code, item_name(code)) for code in ITEMS],
    )  # fmt: skip
