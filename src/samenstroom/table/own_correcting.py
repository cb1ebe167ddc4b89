"""Correcting what stands about her: her name at a table, and a remark beside what the other wrote."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.privacy.actions.correcting import remark_beside, rename_seat
from samenstroom.privacy.forms.correcting import RemarkForm, SeatNameForm

from .access import own_visit_or_404, own_visits, person_looking
from .own_page import show_own
from .page import door_of


def correct(request: HttpRequest) -> HttpResponse:
    """Where what can be corrected: her account, and each table."""
    person = person_looking(request)
    return show_own(request, "correct", person=person, visits=own_visits(person, clock.now()))


def correct_table(request: HttpRequest, collaboration: str) -> HttpResponse:
    """Her name at one table, and a remark that both read."""
    visit = own_visit_or_404(person_looking(request), collaboration, clock.now())
    act = request.POST.get("do", "")
    name = SeatNameForm(request.POST if act == "name" else None, initial={"name": visit.seat.name})
    remark = RemarkForm(request.POST if act == "remark" else None)
    if name.is_valid():
        rename_seat(seat=visit.seat, name=name.cleaned_data["name"], now=visit.now)
        return _done(request, visit, _("Bewaard."))
    if remark.is_valid():
        told = remark.cleaned_data
        remark_beside(seat=visit.seat, about=told["about"], words=told["words"], now=visit.now)
        return _done(request, visit, _("Je opmerking staat in het logboek, met de dag van vandaag."))
    is_wrong = name.is_bound or remark.is_bound
    page = {"visit": visit, "name_form": name, "remark_form": remark, "wrong_form": remark if remark.is_bound else name}
    return show_own(request, "correct_table", 422 if is_wrong else 200, circle="shared", **page)


def _done(request: HttpRequest, visit: Visit, words: str) -> HttpResponse:
    messages.success(request, words)
    parts = {"collaboration": visit.collaboration.public_id}
    return HttpResponseRedirect(reverse(f"{door_of(request)}:privacy_correct_table", kwargs=parts))
