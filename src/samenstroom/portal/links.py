"""Opening a personal link: a button first, then a claim or a code. A preview or mail scanner uses up nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samenstroom.accounts import links
from samenstroom.accounts.forms import CodeForm, EmailCodeForm, EmailForm, OpenWithCodeForm
from samenstroom.accounts.links import ClaimRefusedError, LinkState, state_of
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.content.notices import notice
from samenstroom.flows.claiming import OwnSideError, claim_as, claim_by_code, claim_by_email, refuse_own_side
from samenstroom.flows.codes import mail_code
from samenstroom.kit import clock
from samenstroom.mail.outbox import mail_is_on

from .access import CLAIMING, link_in_hand, link_of, person_of

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person, PersonalLink

BACKEND = "django.contrib.auth.backends.ModelBackend"
EMAIL = "claiming_email"


@never_cache
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The landing page. GET changes nothing; the button puts the link in the session and leaves the address."""
    found = link_of(token)
    state = state_of(found, clock.now())
    if found is None or state is LinkState.GONE:
        return _gone(request, token)
    if request.user.is_authenticated and found.invitee.person_id == request.user.pk:
        return HttpResponseRedirect(reverse("portal:tables"))
    if _is_own_side(request, found):
        return render(request, "portal/link/own_side.html", _page(found), status=403)
    if request.method == "POST":
        request.session[CLAIMING] = found.pk
        return HttpResponseRedirect(reverse("portal:claim" if state is LinkState.CLAIMABLE else "portal:open"))
    return render(request, "portal/link/landing.html", {**_page(found), "state": state})


def _page(found: PersonalLink) -> dict[str, object]:
    return {"invitee": found.invitee, "from": found.minted_by, "circle": "none", "has_mail": mail_is_on()}


def _is_own_side(request: HttpRequest, found: PersonalLink) -> bool:
    if not request.user.is_authenticated:
        return False
    try:
        refuse_own_side(link=found, person=request.user)
    except OwnSideError:
        return True
    return False


def _gone(request: HttpRequest, token: str) -> HttpResponse:
    """Expired, withdrawn, unknown: one page, which can ask for a new copy. The answer is always the same."""
    asked = False
    if request.method == "POST":
        try:
            links.ask_for_new_link(link=link_of(token), now=clock.now())
        except TooManyTriesError:
            pass  # The same words: asking more often changes nothing.
        asked = True
    return render(request, "portal/link/gone.html", {"asked": asked, "circle": "none"}, status=200 if asked else 410)


@never_cache
def claim(request: HttpRequest) -> HttpResponse:
    """Make the link hers: read what this is, then choose a code of her own (or use a code from her mail)."""
    found, now = link_in_hand(request), clock.now()
    if found is None or state_of(found, now) is not LinkState.CLAIMABLE:
        return HttpResponseRedirect(reverse("portal:closed"))
    if _is_own_side(request, found):
        return render(request, "portal/link/own_side.html", _page(found), status=403)
    if request.user.is_authenticated:
        return _claim_as(request, found)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = claim_by_code(
                link=found, code=form.cleaned_data["code"], language=_language(), now=now
            )
        except ClaimRefusedError:
            return HttpResponseRedirect(reverse("portal:closed"))
        return _come_in(request, person)
    status = 422 if form.is_bound else 200
    return render(request, "portal/link/claim.html", {**_page(found), "form": form, **_notice(found)}, status=status)


def _notice(found: PersonalLink) -> dict[str, object]:
    words = {
        "operator": str(settings.OPERATOR_NAME),
        "operator_email": settings.OPERATOR_EMAIL,
        "name": found.minted_by.first_name,
    }
    return {"notice": notice("claim", _language(), words)}


def _claim_as(request: HttpRequest, found: PersonalLink) -> HttpResponse:
    """Someone who is signed in, or holds another link, takes this seat as herself."""
    if request.method == "POST":
        try:
            claim_as(link=found, person=person_of(request), now=clock.now())
        except (ClaimRefusedError, OwnSideError):
            return HttpResponseRedirect(reverse("portal:closed"))
        request.session.pop(CLAIMING, None)
        return HttpResponseRedirect(reverse("welcome"))
    return render(request, "portal/link/claim_as.html", {**_page(found), **_notice(found)})


