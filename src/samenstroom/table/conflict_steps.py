"""The ladder of a disagreement, and the blind proposal when it is only about money."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.adjusting.actions.blind import answer_middle, stop_blind
from samenstroom.adjusting.actions.ladders import TooEarlyError
from samenstroom.adjusting.forms.conflicts import LimitForm, StepForm
from samenstroom.adjusting.queries.conflicts import ConflictView
from samenstroom.adjusting.wording.conflicts import conflict_page, conflict_texts
from samenstroom.adjusting.wording.ladders import blind_page, ladder_lines, ladder_rows
from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows import conflicts as flow
from samenstroom.kit import clock
from samenstroom.rules.ladder import Ladder, Step, ladder_from

from .access import conflict_or_404
from .page import go, posted, show, too_late
from .read import mark_of, reads_otherwise_now


def ladder(request: HttpRequest, visit: Visit, conflict: str) -> HttpResponse:
    """Which step they are on, since when, until when; and one act for each step that is still to come."""
    view = conflict_or_404(visit, conflict)
    agreed = in_force_at(visit)
    steps = ladder_from(agreed.terms if agreed else None)
    asked = request.POST.get("step", "")
    rows = ladder_rows(visit, view, steps)
    forms = {
        row.code: _form(request, visit, steps, row.code, is_sent=row.code == asked) for row in rows if row.can_take
    }
    form = forms.get(asked)
    if request.method == "POST":
        if form is None:
            return too_late(request, "conflict_ladder", visit, conflict=conflict)
        if form.is_valid():
            done = _take(request, visit, view, steps, form)
            if done is not None:
                return done
    return show(
        request, visit, "table/conflict/ladder.html", circle="shared", status=422 if form is not None else 200,
        form=form, rows=[(row, forms.get(row.code)) for row in rows], lines=ladder_lines(steps),
        page=conflict_page(visit, view), info=conflict_texts()["ladder"]["info"], view=view,
    )  # fmt: skip


def _form(request: HttpRequest, visit: Visit, steps: Ladder, code: str, *, is_sent: bool) -> StepForm:
    rung = steps.rung(Step(code))
    assert rung is not None
    return StepForm(posted(request) if is_sent else None, rung=rung, today=clock.day_of(visit.now))


def _take(request: HttpRequest, visit: Visit, view: ConflictView, steps: Ladder, form: StepForm) -> HttpResponse | None:
    """Take the step; None when the form has to say what was not right."""
    here = {"conflict": view.conflict.public_id}
    try:
        on = form.cleaned_data["on"]
        flow.take_step(visit=visit, conflict=view.conflict, ladder=steps, step=form.rung.step, on=on)
    except TooEarlyError:
        form.add_error("on", _("Kies een dag na het begin van de vorige stap."))
        return None
    except NotAllowedError:
        return too_late(request, "conflict_ladder", visit, **here)
    messages.success(request, _("Bewaard. Jullie zien allebei bij welke stap jullie zijn."))
    return go(request, "conflict_ladder", visit, **here)


def blind(request: HttpRequest, visit: Visit, conflict: str) -> HttpResponse:
    """The rules first; then a limit from each, and only whether they meet."""
    view = conflict_or_404(visit, conflict)
    found = view.blind
    if found is None and (not visit.takes_part or not view.conflict.is_open):
        return too_late(request, "conflict", visit, conflict=conflict)
    do = request.POST.get("do", "")
    is_limit = do == "send" and found is not None
    form = LimitForm(posted(request) if is_limit else None, i_receive=found.i_receive if found else False)
    read = mark_of([(one.public_id, one.is_open) for one in found.rounds]) if found else ""
    is_other = is_limit and reads_otherwise_now(request, read)
    if request.method == "POST" and (not is_limit or form.is_valid()) and not is_other:
        return _blind_act(request, visit, view, form, do)
    return show(
        request, visit, "table/conflict/blind.html", circle="sealed" if found and found.mine is not None else "shared",
        status=409 if is_other else 422 if form.is_bound else 200, form=form, page=conflict_page(visit, view),
        read=read, texts=conflict_texts()["blind"], blind=blind_page(visit, found) if found else None, view=view,
        who_sees=_("%(name)s ziet jouw bedrag niet. Is er een midden, dan is het wel uit te rekenen.")
        % {"name": visit.other_name},
    )  # fmt: skip


def _blind_act(request: HttpRequest, visit: Visit, view: ConflictView, form: LimitForm, do: str) -> HttpResponse:
    one, here = view.conflict, {"conflict": view.conflict.public_id}
    try:
        said = _blind_done(request, visit, view, form, do)
    except NotAllowedError:
        said = ""
    if not said:
        return too_late(request, "conflict_blind", visit, conflict=one.public_id)
    messages.success(request, said)
    return go(request, "conflict_blind", visit, **here)


def _blind_done(request: HttpRequest, visit: Visit, view: ConflictView, form: LimitForm, do: str) -> str:
    """Do it and say so; empty when there is nothing to do."""
    one, receiver = view.conflict, request.POST.get("receiver", "")
    if do == "start" and receiver in ("me", "other"):
        flow.propose_blind(visit=visit, conflict=one, receiver=visit.party if receiver == "me" else visit.other_party)
        return _("Jullie kunnen nu allebei een bedrag noemen.")
    if do == "send":
        is_compared = flow.name_limit(visit=visit, conflict=one, amount=form.cleaned_data["amount"])
        return _("Vergeleken. Kijk wat eruit kwam.") if is_compared else _("Jouw bedrag is dicht.")
    if do == "stop":
        stop_blind(conflict=one, seat=visit.seat, now=visit.now)
        return _("Gestopt. Wat dicht was, is niet vergeleken.")
    if do in ("yes", "no"):
        is_agreed = answer_middle(conflict=one, seat=visit.seat, says_yes=do == "yes", now=visit.now)
        return _("Jullie zijn het eens over het bedrag.") if is_agreed else _("Bewaard.")
    return ""
