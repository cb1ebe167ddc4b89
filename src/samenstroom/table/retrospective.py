"""Looking back together: proposed by one, answered by both apart, opened when both have sent. Also after the end."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import AlreadySentError
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.farewell.queries.closing import closing_questions_of
from samenstroom.farewell.queries.endings import ending_of
from samenstroom.farewell.wording.closing import said_rows
from samenstroom.learning.actions.together import keep_together, propose_together, send_together, stop_together
from samenstroom.learning.forms.retrospectives import TogetherForm
from samenstroom.learning.queries.together import togethers_of
from samenstroom.learning.wording.retrospectives import named, retrospective_texts
from samenstroom.learning.wording.together import together_page
from samenstroom.watch.actions import mark_seen
from samenstroom.watch.shelves.retrospective import together_key

from .access import together_or_404
from .page import address, door_of, go, posted, show, too_late


def together(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What it is, how far it is, what both said about the end, and every time it opened."""
    if request.method == "POST":
        try:
            exchange = propose_together(visit=visit)
        except NotAllowedError:
            return too_late(request, "retrospective_together", visit)
        return go(request, "retrospective_answer", visit, exchange=exchange.public_id)
    views = togethers_of(visit)
    opened = [view for view in views if view.is_revealed]
    for view in opened[:1]:
        mark_seen(person=visit.person, key=together_key(view), now=visit.now)
    texts = retrospective_texts()["together"]
    own = address(request, "retrospective", visit) if door_of(request) == "workspace" else ""
    return show(
        request, visit, "table/together/together.html", circle="shared", own_url=own, lead=texts["lead"],
        alone=named(texts["alone"], visit), open=next((view for view in views if view.is_open), None),
        pages=[together_page(visit, one) for one in opened], said=said_rows(visit, closing_questions_of(visit)),
        has_ending=ending_of(visit) is not None,
    )  # fmt: skip


def answer(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Write, keep it for herself, or close her envelope."""
    view = together_or_404(visit, exchange)
    if view.exchange.is_over or not visit.speaks:
        return go(request, "retrospective_together", visit)
    kept = (view.mine if view.is_hers else None) or {}
    form = TogetherForm(posted(request), visit=visit, kept=kept)
    if request.method == "POST" and form.is_valid():
        try:
            return _keep(request, visit, view, form)
        except (NotAllowedError, AlreadySentError):
            return too_late(request, "retrospective_together", visit)
    return show(
        request, visit, "table/together/answer.html", circle="sealed", status=422 if form.is_bound else 200,
        form=form, view=view,
    )  # fmt: skip


def _keep(request: HttpRequest, visit: Visit, view: ExchangeView, form: TogetherForm) -> HttpResponse:
    if "send" in request.POST:
        is_open = send_together(visit=visit, exchange=view.exchange, answers=form.answers())
        messages.success(request, _("De enveloppen zijn open.") if is_open else _("Je envelop is dicht."))
    else:
        keep_together(visit=visit, exchange=view.exchange, answers=form.answers())
        messages.success(request, _("Bewaard, alleen voor jou."))
    return go(request, "retrospective_together", visit)


@require_POST
def stop(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Stop without opening."""
    view = together_or_404(visit, exchange)
    try:
        stop_together(visit=visit, exchange=view.exchange)
        messages.success(request, _("Gestopt. Wat je opschreef blijft dicht."))
    except NotAllowedError:
        return too_late(request, "retrospective_together", visit)
    return go(request, "retrospective_together", visit)
