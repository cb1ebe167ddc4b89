"""Deciding: look at everything side by side, choose in calm steps, and look back later. Private to her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.actions import move_stage
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.actions import decisions as actions
from samenstroom.exploring.actions.feelings import LockedError
from samenstroom.exploring.forms.decisions import (
    ChoiceForm,
    EstimateForm,
    LookBackForm,
    LookForm,
    ShareWorryForm,
    WhyForm,
)
from samenstroom.exploring.queries.decisions import decision_draft, decisions_of, newest_decision
from samenstroom.exploring.weighing import can_worry, own_rules, snapshot_of, weigh
from samenstroom.exploring.wording.decisions import DecisionView, look_back_question, sides_of, view_of
from samenstroom.kit import clock
from samenstroom.learning.wording.lessons import shown_at
from samenstroom.rules.decisions import Choice
from samenstroom.rules.lessons import Place
from samenstroom.rules.life_cycle import Stage, order
from samenstroom.table.page import go, posted, show

from .access import decision_or_404
from .weighed import answers_of, first_open_step, shown_sides

if TYPE_CHECKING:
    from samenstroom.exploring.models import Decision

LAST = 4


def look(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Everything on one page first; her own words about how it feels now lead on to the choice."""
    draft = decision_draft(visit)
    form = LookForm(posted(request), initial={"feeling": draft.feeling if draft else ""})
    if request.method == "POST" and form.is_valid():
        actions.write_decision(decision=actions.draft_decision(visit=visit), **form.cleaned_data)
        if "later" in request.POST:
            return _later(request, visit)
        return go(request, "decision_step", visit, number=1)
    return show(
        request, visit, "workspace/decisions/look.html", circle="private", status=422 if form.is_bound else 200,
        form=form, sides=shown_sides(sides_of(weigh(visit))), rules=own_rules(visit),
        lessons_here=shown_at(visit, Place.DECISION),
        earlier=[view_of(one) for one in decisions_of(visit)], is_writing=draft is not None,
    )  # fmt: skip


def _later(request: HttpRequest, visit: Visit) -> HttpResponse:
    messages.success(request, _("Bewaard. Je kunt later verder gaan waar je was."))
    return go(request, "explore", visit)


