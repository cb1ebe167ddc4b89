"""The page where somebody turns her calendar on, the same behind both doors, and the file that her calendar reads."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from samenstroom.accounts.proven import has_proven, proof_address
from samenstroom.agenda.actions.feeds import choose_titles, mint_feed, stop_feed
from samenstroom.agenda.wording.feeds import feed_file, feed_rows
from samenstroom.kit import clock

from .access import calendar_feed_of, coming_up_for
from .page import door_of

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person
    from samenstroom.agenda.models import CalendarFeed

MOST_SHOWN = 6


def feed_settings(request: HttpRequest, person: Person) -> HttpResponse:
    """Whether it is on, what stands in it, how its titles read; by POST it is turned on, renewed or off.

    Whoever has the address goes on reading her days elsewhere, so making one asks who it is.
    """
    now, here = clock.now(), HttpResponseRedirect(request.path)
    if request.method == "POST":
        do = request.POST.get("do", "")
        if do == "make":
            if not has_proven(request, now):
                return HttpResponseRedirect(proof_address(request, request.path))
            return _made(request, person, now)
        if do == "stop":
            stop_feed(person=person)
            messages.success(request, _("Je agenda-adres is uit. Wat al in je agenda staat, haal je daar zelf weg."))
        elif do in ("neutral", "named"):
            choose_titles(person=person, neutral=do == "neutral", now=now)
            messages.success(request, _("Bewaard. Je agenda ververst binnen een dag."))
        return here
    feed = calendar_feed_of(person)
    ahead = [one for one in coming_up_for(person, now) if one.on >= clock.day_of(now)]
    rows = feed_rows(ahead[:MOST_SHOWN], is_neutral=feed.neutral_since is not None)
    return _show(request, "table/calendar/settings.html", person, feed=feed, rows=rows, rest=len(ahead) - len(rows))


def _made(request: HttpRequest, person: Person, now: datetime) -> HttpResponse:
    """The address, this once."""
    was_on = calendar_feed_of(person).is_on
    place = reverse("portal:calendar_feed", args=[mint_feed(person=person, now=now)])
    parts = urlsplit(settings.PUBLIC_URL)
    return _show(
        request, "table/calendar/made.html", person, was_on=was_on, address=f"{settings.PUBLIC_URL}{place}",
        webcal=f"webcal://{parts.netloc}{parts.path}{place}",
    )  # fmt: skip


def _show(request: HttpRequest, template: str, person: Person, **context: object) -> HttpResponse:
    """It is hers alone, behind either door."""
    door = door_of(request)
    page = {
        "circle": "private" if person.has_account else "none",
        "layout": f"{door}/layout.html",
        "here": request.path,
        "back": reverse("workspace:settings" if door == "workspace" else "portal:tables"),
        "has_pocket": person.has_account,
        **context,
    }
    return render(request, template, page)


def feed_answer(request: HttpRequest, feed: CalendarFeed | None) -> HttpResponse:
    """The file itself. No session is needed: the address is the key. Kept by no proxy, found by no search engine."""
    if feed is None:
        raise Http404
    now, person = clock.now(), feed.person
    page = reverse("workspace:collaboration" if person.has_account else "portal:collaboration", args=["x"])
    content = feed_file(
        coming_up_for(person, now), language=person.language, is_neutral=feed.neutral_since is not None,
        host=urlsplit(settings.PUBLIC_URL).hostname or "samenstroom",
        page=settings.PUBLIC_URL + page.replace("/x/", "/{}/"), now=now,
    )  # fmt: skip
    mark = f'"{salted_hmac("samenstroom.calendar", content.decode(), algorithm="sha256").hexdigest()[:32]}"'
    answer = get_conditional_response(
        request, etag=mark, response=HttpResponse(content, content_type="text/calendar; charset=utf-8")
    )
    assert answer is not None
    answer["ETag"], answer["Cache-Control"] = mark, "private, no-cache"
    answer["X-Robots-Tag"], answer["Referrer-Policy"] = "noindex, nofollow", "no-referrer"
    if answer.status_code == HttpResponse.status_code:
        answer["Content-Disposition"] = 'inline; filename="samenstroom.ics"'
    return answer
