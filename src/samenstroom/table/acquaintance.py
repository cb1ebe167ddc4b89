"""An acquaintance: the same questions answered apart, part by part, and laid side by side when both have sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges import actions
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.actions.acquaintance import FREED, note_said
from samenstroom.exploring.forms.acquaintance import PartForm, SaidForm
from samenstroom.exploring.queries.acquaintance import acquaintance_key, acquaintances_of, said_at
from samenstroom.exploring.side_by_side import build_side_by_side, one_beside
from samenstroom.exploring.wording.acquaintance import Part, parts, way_in
from samenstroom.flows.acquaintances import close_acquaintance_envelope, invite_to_acquaintance, stop_acquaintance
from samenstroom.watch.actions import mark_seen

from .access import acquaintance_or_404, own_exchanged
from .acquaintance_words import answer_rows, asked_rows, listed, send_page, start_page, state_page
from .page import address, door_of, go, posted, show

if TYPE_CHECKING:
    from samenstroom.exchanges.models import ExchangeAnswer


def acquaintance(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What it is, propose one, and every one so far."""
    views = acquaintances_of(visit)
    if request.method == "POST":
        exchange = invite_to_acquaintance(visit=visit)
        return go(request, "acquaintance_opened", visit, exchange=exchange.public_id)
    rows = [(listed(visit, view), _address(request, visit, view)) for view in views]
    own = address(request, "own_acquaintance", visit) if door_of(request) == "workspace" else ""
    return show(
        request, visit, "table/acquaintance/start.html", circle="shared",
        rows=rows, start=start_page(visit, views), parts=parts(), own_guide=own,
    )  # fmt: skip


def _address(request: HttpRequest, visit: Visit, view: ExchangeView) -> str:
    name, rest = way_in(visit, view)
    return address(request, name, visit, **rest)


def opened(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Both side by side once it opened; before that, who has sent and who has not."""
    view = acquaintance_or_404(visit, exchange)
    if not view.is_revealed:
        page = state_page(visit, view)
        return show(
            request, visit, "table/acquaintance/state.html", circle=page.circle, who_sees=page.who_sees,
            page=page, view=view, act_url=_address(request, visit, view),
        )  # fmt: skip
    mark_seen(person=visit.person, key=acquaintance_key(view), now=visit.now)
    talk = address(request, "talks", visit) if door_of(request) == "workspace" else ""
    return show(
        request, visit, "table/acquaintance/opened.html", circle="shared", view=view, talk_url=talk,
        told=build_side_by_side(visit, view, said_at(visit, view.exchange)),
    )  # fmt: skip


def step(request: HttpRequest, visit: Visit, exchange: str, number: int) -> HttpResponse:
    """One of five parts; each is kept at once."""
    view, part = acquaintance_or_404(visit, exchange), _part(number)
    answer = _draft(visit, view)
    if answer is None:
        return go(request, "acquaintance_opened", visit, exchange=exchange)
    form = PartForm(posted(request), part=part, answers=answer.answers)
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_answers(answer=answer, answers=form.answers())
        except actions.AlreadySentError:
            return _too_late(request, visit, exchange)
        return _next(request, visit, exchange, number)
    return show(
        request, visit, "table/acquaintance/step.html", circle="sealed", status=422 if form.is_bound else 200,
        form=form, view=view, part=part, rows=asked_rows(form), total=len(parts()), previous=number - 1,
    )  # fmt: skip


def _part(number: int) -> Part:
    found = next((one for one in parts() if one.number == number), None)
    if found is None:
        raise Http404
    return found


def _draft(visit: Visit, view: ExchangeView) -> ExchangeAnswer | None:
    try:
        return actions.draft_answer(exchange=view.exchange, seat=visit.seat)
    except (NotAllowedError, actions.AlreadySentError):
        return None


def _next(request: HttpRequest, visit: Visit, exchange: str, number: int) -> HttpResponse:
    if "later" in request.POST:
        messages.success(request, _("Bewaard. Je kunt later verder gaan waar je was."))
        return go(request, "collaboration", visit)
    if number < len(parts()):
        return go(request, "acquaintance_step", visit, exchange=exchange, number=number + 1)
    return go(request, "acquaintance_send", visit, exchange=exchange)


def _too_late(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    messages.info(request, _("Deze kennismaking is net opengegaan of gestopt. Je antwoord ligt nu vast."))
    return go(request, "acquaintance_opened", visit, exchange=exchange)


def send(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Look her answers through, and close the envelope."""
    view = acquaintance_or_404(visit, exchange)
    answer = _draft(visit, view)
    if answer is None:
        return go(request, "acquaintance_opened", visit, exchange=exchange)
    if request.method == "POST":
        try:
            close_acquaintance_envelope(answer=answer, exchange=view.exchange, now=visit.now)
        except actions.AlreadySentError:
            return _too_late(request, visit, exchange)
        return go(request, "acquaintance_opened", visit, exchange=exchange)
    urls = {part.number: address(request, "acquaintance_step", visit, exchange=exchange, number=part.number)
            for part in parts()}  # fmt: skip
    return show(
        request, visit, "table/acquaintance/send.html", circle="sealed", view=view, page=send_page(visit, view),
        rows=answer_rows(answer.answers, urls),
    )  # fmt: skip


@require_POST
def close(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Stop it before it opens; what was sent stays sealed."""
    view = acquaintance_or_404(visit, exchange)
    stop_acquaintance(visit=visit, exchange=view.exchange)
    return go(request, "acquaintance_opened", visit, exchange=exchange)


@require_POST
def free(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Open one's own answers in an acquaintance that stopped with hers alone."""
    answer = own_exchanged(visit, acquaintance_or_404(visit, exchange))
    try:
        if answer:
            actions.free_answer(answer=answer, person=visit.person, kind=FREED, now=visit.now)
            messages.success(request, _("%(name)s kan je antwoord nu lezen.") % {"name": visit.other_name})
    except NotAllowedError:
        messages.info(request, _("Dit antwoord kan niet meer open."))
    return go(request, "acquaintance_opened", visit, exchange=exchange)


def said(request: HttpRequest, visit: Visit, exchange: str, question: str) -> HttpResponse:
    """Write down what both said about one question; both read it."""
    view = acquaintance_or_404(visit, exchange)
    if not view.is_revealed:
        return go(request, "acquaintance_opened", visit, exchange=exchange)
    row = one_beside(visit, view, question, said_at(visit, view.exchange))
    if row is None:
        raise Http404
    form = SaidForm(posted(request))
    if request.method == "POST" and form.is_valid():
        note_said(visit=visit, exchange=view.exchange, question=question, text=form.cleaned_data["text"])
        messages.success(request, _("Bewaard. Jullie lezen dit allebei."))
        return go(request, "acquaintance_opened", visit, exchange=exchange)
    return show(
        request, visit, "table/acquaintance/said.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, view=view, row=row,
    )  # fmt: skip
