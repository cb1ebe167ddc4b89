"""A repair attempt on the table: propose, agree or propose something else, and say apart how it is."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.adjusting.actions import attempts as actions
from samenstroom.adjusting.forms.attempts import AttemptForm, SaidForm
from samenstroom.adjusting.queries.attempts import AttemptView, attempts_of, current_attempt
from samenstroom.adjusting.wording.attempts import attempt_page, look_page, repair_texts
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import AlreadySentError
from samenstroom.flows.adjusting import suggest_again, suggest_attempt
from samenstroom.kit import clock
from samenstroom.rules.life_cycle import Stage

from .access import attempt_if_there, attempt_or_404, conflict_if_there
from .page import go, posted, show


def attempt(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What lies there now, and what was tried before."""
    views = attempts_of(visit)
    now = views[0] if views else None
    return show(
        request, visit, "table/attempt/attempt.html", circle="shared", texts=repair_texts(),
        page=attempt_page(visit, now) if now else None, earlier=[attempt_page(visit, one) for one in views[1:]],
        can_propose=now is None or now.is_opened,
        asks_stage=now is not None and now.is_running and visit.collaboration.stage != Stage.ADJUST.value,
    )  # fmt: skip


def propose(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose an attempt, or something else than what lies there."""
    view = current_attempt(visit)
    lies_there = view.attempt if view and view.is_proposed else None
    form = AttemptForm(
        posted(request), visit=visit, today=clock.day_of(visit.now), attempt=lies_there,
        begin=conflict_if_there(visit, request.GET.get("meningsverschil", "")),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            suggest_attempt(visit=visit, terms=form.terms())
            messages.success(request, _("Voorgesteld aan %(name)s.") % {"name": visit.other_name})
        except NotAllowedError:
            messages.info(request, _("Er loopt al een poging. Kijk daar eerst samen op terug."))
        return go(request, "repair_attempt", visit)
    return show(
        request, visit, "table/attempt/propose.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, texts=repair_texts(), is_change=lies_there is not None,
    )  # fmt: skip


@require_POST
def answer(request: HttpRequest, visit: Visit, attempt: str) -> HttpResponse:
    """Say yes, take it off the table, or go on trying from one that is over."""
    view = attempt_if_there(visit, attempt)
    try:
        said = _act(visit, view, request.POST.get("do", "")) if view else ""
    except NotAllowedError:
        said = ""
    if said:
        messages.success(request, said)
    else:
        messages.info(request, _("Dit kan nu niet meer. Kijk hoe het er nu bij staat."))
    return go(request, "repair_attempt", visit)


def _act(visit: Visit, view: AttemptView, do: str) -> str:
    """Do it and say so; empty when there is nothing to do."""
    if do == "agree":
        actions.agree_attempt(attempt=view.attempt, seat=visit.seat, now=visit.now)
        return _("Afgesproken. Jullie zien dit allebei.")
    if do == "drop":
        actions.drop_attempt(attempt=view.attempt, seat=visit.seat, now=visit.now)
        return _("Van tafel.")
    newest = current_attempt(visit)
    if do != "again" or (newest and newest.waits_for_yes):
        return ""
    suggest_again(visit=visit, attempt=view.attempt)
    return _("Voorgesteld aan %(name)s, voor nog eens vier weken.") % {"name": visit.other_name}


def look(request: HttpRequest, visit: Visit, attempt: str) -> HttpResponse:
    """How is it now? Closed until both have said it; then both read it, with one step that fits."""
    view = attempt_or_404(visit, attempt)
    if not (view.is_running or view.is_opened):
        return go(request, "repair_attempt", visit)
    kept, is_draft = (view.look.mine if view.look else None) or {}, "later" in request.POST
    form = SaidForm(None if view.is_opened else posted(request), kept=kept, is_draft=is_draft)
    if request.method == "POST" and (view.is_opened or form.is_valid()):
        return _keep(request, visit, view, form, is_draft=is_draft)
    return show(
        request, visit, "table/attempt/look.html", circle="shared" if view.is_opened else "sealed",
        status=422 if form.is_bound else 200, form=form, view=view, **_words(visit, view),
    )  # fmt: skip


def _words(visit: Visit, view: AttemptView) -> dict[str, Any]:
    newest = current_attempt(visit)
    return {
        "page": attempt_page(visit, view),
        "look": look_page(visit, view),
        "can_try_again": visit.speaks and newest is not None and newest.attempt.pk == view.attempt.pk,
    }


def _keep(request: HttpRequest, visit: Visit, view: AttemptView, form: SaidForm, *, is_draft: bool) -> HttpResponse:
    here = {"attempt": view.attempt.public_id}
    if view.is_opened:
        messages.info(request, _("Jullie antwoorden liggen al vast."))
        return go(request, "repair_attempt_look", visit, **here)
    try:
        draft = actions.keep_look(attempt=view.attempt, seat=visit.seat, answers=form.answers(), now=visit.now)
        if is_draft:
            messages.success(request, _("Bewaard. Je kunt later verder gaan waar je was."))
            return go(request, "repair_attempt", visit)
        actions.send_look(attempt=view.attempt, answer=draft, now=visit.now)
    except (NotAllowedError, AlreadySentError):
        messages.info(request, _("Dit ligt nu vast."))
    return go(request, "repair_attempt_look", visit, **here)