def step(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """One of four steps, each kept at once; the last shows everything once more before it is decided."""
    draft = decision_draft(visit)
    if not 1 <= number <= LAST:
        raise Http404
    if draft is None:
        return _without_draft(request, visit)
    if number > first_open_step(draft):
        return go(request, "decision_step", visit, number=first_open_step(draft))
    return _check(request, visit, draft) if number == LAST else _ask(request, visit, draft, number)


def _without_draft(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Nothing is being written: after a second press she reads what she decided, otherwise she begins by looking."""
    newest = newest_decision(visit) if request.method == "POST" else None
    if newest is not None:
        return go(request, "decision_made", visit, decision=newest.public_id)
    return go(request, "decision", visit)


def _ask(request: HttpRequest, visit: Visit, draft: Decision, number: int) -> HttpResponse:
    form = _form(request, visit, draft, number)
    if request.method == "POST" and form.is_valid():
        _keep(draft, form)
        return (
            _later(request, visit)
            if "later" in request.POST
            else go(request, "decision_step", visit, number=number + 1)
        )
    return show(
        request, visit, f"workspace/decisions/step_{number}.html", circle="private",
        status=422 if form.is_bound else 200, form=form, number=number, total=LAST,
    )  # fmt: skip


def _form(request: HttpRequest, visit: Visit, draft: Decision, number: int) -> Form:
    if number == 1:
        return ChoiceForm(posted(request), initial={"choice": draft.choice})
    if number == 2:
        return WhyForm(posted(request), lines=can_worry(weigh(visit)), decision=draft)
    return EstimateForm(posted(request), decision=draft, today=clock.day_of(visit.now))


def _keep(draft: Decision, form: Form) -> None:
    if isinstance(form, WhyForm):
        actions.write_decision(decision=draft, why=form.cleaned_data["why"], worries=form.worries())
    else:
        actions.write_decision(decision=draft, **form.cleaned_data)


def _check(request: HttpRequest, visit: Visit, draft: Decision) -> HttpResponse:
    if request.method == "POST":
        if actions.make_decision(visit=visit, decision=draft, snapshot=snapshot_of(visit)):
            messages.success(request, _("Je besluit is bewaard. Alleen jij ziet dit."))
        return go(request, "decision_made", visit, decision=draft.public_id)
    return show(
        request, visit, "workspace/decisions/step_4.html", circle="private",
        answers=answers_of(draft, visit), number=LAST, total=LAST,
    )  # fmt: skip


def made(request: HttpRequest, visit: Visit, decision: str) -> HttpResponse:
    """A decision with what she knew then, and what she can do with it now."""
    view = view_of(decision_or_404(visit, decision))
    return show(
        request, visit, "workspace/decisions/made.html", circle="private",
        view=view, sides=shown_sides(view.sides), may_go_on=_may_go_on(visit, view),
        offers=view.worries if view.is_go and visit.speaks else [],
    )  # fmt: skip


def _may_go_on(visit: Visit, view: DecisionView) -> bool:
    """After a yes, as long as both are still before Afspreken."""
    return view.is_go and visit.speaks and order(Stage(visit.collaboration.stage)) < order(Stage.AGREE)


def worry(request: HttpRequest, visit: Visit, decision: str, number: int) -> HttpResponse:
    """Put one worry on the table, in exactly the words she sees here."""
    found = decision_or_404(visit, decision)
    view = next((one for one in view_of(found).worries if one.number == number), None)
    if view is None:
        raise Http404
    form = ShareWorryForm(posted(request), initial={"text": view.text})
    if request.method == "POST" and form.is_valid():
        try:
            actions.share_worry(visit=visit, decision=found, number=number, **form.cleaned_data)
            messages.success(request, _("Gedeeld met %(name)s.") % {"name": visit.other_name})
        except actions.NothingToShareError:
            messages.info(request, _("Dit punt ligt al op tafel."))
        return go(request, "decision_made", visit, decision=decision)
    return show(
        request, visit, "workspace/decisions/worry.html", circle="private", status=422 if form.is_bound else 200,
        decision=found, worry=view, form=form,
    )  # fmt: skip


def go_on(request: HttpRequest, visit: Visit, decision: str) -> HttpResponse:
    """Offer: move both on to Afspreken. It is shared, so it takes an act of its own."""
    found = decision_or_404(visit, decision)
    if not _may_go_on(visit, view_of(found)):
        return go(request, "decision_made", visit, decision=decision)
    if request.method == "POST":
        move_stage(seat=visit.seat, stage=Stage.AGREE.value, now=visit.now)
        messages.success(request, _("Bewaard. Jullie zien dit allebei."))
        return go(request, "decision_made", visit, decision=decision)
    return show(request, visit, "workspace/decisions/go_on.html", circle="private", decision=found)


def look_back(request: HttpRequest, visit: Visit, decision: str) -> HttpResponse:
    """What came of it, and one lesson: once."""
    found = decision_or_404(visit, decision)
    view = view_of(found)
    form = LookBackForm(posted(request), choice=Choice(found.choice))
    if request.method == "POST" and form.is_valid():
        try:
            actions.look_back_on_decision(decision=found, now=visit.now, **form.cleaned_data)
            messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        except LockedError:
            messages.info(request, _("Je keek hier al op terug. Het ligt vast."))
        return go(request, "decision_made", visit, decision=decision)
    return show(
        request, visit, "workspace/decisions/look_back.html", circle="private", status=422 if form.is_bound else 200,
        view=view, form=form, question=look_back_question(view.choice),
    )  # fmt: skip
