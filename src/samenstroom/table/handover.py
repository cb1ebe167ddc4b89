"""The handover on the table: what is handed over, quick to add, ticked by both, and on paper."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions import handover as actions
from samenstroom.farewell.forms.handover import AddItemsForm, ItemForm, PickForm
from samenstroom.farewell.queries.handover import ItemView, handover_of
from samenstroom.farewell.queries.offers import shared_offers
from samenstroom.farewell.wording.handover import handover_texts, ideas_for, item_row, offer_row, progress
from samenstroom.flows.handover import lay_items

from .access import handover_item_if_there, handover_item_or_404
from .page import go, posted, show


def plan(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What is handed over, open first by day, and where it stands."""
    view = handover_of(visit)
    return show(
        request, visit, "table/handover/plan.html", circle="shared", texts=handover_texts(), view=view,
        progress=progress(visit, view), rows=[item_row(visit, one) for one in view.open],
        finished=[item_row(visit, one) for one in view.finished],
        dropped=[item_row(visit, one) for one in view.dropped],
        offers=shared_offers(visit) if visit.speaks else [],
    )  # fmt: skip


def add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Several at once: one per line, or what often comes up."""
    taken = [str(one.item.source) for one in handover_of(visit).everything]
    ideas = ideas_for(visit.collaboration.kind, taken)
    form = AddItemsForm(posted(request), visit=visit, ideas=ideas)
    if request.method == "POST" and form.is_valid():
        made = lay_items(visit=visit, items=form.items())
        messages.success(request, added_words(len(made)))
        return go(request, "handover", visit)
    return show(
        request, visit, "table/handover/add.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, texts=handover_texts(),
    )  # fmt: skip


def added_words(count: int) -> str:
    """How many lie there now that did not before."""
    if not count:
        return _("Dit stond er al.")
    return ngettext("%(n)s ding staat op de lijst.", "%(n)s dingen staan op de lijst.", count) % {"n": count}


def take(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What runs already, offered: one tap each, or all. Nothing comes along by itself."""
    offers = shared_offers(visit)
    form = PickForm(posted(request), choices=[(one.source, one.title) for one in offers])
    if request.method == "POST" and form.is_valid():
        picked = form.cleaned_data["picked"]
        chosen = [one for one in offers if "all" in request.POST or one.source in picked]
        messages.success(request, added_words(len(lay_items(visit=visit, items=chosen))))
        return go(request, "handover", visit)
    return show(
        request, visit, "table/handover/take.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, offers=[offer_row(visit, one) for one in offers],
    )  # fmt: skip


def item(request: HttpRequest, visit: Visit, item: str) -> HttpResponse:
    """One item: read it, write it differently, take it off the list."""
    view = handover_item_or_404(visit, item)
    form = ItemForm(posted(request), visit=visit, item=view.item)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_item(item=view.item, seat=visit.seat, words=form.words())
            messages.success(request, _("Bewaard. Jullie zien dit allebei."))
        except NotAllowedError:
            messages.info(request, _("Dit is al klaar. Zet het eerst terug als het anders moet."))
        return go(request, "handover", visit)
    return show(
        request, visit, "table/handover/item.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, row=item_row(visit, view),
    )  # fmt: skip


@require_POST
def tick(request: HttpRequest, visit: Visit, item: str) -> HttpResponse:
    """Done, seen, not yet after all; off the list, or back on it."""
    view, act = handover_item_if_there(visit, item), ACTS.get(request.POST.get("do", ""))
    try:
        if view is None or act is None:
            raise NotAllowedError
        act(visit, view, request.POST.get("mark", ""))
    except NotAllowedError:
        messages.info(request, _("Dit kan nu niet meer. Kijk hoe het er nu bij staat."))
    return go(request, "handover", visit)


def _done(visit: Visit, view: ItemView, _mark: str) -> None:
    actions.say_done(item=view.item, seat=visit.seat, other_takes_part=visit.takes_part, now=visit.now)


ACTS: dict[str, Callable[[Visit, ItemView, str], None]] = {
    "done": _done,
    "seen": lambda visit, view, mark: actions.say_seen(item=view.item, seat=visit.seat, now=visit.now, read=mark),
    "undo": lambda visit, view, _mark: actions.undo_tick(item=view.item, seat=visit.seat),
    "drop": lambda visit, view, _mark: actions.drop_item(item=view.item, seat=visit.seat, now=visit.now),
    "back": lambda visit, view, _mark: actions.put_back(item=view.item, seat=visit.seat),
}


def on_paper(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The plan as a document, to print or to keep."""
    view = handover_of(visit)
    return show(
        request, visit, "table/handover/print.html", circle="shared", view=view, progress=progress(visit, view),
        rows=[item_row(visit, one) for one in (*view.items, *view.words)],
    )  # fmt: skip
