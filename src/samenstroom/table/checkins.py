"""Answering a check-in: three short steps, saved one by one, and an envelope that closes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.checkins import actions
from samenstroom.checkins.forms import FlowForm, SevenForm, WordsForm, as_choice
from samenstroom.checkins.queries import RoundView, rounds_of
from samenstroom.checkins.wording import flow_page, seven_page, words_page
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.rounds import mail_reveal
from samenstroom.rules.dimensions import FLOW, Dimension
from samenstroom.rules.rounds import asks_guess

from .access import round_or_404
from .page import go, show

if TYPE_CHECKING:
    from samenstroom.checkins.models import Answer

AnyStepForm = FlowForm | SevenForm | WordsForm


def checkins(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All rounds, newest first: open, opened, or closed with one answer."""
    return show(request, visit, "table/checkins/list.html", circle="shared", rounds=rounds_of(visit))


def step(request: HttpRequest, visit: Visit, day: date, number: int) -> HttpResponse:
    """One of the three steps; each is kept at once."""
    view = round_or_404(visit, day)
    answer = _draft(visit, view)
    if answer is None:
        return go(request, "checkin_reveal", visit, day=day)
    form = _form(number, request, view, answer)
    if request.method == "POST" and form.is_valid():
        try:
            _keep(form, answer)
        except actions.AlreadySentError:
            messages.info(request, _("De enveloppen zijn net opengegaan. Je antwoord ligt nu vast."))
            return go(request, "checkin_reveal", visit, day=day)
        return _next(request, visit, view, answer, number)
    status = 422 if form.is_bound else 200
    page = _words_of(number, visit, view)
    return show(
        request, visit, "table/checkins/step_{number}.html", circle="shared", status=status,
        form=form, round=view, number=number, page=page,
    )  # fmt: skip


def _draft(visit: Visit, view: RoundView) -> Answer | None:
    try:
        return actions.draft_answer(round_=view.round, seat=visit.seat, party=visit.party)
    except (NotAllowedError, actions.AlreadySentError):
        return None


def _form(number: int, request: HttpRequest, view: RoundView, answer: Answer) -> AnyStepForm:
    data = request.POST if request.method == "POST" else None
    if number == 1:
        initial = {"flow": as_choice(answer.values, FLOW), "guess": str(answer.guess or "")}
        return FlowForm(data, initial=initial, with_guess=asks_guess(view.round.number))
    if number == 2:
        return SevenForm(data, initial={d.value: as_choice(answer.values, d.value) for d in Dimension})
    if number == 3:
        kept = {
            "appreciation": answer.appreciation,
            "remark": answer.remark,
            "remark_choice": answer.remark_choice,
        }
        return WordsForm(data, initial=kept)
    raise Http404


def _words_of(number: int, visit: Visit, view: RoundView) -> object:
    build = {1: flow_page, 2: seven_page, 3: words_page}[number]
    return build(visit, view)


def _keep(form: AnyStepForm, answer: Answer) -> None:
    if isinstance(form, FlowForm):
        actions.save_values(answer=answer, values=form.values())
        if "guess" in form.fields:
            actions.save_guess(answer=answer, guess=form.guess())
    elif isinstance(form, SevenForm):
        actions.save_values(answer=answer, values=form.values())
    else:
        actions.save_words(answer=answer, **form.cleaned_data)


def _next(request: HttpRequest, visit: Visit, view: RoundView, answer: Answer, number: int) -> HttpResponse:
    day = view.round.opened_on
    if "later" in request.POST:
        messages.success(request, _("Bewaard. Je kunt later verder gaan waar je was."))
        return go(request, "collaboration", visit)
    if number < 3:
        return go(request, "checkin_step", visit, day=day, number=number + 1)
    if FLOW not in answer.values:
        messages.info(request, _("Deze vraag staat nog open. Daarna kan je envelop dicht."))
        return go(request, "checkin_step", visit, day=day, number=1)
    if actions.send_answer(answer=answer, now=visit.now):
        mail_reveal(round_=view.round, now=visit.now)
    return go(request, "checkin_reveal", visit, day=day)
