"""Another address to sign in with: confirmed by a code that goes there; without mail by her password alone."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samenstroom.accounts.addresses import (
    AddressTakenError,
    WrongAddressCodeError,
    claimant_of,
    free_address,
    set_address,
    waiting_change,
)
from samenstroom.accounts.forms import EmailCodeForm
from samenstroom.accounts.proven import recently_proven
from samenstroom.accounts.sign_in_forms import NewAddressForm
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.flows import addresses as flow
from samenstroom.kit import clock
from samenstroom.mail.outbox import mail_is_on
from samenstroom.workspace.access import person_of, with_account


@with_account
@recently_proven
def address(request: HttpRequest) -> HttpResponse:
    """Her address, and another one."""
    person, has_mail = person_of(request), mail_is_on()
    state = flow.state_of_address(person)
    start = {"email": person.email} if state == flow.UNPROVEN else {}
    form = NewAddressForm(
        request.POST or None, initial=start, now_has=person.email if person.email and not state else ""
    )
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        try:
            if has_mail:
                flow.ask_for_address(person=person, email=email, now=clock.now())
                return HttpResponseRedirect(reverse("workspace:address_code"))
            set_address(person=person, email=email, now=clock.now())
        except AddressTakenError:
            form.add_error("email", _("Dit adres hoort al bij iemand hier. Kies een ander adres."))
        except TooManyTriesError:
            form.add_error("email", _("Er is al een code onderweg. Kijk in je mail, of wacht een uur."))
        else:
            return _done(request, email, is_other=True)
    page = {"form": form, "has_mail": has_mail, "address_state": state, "circle": "private"}
    return render(request, "workspace/sign_in/address.html", page, status=422 if form.is_bound else 200)


@with_account
@recently_proven
def address_code(request: HttpRequest) -> HttpResponse:
    """The code that went to the new address."""
    person = person_of(request)
    waiting = waiting_change(person, clock.now())
    if waiting is None:
        return HttpResponseRedirect(reverse("workspace:address"))
    form = EmailCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            is_other = flow.confirm_address(person=person, code=form.cleaned_data["code"], now=clock.now())
        except (WrongAddressCodeError, AddressTakenError):
            form.add_error("code", _("Deze code klopt niet of is te oud. Vraag gerust een nieuwe."))
        except TooManyTriesError:
            form.add_error("code", _("Dat was te vaak. Wacht een tijdje en probeer het dan opnieuw."))
        else:
            return _done(request, waiting.email, is_other=is_other)
    page = {"form": form, "email": waiting.email, "circle": "private"}
    return render(request, "workspace/sign_in/address_code.html", page, status=422 if form.is_bound else 200)


@never_cache
def not_mine(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the mail to an address that nobody proved: who has it says that the account is not hers."""
    if request.method == "POST" and free_address(token=token, now=clock.now()):
        return render(request, "workspace/sign_in/not_mine.html", {"is_freed": True, "circle": "none"})
    claimant = claimant_of(token)
    page = {"called": flow.called(claimant) if claimant else "", "claimant": claimant, "circle": "none"}
    return render(request, "workspace/sign_in/not_mine.html", page, status=200 if claimant else 410)


def _done(request: HttpRequest, email: str, *, is_other: bool) -> HttpResponse:
    said = _("Je logt voortaan in met %(email)s.") % {"email": email} if is_other else _("Je e-mailadres is bevestigd.")
    messages.success(request, said)
    return HttpResponseRedirect(reverse("workspace:sign_in"))
