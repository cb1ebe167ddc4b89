"""Priorities on the table: what comes first for both, and telling what changes before the work does."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.adjusting.actions.priorities import withdraw_change
from samenstroom.adjusting.forms.priorities import AnswerForm, ChangeForm
from samenstroom.adjusting.queries.priorities import changes_of, ranking_key, rankings_of
from samenstroom.adjusting.wording.priorities import change_page, priority_texts, ranking_page
from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.agreements.queries.versions import base_of
from samenstroom.agreements.wording.differences import differences
from samenstroom.agreements.wording.marked import difference_views
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.priorities import answer as flow_answer
from samenstroom.flows.priorities import on_paper, write_down
from samenstroom.flows.priorities import tell as flow_tell
from samenstroom.watch.actions import mark_seen

if TYPE_CHECKING:
    from samenstroom.adjusting.models import PriorityChange

from .access import change_or_404
from .page import go, posted, show, too_late


def priorities(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What lies there, what comes first for both, and what was told before."""
    changes = [change_page(visit, one) for one in changes_of(visit)]
    rankings = rankings_of(visit)
    opened = [one for one in rankings if one.is_revealed]
    for one in opened[:1]:
        mark_seen(person=visit.person, key=ranking_key(one), now=visit.now)
    before = zip_longest(opened, opened[1:])
    return show(
        request, visit, "table/priorities/priorities.html", circle="shared", texts=priority_texts(),
        changes=changes, open=next((one for one in rankings if one.is_open), None),
        pages=[ranking_page(visit, one, was) for one, was in before if one],
        free=next((one for one in rankings if one.can_free), None),
    )  # fmt: skip


def tell(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Tell what changes; alone at the table it is noted."""
    return _tell(request, visit, None)


def counter(request: HttpRequest, visit: Visit, change: str) -> HttpResponse:
    """Propose something else than what lies there."""
    view = change_or_404(visit, change)
    if not view.waits_for_me:
        return too_late(request, "priorities", visit)
    return _tell(request, visit, view.change)


def _tell(request: HttpRequest, visit: Visit, counters: PriorityChange | None) -> HttpResponse:
    holds = in_force_at(visit) if base_of(visit) else None
    form = ChangeForm(posted(request), visit=visit, holds=holds, counters=counters)
    if request.method == "POST" and form.is_valid():
        whose = visit.other_party if form.cleaned_data.get("party") == "other" else visit.party
        try:
            flow_tell(visit=visit, told=form.told(), party=whose, counters=counters)
        except NotAllowedError:
            return too_late(request, "priorities", visit)
        said = _("Verteld aan %(name)s.") if visit.takes_part else _("Genoteerd.")
        messages.success(request, said % {"name": visit.other_name})
        return go(request, "priorities", visit)
    return show(
        request, visit, "table/priorities/tell.html", circle="shared", status=422 if form.is_bound else 200, form=form,
        texts=priority_texts()["telling"], is_counter=counters is not None,
    )  # fmt: skip


def change(request: HttpRequest, visit: Visit, change: str) -> HttpResponse:
    """One change: read it, and say yes or no."""
    view = change_or_404(visit, change)
    form = AnswerForm(posted(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data["do"]
        try:
            flow_answer(visit=visit, change=view.change, said=said, words=form.cleaned_data["words"].strip())
        except NotAllowedError:
            return too_late(request, "priorities", visit)
        goes_on_paper = said == "yes" and view.change.touches_terms
        messages.success(request, priority_texts()["answering"]["paper_next" if goes_on_paper else f"{said}_next"])
        return go(request, "change", visit, change=change)
    return show(
        request, visit, "table/priorities/change.html", circle="shared", status=422 if form.is_bound else 200,
        page=change_page(visit, view), form=form,
    )  # fmt: skip


@require_POST
def withdraw(request: HttpRequest, visit: Visit, change: str) -> HttpResponse:
    """Take back what was told and not answered."""
    view = change_or_404(visit, change)
    try:
        withdraw_change(change=view.change, seat=visit.seat, now=visit.now)
        messages.success(request, _("Teruggenomen."))
    except NotAllowedError:
        return too_late(request, "priorities", visit)
    return go(request, "priorities", visit)


def paper(request: HttpRequest, visit: Visit, change: str) -> HttpResponse:
    """Show how it would read in the agreement, and put it on the table as an addendum."""
    view = change_or_404(visit, change)
    found = on_paper(visit, view.change)
    if not view.is_unwritten or view.change.addendum is not None or found is None:
        return go(request, "change", visit, change=change)
    if request.method == "POST":
        try:
            made = write_down(visit=visit, change=view.change)
        except NotAllowedError:
            return too_late(request, "change", visit, change=change)
        messages.success(request, _("De aanvulling ligt op tafel. Jullie tekenen alleen dit deel."))
        return go(request, "agreement_version", visit, number=made.number)
    return show(
        request, visit, "table/priorities/paper.html", circle="shared", texts=priority_texts()["paper"],
        changes=difference_views(differences(found.old, found.new)),
        language=str(found.new["language"]), public_id=change,
    )  # fmt: skip
