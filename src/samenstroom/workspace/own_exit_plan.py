"""What she does if it stops, for herself. Nobody else sees it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.actions.exit_plans import keep_own_exit_plan
from samenstroom.planning.forms.exit_plans import ExitPlanForm
from samenstroom.planning.queries.exit_plans import own_exit_plan_of
from samenstroom.planning.wording.exit_plans import exit_texts
from samenstroom.table.page import go, posted, show


def own_exit_plan(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write it, and find it again."""
    form = ExitPlanForm(posted(request), part="own", kept=own_exit_plan_of(visit))
    if request.method == "POST" and form.is_valid():
        keep_own_exit_plan(visit=visit, answers=form.content())
        messages.success(request, _("Bewaard, alleen voor jou."))
        return go(request, "own_exit_plan", visit)
    return show(
        request, visit, "workspace/exit/own.html", circle="private", status=422 if form.is_bound else 200, form=form,
        texts=exit_texts(),
    )  # fmt: skip