def _language() -> str:
    return "en" if (translation.get_language() or "nl").startswith("en") else "nl"


def _come_in(request: HttpRequest, person: Person) -> HttpResponse:
    """Swap the link for a session; the session key changes, so nobody can have prepared it."""
    login(request, person, backend=BACKEND)
    request.session.pop(CLAIMING, None)
    request.session.pop(EMAIL, None)
    return HttpResponseRedirect(reverse("portal:tables"))


@never_cache
def open_again(request: HttpRequest) -> HttpResponse:
    """A new device: the link and her own code (or a code from her mail)."""
    found, now = link_in_hand(request), clock.now()
    if found is None or state_of(found, now) is not LinkState.CLAIMED:
        return HttpResponseRedirect(reverse("portal:closed"))
    holder = found.invitee.person
    if holder is not None and holder.has_account:
        return HttpResponseRedirect(reverse("account_login"))
    form = OpenWithCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _come_in(request, links.open_on_new_device(link=found, code=form.cleaned_data["code"], now=now))
        except ClaimRefusedError:
            form.add_error("code", _("Deze code klopt niet. Kijk nog eens, of vraag een nieuwe start."))
        except TooManyTriesError:
            form.add_error("code", _("Dat was te vaak. Wacht een kwartier en probeer het dan opnieuw."))
    page = {**_page(found), "form": form, "by_mail": bool(holder and holder.email and mail_is_on())}
    return render(request, "portal/link/open.html", page, status=422 if form.is_bound else 200)


@never_cache
def by_mail(request: HttpRequest) -> HttpResponse:
    """Ask for a code by mail: at the claim to an address of her choice, later to the address she confirmed."""
    found, now = link_in_hand(request), clock.now()
    state = state_of(found, now)
    if found is None or state is LinkState.GONE or not mail_is_on():
        return HttpResponseRedirect(reverse("portal:closed"))
    holder = found.invitee.person
    form = EmailForm(request.POST or None)
    if request.method == "POST":
        if state is LinkState.CLAIMED and holder and holder.email:
            return _send_code(request, found, holder.email)
        if state is LinkState.CLAIMABLE and form.is_valid():
            return _send_code(request, found, form.cleaned_data["email"])
    status = 422 if form.is_bound else 200
    return render(request, "portal/link/by_mail.html", {**_page(found), "form": form, "state": state}, status=status)


def _send_code(request: HttpRequest, found: PersonalLink, email: str) -> HttpResponse:
    try:
        mail_code(invitee=found.invitee, email=email, language=_language(), now=clock.now())
    except TooManyTriesError:
        pass  # An earlier code is on its way; the page says to look in the mail.
    request.session[EMAIL] = email
    return HttpResponseRedirect(reverse("portal:mail_code"))


@never_cache
def mail_code_page(request: HttpRequest) -> HttpResponse:
    """Type the code from the mail: it claims the link, or opens it on this device."""
    found, now, email = link_in_hand(request), clock.now(), request.session.get(EMAIL, "")
    state = state_of(found, now)
    if found is None or not email or state is LinkState.GONE:
        return HttpResponseRedirect(reverse("portal:closed"))
    form = EmailCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"].replace(" ", "")
        try:
            if state is LinkState.CLAIMABLE:
                person = claim_by_email(link=found, email=email, code=code, language=_language(), now=now)
            else:
                person = links.open_with_email_code(link=found, code=code, now=now)
            return _come_in(request, person)
        except ClaimRefusedError:
            form.add_error("code", _("Deze code klopt niet of is te oud. Vraag gerust een nieuwe."))
        except TooManyTriesError:
            form.add_error("code", _("Dat was te vaak. Wacht een kwartier en probeer het dan opnieuw."))
    status = 422 if form.is_bound else 200
    return render(request, "portal/link/mail_code.html", {**_page(found), "form": form, "email": email}, status=status)


def closed(request: HttpRequest) -> HttpResponse:
    """No session and no link in hand: how to come in."""
    return render(request, "portal/link/closed.html", {"circle": "none"}, status=403)
