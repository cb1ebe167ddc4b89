"""The envelopes of a kick-off: answered apart, part by part, and laid side by side when both have sent."""

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
from samenstroom.exploring.forms.acquaintance import PartForm
from samenstroom.exploring.wording.acquaintance import Part
from samenstroom.flows.kickoff import close_kickoff_envelope, stop_kickoff
from samenstroom.planning.actions.kickoff import FREED
from samenstroom.planning.side_by_side import build_expectations
from samenstroom.planning.wording.kickoff import goal_labels, kickoff_parts
from samenstroom.watch.actions import mark_seen

from .access import kickoff_exchange_or_404, own_exchanged
from .acquaintance_words import answer_rows, asked_rows, send_page
from .kickoff_words import envelope_page, seen_key
from .page import address, go, posted, show

if TYPE_CHECKING:
    from samenstroom.exchanges.models import ExchangeAnswer


def opened(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Both side by side once it opened; before that, who has sent and who has not."""
    view = kickoff_exchange_or_404(visit, exchange)
    if not view.is_revealed:
        page = envelope_page(visit, view)
        return show(
            request, visit, "table/kickoff/state.html", circle=page.circle, page=page, view=view,
            act_url=address(request, page.page, visit, **page.parts),
            send_url=address(request, "kickoff_send", visit, exchange=exchange),
        )  # fmt: skip
    mark_seen(person=visit.person, key=seen_key(view), now=visit.now)
    return show(
        request, visit, "table/kickoff/opened.html", circle="shared", view=view, told=build_expectations(visit, view),
        labels=goal_labels(),
    )  # fmt: skip


def step(request: HttpRequest, visit: Visit, exchange: str, number: int) -> HttpResponse:
    """One of three parts; each is kept at once."""
    view, part = kickoff_exchange_or_404(visit, exchange), _part(number)
    answer = _draft(visit, view)
    if answer is None:
        return go(request, "kickoff_opened", visit, exchange=exchange)
    form = PartForm(posted(request), part=part, answers=answer.answers)
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_answers(answer=answer, answers=form.answers())
        except actions.AlreadySentError:
            return _too_late(request, visit, exchange)
        return _next(request, visit, exchange, number)
    return show(
        request, visit, "table/kickoff/step.html", circle="sealed", status=422 if form.is_bound else 200,
        form=form, view=view, part=part, rows=asked_rows(form), total=len(kickoff_parts()), previous=number - 1,
    )  # fmt: skip


def _part(number: int) -> Part:
    found = next((one for one in kickoff_parts() if one.number == number), None)
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
        return go(request, "kickoff", visit)
    if number < len(kickoff_parts()):
        return go(request, "kickoff_step", visit, exchange=exchange, number=number + 1)
    return go(request, "kickoff_send", visit, exchange=exchange)


def _too_late(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    messages.info(request, _("De enveloppen zijn net opengegaan of gestopt. Je antwoord ligt nu vast."))
    return go(request, "kickoff_opened", visit, exchange=exchange)


def send(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Look her answers through, and close the envelope."""
    view = kickoff_exchange_or_404(visit, exchange)
    answer = _draft(visit, view)
    if answer is None:
        return go(request, "kickoff_opened", visit, exchange=exchange)
    if request.method == "POST":
        try:
            close_kickoff_envelope(answer=answer, exchange=view.exchange, now=visit.now)
        except actions.AlreadySentError:
            return _too_late(request, visit, exchange)
        return go(request, "kickoff_opened", visit, exchange=exchange)
    urls = {part.number: address(request, "kickoff_step", visit, exchange=exchange, number=part.number)
            for part in kickoff_parts()}  # fmt: skip
    return show(
        request, visit, "table/kickoff/send.html", circle="sealed", view=view, page=send_page(visit, view),
        rows=answer_rows(answer.answers, urls, kickoff_parts()),
    )  # fmt: skip


@require_POST
def close(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Stop it before it opens; what was sent stays sealed."""
    view = kickoff_exchange_or_404(visit, exchange)
    stop_kickoff(visit=visit, exchange=view.exchange)
    return go(request, "kickoff_opened", visit, exchange=exchange)


@require_POST
def free(request: HttpRequest, visit: Visit, exchange: str) -> HttpResponse:
    """Open one's own answers in a kick-off that stopped with hers alone."""
    answer = own_exchanged(visit, kickoff_exchange_or_404(visit, exchange))
    try:
        if answer:
            actions.free_answer(answer=answer, person=visit.person, kind=FREED, now=visit.now)
            messages.success(request, _("%(name)s kan je antwoord nu lezen.") % {"name": visit.other_name})
    except NotAllowedError:
        messages.info(request, _("Dit antwoord kan niet meer open."))
    return go(request, "kickoff_opened", visit, exchange=exchange)
