"""Her own room: what she has, what each collaboration asks, side by side. Only hers."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.actions.room import save_asked, save_room
from samenstroom.exploring.forms.room import AskedForm, RoomForm
from samenstroom.exploring.queries.room import asked_by_table, room_of, tables_in_room
from samenstroom.exploring.wording.room import room_page
from samenstroom.kit import clock
from samenstroom.table.page import posted, show

from .access import person_of, with_account


@with_account
def room(request: HttpRequest) -> HttpResponse:
    """What is free, what is asked, and what a yes would mean; here she also says what she has."""
    person, now = person_of(request), clock.now()
    kept = room_of(person)
    form = RoomForm(posted(request), kept=kept)
    if request.method == "POST" and form.is_valid():
        save_room(person=person, now=now, **form.cleaned_data)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return HttpResponseRedirect(reverse("workspace:room"))
    tables = tables_in_room(person, now)
    page = {
        "form": form,
        "has_room": kept is not None,
        "page": room_page(kept, tables, asked_by_table(person, tables)),
        "fault": _("Fout:") + " " if form.errors else "",
        "circle": "private",
    }
    return render(request, "workspace/room/room.html", page, status=422 if form.errors else 200)


def asked(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What one collaboration asks of her."""
    if visit.collaboration.is_demo:
        raise Http404
    kept = asked_by_table(visit.person, [visit]).get(visit.collaboration.pk)
    form = AskedForm(posted(request), kept=kept)
    if request.method == "POST" and form.is_valid():
        save_asked(person=visit.person, collaboration=visit.collaboration, now=visit.now, **form.cleaned_data)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return HttpResponseRedirect(reverse("workspace:room"))
    return show(
        request, visit, "workspace/room/asked.html", circle="private", status=422 if form.is_bound else 200, form=form
    )
