"""Decisions on record: note one, see it so or otherwise, tell what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.actions.decisions import (
    DecisionTerms,
    note_decision,
    say_of_decision,
    take_back_decision,
    tell_outcome,
)
from samenstroom.feedback.forms.feedback import DecisionForm, DecisionStanceForm, OutcomeForm
from samenstroom.feedback.queries.decisions import DecisionView, decisions_of
from samenstroom.feedback.wording.feedback import decision_page
from samenstroom.kit import clock

from .access import decision_made_or_404
from .page import go, posted, show

if TYPE_CHECKING:
    from samenstroom.collaborations.models import Party


def decisions(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What was decided, newest first."""
    pages = [decision_page(visit, one) for one in decisions_of(visit)]
    return show(request, visit, "table/decisions_made/list.html", circle="shared", pages=pages)


def note(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Note one decision."""
    if not visit.speaks:
        return go(request, "decisions_made", visit)
    form = DecisionForm(posted(request), today=clock.day_of(visit.now), other_name=visit.other_name)
    if request.method == "POST" and form.is_valid():
        made = note_decision(seat=visit.seat, terms=_terms(visit, form), now=visit.now)
        messages.success(request, _("Bewaard. Jullie zien dit allebei."))
        return go(request, "decision_record", visit, decision=made.public_id)
    status = 422 if form.is_bound else 200
    return show(request, visit, "table/decisions_made/note.html", circle="shared", status=status, form=form)


def _terms(visit: Visit, form: DecisionForm) -> DecisionTerms:
    given = form.cleaned_data
    sides: dict[str, Party | None] = {"me": visit.party, "other": visit.other_party}
    return DecisionTerms(
        what=given["what"], why=given["why"], advice=given["advice"], decided_by=sides.get(given["decided_by"]),
        expertise=sides.get(given["expertise"]), hours_undone=given["hours_undone"], decided_on=given["decided_on"],
    )  # fmt: skip


def decision(request: HttpRequest, visit: Visit, decision: str) -> HttpResponse:
    """One decision; the other says how it was, and either tells what came of it."""
    view, do = decision_made_or_404(visit, decision), request.POST.get("do", "")
    stance = DecisionStanceForm(request.POST if do == "stance" else None)
    outcome = OutcomeForm(request.POST if do == "outcome" else None)
    if request.method == "POST" and _did(request, visit, view, do, stance, outcome):
        return go(request, "decision_record", visit, decision=decision)
    faults = stance.is_bound or outcome.is_bound
    return show(
        request, visit, "table/decisions_made/decision.html", circle="shared", status=422 if faults else 200,
        page=decision_page(visit, view), stance=stance, outcome=outcome,
        form=outcome if outcome.is_bound else stance,
    )  # fmt: skip


def _did(
    request: HttpRequest, visit: Visit, view: DecisionView, do: str, stance: DecisionStanceForm, outcome: OutcomeForm
) -> bool:
    """Do what was asked; False when her words need another look."""
    who: dict[str, Any] = {"decision": view.decision, "seat": visit.seat, "now": visit.now}
    try:
        if do == "stance" and stance.is_valid():
            say_of_decision(**who, **stance.cleaned_data)
        elif do == "outcome" and outcome.is_valid():
            tell_outcome(**who, words=outcome.cleaned_data["words"])
        elif do == "take_back":
            take_back_decision(**who)
        else:
            return not (stance.is_bound or outcome.is_bound)
        messages.success(request, _("Bewaard."))
    except NotAllowedError:
        messages.info(request, _("Dit kan nu niet meer. Kijk hoe het er nu bij staat."))
    return True
