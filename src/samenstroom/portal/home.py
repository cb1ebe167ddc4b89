"""Her own side: one act first, then what both share, then who sees what."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.accounts.forms import AccountForm
from samenstroom.accounts.links import become_account
from samenstroom.collaborations.queries import links_of
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.leaving import leave_tables
from samenstroom.kit import clock
from samenstroom.table.page import show
from samenstroom.watch.board import board_of

from .access import person_of, tables_of, with_link
from .links import BACKEND


@with_link
def tables(request: HttpRequest) -> HttpResponse:
    """Her tables; with one, straight to it."""
    visits = tables_of(request)
    if len(visits) == 1:
        return HttpResponseRedirect(reverse("portal:collaboration", args=[visits[0].collaboration.public_id]))
    return render(request, "portal/tables.html", {"visits": visits, "circle": "none"})


def collaboration(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Her own side of one collaboration."""
    working = next((one.link for one in links_of(visit) if one.works), None)
    return show(request, visit, "portal/home.html", circle="shared", board=board_of(visit), link=working)


@with_link
def account(request: HttpRequest) -> HttpResponse:
    """Turn the link into an account: same person, everything stays hers."""
    person = person_of(request)
    form = AccountForm(request.POST or None, initial={"name": person.name, "email": person.email or ""})
    if request.method == "POST" and form.is_valid():
        become_account(person=person, now=clock.now(), **form.cleaned_data)
        login(request, person, backend=BACKEND)
        messages.success(request, _("Je hebt nu een account. Alles wat je deelde, staat er nog."))
        return HttpResponseRedirect(reverse("workspace:today"))
    return render(request, "portal/account.html", {"form": form, "circle": "none"}, status=422 if form.is_bound else 200)


@with_link
def stop(request: HttpRequest) -> HttpResponse:
    """Stop taking part: her link works no more, and no mail goes out. Read first, then a button."""
    if request.method == "POST":
        leave_tables(person=person_of(request), now=clock.now())
        logout(request)
        return render(request, "portal/stopped.html", {"circle": "none"})
    return render(request, "portal/stop.html", {"visits": tables_of(request), "circle": "none"})


@with_link
def sign_out(request: HttpRequest) -> HttpResponse:
    """Close this device; the link and her code open it again."""
    if request.method == "POST":
        logout(request)
    return HttpResponseRedirect(reverse("portal:closed"))
