"""Preparing a handover for herself: nothing of it is seen until she puts it on the table, as it reads."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions.handover import change_draft, draft_items, throw_draft_away
from samenstroom.farewell.forms.handover import AddItemsForm, ItemForm, PickForm
from samenstroom.farewell.queries.handover import drafts_of, handover_of
from samenstroom.farewell.queries.offers import own_offers
from samenstroom.farewell.wording.handover import draft_row, handover_texts, ideas_for, offer_row
from samenstroom.flows.handover import lay_drafts
from samenstroom.table.page import go, posted, show

from .access import handover_draft_or_404


def own(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What she keeps for herself, several more at once, and what runs already."""
    drafts, offers = list(drafts_of(visit)), own_offers(visit)
    taken = [str(one.source) for one in (*drafts, *(view.item for view in handover_of(visit).everything))]
    form = AddItemsForm(posted(request), visit=visit, ideas=ideas_for(visit.collaboration.kind, taken))
    if request.method == "POST" and form.is_valid():
        draft_items(seat=visit.seat, person=visit.person, items=form.items(), now=visit.now)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "handover_own", visit)
    return show(
        request, visit, "workspace/handover/own.html", circle="private", status=422 if form.is_bound else 200,
        form=form, texts=handover_texts(), rows=[draft_row(visit, one) for one in drafts],
        offers=[offer_row(visit, one) for one in offers],
    )  # fmt: skip


def take(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What runs already goes along in what she keeps: what she ticked, or all."""
    offers = own_offers(visit)
    form = PickForm(posted(request), choices=[(one.source, one.title) for one in offers])
    if form.is_bound and form.is_valid():
        picked = form.cleaned_data["picked"]
        chosen = [one for one in offers if "all" in request.POST or one.source in picked]
        draft_items(seat=visit.seat, person=visit.person, items=chosen, now=visit.now)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
    return go(request, "handover_own", visit)


def put_on_table(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The exact text of what she ticked; on the button it is of both. Without ticks everything is shown."""
    drafts, asked = list(drafts_of(visit)), request.GET.getlist("picked")
    chosen = [one for one in drafts if one.public_id in asked] if asked else drafts
    if request.method == "POST" and visit.speaks:
        lay_drafts(visit=visit, drafts=[one for one in drafts if one.mark in request.POST.getlist("read")])
        messages.success(request, _("Het ligt op tafel. Jullie zien dit allebei."))
        return go(request, "handover", visit)
    return show(
        request, visit, "workspace/handover/table.html", circle="private",
        rows=[draft_row(visit, one) for one in chosen],
    )  # fmt: skip


def draft(request: HttpRequest, visit: Visit, item: str) -> HttpResponse:
    """One thing she keeps for herself: write it differently, or throw it away."""
    found = handover_draft_or_404(visit, item)
    if request.method == "POST" and "away" in request.POST:
        throw_draft_away(draft=found)
        messages.success(request, _("Weggegooid."))
        return go(request, "handover_own", visit)
    form = ItemForm(posted(request), visit=visit, item=found)
    if request.method == "POST" and form.is_valid():
        change_draft(draft=found, words=form.words())
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "handover_own", visit)
    return show(
        request, visit, "workspace/handover/draft.html", circle="private", status=422 if form.is_bound else 200,
        form=form, draft=found,
    )  # fmt: skip
