"""The page that asks who it is once more, before an act that could do harm; the same behind both doors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from samenstroom.accounts.links import place_of
from samenstroom.accounts.passkeys import PasskeyRefusedError, ask_to_show, passkeys_of, prove_with_passkey
from samenstroom.accounts.proof_form import SecretField
from samenstroom.accounts.proven import note_proof
from samenstroom.accounts.proving import WrongProofError, own_way, prove
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.flows.codes import mail_own_code
from samenstroom.kit import clock

from .page import door_of

if TYPE_CHECKING:
    from samenstroom.accounts.models import Invitee, Person


def prove_again(request: HttpRequest, person: Person, home: str) -> HttpResponse:
    """Her password or own code; then on to where she was going, or to `home`."""
    place = place_of(person)
    way, back = own_way(person, place), way_back(request, home)
    page: dict[str, object] = {"layout": f"{door_of(request)}/layout.html", "back": back, "circle": "none"}
    if way is None:
        return render(request, "table/proving/prove.html", page)
    if request.POST.get("do") == "code":
        return _send_code(request, person, back)
    if request.POST.get("credential"):
        return _by_passkey(request, person, back)
    form = SecretField(request.POST or None, way=way)
    if request.method == "POST" and _proves(form, person, place):
        note_proof(request, clock.now())
        return HttpResponseRedirect(back)
    if passkeys_of(person):
        page["options"] = json.dumps(ask_to_show(person), default=dict)
    page |= {"form": form, "way": way.value, "fault": _("Fout:") + " " if form.errors else ""}
    return render(request, "table/proving/prove.html", page, status=422 if form.is_bound else 200)


def _proves(form: SecretField, person: Person, place: Invitee | None) -> bool:
    """Whether this is her password or code; otherwise the form says what to do."""
    if form.is_valid():
        try:
            prove(person=person, invitee=place, secret=form.cleaned_data["secret"], now=clock.now())
        except WrongProofError:
            form.refuse()
        except TooManyTriesError:
            form.refuse_for_now()
    return form.is_valid()


def _by_passkey(request: HttpRequest, person: Person, back: str) -> HttpResponse:
    try:
        prove_with_passkey(person=person, sent=request.POST["credential"])
    except PasskeyRefusedError:
        messages.info(request, _("Dat lukte niet. Probeer het nog eens, of gebruik je wachtwoord."))
        return HttpResponseRedirect(f"{request.path}?{urlencode({'next': back})}")
    note_proof(request, clock.now())
    return HttpResponseRedirect(back)


def way_back(request: HttpRequest, home: str) -> str:
    """Where she was going, when that is a page of this app."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return asked
    return reverse(home)


def _send_code(request: HttpRequest, person: Person, back: str) -> HttpResponse:
    try:
        mail_own_code(person=person, invitee=place_of(person), now=clock.now())
        messages.success(request, _("Er is een code onderweg naar je eigen mailadres."))
    except TooManyTriesError:
        messages.info(request, _("Er is al een code onderweg. Kijk in je mail."))
    return HttpResponseRedirect(f"{request.path}?{urlencode({'next': back})}")
