"""Mail and reminders of somebody with an account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from samenstroom.table import mail_choices

from .access import person_of, with_account


@with_account
def choices(request: HttpRequest) -> HttpResponse:
    """When and how often she is mailed."""
    return mail_choices.mail_choices(request, person_of(request))


@with_account
@require_POST
def settle(request: HttpRequest, mail: str) -> HttpResponse:
    """A mail that may not have arrived goes again, or is left."""
    return mail_choices.settle_mail(request, person_of(request), mail)
