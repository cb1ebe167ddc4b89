"""Giving somebody outside her link: shown once to copy, in WhatsApp, or mailed; the same for every kind of link."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.accounts.forms import EmailForm
from samenstroom.accounts.links import MAIL, WHATSAPP
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.mail.outbox import mail_is_on

from .page import go, show


@dataclass(frozen=True)
class Giving:
    """How the link of one kind is given to `name`: making it, mailing it, and the pages before and after.

    `again` shows the page with the form when the address is wrong; `back` and `parts` are where one goes after mailing.
    `made` is the page with the link on it, `shown` what that page needs. `text` is a message with `%(name)s` and
    `%(link)s`. `refused`: what making it may refuse -> what is said then.
    """

    name: str
    mint: Callable[[], str]
    mail: Callable[[str], None]
    again: Callable[[EmailForm], HttpResponse]
    back: str
    parts: Mapping[str, Any]
    opens: str
    text: str
    made: str
    circle: str
    shown: Callable[[], Mapping[str, Any]]
    refused: Mapping[type[Exception], str] = field(default_factory=dict)


def email_form(name: str, request: HttpRequest | None = None) -> EmailForm:
    """The address is someone else's: the label says whose, and a browser need not offer one's own."""
    form = EmailForm(request.POST if request else None)
    form.fields["email"].label = _("E-mailadres van %(name)s") % {"name": name}
    form.fields["email"].widget.attrs["autocomplete"] = "off"
    return form


def give_link(request: HttpRequest, visit: Visit, giving: Giving) -> HttpResponse:
    """A new link, shown once; the older one stops. Or mailed right away. An example gives none."""
    if visit.collaboration.is_demo:
        return go(request, giving.back, visit, **giving.parts)
    by_mail, form = request.POST.get("channel") == MAIL, email_form(giving.name, request)
    if by_mail and (not mail_is_on() or not form.is_valid()):
        return giving.again(form)
    refused: dict[type[Exception], str] = {
        TooManyTriesError: _("Er gingen vandaag al veel mails uit. Kopieer de link, of probeer het morgen."),
        NotAllowedError: _("Dit kan nu niet meer. Kijk hoe het er nu bij staat."),
        **giving.refused,
    }
    try:
        if not by_mail:
            return _made(request, visit, giving)
        giving.mail(form.cleaned_data["email"])
        messages.success(request, _("De mail aan %(name)s staat klaar om te vertrekken.") % {"name": giving.name})
    except tuple(refused) as error:
        messages.info(request, refused[type(error)])
    return go(request, giving.back, visit, **giving.parts)


def _made(request: HttpRequest, visit: Visit, giving: Giving) -> HttpResponse:
    """The link, this once."""
    address = settings.PUBLIC_URL + reverse(giving.opens, args=[giving.mint()])
    text = giving.text % {"name": giving.name, "link": address}
    return show(
        request, visit, giving.made, circle=giving.circle, address=address, name=giving.name,
        by_whatsapp=request.POST.get("channel") == WHATSAPP, whatsapp=f"https://wa.me/?text={quote(text)}",
        **giving.shown(),
    )  # fmt: skip
