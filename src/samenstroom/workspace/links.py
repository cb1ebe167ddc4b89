"""The other side's personal link: make a copy, send it, see what became of it, withdraw it."""

from __future__ import annotations

from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samenstroom.accounts.forms import EmailForm
from samenstroom.accounts.links import COPY, MAIL, WHATSAPP, Minted
from samenstroom.collaborations.actions import NotAllowedError, fresh_seat, make_link, take_back_link
from samenstroom.collaborations.queries import links_of
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.inviting import mail_invitation
from samenstroom.mail.outbox import mail_is_on
from samenstroom.table.page import go, show

from .access import link_or_404


def links(request: HttpRequest, visit: Visit, form: EmailForm | None = None) -> HttpResponse:
    """Send her the link, and all copies ever made."""
    return show(
        request, visit, "workspace/links/list.html", circle="shared", status=422 if form else 200,
        links=links_of(visit), form=form or EmailForm(), can_make=visit.other.invitee_id is not None,
    )  # fmt: skip


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
        link=minted.link, address=address_of(minted), whatsapp=whatsapp_of(visit, minted),
    )  # fmt: skip


def _mail(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = EmailForm(request.POST)
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
            messages.success(request, _("Er is een nieuwe plek. Stuur %(name)s nu een link.") % {"name": visit.other_name})
        except NotAllowedError:
            messages.info(request, _("Een nieuwe start is hier niet nodig."))
        return go(request, "links", visit)
    return show(request, visit, "workspace/links/fresh.html", circle="shared")
