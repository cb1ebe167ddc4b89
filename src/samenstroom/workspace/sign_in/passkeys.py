"""Passkeys: make one, call it something else, take it away."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.accounts.passkeys import (
    MOST,
    PasskeyRefusedError,
    TooManyPasskeysError,
    ask_to_make,
    passkeys_of,
    rename_passkey,
)
from samenstroom.accounts.proven import recently_proven
from samenstroom.accounts.sign_in_forms import PasskeyNameForm
from samenstroom.flows import sign_in as flow
from samenstroom.kit import clock
from samenstroom.workspace.access import passkey_or_404, person_of, with_account


@with_account
@recently_proven
def passkeys(request: HttpRequest) -> HttpResponse:
    """Hers, and making one. Her device does the asking; without JavaScript the page says so."""
    person = person_of(request)
    form = PasskeyNameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name, credential = form.cleaned_data["name"], form.cleaned_data["credential"]
        try:
            flow.add_passkey(person=person, name=name, credential=credential, now=clock.now())
        except PasskeyRefusedError:
            form.add_error(None, _("De toegangssleutel is niet gemaakt. Probeer het nog eens."))
        except TooManyPasskeysError:
            form.add_error(None, _("Je hebt er al tien. Haal er eerst een weg die je niet meer gebruikt."))
        else:
            messages.success(request, _("De toegangssleutel is gemaakt. Je kunt er nu mee inloggen."))
            return HttpResponseRedirect(reverse("workspace:passkeys"))
    found = passkeys_of(person)
    page = {"form": form, "passkeys": found, "circle": "private", "is_full": len(found) >= MOST}
    page["options"] = json.dumps(ask_to_make(person), default=dict)
    return render(request, "workspace/sign_in/passkeys.html", page, status=422 if form.is_bound else 200)


@with_account
@recently_proven
def passkey(request: HttpRequest, key: str) -> HttpResponse:
    """One passkey: its name, and taking it away."""
    person = person_of(request)
    found = passkey_or_404(person, key)
    form = PasskeyNameForm(request.POST or None, initial={"name": found.name})
    if request.method == "POST" and form.is_valid():
        rename_passkey(person=person, key=key, name=form.cleaned_data["name"])
        messages.success(request, _("Bewaard."))
        return HttpResponseRedirect(reverse("workspace:passkeys"))
    page = {"form": form, "passkey": found, "circle": "private"}
    return render(request, "workspace/sign_in/passkey.html", page, status=422 if form.is_bound else 200)


@with_account
@recently_proven(then="workspace:passkeys")
@require_POST
def passkey_remove(request: HttpRequest, key: str) -> HttpResponse:
    """It opens nothing any more."""
    person = person_of(request)
    found = passkey_or_404(person, key)
    flow.remove_passkey(person=person, key=found.key, now=clock.now())
    messages.success(request, _("De toegangssleutel “%(name)s” opent niets meer.") % {"name": found.name})
    return HttpResponseRedirect(reverse("workspace:passkeys"))
