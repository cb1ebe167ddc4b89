"""What is kept about somebody: the same pages and rights for who has an account and for who has only a link.

A page gets the person herself and nobody else. What she does here changes nothing that the other sees, until the day
on which she is erased.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from samenstroom.accounts.links import place_of
from samenstroom.accounts.proven import has_proven, proof_address
from samenstroom.accounts.proving import OwnWay, own_way
from samenstroom.flows.erasing import stay, wish_to_be_erased
from samenstroom.kit import clock, wall
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.privacy.forms.erasing import EraseForm
from samenstroom.privacy.takeout import archive, archive_name
from samenstroom.privacy.wording.kept import kept_rows, texts

from .access import erase_day_of, person_looking
from .heavy import TOO_MANY_REQUESTS, too_often
from .own_correcting import correct, correct_table
from .own_page import layout_of, show_own
from .page import door_of, posted

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person

OwnPage = Callable[..., HttpResponseBase]


def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about her, and what she can do with it."""
    person = person_looking(request)
    return show_own(request, "privacy", rows=kept_rows(person), texts=texts(), erase_on=_erase_on(request))


def take_all(request: HttpRequest) -> HttpResponseBase:
    """What is in the archive, and by POST the archive itself. It changes nothing and tells nobody.

    Everything of hers at once is not for whoever finds her browser open: she proves first that it is she.
    """
    if not has_proven(request, clock.now()):
        return HttpResponseRedirect(proof_address(request, request.get_full_path()))
    if request.method != "POST":
        return show_own(request, "take_all")
    if too_often(request, person_looking(request), "takeout"):
        return show_own(request, "take_all", TOO_MANY_REQUESTS)
    now = clock.now()
    pieces = _hers(person_looking(request), now)
    response = StreamingHttpResponse(pieces, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{archive_name(now)}"'
    response["Cache-Control"] = "no-store"
    return response


def _hers(person: Person, now: datetime) -> Iterator[bytes]:
    """The archive piece by piece. It is read when the page has been answered already: also then only for her."""
    with wall.for_person(person.pk):
        yield from archive(person, now=now)


def erase(request: HttpRequest) -> HttpResponse:
    """What goes, what stays and why, what the other sees; then her name, her secret and a yes.

    Who comes in by a code from her mail has no secret to type here: she proves that it is she before this page.
    """
    person, now = person_looking(request), clock.now()
    if own_way(person, place_of(person)) is OwnWay.LINK_EMAIL and not has_proven(request, now):
        return HttpResponseRedirect(proof_address(request, request.get_full_path()))
    form = EraseForm(posted(request), person=person, now=now)
    if form.is_valid():
        wish = wish_to_be_erased(person=person, now=now)
        day = full_date(wish.erase_on, language())
        logout(request)
        page = {"day": day, "operator": settings.OPERATOR_NAME, "circle": "none", "layout": layout_of(request)}
        return render(request, "table/own_privacy/asked.html", page)
    day = _erase_on(request)
    status = 422 if form.is_bound else 200
    return show_own(request, "erase", status, form=form, person=person, texts=texts()["erase"], erase_on=day)


def come_back(request: HttpRequest) -> HttpResponse:
    """She stays after all: a page with a button, because a mail program may open a link by itself."""
    if request.method == "POST":
        if stay(person=person_looking(request), now=clock.now()):
            messages.success(request, _("Fijn dat je blijft. Er wordt niets gewist."))
        return HttpResponseRedirect(reverse(f"{door_of(request)}:privacy"))
    return show_own(request, "back", erase_on=_erase_on(request))


OWN_PAGES: tuple[tuple[str, OwnPage, str], ...] = (
    ("", privacy, "privacy"),
    ("meenemen/", take_all, "privacy_take_all"),
    ("verbeteren/", correct, "privacy_correct"),
    ("verbeteren/<slug:collaboration>/", correct_table, "privacy_correct_table"),
    ("wissen/", erase, "privacy_erase"),
    ("blijven/", come_back, "privacy_back"),
)


def own_addresses(prefix: str, behind: Callable[[Any], Any]) -> list[URLPattern]:
    """These pages under `prefix`, each behind the door's own check of who is looking."""
    return [path(f"{prefix}{rest}", behind(page), name=name) for rest, page, name in OWN_PAGES]


def _erase_on(request: HttpRequest) -> str:
    day = erase_day_of(person_looking(request))
    return full_date(day, language()) if day else ""
