"""The calendar of who came by a personal link, and the file that anybody's calendar reads."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from samenstroom.kit import wall
from samenstroom.table.calendar_feed import feed_answer, feed_settings

from .access import feed_with, person_of, with_link


@with_link
def agenda(request: HttpRequest) -> HttpResponse:
    """Turn it on or off, and see what is in it."""
    return feed_settings(request, person_of(request))


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The file: the address itself is the key, because a calendar cannot sign in."""
    found = feed_with(token)
    with wall.for_person(found.person_id if found else None):
        return feed_answer(request, found)
