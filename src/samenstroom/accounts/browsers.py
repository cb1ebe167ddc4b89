"""Where somebody is signed in: one line per browser, seen by the day, without an address or a place.

That a browser was seen is written once a day at most, so a page costs nothing more. What ends is the session itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, update_session_auth_hash
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare

from samenstroom.kit import clock

from .events import note
from .models import Browser, Person
from .proven import note_proof

BROWSER = "browser"
KINDS = (
    ("Edge", r"Edg(e|A|iOS)?/"),
    ("Opera", r"OPR/|Opera"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/|Chromium/"),
    ("Safari", r"Safari/"),
)
SYSTEMS = (
    ("iphone", r"iPhone|iPod"),
    ("ipad", r"iPad"),
    ("android", r"Android"),
    ("chromebook", r"CrOS"),
    ("windows", r"Windows"),
    ("mac", r"Macintosh|Mac OS X"),
    ("linux", r"Linux|X11"),
)


@dataclass(frozen=True)
class Seen:
    """One browser as she reads about it."""

    public_id: str
    browser: str
    system: str
    began_on: date
    seen_on: date
    is_this: bool


def came_in(request: HttpRequest, person: Person, now: datetime) -> None:
    """She came in with this browser: it is on her list, and need not ask for a while who she is. Tells nobody."""
    note_proof(request, now)
    _write_down(request, person, now)


def keep_up(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The middleware that notes once a day that a browser was seen, and a session that got another key."""

    def middleware(request: HttpRequest) -> HttpResponse:
        known = request.session.get(BROWSER)
        if known and request.user.is_authenticated:
            today = clock.today().isoformat()
            if known["key"] != request.session.session_key or known["day"] != today:
                _see_again(request, known, today)
        return get_response(request)

    return middleware


def browsers_of(request: HttpRequest, person: Person, now: datetime) -> list[Seen]:
    """Where she is signed in now, this browser first. What no longer opens anything leaves the list."""
    if BROWSER not in request.session:
        _write_down(request, person, now)
    rows = list(Browser.objects.filter(person=person).order_by("-seen_on", "-pk"))
    open_now = _open_sessions(person, [row.session_key for row in rows], now)
    this = request.session[BROWSER]["id"]
    gone = [row.pk for row in rows if row.session_key not in open_now and row.public_id != this]
    Browser.objects.filter(pk__in=gone).delete()
    seen = [_seen(row, this) for row in rows if row.pk not in gone]
    return sorted(seen, key=lambda one: not one.is_this)


@transaction.atomic
def end_browser(*, person: Person, public_id: str) -> bool:
    """That browser is signed out from its next click on. Returns whether it was hers."""
    row = Browser.objects.filter(person=person, public_id=public_id).first()
    if row is None:
        return False
    Session.objects.filter(session_key=row.session_key).delete()
    row.delete()
    note("one browser ended", person)
    return True


@transaction.atomic
def end_other_browsers(*, request: HttpRequest, person: Person) -> None:
    """Every other browser is signed out, also one that is not on the list. This one stays."""
    locked = Person.objects.select_for_update().get(pk=person.pk)
    locked.sessions_ended += 1
    locked.save(update_fields=["sessions_ended"])
    person.sessions_ended = locked.sessions_ended
    update_session_auth_hash(request, person)
    this = request.session.get(BROWSER, {}).get("id")
    Browser.objects.filter(person=person).exclude(public_id=this).delete()
    note("other browsers ended", person)


def forget_browsers(*, before: date) -> None:
    """Throw away lines of browsers whose session ended long ago."""
    Browser.objects.filter(seen_on__lt=before).delete()


def kind_of(user_agent: str) -> str:
    """The browser and the system, as `Firefox/windows`; empty where it does not say."""
    browser = next((name for name, mark in KINDS if re.search(mark, user_agent)), "")
    system = next((name for name, mark in SYSTEMS if re.search(mark, user_agent)), "")
    return f"{browser}/{system}" if browser or system else ""


def _write_down(request: HttpRequest, person: Person, now: datetime) -> None:
    today = clock.day_of(now)
    if not request.session.session_key:
        request.session.save()
    key = str(request.session.session_key)
    kind = kind_of(request.headers.get("User-Agent", ""))
    made = Browser.objects.create(person=person, session_key=key, kind=kind, began_on=today, seen_on=today)
    request.session[BROWSER] = {"id": made.public_id, "key": key, "day": today.isoformat()}


def _see_again(request: HttpRequest, known: dict[str, str], today: str) -> None:
    key = str(request.session.session_key)
    Browser.objects.filter(public_id=known["id"], person=request.user.pk).update(session_key=key, seen_on=today)
    request.session[BROWSER] = {**known, "key": key, "day": today}


def _open_sessions(person: Person, keys: list[str], now: datetime) -> set[str]:
    """Of these sessions those that still open her door: not over, not ended, not from before another password."""
    hashes = [person.get_session_auth_hash(), *person.get_session_auth_fallback_hash()]
    found = Session.objects.filter(session_key__in=keys, expire_date__gt=now)
    return {one.session_key for one in found if _is_hers(one.get_decoded(), hashes)}


def _is_hers(kept: dict[str, str], hashes: list[str]) -> bool:
    known = str(kept.get(HASH_SESSION_KEY, ""))
    return BACKEND_SESSION_KEY in kept and any(constant_time_compare(known, one) for one in hashes)


def _seen(row: Browser, this: str) -> Seen:
    browser, _slash, system = row.kind.partition("/")
    return Seen(row.public_id, browser, system, row.began_on, row.seen_on, row.public_id == this)
