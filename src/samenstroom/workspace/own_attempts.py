"""Trying something alone: her own things to do, a day, and her own answer. For her eyes only."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.adjusting.actions.own_attempts import look_back_on_own, start_own_attempt, throw_own_attempt_away
from samenstroom.adjusting.forms.attempts import OwnAttemptForm, SaidForm
from samenstroom.adjusting.queries.attempts import own_attempts_of
from samenstroom.adjusting.wording.attempts import own_attempt_row, repair_texts
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.attempts import Said
from samenstroom.table.page import go, show

from .access import own_attempt_or_404


def own_attempt(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What she tries now, to begin or to change, and what she tried before."""
    attempts = list(own_attempts_of(visit))
    running = next((one for one in attempts if one.looked_back_at is None), None)
    goes_on = next((one for one in attempts[:1] if one.said == Said.GO_ON.value), None)
    form = OwnAttemptForm(request.POST or None, today=clock.day_of(visit.now), attempt=running or goes_on)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        start_own_attempt(visit=visit, stuck=data["stuck"], tries=form.tries(), look_back_on=data["look_back_on"])
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "own_attempt", visit)
    return show(
        request, visit, "workspace/attempts/own.html", circle="private", status=422 if form.is_bound else 200,
        form=form, running=own_attempt_row(running) if running else None, texts=repair_texts(),
        earlier=[own_attempt_row(one) for one in attempts if one.looked_back_at],
    )  # fmt: skip


def own_attempt_look(request: HttpRequest, visit: Visit, attempt: str) -> HttpResponse:
    """How is it now, for her? She may change it, or throw the attempt away."""
    found = own_attempt_or_404(visit, attempt)
    if request.method == "POST" and "away" in request.POST:
        throw_own_attempt_away(attempt=found)
        messages.success(request, _("Weggegooid."))
        return go(request, "own_attempt", visit)
    kept = {"said": found.said, "why": found.why, "helped": found.helped}
    form = SaidForm(request.POST or None, kept=kept)
    if request.method == "POST" and form.is_valid():
        look_back_on_own(attempt=found, visit=visit, **form.answers())
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "own_attempt_look", visit, attempt=attempt)
    return show(
        request, visit, "workspace/attempts/look.html", circle="private", status=422 if form.is_bound else 200,
        form=form, row=own_attempt_row(found),
    )  # fmt: skip
