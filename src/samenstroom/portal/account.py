"""Her link becomes an account: same person, everything stays hers.

Where mail is on, the address is proven first, and the answer is the same whether somebody uses it here or not: who
has it reads in her mail which of the two it is.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.accounts.addresses import (
    AddressTakenError,
    WrongAddressCodeError,
    waiting_change,
)
from samenstroom.accounts.browsers import came_in
from samenstroom.accounts.forms import EmailCodeForm
from samenstroom.accounts.links import become_account
from samenstroom.accounts.proven import recently_proven
from samenstroom.accounts.throttle import Limit, TooManyTriesError, count_try
from samenstroom.flows.addresses import ask_for_address, confirm_address, state_of_address
from samenstroom.kit import clock
from samenstroom.kit.sealing import CannotUnseal, seal, unseal
from samenstroom.mail.outbox import mail_is_on

from .access import person_of, tables_of, with_link
from .forms import OwnAccountForm
from .links import BACKEND

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person

BEGUN = "account_begun"
LOOKS = Limit(10, timedelta(hours=1))


@with_link
@recently_proven
def account(request: HttpRequest) -> HttpResponse:
    """Turn the link into an account.

    From then on another password opens it, so whoever finds her browser open is asked who it is.
    """
    person, now, has_mail = person_of(request), clock.now(), mail_is_on()
    known, may_look = person.email or "", True
    if request.method == "POST" and not has_mail:
        may_look = _may_look(person, now)  # Without mail the form itself has to say that an address is in use.
    start = {"name": person.name, "email": known}
    form = OwnAccountForm(request.POST or None, initial=start, known_email=known, says_taken=not has_mail and may_look)
    if not may_look:
        form.add_error("email", _("Dat was te vaak. Wacht een tijdje en probeer het dan opnieuw."))
    elif request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if not has_mail or (given["email"] == known and not state_of_address(person)):
            become_account(person=person, now=now, **given)
            return _came_in(request, person)
        try:
            ask_for_address(person=person, email=given["email"], now=now)
        except TooManyTriesError:
            form.add_error("email", _("Er is al een code onderweg. Kijk in je mail, of wacht een uur."))
        else:
            request.session[BEGUN] = seal(json.dumps([given["name"], make_password(given["password"])]))
            return HttpResponseRedirect(reverse("portal:account_code"))
    page = {"form": form, "visits": tables_of(request), "has_mail": has_mail, "circle": "none"}
    return render(request, "portal/account.html", page, status=422 if form.is_bound else 200)


@with_link
@recently_proven
def account_code(request: HttpRequest) -> HttpResponse:
    """The code that went to the address she gave; with it the account is there."""
    person = person_of(request)
    waiting, begun = waiting_change(person, clock.now()), _begun(request)
    if waiting is None or begun is None:
        return HttpResponseRedirect(reverse("portal:account"))
    form = EmailCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            confirm_address(person=person, code=form.cleaned_data["code"], now=clock.now())
        except (WrongAddressCodeError, AddressTakenError):
            form.add_error("code", _("Deze code klopt niet of is te oud. Vraag gerust een nieuwe."))
        except TooManyTriesError:
            form.add_error("code", _("Dat was te vaak. Wacht een tijdje en probeer het dan opnieuw."))
        else:
            name, password_hash = begun
            become_account(person=person, name=name, email=waiting.email, password_hash=password_hash, now=clock.now())
            return _came_in(request, person)
    page = {"form": form, "email": waiting.email, "circle": "none"}
    return render(request, "portal/account_code.html", page, status=422 if form.is_bound else 200)


def _came_in(request: HttpRequest, person: Person) -> HttpResponse:
    request.session.pop(BEGUN, None)
    login(request, person, backend=BACKEND)
    came_in(request, person, clock.now())
    messages.success(request, _("Je hebt nu een account. Alles wat je deelde, staat er nog."))
    return HttpResponseRedirect(reverse("workspace:today"))


def _may_look(person: Person, now: datetime) -> bool:
    try:
        count_try(bucket=f"account-form:{person.pk}", limit=LOOKS, now=now)
    except TooManyTriesError:
        return False
    return True


def _begun(request: HttpRequest) -> Any:
    try:
        return json.loads(unseal(request.session[BEGUN]))
    except (KeyError, CannotUnseal):
        return None
