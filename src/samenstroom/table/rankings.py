"""Putting in order what comes first: apart, opened when both have sent, stopped or freed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.adjusting.actions.rankings import free_ranking, propose_ranking, send_ranking, stop_ranking
from samenstroom.adjusting.forms.priorities import RankingForm
from samenstroom.adjusting.queries.priorities import order_in
from samenstroom.adjusting.wording.priorities import priority_texts
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import AlreadySentError

from .access import ranking_or_404
from .page import go, posted, show, too_late


@require_POST
def begin(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Lay two envelopes on the table."""
    try:
        exchange = propose_ranking(visit=visit)
    except NotAllowedError:
        return too_late(request, "priorities", visit)
    return go(request, "ranking", visit, exchange=exchange.public_id)


def ranking(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Her own order, until it opens."""
    view = ranking_or_404(visit, exchange)
    if not view.is_open or not visit.speaks:
        return go(request, "priorities", visit)
    mine = (view.mine or {}) if view.is_hers else {}
    initial = {f"place_{at}": one for at, one in enumerate(order_in(mine), start=1)}
    form = RankingForm(posted(request), initial={**initial, "words": mine.get("words", "")})
    if request.method == "POST" and form.is_valid():
        try:
            is_open = send_ranking(
                visit=visit, exchange=view.exchange, order=form.order(), words=form.cleaned_data["words"].strip()
            )
        except (NotAllowedError, AlreadySentError):
            return too_late(request, "priorities", visit)
        messages.success(request, _("De enveloppen zijn open.") if is_open else _("Je envelop is dicht."))
        return go(request, "priorities", visit)
    return show(
        request, visit, "table/priorities/ranking.html", circle="sealed", status=422 if form.is_bound else 200,
        form=form, view=view, texts=priority_texts()["ranking"],
    )  # fmt: skip


@require_POST
def stop(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Stop without opening."""
    view = ranking_or_404(visit, exchange)
    try:
        stop_ranking(visit=visit, exchange=view.exchange)
        messages.success(request, _("Gestopt. Wat je opschreef blijft dicht."))
    except NotAllowedError:
        return too_late(request, "priorities", visit)
    return go(request, "priorities", visit)


@require_POST
def free(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Let the other read her order, in one that stopped with hers alone."""
    view = ranking_or_404(visit, exchange)
    try:
        free_ranking(visit=visit, exchange=view.exchange)
        messages.success(request, _("%(name)s kan je volgorde nu lezen.") % {"name": visit.other_name})
    except NotAllowedError:
        return too_late(request, "priorities", visit)
    return go(request, "priorities", visit)
