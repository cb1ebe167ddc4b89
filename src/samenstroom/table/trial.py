"""A trial project on the table: propose, agree or propose something else, and look back together when it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import AlreadySentError, draft_answer, save_answers
from samenstroom.exploring.actions import trials as actions
from samenstroom.exploring.forms.trials import FoundForm, GoOnForm, ThemesForm, TrialForm
from samenstroom.exploring.queries.trials import TrialView, current_trial, trials_of
from samenstroom.exploring.wording.trials import (
    compared,
    evaluation_texts,
    step_words,
    trial_page,
    trial_texts,
)
from samenstroom.flows.trials import close_evaluation, suggest_trial
from samenstroom.kit import clock

from .access import trial_if_there, trial_or_404
from .page import go, posted, show

if TYPE_CHECKING:
    from samenstroom.exchanges.models import ExchangeAnswer

StepForm = FoundForm | ThemesForm | GoOnForm
LAST = 3


def trial(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What lies there now, and what was done before."""
    views = trials_of(visit)
    now = views[0] if views else None
    return show(
        request, visit, "table/trial/trial.html", circle="shared", texts=trial_texts(),
        page=trial_page(visit, now) if now else None, view=now,
        earlier=[trial_page(visit, one) for one in views[1:]], can_propose=now is None or now.is_done,
        can_change=now is not None and now.is_proposed,
    )  # fmt: skip


def propose(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose one, or something else than what lies there."""
    view = current_trial(visit)
    lies_there = view.trial if view and view.is_proposed else None
    form = TrialForm(
        posted(request), today=clock.day_of(visit.now), trial=lies_there, examples=trial_texts()["examples"]
    )
    if request.method == "POST" and form.is_valid():
        try:
            suggest_trial(visit=visit, terms=form.terms())
            messages.success(request, _("Voorgesteld aan %(name)s.") % {"name": visit.other_name})
        except NotAllowedError:
            messages.info(request, _("Er loopt al een proefproject. Rond dat eerst af."))
        return go(request, "trial", visit)
    return show(
        request, visit, "table/trial/propose.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, texts=trial_texts(), is_change=lies_there is not None,
    )  # fmt: skip


@require_POST
def answer(request: HttpRequest, visit: Visit, trial: str) -> HttpResponse:
    """Say yes, take it off the table, note that it was agreed elsewhere, or say that it is done."""
    view = trial_if_there(visit, trial)
    act = {
        "agree": (actions.agree_trial, _("Afgesproken. Jullie zien dit allebei.")),
        "drop": (actions.drop_trial, _("Van tafel.")),
        "finish": (actions.finish_trial, _("Klaar. Jullie kunnen nu allebei terugkijken.")),
        "outside": (actions.note_agreed_outside, _("Genoteerd. Er staat bij dat het nog niet bevestigd is.")),
    }.get(request.POST.get("do", ""))
    if view and act:
        try:
            act[0](trial=view.trial, seat=visit.seat, now=visit.now)
            messages.success(request, act[1])
            return go(request, "trial", visit)
        except NotAllowedError:
            pass
    messages.info(request, _("Dit kan nu niet meer. Kijk hoe het er nu bij staat."))
    return go(request, "trial", visit)


def step(request: HttpRequest, visit: Visit, trial: str, number: int) -> HttpResponse:
    """One of three steps of looking back; each is kept at once, closed to the other until both have sent."""
    view = trial_or_404(visit, trial)
    if not view.waits_for_look_back and not (view.i_looked_back and view.evaluation and view.evaluation.is_open):
        return go(request, "trial_look", visit, trial=trial)
    form = _form(request, visit, view, number)
    if request.method == "POST" and form.is_valid():
        try:
            return _keep(request, visit, view, form, number)
        except (NotAllowedError, AlreadySentError):
            messages.info(request, _("Dit ligt nu vast."))
            return go(request, "trial_look", visit, trial=trial)
    return show(
        request, visit, f"table/trial/step_{number}.html", circle="sealed", status=422 if form.is_bound else 200,
        form=form, number=number, view=view, texts=evaluation_texts(visit),
    )  # fmt: skip


def _form(request: HttpRequest, visit: Visit, view: TrialView, number: int) -> StepForm:
    kept = (view.evaluation.mine if view.evaluation else None) or {}
    texts, data = evaluation_texts(visit), posted(request)
    if number == 1:
        return FoundForm(data, questions=view.trial.questions, kept=kept)
    if number == 2:
        return ThemesForm(data, texts=texts, steps=step_words(), kept=kept)
    if number == LAST:
        return GoOnForm(data, texts=texts, kept=kept)
    raise Http404


def _draft(visit: Visit, view: TrialView) -> ExchangeAnswer:
    exchange = actions.begin_evaluation(trial=view.trial, seat=visit.seat, now=visit.now)
    return draft_answer(exchange=exchange, seat=visit.seat)


def _keep(request: HttpRequest, visit: Visit, view: TrialView, form: StepForm, number: int) -> HttpResponse:
    draft = _draft(visit, view)
    save_answers(answer=draft, answers=form.answers())
    if "later" in request.POST:
        messages.success(request, _("Bewaard. Je kunt later verder gaan waar je was."))
        return go(request, "trial", visit)
    if number < LAST:
        return go(request, "trial_step", visit, trial=view.trial.public_id, number=number + 1)
    close_evaluation(trial=view.trial, answer=draft, now=visit.now)
    return go(request, "trial_look", visit, trial=view.trial.public_id)


def look(request: HttpRequest, visit: Visit, trial: str) -> HttpResponse:
    """Both answers side by side once both have sent; until then who has, and her own."""
    view = trial_or_404(visit, trial)
    if not view.is_done:
        return go(request, "trial", visit)
    is_open = view.evaluation is not None and view.evaluation.is_revealed
    return show(
        request, visit, "table/trial/look.html", circle="shared" if is_open else "sealed", view=view,
        is_open=is_open, rows=compared(visit, view), decide=trial_texts()["decide"], lead=_lead(visit, view),
    )  # fmt: skip


def _lead(visit: Visit, view: TrialView) -> str:
    name = {"name": visit.other_name}
    if view.evaluation and view.evaluation.is_revealed:
        return _("Jullie antwoorden naast elkaar. Anders kijken mag. Praat er samen over.")
    if view.i_looked_back:
        return _("Jouw envelop is dicht. Zodra %(name)s ook terugkijkt, gaan ze tegelijk open.") % name
    if view.they_looked_back:
        return _("%(name)s heeft teruggekeken. Zodra jij klaar bent, gaan de enveloppen tegelijk open.") % name
    return _("Nog niemand keek terug.")
