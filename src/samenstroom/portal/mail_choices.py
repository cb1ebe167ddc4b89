"""Mail and reminders of somebody behind a personal link, and of whoever follows the link under a mail.

The link under a mail opens these choices and nothing else, without signing in. Looking changes nothing: programs that
check links press no buttons.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from samenstroom.kit import clock
from samenstroom.mail.stopping import stop
from samenstroom.mail.ways import Way, way_of
from samenstroom.mail.wording import SUBJECTS
from samenstroom.table import mail_choices

from .access import person_of, with_link


@with_link
def choices(request: HttpRequest) -> HttpResponse:
    """When and how often she is mailed."""
    return mail_choices.mail_choices(request, person_of(request))


@with_link
@require_POST
def settle(request: HttpRequest, mail: str) -> HttpResponse:
    """A mail that may not have arrived goes again, or is left."""
    return mail_choices.settle_mail(request, person_of(request), mail)


@never_cache
def by_mail(request: HttpRequest, token: str) -> HttpResponse:
    """The link under a mail: her choices; or, for an address that somebody typed, a way to stop it."""
    way = way_of(token)
    if way is None:
        return _gone(request)
    if way.person is None:
        return _stop_page(request, way, token)
    with translation.override(way.person.language):
        return mail_choices.mail_choices(request, way.person, is_signed_in=False)


@never_cache
@csrf_exempt
def one_press(request: HttpRequest, token: str) -> HttpResponse:
    """One press stops this mail, also when a mail program presses it (RFC 8058); the signature is what guards it."""
    way = way_of(token)
    if way is None:
        return _gone(request)
    if request.method == "POST":
        stop(way=way, now=clock.now())
    return _stop_page(request, way, token)


def _stop_page(request: HttpRequest, way: Way, token: str) -> HttpResponse:
    page = {
        "token": token,
        "is_done": request.method == "POST",
        "subject": SUBJECTS[way.subject] if way.subject else "",
        "by_name": way.by.first_name if way.by else "",
        "circle": "none",
    }
    with translation.override(way.person.language if way.person else translation.get_language()):
        return render(request, "portal/mail/stop.html", page)


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/mail/gone.html", {"circle": "none"}, status=410)
