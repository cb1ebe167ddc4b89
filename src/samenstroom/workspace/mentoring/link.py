"""The link that brings a mentor in: made and shown once, opened with a button, and claimed by an account."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samenstroom.accounts.links import MAIL, WHATSAPP
from samenstroom.accounts.outside import GoneError
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.flows.mentors import mail_mentor_link
from samenstroom.kit import clock
from samenstroom.learning.actions import mentors as actions
from samenstroom.mail.outbox import mail_is_on
from samenstroom.workspace.access import person_of, with_account

from .access import MENTORING, mentorship_in_hand, mentorship_or_404, mentorship_or_none
from .mentors import email_form, go, show_mentor

if TYPE_CHECKING:
    from samenstroom.learning.models import Mentorship


@with_account
@never_cache
@require_POST
def make(request: HttpRequest, mentorship: str) -> HttpResponse:
    """A new link, shown once; the older one stops. Or mailed right away."""
    found, now = mentorship_or_404(person_of(request), mentorship), clock.now()
    by_mail = request.POST.get("channel") == MAIL
    form = email_form(found.first_name, request)
    if by_mail and (not mail_is_on() or not form.is_valid()):
        return show_mentor(request, found, email=form)
    try:
        if not by_mail:
            return _made(request, found, actions.mint_mentor_link(mentorship=found, now=now))
        mail_mentor_link(mentorship=found, email=form.cleaned_data["email"], now=now)
        messages.success(request, _("De mail aan %(name)s staat klaar om te vertrekken.") % {"name": found.first_name})
    except GoneError:
        messages.info(request, _("%(name)s heeft geen link nodig.") % {"name": found.first_name})
    except TooManyTriesError:
        messages.info(request, _("Er gingen vandaag al veel mails uit. Kopieer de link, of probeer het morgen."))
    return go(found)


def _made(request: HttpRequest, found: Mentorship, token: str) -> HttpResponse:
    """The link, this once."""
    address = settings.PUBLIC_URL + reverse("workspace:mentor_join", args=[token])
    text = _("Dag %(name)s, wil je met mij meekijken? Dit is je eigen link: %(link)s")
    text = text % {"name": found.first_name, "link": address}
    found = mentorship_or_404(person_of(request), found.public_id)
    page = {
        "mentorship": found, "address": address, "whatsapp": f"https://wa.me/?text={quote(text)}",
        "by_whatsapp": request.POST.get("channel") == WHATSAPP, "circle": "private",
    }  # fmt: skip
    return render(request, "workspace/mentors/made.html", page)


@with_account
@require_POST
def withdraw(request: HttpRequest, mentorship: str) -> HttpResponse:
    """The link stops."""
    found = mentorship_or_404(person_of(request), mentorship)
    actions.withdraw_mentor_link(mentorship=found, now=clock.now())
    messages.success(request, _("Ingetrokken. De link werkt niet meer."))
    return go(found)


@never_cache
def join(request: HttpRequest, token: str) -> HttpResponse:
    """A page with a button, so a preview uses up nothing and the token stays here."""
    found = mentorship_or_none(token)
    if found is None:
        return _gone(request)
    if request.method == "POST":
        request.session[MENTORING] = found.pk
        return HttpResponseRedirect(reverse("workspace:mentor_begin"))
    return render(request, "workspace/mentors/join.html", {"mentorship": found, "circle": "none"})


@with_account
@never_cache
def begin(request: HttpRequest) -> HttpResponse:
    """Begin what is in her hand; signing in or up may have come in between."""
    found = mentorship_in_hand(request)
    if found is None:
        return _gone(request)
    if request.method != "POST":
        return render(request, "workspace/mentors/join.html", {"mentorship": found, "circle": "none"})
    del request.session[MENTORING]
    try:
        actions.begin_mentorship(mentorship=found, mentor=person_of(request), now=clock.now())
    except GoneError:
        return _gone(request)
    except actions.OwnMentorError:
        messages.info(request, _("Met jezelf meekijken hoeft niet, en twee keer met dezelfde persoon ook niet."))
        return HttpResponseRedirect(reverse("workspace:mentees"))
    messages.success(request, _("Je kijkt nu mee met %(name)s.") % {"name": found.person.first_name})
    return HttpResponseRedirect(reverse("workspace:mentee", args=[found.public_id]))


def _gone(request: HttpRequest) -> HttpResponse:
    """One answer for a link that begins nothing, whatever the reason."""
    return render(request, "workspace/mentors/join_gone.html", {"circle": "none"}, status=410)
