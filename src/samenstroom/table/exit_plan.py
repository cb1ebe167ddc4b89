"""For when it ever stops, on the table: one page to read, propose, accept, propose otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.exit_plans import suggest_exit_plan
from samenstroom.planning.forms.exit_plans import ExitPlanForm
from samenstroom.planning.queries.exit_plans import every_exit_plan_of, exit_plans_at
from samenstroom.planning.queries.pages import Pages
from samenstroom.planning.queries.start_lists import entries_of
from samenstroom.planning.wording.exit_plans import exit_page, exit_texts, to_begin_with

from .access import exit_plan_if_there
from .page import address, door_of, go, posted, show, too_late
from .proposed import answer_page


def exit_plan(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What holds, what waits for a yes, and what was before."""
    found = exit_plans_at(visit)
    lie_there = [one for one in (found.proposed, found.holds) if one]
    earlier = [one for one in every_exit_plan_of(visit) if one.page.replaced_at and one.page.accepted_at]
    own = address(request, "own_exit_plan", visit) if door_of(request) == "workspace" else ""
    return show(
        request, visit, "table/exit/exit.html", circle="shared", texts=exit_texts(), own_url=own,
        pages=[exit_page(visit, one) for one in lie_there], earlier=[exit_page(visit, one) for one in earlier],
    )  # fmt: skip


def propose(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose a page, or something else than what lies there; alone at the table it is noted."""
    found = exit_plans_at(visit)
    form = ExitPlanForm(posted(request), part="joint", kept=_to_begin_with(visit, found))
    if request.method == "POST" and form.is_valid():
        try:
            suggest_exit_plan(visit=visit, content=form.content())
        except NotAllowedError:
            return too_late(request, "exit_plan", visit)
        said = _("Voorgesteld aan %(name)s.") if visit.takes_part else _("Genoteerd.")
        messages.success(request, said % {"name": visit.other_name})
        return go(request, "exit_plan", visit)
    return show(
        request, visit, "table/exit/propose.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, is_change=bool(found.holds or found.proposed), texts=exit_texts(),
    )  # fmt: skip


def _to_begin_with(visit: Visit, found: Pages) -> Mapping[str, str]:
    """What lies there; before that what the list of accesses and the agreement say."""
    lies = found.proposed or found.holds
    return lies.page.content if lies else to_begin_with(visit, entries_of(visit, "access"), in_force_at(visit))


@require_POST
def answer(request: HttpRequest, visit: Visit, page: str) -> HttpResponse:
    """Say yes to a proposal, or take it off the table."""
    return answer_page(request, visit, exit_plan_if_there(visit, page), back="exit_plan")
