"""Around every operation: the language that was asked for, a limit on what is sent, and headers that fit what is hers.

Nothing here looks at cookies, and no page elsewhere is let in (no CORS): only a token opens something.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt

from .problems import problem
from .tokens import note_what_it_did

View = Callable[..., HttpResponse]
MOST_BYTES = 100_000
"""The longest thing that fits is a few thousand words."""

logger = logging.getLogger("django.request")


def hang(view: View) -> View:
    """An operation, hung in this door."""

    @csrf_exempt
    @wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override(language_of(request)):
            answer = _answer(view, request, *args, **kwargs)
            answer["Content-Language"] = translation.get_language() or "nl"
        patch_vary_headers(answer, ("Authorization", "Accept-Language"))
        if request.method != "GET" or answer.status_code != 200:
            answer["Cache-Control"] = "no-store"
            return answer
        return _unless_known(request, answer)

    return door


def language_of(request: HttpRequest) -> str:
    """The first language of `Accept-Language` that we speak; Dutch without one (a token then chooses its owner's)."""
    for language, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if language.split("-")[0] in ("nl", "en"):
            return language.split("-")[0]
    return "nl"


def unknown(request: HttpRequest, rest: str = "") -> HttpResponse:
    """An address that is not there."""
    return problem("not-found")


def _answer(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    if not length.isdecimal() or int(length) > MOST_BYTES:
        return problem("too-large")
    try:
        answer = view(request, *args, **kwargs)
    except Exception:
        logger.exception("An operation broke: %s %s", request.method, request.path)
        return problem("broken")
    if answer.status_code < 300:
        note_what_it_did(request)
    if answer.status_code == 405:
        return problem("no-such-method", headers={"Allow": answer.headers.get("Allow", "GET")})
    return answer


def _unless_known(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """What a program has already is not sent again. It is asked each time: it may have changed, or be closed to her."""
    tag = f'"{hashlib.sha256(answer.content).hexdigest()[:32]}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "").replace("W/", "")):
        kept = {name: answer[name] for name in ("Content-Language", "Vary")}
        answer = HttpResponse(status=304, headers=kept)
    answer["ETag"] = tag
    answer["Cache-Control"] = "private, no-cache"
    return answer
