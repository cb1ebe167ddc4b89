"""Where somebody came in: the same page behind both doors, and ending one browser or all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.accounts.browser_words import browser_words
from samenstroom.accounts.browsers import browsers_of, end_browser
from samenstroom.flows.sign_in import leave_other_browsers
from samenstroom.kit import clock

from .page import door_of

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person


def browsers_page(request: HttpRequest, person: Person, back: str) -> HttpResponse:
    """Every browser in plain words, with the day she was last seen in it."""
    door, found = door_of(request), browsers_of(request, person, clock.now())
    page = {
        "layout": f"{door}/layout.html",
        "has_account": person.has_account,
        "back": reverse(back),
        "circle": "private" if person.has_account else "none",
        "browsers": [(one, browser_words(one.browser, one.system)) for one in found],
        "today": clock.today(),
    }
    return render(request, "table/browsers/browsers.html", page)


def end_one(request: HttpRequest, person: Person, browser: str) -> HttpResponse:
    """That browser has to sign in again."""
    if end_browser(person=person, public_id=browser):
        messages.success(request, _("Dat apparaat is uitgelogd."))
    return HttpResponseRedirect(reverse(f"{door_of(request)}:browsers"))


def end_others(request: HttpRequest, person: Person) -> HttpResponse:
    """Every browser but this one has to sign in again."""
    stopped = leave_other_browsers(request=request, person=person, now=clock.now())
    messages.success(request, _("Je andere apparaten zijn uitgelogd. Hier blijf je binnen."))
    if stopped:
        messages.info(request, _("Je koppelingen met andere programma’s zijn ook gestopt. Maak ze gerust opnieuw."))
    return HttpResponseRedirect(reverse(f"{door_of(request)}:browsers"))
