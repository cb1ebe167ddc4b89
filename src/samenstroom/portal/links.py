"""Opening a personal link: a button first, then a claim or a code. A preview or mail scanner uses up nothing."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samenstroom.accounts import links
from samenstroom.accounts.forms import CodeForm, OpenWithCodeForm
from samenstroom.accounts.links import ClaimRefusedError, LinkState, state_of
from samenstroom.accounts.proven import note_proof
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.content.notices import notice
from samenstroom.flows.claiming import OwnSideError, claim_as, claim_by_code, refuse_own_side
from samenstroom.flows.renewing import request_new_link
from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.mail.outbox import mail_is_on

from .access import CLAIMING, EMAIL, inviter_of, link_in_hand, link_of, person_of

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person, PersonalLink

# Who comes in by a link and later makes an account is known to the same backend.
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The landing page. GET changes nothing; the button puts the link in the session and leaves the address."""
    found = link_of(token)
    if found and request.user.is_authenticated and found.invitee.person_id == request.user.pk:
        return HttpResponseRedirect(reverse("portal:tables"))
    state = state_of(found, clock.now())
    if found is None or state is LinkState.GONE:
        return _gone(request, token)
    if is_own_side(request, found):
        return own_side(request, found)
    if request.method == "POST":
        request.session[CLAIMING] = found.pk
        request.session.pop(EMAIL, None)
        return HttpResponseRedirect(reverse("portal:claim" if state is LinkState.CLAIMABLE else "portal:open"))
    return render(request, "portal/link/landing.html", {**page_of(found), "is_claimed": state is LinkState.CLAIMED})


def page_of(found: PersonalLink) -> dict[str, object]:
    """What every page of an opened link says: for whom it is, and from whom."""
    return {"invitee": found.invitee, "inviter": inviter_of(found), "circle": "none", "has_mail": mail_is_on()}


def is_own_side(request: HttpRequest, found: PersonalLink) -> bool:
    """Whether the one who is signed in belongs to the side that made this link."""
    if not request.user.is_authenticated:
        return False
    try:
        refuse_own_side(link=found, person=person_of(request))
    except OwnSideError:
        return True
    return False


def own_side(request: HttpRequest, found: PersonalLink) -> HttpResponse:
    """Friendly: this link is for the other."""
    return render(request, "portal/link/own_side.html", page_of(found), status=403)


def _gone(request: HttpRequest, token: str) -> HttpResponse:
    """Expired, withdrawn, unknown: one page, which can ask for a new copy. The answer is always the same."""
    asked = request.method == "POST"
    if asked:
        with suppress(TooManyTriesError):  # The same words: asking more often changes nothing.
            request_new_link(link=link_of(token), now=clock.now())
    return render(request, "portal/link/gone.html", {"asked": asked, "circle": "none"}, status=200 if asked else 410)


@never_cache
def claim(request: HttpRequest) -> HttpResponse:
    """Make the link hers: read what this is, then choose a code of her own (or use a code from her mail)."""
    found, now = link_in_hand(request), clock.now()
    if found is None or state_of(found, now) is not LinkState.CLAIMABLE:
        return _elsewhere(found)
    if is_own_side(request, found):
        return own_side(request, found)
    if request.user.is_authenticated:
        return _claim_as(request, found)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = claim_by_code(link=found, code=form.cleaned_data["code"], language=language(), now=now)
        except ClaimRefusedError:
            return HttpResponseRedirect(reverse("portal:open"))
        return come_in(request, person)
    status = 422 if form.is_bound else 200
    return render(request, "portal/link/claim.html", {**page_of(found), "form": form, **_notice(found)}, status=status)


def _elsewhere(found: PersonalLink | None) -> HttpResponse:
    """Someone was first (perhaps she herself, in another window): then it takes her code."""
    claimed = state_of(found, clock.now()) is LinkState.CLAIMED
    return HttpResponseRedirect(reverse("portal:open" if claimed else "portal:closed"))


def _notice(found: PersonalLink) -> dict[str, object]:
    words = {
        "operator": str(settings.OPERATOR_NAME),
        "operator_email": settings.OPERATOR_EMAIL,
        "name": inviter_of(found).first_name,
    }
    return {"notice": notice("claim", language(), words)}


def _claim_as(request: HttpRequest, found: PersonalLink) -> HttpResponse:
    """Someone who is signed in, or holds another link, takes this seat as herself."""
    if request.method == "POST":
        try:
            claim_as(link=found, person=person_of(request), now=clock.now())
        except (ClaimRefusedError, OwnSideError):
            return HttpResponseRedirect(reverse("portal:closed"))
        request.session.pop(CLAIMING, None)
        return HttpResponseRedirect(reverse("welcome"))
    return render(request, "portal/link/claim_as.html", {**page_of(found), **_notice(found)})


def come_in(request: HttpRequest, person: Person) -> HttpResponse:
    """Swap the link for a session; the session key changes, so nobody can have prepared it."""
    login(request, person, backend=BACKEND)
    note_proof(request, clock.now())
    request.session.pop(CLAIMING, None)
    request.session.pop(EMAIL, None)
    return HttpResponseRedirect(reverse("portal:tables"))


@never_cache
def open_again(request: HttpRequest) -> HttpResponse:
    """A new device: the link and her own code (or a code from her mail)."""
    found, now = link_in_hand(request), clock.now()
    if found is None or state_of(found, now) is not LinkState.CLAIMED:
        return HttpResponseRedirect(reverse("portal:closed"))
    if is_own_side(request, found):
        return own_side(request, found)
    holder = found.invitee.person
    if holder is not None and holder.has_account:
        return HttpResponseRedirect(reverse("account_login"))
    form = OpenWithCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return come_in(request, links.open_on_new_device(link=found, code=form.cleaned_data["code"], now=now))
        except ClaimRefusedError:
            form.add_error("code", _("Deze code klopt niet. Kijk nog eens, of vraag een nieuwe start."))
        except TooManyTriesError:
            form.add_error("code", _("Dat was te vaak. Wacht een tijdje en probeer het dan opnieuw."))
    page = {**page_of(found), "form": form, "by_mail": bool(holder and holder.email and mail_is_on())}
    return render(request, "portal/link/open.html", page, status=422 if form.is_bound else 200)


def closed(request: HttpRequest) -> HttpResponse:
    """No session and no link in hand: how to come in."""
    return render(request, "portal/link/closed.html", {"circle": "none"}, status=403)
