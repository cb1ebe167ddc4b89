"""What happens to ways in, one line each, for who runs the instance: the logger `samenstroom.sign_in`.

A line names what happened and to whom by the id that `samenstroom users` shows. An address that nobody here has, is a
keyed mark: the same address gives the same mark, and the mark does not give the address. Never a name, address,
password, code or place.
"""

from __future__ import annotations

import logging
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from samenstroom.kit import wall

from .models import Person, normal_email

LOG = logging.getLogger("samenstroom.sign_in")
SIGNED_OUT = "samenstroom_signed_out"
"""What a request knows afterwards when somebody signed out in it (`config/middleware.py`)."""


def note(what: str, person: Person | None) -> None:
    """One line that this went well, or was done."""
    LOG.info("%s who=%s", what, person.public_id if person else "-")


def note_refused(what: str, person: Person | None, address: str = "") -> None:
    """One line that this was refused. `address` is what was typed, where nobody is known yet."""
    known = person or (Person.objects.filter(email=normal_email(address)).first() if address else None)
    LOG.warning("%s who=%s", what, known.public_id if known else _mark(address))


def listen() -> None:
    """The framework tells when somebody comes in or goes: in the library, behind a link, halfway a request."""
    user_logged_in.connect(_came_in)
    user_logged_out.connect(_went)
    user_login_failed.connect(_stayed_out)


def _came_in(user: Any, **_signal: Any) -> None:
    wall.now_for_person(user.pk)
    note("signed in", user)


def _went(request: HttpRequest | None, user: Any, **_signal: Any) -> None:
    if request is not None and user is not None:
        setattr(request, SIGNED_OUT, True)
        note("signed out", user)


def _stayed_out(credentials: dict[str, Any], **_signal: Any) -> None:
    note_refused("sign-in refused", None, str(credentials.get("email") or credentials.get("username") or ""))


def _mark(address: str) -> str:
    if not address:
        return "-"
    return f"unknown:{salted_hmac('samenstroom.accounts.events', normal_email(address) or '').hexdigest()[:12]}"
