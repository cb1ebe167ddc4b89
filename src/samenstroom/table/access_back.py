"""Access taken back when it ends: named, done by one, confirmed by the other."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions import accesses as actions
from samenstroom.farewell.forms.settlement import AccessForm
from samenstroom.farewell.queries.accesses import accesses_of, offered_accesses
from samenstroom.farewell.queries.partings import closed_on
from samenstroom.farewell.wording.accesses import access_page
from samenstroom.farewell.wording.endings import ending_texts

from .access import access_if_there
from .page import go, posted, show, too_late


def accesses(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The list, what could be on it, and something new."""
    views, can_act = accesses_of(visit), closed_on(visit) is None and visit.speaks
    offers = offered_accesses(visit, views) if can_act else []
    asked = request.POST.get("source", "") or request.GET.get("uit", "")
    offered = next((one for one in offers if one.source == asked), None)
    initial = {"taker": "both", "text": offered.text if offered else ""}
    form = AccessForm(posted(request), visit=visit, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_access(
                seat=visit.seat, text=form.cleaned_data["text"], taker=form.taker(), now=visit.now,
                source=offered.source if offered else "",
            )  # fmt: skip
            messages.success(request, _("Op de lijst. Jullie zien dit allebei."))
            return go(request, "ending_access", visit)
        except NotAllowedError:
            return too_late(request, "ending_access", visit)
    return show(
        request, visit, "table/ending/access.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, source=asked if offered else "", offers=offers, lead=ending_texts()["access"]["lead"],
        accesses=[access_page(visit, one, can_act=can_act) for one in views], can_act=can_act,
    )  # fmt: skip


@require_POST
def answer(request: HttpRequest, visit: Visit, access: str) -> HttpResponse:
    """It is back, that is so, or take it off the list."""
    found = access_if_there(visit, access)
    act = {
        "done": (actions.take_access_back, _("Genoteerd: dit is terug.")),
        "confirm": (actions.confirm_access, _("Bevestigd.")),
        "drop": (actions.drop_access, _("Van de lijst.")),
    }.get(request.POST.get("do", ""))
    if found and act:
        try:
            act[0](access=found.access, seat=visit.seat, now=visit.now)
            messages.success(request, act[1])
            return go(request, "ending_access", visit)
        except NotAllowedError:
            pass
    return too_late(request, "ending_access", visit)
