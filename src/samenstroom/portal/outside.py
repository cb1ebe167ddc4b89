"""Coming in by a link for an outsider: the landing page, the button, and the key that this browser keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from samenstroom.accounts.outside import GoneError
from samenstroom.kit import clock


class Held(Protocol):
    """What a link opens."""

    public_id: str


def key_of(request: HttpRequest, shelf: str, public_id: str) -> str:
    """The key with which this browser claimed it; empty when it did not. `shelf` is the kind of link."""
    return str(request.session.get(shelf, {}).get(public_id, ""))


def keep_key(request: HttpRequest, shelf: str, public_id: str, key: str) -> None:
    """This browser keeps the key; a browser may hold more than one."""
    request.session[shelf] = {**request.session.get(shelf, {}), public_id: key}


@dataclass(frozen=True)
class Landing:
    """How one kind of link opens: whether, what the button does, and the pages before and after."""

    shelf: str
    opens: Callable[[str, datetime], bool]
    claim: Callable[[str, datetime], str]
    show: Callable[[], HttpResponse]
    gone: Callable[[], HttpResponse]
    then: str


def land(request: HttpRequest, found: Held, landing: Landing) -> HttpResponse:
    """GET changes nothing; the button makes the link of this browser."""
    key, now = key_of(request, landing.shelf, found.public_id), clock.now()
    if not landing.opens(key, now):
        return landing.gone()
    if request.method != "POST":
        return landing.show()
    try:
        keep_key(request, landing.shelf, found.public_id, landing.claim(key, now))
    except GoneError:
        return landing.gone()
    return HttpResponseRedirect(landing.then)
