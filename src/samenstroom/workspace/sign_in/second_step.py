"""The second step: turn it on with an app, off again, and the spare codes."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.accounts.proven import recently_proven
from samenstroom.accounts.second_step import (
    WrongCodeError,
    address_of,
    new_secret,
    picture_of,
    second_step_since,
    spare_codes,
)
from samenstroom.accounts.sign_in_forms import DigitsForm
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.flows import sign_in as flow
from samenstroom.kit import clock
from samenstroom.kit.sealing import CannotUnseal, seal, unseal
from samenstroom.workspace.access import person_of, with_account

SECRET, SHOW = "second_step_secret", "show_spare_codes"


@with_account
@recently_proven
def second_step(request: HttpRequest) -> HttpResponse:
    """Scan, type the six digits, done. When it is on: since when, and how to turn it off."""
    person = person_of(request)
    since = second_step_since(person)
    if since:
        page = {"since": since, "codes_left": len(spare_codes(person)), "circle": "private"}
        return render(request, "workspace/sign_in/second_step.html", page)
    secret = _secret_of(request) or _begin(request)
    form = DigitsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            flow.turn_on_second_step(person=person, secret=secret, code=form.cleaned_data["code"], now=clock.now())
        except WrongCodeError:
            form.add_error("code", _("Deze code klopt niet meer. Kijk in je app en vul de nieuwe in."))
        except TooManyTriesError:
            form.add_error("code", _("Je hebt het vaak geprobeerd. Wacht een kwartier en probeer het dan weer."))
        else:
            del request.session[SECRET]
            return _show_codes(request)
    typed = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    page = {"form": form, "secret": typed, "address": address_of(person, secret), "circle": "private"}
    return render(request, "workspace/sign_in/second_step_begin.html", page, status=422 if form.is_bound else 200)


@with_account
@recently_proven
def picture(request: HttpRequest) -> HttpResponse:
    """The picture that her app scans, while she is turning it on."""
    secret = _secret_of(request)
    if secret is None:
        raise Http404
    return HttpResponse(picture_of(person_of(request), secret), content_type="image/svg+xml")


@with_account
@recently_proven(then="workspace:second_step")
@require_POST
def second_step_off(request: HttpRequest) -> HttpResponse:
    """A password is enough again."""
    flow.turn_off_second_step(person=person_of(request), now=clock.now())
    messages.success(request, _("De extra stap staat uit. Je noodcodes werken niet meer."))
    return HttpResponseRedirect(reverse("workspace:sign_in"))


@with_account
@recently_proven
def codes(request: HttpRequest) -> HttpResponse:
    """The spare codes, shown once right after they were made; later only how many there are, and new ones."""
    person = person_of(request)
    if second_step_since(person) is None:
        return HttpResponseRedirect(reverse("workspace:second_step"))
    if request.method == "POST":
        flow.renew_spare_codes(person=person, now=clock.now())
        return _show_codes(request)
    found = spare_codes(person)
    page = {"codes_left": len(found), "codes": found if request.session.pop(SHOW, False) else [], "circle": "private"}
    return render(request, "workspace/sign_in/codes.html", page)


def _show_codes(request: HttpRequest) -> HttpResponse:
    request.session[SHOW] = True
    return HttpResponseRedirect(reverse("workspace:spare_codes"))


def _begin(request: HttpRequest) -> str:
    secret = new_secret()
    request.session[SECRET] = seal(secret)
    return secret


def _secret_of(request: HttpRequest) -> str | None:
    try:
        return unseal(request.session[SECRET])
    except (KeyError, CannotUnseal):
        return None
