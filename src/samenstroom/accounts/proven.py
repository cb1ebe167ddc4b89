"""Acts that could do harm in a browser that was left open ask once more who it is.

A page that shows or does such a thing stands under `recently_proven`. Who signed in or proved herself a short while ago
in this browser goes through; everybody else first comes by a page that asks her password, passkey or own code, and
goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, overload
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from samenstroom.kit import clock

PROVEN = "proven"
HOLDS_FOR = timedelta(minutes=15)
View = Callable[..., HttpResponse]


def note_proof(request: HttpRequest, now: datetime) -> None:
    """From now on, for a quarter of an hour, this browser counts as hers."""
    request.session[PROVEN] = {"person": request.user.pk, "at": now.isoformat()}


def forget_proof(request: HttpRequest) -> None:
    """The next sensitive act asks again."""
    request.session.pop(PROVEN, None)


def has_proven(request: HttpRequest, now: datetime) -> bool:
    """Whether the person of this browser proved a short while ago that it is she."""
    proof = request.session.get(PROVEN)
    if not isinstance(proof, dict) or proof.get("person") != request.user.pk:
        return False
    return timedelta(0) <= now - datetime.fromisoformat(str(proof["at"])) < HOLDS_FOR


@overload
def recently_proven(page: View) -> View: ...
@overload
def recently_proven(*, then: str) -> Callable[[View], View]: ...
def recently_proven(page: View | None = None, *, then: str = "") -> View | Callable[[View], View]:
    """Only for someone who proved a short while ago that it is she. Stands right under `with_account` or `with_link`.

    Put it on the page with the form as well as on what the form sends to: then she proves it before she types anything.
    After the proof she comes back to this address; what takes only POST names the address to come back to (`then`).
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if has_proven(request, clock.now()):
                return view(request, *args, **kwargs)
            return HttpResponseRedirect(proof_address(request, reverse(then) if then else request.get_full_path()))

        return guarded

    return guard(page) if page is not None else guard


def proof_address(request: HttpRequest, back: str) -> str:
    """Where she proves it, behind her own door, with the way back."""
    door = "workspace" if getattr(request.user, "has_account", False) else "portal"
    return f"{reverse(f'{door}:prove')}?{urlencode({'next': back})}"
