"""Coming in by a link for an outsider: the landing page, the button, and the key that this browser keeps.

Unknown, expired, withdrawn, opened elsewhere: one page, so that trying links teaches nothing. What the link opens is
a `Room`: one per kind of link, with the few things in which kinds differ.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from samenstroom.accounts.outside import GoneError
from samenstroom.kit import clock

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person


class Held(Protocol):
    """What a link opens."""

    @property
    def public_id(self) -> Any: ...

    def link_works_at(self, now: datetime) -> bool: ...


H = TypeVar("H", bound=Held)


@dataclass(frozen=True)
class Welcome:
    """What somebody reads before the button: who asks, what for, what is good to know, and what the button says.

    `name` is whom the link is for. `words` are a sentence of `asker`. `own_side` is read instead by who belongs to
    the side that invites.
    """

    title: str
    heading: str
    lead: str
    know: Sequence[str]
    button: str
    name: str
    own_side: Sequence[str]
    asker: str = ""
    words: str = ""


def _never(_found: Any, _person: Person) -> bool:
    return False


def _as_it_is(found: Any, key: str, now: datetime) -> bool:
    return bool(found.opens_for(key, now))


@dataclass(frozen=True)
class Room(Generic[H]):
    """What one kind of link opens: how it is found, who may not come in by it, and what is read at the door.

    `shelf` is where the browser keeps its keys. To who is `hidden` it is not even there.
    """

    shelf: str
    by_token: Callable[[str], H | None]
    in_browser: Callable[[str, str], H | None]
    claim: Callable[[H, str, datetime], str]
    welcome: Callable[[H], Welcome]
    is_inside: Callable[[H, Person], bool]
    then: str
    hidden: Callable[[H, Person], bool] = _never
    opens: Callable[[H, str, datetime], bool] = _as_it_is

    def link(self, request: HttpRequest, token: str) -> HttpResponse:
        """The landing page. GET changes nothing; the button makes the link of this browser."""
        found = self.by_token(token)
        if found is None or self.is_hidden(request, found):
            return gone(request)
        key, now, person = self.key_of(request, found.public_id), clock.now(), _person(request)
        if person is not None and self.is_inside(found, person):
            is_open = found.link_works_at(now)
            return self._read(request, found, "own_side", status=403) if is_open else gone(request)
        if not self.opens(found, key, now):
            return gone(request)
        if request.method != "POST":
            return self._read(request, found, "landing")
        try:
            self._keep(request, found.public_id, self.claim(found, key, now))
        except GoneError:
            return gone(request)
        return HttpResponseRedirect(reverse(self.then, args=[found.public_id]))

    def in_hand(self, request: HttpRequest, public_id: str) -> H | None:
        """What this browser claimed and that still opens; None for whoever it is hidden from."""
        found = self.in_browser(public_id, self.key_of(request, public_id))
        if found is None or self.is_hidden(request, found):
            return None
        return found if found.link_works_at(clock.now()) else None

    def is_hidden(self, request: HttpRequest, found: H) -> bool:
        """Whether this is about who is signed in, so that she gets to see nothing."""
        person = _person(request)
        return person is not None and self.hidden(found, person)

    def key_of(self, request: HttpRequest, public_id: str) -> str:
        """The key with which this browser claimed it; empty when it did not."""
        return str(request.session.get(self.shelf, {}).get(public_id, ""))

    def forget(self, request: HttpRequest) -> HttpResponse:
        """Close it on this device: this browser opens it no more."""
        request.session.pop(self.shelf, None)
        return render(request, "portal/outside/closed.html", {"circle": "none"})

    def _keep(self, request: HttpRequest, public_id: str, key: str) -> None:
        """This browser keeps the key; a browser may hold more than one."""
        request.session[self.shelf] = {**request.session.get(self.shelf, {}), public_id: key}

    def _read(self, request: HttpRequest, found: H, page: str, status: int = 200) -> HttpResponse:
        context = {"welcome": self.welcome(found), "circle": "none"}
        return render(request, f"portal/outside/{page}.html", context, status=status)


def _person(request: HttpRequest) -> Person | None:
    user: Any = request.user
    return user if user.is_authenticated else None


def gone(request: HttpRequest) -> HttpResponse:
    """One answer for a link that opens nothing, whatever the reason and whatever it would open."""
    return render(request, "portal/outside/gone.html", {"circle": "none"}, status=410)
