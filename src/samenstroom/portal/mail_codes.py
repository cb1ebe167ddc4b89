"""Opening a personal link with a code from her mail, instead of a code of her own."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samenstroom.accounts import links
from samenstroom.accounts.forms import EmailCodeForm, EmailForm
from samenstroom.accounts.links import ClaimRefusedError, LinkState, state_of
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.flows.claiming import OwnSideError, claim_by_email
from samenstroom.flows.codes import mail_code
from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.mail.outbox import mail_is_on

from .access import EMAIL, link_in_hand
from .links import come_in, is_own_side, own_side, page_of

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person, PersonalLink


def _turned_away(request: HttpRequest, found: PersonalLink | None, state: LinkState) -> HttpResponse | None:
    """Who does not need or may not have a code by mail goes elsewhere."""
    if found is None or state is LinkState.GONE or not mail_is_on():
        return HttpResponseRedirect(reverse("portal:closed"))
    if is_own_side(request, found):
        return own_side(request, found)
    if state is LinkState.CLAIMABLE:
        # Who is known already takes the seat as herself.
        return HttpResponseRedirect(reverse("portal:claim")) if request.user.is_authenticated else None
    holder = found.invitee.person
    if holder is None or holder.has_account or not holder.email:
        return HttpResponseRedirect(reverse("portal:open"))
    return None


@never_cache
def by_mail(request: HttpRequest) -> HttpResponse:
    """Ask for a code by mail: at the claim to an address of her choice, later to the address she confirmed."""
    found = link_in_hand(request)
    state = state_of(found, clock.now())
    away = _turned_away(request, found, state)
    if away is not None or found is None:
        return away or HttpResponseRedirect(reverse("portal:closed"))
    claims = state is LinkState.CLAIMABLE
    form = EmailForm(request.POST if claims and request.method == "POST" else None)
    if request.method == "POST" and (not claims or form.is_valid()):
        holder = found.invitee.person
        return _send_code(request, found, form.cleaned_data["email"] if claims else str(holder and holder.email))
    page = {**page_of(found), "form": form, "is_claimed": not claims}
    return render(request, "portal/link/by_mail.html", page, status=422 if form.is_bound else 200)


def _send_code(request: HttpRequest, found: PersonalLink, email: str) -> HttpResponse:
    with suppress(TooManyTriesError):  # An earlier code is on its way; the page says to look in the mail.
        mail_code(invitee=found.invitee, email=email, language=language(), now=clock.now())
    request.session[EMAIL] = email
    return HttpResponseRedirect(reverse("portal:mail_code"))


@never_cache
def mail_code_page(request: HttpRequest) -> HttpResponse:
    """Type the code from the mail: it claims the link, or opens it on this device."""
    found, email = link_in_hand(request), request.session.get(EMAIL, "")
    state = state_of(found, clock.now())
    away = _turned_away(request, found, state)
    if away is not None or found is None or not email:
        return away or HttpResponseRedirect(reverse("portal:by_mail"))
    form = EmailCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return come_in(request, _person_by_code(found, state, email, form.cleaned_data["code"]))
        except (ClaimRefusedError, OwnSideError, TooManyTriesError) as refused:
            form.add_error("code", _why_not(refused))
    # Whoever holds only the link does not learn to which address a later code goes.
    shown = email if state is LinkState.CLAIMABLE else ""
    page = {**page_of(found), "form": form, "email": shown}
    return render(request, "portal/link/mail_code.html", page, status=422 if form.is_bound else 200)


def _person_by_code(found: PersonalLink, state: LinkState, email: str, typed: str) -> Person:
    code, now = "".join(typed.split()), clock.now()
    if state is LinkState.CLAIMABLE:
        return claim_by_email(link=found, email=email, code=code, language=language(), now=now)
    return links.open_with_email_code(link=found, code=code, now=now)


def _why_not(refused: Exception) -> str:
    if isinstance(refused, TooManyTriesError):
        return _("Dat was te vaak. Wacht een tijdje en probeer het dan opnieuw.")
    reason = refused.reason if isinstance(refused, ClaimRefusedError) else "in_use"
    if reason == "has_account":
        return _("Bij dit adres hoort al een account. Log eerst in en open dan je link nog een keer.")
    if reason == "in_use":
        return _("Dit adres hoort al bij een plek aan deze tafel. Kies voor deze link een eigen code.")
    if reason == "claimed":
        return _("Deze link is net geopend. Open je link nog een keer en vul je code in.")
    return _("Deze code klopt niet of is te oud. Vraag gerust een nieuwe.")
