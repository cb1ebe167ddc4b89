"""The other side's personal link: make a copy, send it, see what became of it, withdraw it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samenstroom.accounts.forms import EmailForm
from samenstroom.accounts.links import COPY, MAIL, WHATSAPP, Minted
from samenstroom.collaborations.actions import NotAllowedError, fresh_seat, make_link, take_back_link
from samenstroom.collaborations.link_mails import Fate, fates_of
from samenstroom.collaborations.queries import LinkView, links_of
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.inviting import mail_invitation
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language as page_language
from samenstroom.mail.outbox import mail_is_on
from samenstroom.table.page import go, show

from .access import link_or_404


def links(request: HttpRequest, visit: Visit, form: EmailForm | None = None) -> HttpResponse:
    """Send her the link, and all copies ever made."""
    fates = fates_of(visit.person)
    can_make = visit.speaks and visit.needs_link and not visit.collaboration.is_demo
    return show(
        request, visit, "workspace/links/list.html", circle="shared", status=422 if form else 200,
        copies=[copy_of(view, fates.get(view.link.public_id)) for view in links_of(visit)],
        form=form or _email_form(visit.other_name),
        needs_link=visit.needs_link, can_make=can_make, can_start_fresh=can_make and visit.takes_part,
    )  # fmt: skip


@dataclass(frozen=True)
class Copy:
    """One copy of a link in words. The link itself is nowhere: it was shown once."""

    public_id: str
    made: str
    state: str
    tone: str
    line: str
    works: bool


def copy_of(view: LinkView, fate: Fate | None = None) -> Copy:
    """How it was handed over, by whom and when, and what became of it. `fate` is known to who mailed it alone."""
    link, language = view.link, page_language()
    made = {
        COPY: _("Gekopieerd op %(date)s door %(name)s"),
        WHATSAPP: _("Via WhatsApp op %(date)s door %(name)s"),
        MAIL: _("Per e-mail op %(date)s door %(name)s"),
    }[link.channel] % {"date": long_date(clock.day_of(link.minted_at), language), "name": link.minted_by.first_name}
    until = {"date": long_date(clock.day_of(link.expires_at), language), "name": link.invitee.first_name}
    if link.withdrawn_at:
        state, tone, line = _("Ingetrokken"), "plain", _("Deze kopie werkt niet meer.")
    elif not view.works:
        state, tone, line = _("Verlopen"), "plain", _("Werkte tot %(date)s.") % until
    elif link.invitee.person_id:
        state, tone = _("In gebruik"), "calm"
        line = _("Werkt tot %(date)s, alleen samen met de eigen code van %(name)s.") % until
    elif fate is Fate.FAILED:
        state, tone = _("Niet aangekomen"), "notice"
        line = _("De mail kwam niet aan. Kopieer de link hierboven en stuur hem zelf. Dit ziet alleen jij.")
    elif fate is Fate.UNCERTAIN:
        state, tone = _("Niet zeker"), "notice"
        line = _("Het is niet zeker of de mail aankwam. Vraag het na, of stuur de link zelf. Dit ziet alleen jij.")
    else:
        state, tone, line = _("Wacht nog"), "notice", _("Werkt tot %(date)s. Nog niet geopend.") % until
    return Copy(link.public_id, made, state, tone, line, view.works)


def _email_form(name: str, data: QueryDict | None = None) -> EmailForm:
    """The address to mail to is someone else's: the label says whose, and a browser need not offer one's own."""
    form = EmailForm(data)
    form.fields["email"].label = _("E-mailadres van %(name)s") % {"name": name}
    form.fields["email"].widget.attrs["autocomplete"] = "off"
    return form


@never_cache
@require_POST
def make(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Mint a copy and show it once: to copy, to send by WhatsApp, or mailed right away."""
    channel = request.POST.get("channel", COPY)
    if channel == MAIL:
        return _mail(request, visit)
    channel = WHATSAPP if channel == WHATSAPP else COPY
    try:
        minted = make_link(by=visit.seat, other=visit.other, channel=channel, now=visit.now)
    except NotAllowedError:
        messages.info(request, _("%(name)s heeft geen link nodig.") % {"name": visit.other_name})
        return go(request, "links", visit)
    return show(
        request, visit, "workspace/links/made.html", circle="shared",
        link=minted.link, by_whatsapp=channel == WHATSAPP, address=address_of(minted),
        whatsapp=whatsapp_of(visit, minted),
    )  # fmt: skip


def _mail(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = _email_form(visit.other_name, request.POST)
    if not mail_is_on() or not form.is_valid():
        return links(request, visit, form)
    try:
        mail_invitation(visit=visit, email=form.cleaned_data["email"])
        messages.success(request, _("De mail aan %(name)s staat klaar om te vertrekken.") % {"name": visit.other_name})
    except NotAllowedError:
        messages.info(request, _("%(name)s heeft geen link nodig.") % {"name": visit.other_name})
    return go(request, "links", visit)


def address_of(minted: Minted) -> str:
    """The full address of a copy; it exists only in this answer."""
    return settings.PUBLIC_URL + reverse("portal:link", args=[minted.token])


def whatsapp_of(visit: Visit, minted: Minted) -> str:
    """A WhatsApp address with a short message and the link in it; nothing is sent by us."""
    text = _("Dag %(name)s, hier is je persoonlijke link voor onze samenwerking: %(link)s") % {
        "name": visit.other_name,
        "link": address_of(minted),
    }
    return f"https://wa.me/?text={quote(text)}"


@require_POST
def withdraw(request: HttpRequest, visit: Visit, link: str) -> HttpResponse:
    """A copy stops working."""
    take_back_link(by=visit.seat, link=link_or_404(visit, link), now=visit.now)
    messages.success(request, _("Ingetrokken. Deze kopie werkt niet meer."))
    return go(request, "links", visit)


def fresh(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The other lost her code: a new start, after reading what that means."""
    if request.method == "POST":
        try:
            fresh_seat(by=visit.seat, other=visit.other, now=visit.now)
            messages.success(
                request, _("Er is een nieuwe plek. Stuur %(name)s nu een link.") % {"name": visit.other_name}
            )
        except NotAllowedError:
            messages.info(request, _("Een nieuwe start is hier niet nodig."))
        return go(request, "links", visit)
    return show(request, visit, "workspace/links/fresh.html", circle="shared")
