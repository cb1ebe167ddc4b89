"""Her calendar, for who has an account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from samenstroom.table.calendar_feed import feed_settings

from .access import person_of, with_account


@with_account
def agenda(request: HttpRequest) -> HttpResponse:
    """Turn it on or off, and see what is in it."""
    return feed_settings(request, person_of(request))
