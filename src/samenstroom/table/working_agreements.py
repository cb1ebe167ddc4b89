"""Working agreements on the table: one page to read, propose, accept, propose otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.kickoff import suggest_working
from samenstroom.planning.forms.working import WorkingForm
from samenstroom.planning.queries.pages import Pages
from samenstroom.planning.queries.working import every_working_of, working_at
from samenstroom.planning.wording.working import from_terms, own_style, working_page

from .access import working_if_there
from .page import door_of, go, posted, show
from .proposed import answer_page


def working_agreements(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What holds, what waits for a yes, and what was before."""
    found = working_at(visit)
    lie_there = [one for one in (found.proposed, found.holds) if one]
    earlier = [one for one in every_working_of(visit) if one.page.replaced_at and one.page.accepted_at]
    return show(
        request, visit, "table/working/working.html", circle="shared",
        pages=[working_page(visit, one) for one in lie_there], earlier=[working_page(visit, one) for one in earlier],
    )  # fmt: skip


def propose(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose a page, or something else than what lies there; alone at the table it is noted."""
    found = working_at(visit)
    form = WorkingForm(posted(request), kept=_to_begin_with(visit, found))
    if request.method == "POST" and form.is_valid():
        suggest_working(visit=visit, content=form.content())
        said = _("Voorgesteld aan %(name)s.") if visit.takes_part else _("Genoteerd.")
        messages.success(request, said % {"name": visit.other_name})
        return go(request, "working_agreements", visit)
    is_hers = door_of(request) == "workspace" and visit.speaks
    return show(
        request, visit, "table/working/propose.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, is_change=bool(found.holds or found.proposed), own=own_style(visit.person) if is_hers else (),
    )  # fmt: skip


def _to_begin_with(visit: Visit, found: Pages) -> Mapping[str, Any]:
    """What lies there; before that what the agreement says about answering. Never what is in a profile."""
    lies = found.proposed or found.holds
    return lies.page.content if lies else from_terms(in_force_at(visit))


@require_POST
def answer(request: HttpRequest, visit: Visit, page: str) -> HttpResponse:
    """Say yes to a proposal, or take it off the table."""
    return answer_page(request, visit, working_if_there(visit, page), back="working_agreements")
