"""Answering a check-in: three short steps, saved one by one, and an envelope that closes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from samenstroom.checkins import actions
from samenstroom.checkins.forms import FlowForm, SevenForm, WordsForm, as_choice
from samenstroom.checkins.queries import RoundView, rhythm_of, rounds_of
from samenstroom.checkins.wording import flow_page, seven_page, seven_rows, word_choices, word_steps, words_page
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.rounds import close_envelope
from samenstroom.rules.dimensions import FLOW, Dimension
from samenstroom.rules.rounds import asks_guess

from .access import round_or_404
from .page import address, go, posted, show
from .rounds import envelope_words, round_words

if TYPE_CHECKING:
    from samenstroom.checkins.models import Answer

STEPS = (1, 2, 3)
TYPED = ("flow", "guess", *(one.value for one in Dimension), "appreciation", "remark", "remark_choice")
"""What the three steps ask; nothing else that was sent comes back."""
WORDS = ("appreciation", "remark")

AnyStepForm = FlowForm | SevenForm | WordsForm


def checkins(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All rounds, newest first: open, opened, or closed with one answer."""
    rows = [(round_words(visit, view), _way_in(request, visit, view)) for view in rounds_of(visit)]
    return show(request, visit, "table/checkins/list.html", circle="shared", rows=rows, rhythm=rhythm_of(visit))


def _way_in(request: HttpRequest, visit: Visit, view: RoundView) -> str:
    """Straight to the first step when it is her turn, otherwise to the page of the round."""
    day = view.round.opened_on
    if view.waits_for_me and visit.speaks:
        return address(request, "checkin_step", visit, day=day, number=1)
    return address(request, "checkin_reveal", visit, day=day)


def step(request: HttpRequest, visit: Visit, day: date, number: int) -> HttpResponse:
    """One of the three steps; each is kept at once."""
    view = round_or_404(visit, day)
    answer = _draft(visit, view)
    if answer is None:
        return _closed_meanwhile(request, visit, view, number)
    form = _form(number, request, view, answer)
    if request.method == "POST" and form.is_valid():
        try:
            _keep(form, answer)
            return _next(request, visit, view, answer, number)
        except actions.AlreadySentError:
            return _closed_meanwhile(request, visit, view, number)
    return show(
        request, visit, f"table/checkins/step_{number}.html", circle="sealed", status=422 if form.is_bound else 200,
        form=form, round=view, number=number, **_words_of(number, visit, view, form),
    )  # fmt: skip


def _closed_meanwhile(request: HttpRequest, visit: Visit, view: RoundView, number: int) -> HttpResponse:
    """What she typed comes back, to take along: to the check-in that is open now, or elsewhere. Kept nowhere."""
    if request.method != "POST" or not visit.speaks or number not in STEPS:
        return go(request, "checkin_reveal", visit, day=view.round.opened_on)
    newer = next((one for one in rounds_of(visit) if one.waits_for_me and one.round.pk != view.round.pk), None)
    typed = [(name, value) for name in TYPED for value in request.POST.getlist(name)]
    return show(
        request, visit, "table/checkins/closed_meanwhile.html", circle="none", status=422, round=view, newer=newer,
        number=number, typed=typed, words=[value for name, value in typed if name in WORDS and value.strip()],
    )  # fmt: skip


def _draft(visit: Visit, view: RoundView) -> Answer | None:
    try:
        return actions.draft_answer(round_=view.round, seat=visit.seat, party=visit.party)
    except (NotAllowedError, actions.AlreadySentError):
        return None


def _form(number: int, request: HttpRequest, view: RoundView, answer: Answer) -> AnyStepForm:
    data = posted(request)
    if number == 1:
        return _flow_form(data, view, answer)
    if number == 2:
        form = SevenForm(data, initial={d.value: as_choice(answer.values, d.value) for d in Dimension})
        word_steps(form)
        return form
    if number == 3:
        kept = {"appreciation": answer.appreciation, "remark": answer.remark, "remark_choice": answer.remark_choice}
        return WordsForm(data, initial=kept)
    raise Http404


def _flow_form(data: QueryDict | None, view: RoundView, answer: Answer) -> FlowForm:
    initial = {"flow": as_choice(answer.values, FLOW), "guess": str(answer.guess or "")}
    form = FlowForm(data, initial=initial, with_guess=asks_guess(view.round.number))
    word_steps(form)
    if data is not None and "later" in data:
        # Going on later never waits for an answer.
        form.fields["flow"].required = False
    return form


def _words_of(number: int, visit: Visit, view: RoundView, form: AnyStepForm) -> dict[str, Any]:
    """The words around the form of one step."""
    if number == 1:
        return {"page": flow_page(visit, view), "envelope": envelope_words(visit, view)}
    if number == 2:
        return {"page": seven_page(visit, view), "rows": seven_rows(form, visit.other_name)}
    page = words_page(visit, view)
    send = _("Bewaar mijn antwoord") if view.i_sent else _("Sluit mijn envelop")
    return {"page": page, "choices": word_choices(form, page), "send": send}


def _keep(form: AnyStepForm, answer: Answer) -> None:
    if isinstance(form, WordsForm):
        actions.save_words(answer=answer, **form.cleaned_data)
        return
    # What was left open stays open; "kan ik niet zeggen" is an answer.
    given = {item: value for item, value in form.values().items() if form.cleaned_data[item]}
    actions.save_values(answer=answer, values=given)
    if isinstance(form, FlowForm) and "guess" in form.fields:
        actions.save_guess(answer=answer, guess=form.guess())


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
    try:
        close_envelope(answer=answer, round_=view.round, now=visit.now)
    except actions.AlreadySentError:
        if answer.sent_at is None:  # kept a moment ago, and it can no longer be sent
            return _closed_meanwhile(request, visit, round_or_404(visit, day), number)
        messages.info(request, _("Deze check-in is net gesloten. Je antwoord ligt nu vast."))
    return go(request, "checkin_reveal", visit, day=day)
