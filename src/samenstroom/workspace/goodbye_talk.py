"""After the talk: what was agreed, hers alone, until she shares it in exactly the words she sees."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions import farewells as actions
from samenstroom.farewell.forms.goodbye import HeldForm, ShareTalkForm
from samenstroom.kit import clock
from samenstroom.table.page import go, posted, show

from .goodbye import with_farewell

if TYPE_CHECKING:
    from samenstroom.farewell.models import Farewell


@with_farewell
def held(request: HttpRequest, visit: Visit, found: Farewell) -> HttpResponse:
    """What came of the talk."""
    today, kept = clock.day_of(visit.now), found.moments.get("held_on")
    start = {"held_on": date.fromisoformat(kept) if kept else today, "agreed": found.talk.get("agreed", "")}
    form = HeldForm(posted(request), today=today, initial=start)
    if request.method == "POST" and form.is_valid():
        actions.note_held(farewell=found, **form.cleaned_data)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "farewell_step", visit, step="gesprek")
    return show(
        request, visit, "workspace/goodbye/held.html", circle="private", status=422 if form.is_bound else 200, form=form
    )


@with_farewell
def share(request: HttpRequest, visit: Visit, found: Farewell) -> HttpResponse:
    """Put what was agreed on the table, in exactly this text."""
    form = ShareTalkForm(posted(request), initial={"text": found.talk.get("agreed", "")})
    if request.method == "POST" and form.is_valid():
        try:
            actions.share_agreed(farewell=found, visit=visit, text=form.cleaned_data["text"])
            messages.success(request, _("Gedeeld met %(name)s.") % {"name": visit.other_name})
        except actions.NothingToShareError:
            messages.info(request, _("Dit is al gedeeld, of het gesprek is nog niet geweest."))
        return go(request, "farewell_step", visit, step="gesprek")
    return show(
        request,
        visit,
        "workspace/goodbye/share.html",
        circle="private",
        status=422 if form.is_bound else 200,
        form=form,
    )
