"""Pages that are only for her: a check-in of her own, and once a month whether she would carry on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.checkins import actions
from samenstroom.checkins.forms import (
    CarryingOnForm,
    FlowForm,
    OwnWordsForm,
    RhythmForm,
    SevenForm,
    as_choice,
)
from samenstroom.checkins.own import own_trend
from samenstroom.checkins.queries import carrying_on_of, own_of
from samenstroom.checkins.wording import carrying_on_texts, seven_questions, solo_texts, texts, word_steps
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.dimensions import FLOW, Dimension
from samenstroom.table.page import go, show

if TYPE_CHECKING:
    from samenstroom.checkins.models import OwnCheckIn

StepForm = FlowForm | SevenForm | OwnWordsForm


def own(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Her own line, how often she wants to be asked, and the way in."""
    view = own_of(visit)
    form = RhythmForm(request.POST or None, initial={"weeks": view.rhythm.weeks if view.rhythm else 2})
    if request.method == "POST":
        return _set_rhythm(request, visit, form)
    return show(
        request, visit, "workspace/own/line.html", circle="private",
        own=view, form=form, trend=own_trend(view), texts=solo_texts(visit),
    )  # fmt: skip


def _set_rhythm(request: HttpRequest, visit: Visit, form: RhythmForm) -> HttpResponse:
    today = clock.day_of(visit.now)
    weeks = form.cleaned_data["weeks"] if form.is_valid() and "stop" not in request.POST else None
    actions.set_own_rhythm(person=visit.person, collaboration=visit.collaboration, weeks=weeks, today=today)
    messages.success(request, _("Bewaard. Alleen jij ziet dit."))
    return go(request, "own", visit)


def step(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """One of three short steps, saved one by one."""
    draft = actions.own_draft(person=visit.person, collaboration=visit.collaboration, today=clock.day_of(visit.now))
    form = _form(number, request, draft)
    if request.method == "POST" and form.is_valid():
        return _keep(request, visit, draft, form, number)
    rows = [(form[one["id"]], one) for one in seven_questions(visit.other_name)] if number == 2 else []
    return show(
        request, visit, f"workspace/own/step_{number}.html", circle="private", status=422 if form.is_bound else 200,
        form=form, number=number, texts=solo_texts(visit), common=texts(), rows=rows,
    )  # fmt: skip


def _form(number: int, request: HttpRequest, draft: OwnCheckIn) -> StepForm:
    data = request.POST if request.method == "POST" else None
    if number == 1:
        return _worded(FlowForm(data, initial={"flow": as_choice(draft.values, FLOW)}))
    if number == 2:
        kept = {d.value: as_choice(draft.values, d.value) for d in Dimension}
        return _worded(SevenForm(data, initial=kept))
    if number == 3:
        return OwnWordsForm(data, initial={"remark": draft.remark})
    raise Http404


def _worded(form: StepForm) -> StepForm:
    word_steps(form)
    return form


def _keep(request: HttpRequest, visit: Visit, draft: OwnCheckIn, form: StepForm, number: int) -> HttpResponse:
    if isinstance(form, OwnWordsForm):
        actions.save_own(draft=draft, remark=form.cleaned_data["remark"])
    else:
        actions.save_own(draft=draft, values=form.values())
    if "later" in request.POST:
        messages.success(request, _("Bewaard. Je kunt later verder gaan waar je was."))
        return go(request, "collaboration", visit)
    if number < 3:
        return go(request, "own_step", visit, number=number + 1)
    if FLOW not in draft.values:
        messages.info(request, _("Deze vraag staat nog open."))
        return go(request, "own_step", visit, number=1)
    actions.close_own(draft=draft, now=visit.now)
    messages.success(request, solo_texts(visit)["done"])
    return go(request, "own", visit)


def carrying_on(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Would I carry on? Once a month, one tap, only for her."""
    words = carrying_on_texts(visit)
    form = CarryingOnForm(request.POST or None)
    word_steps(form, words["steps"])
    if request.method == "POST" and form.is_valid():
        actions.note_carrying_on(
            person=visit.person, collaboration=visit.collaboration, step=form.value(), today=clock.day_of(visit.now)
        )
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "collaboration", visit)
    labels = {one["value"]: one["label"] for one in words["steps"]}
    earlier = [(one.asked_on, labels.get(one.step, "")) for one in reversed(carrying_on_of(visit))]
    return show(
        request, visit, "workspace/own/carrying_on.html", circle="private", status=422 if form.is_bound else 200,
        form=form, texts=words, earlier=earlier,
    )  # fmt: skip


@require_POST
def leave_open(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Not now: the monthly question rests for a month."""
    actions.note_carrying_on(
        person=visit.person, collaboration=visit.collaboration, step=None, today=clock.day_of(visit.now)
    )
    return go(request, "collaboration", visit)
