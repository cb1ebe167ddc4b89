"""Searching, the same behind both doors.

What she looks for stays out of addresses, so out of the history of her browser and the logs on the way: it is sent as
a form, kept sealed in her session, and the page with what was found has a clean address that the back button can reach.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.kit.sealing import CannotUnseal, seal, unseal
from samenstroom.rules.searching import LONGEST, Piece

from .access import found_by
from .heavy import TOO_MANY_REQUESTS, too_often
from .page import door_of

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person
    from samenstroom.search.queries.found import Hit

ASKED = "searching"
OWN_PAGES = frozenset({"feelings", "lesson", "lessons", "boundaries", "profile"})
"""Pages of her own that belong to no collaboration: there is none in their address."""


@dataclass(frozen=True)
class HitRow:
    """One thing that was found, as it stands on the page."""

    url: str
    label: str
    where: str
    when: str
    circle: str
    who: str
    pieces: list[Piece]


def search_page(request: HttpRequest, person: Person) -> HttpResponse:
    """What was found of what she asked last; by POST she asks. An address with `?q=` asks too."""
    if request.method == "POST":
        request.session[ASKED] = seal(request.POST.get("q", "").strip()[:LONGEST])
        return HttpResponseRedirect(request.path)
    asked = request.GET.get("q", "").strip()[:LONGEST] or _asked_last(request)
    begin = request.GET.get("vanaf", "")
    stopped = bool(asked) and too_often(request, person, "search")
    found = found_by(
        person, "" if stopped else asked, clock.now(), int(begin) if begin.isdecimal() and len(begin) < 6 else 0
    )
    page = {
        "circle": "none",
        "layout": f"{door_of(request)}/layout.html",
        "asked": asked,
        "stopped": stopped,
        "found": found,
        "rows": [_row(request, one) for one in found.hits],
        "longest": LONGEST,
        "has_pocket": person.has_account,
    }
    return render(request, "table/search/search.html", page, status=TOO_MANY_REQUESTS if stopped else 200)


def _asked_last(request: HttpRequest) -> str:
    try:
        return unseal(request.session.get(ASKED, ""))
    except CannotUnseal:
        return ""


def _row(request: HttpRequest, hit: Hit) -> HitRow:
    one = hit.written
    at_table = {"collaboration": one.visit.collaboration.public_id} if one.visit and one.page not in OWN_PAGES else {}
    return HitRow(
        url=reverse(f"{door_of(request)}:{one.page}", kwargs={**at_table, **one.parts}),
        label=hit.label,
        where=one.visit.collaboration.name if one.visit else "",
        when=full_date(one.on, language()) if one.on else "",
        circle=one.circle,
        who=_who(one.circle, one.visit),
        pieces=hit.pieces,
    )


def _who(circle: str, visit: Visit | None) -> str:
    if circle == "private" or visit is None:
        return _("Alleen voor mij")
    return _("Nog dicht") if circle == "sealed" else _("Van ons samen")
