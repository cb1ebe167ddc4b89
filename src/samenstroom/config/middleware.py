"""Headers that Django does not set by itself, and what a request may not bring: too much, or a zero byte."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import bad_request

from samenstroom.accounts.events import SIGNED_OUT
from samenstroom.kit.uploads import AROUND, most_of

LINK_PREFIX = "/l/"
CLEARS = '"cache", "storage"'
"""What a browser throws away at signing out. Not the cookies: one keeps her language."""
ZERO = "\x00"
REFUSED_ZERO = ("NUL (0x00)", "\\u0000")
"""What PostgreSQL says of one: in text, and in JSON."""
# Nothing here needs the camera, the place or a payment sheet, so no page may ask.
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "geolocation",
        "gyroscope", "magnetometer", "microphone", "midi", "payment", "screen-wake-lock", "usb",
    )
)  # fmt: skip


def privacy_headers(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Sets Permissions-Policy, and keeps the address of a personal link from travelling along.

    A page under `/l/` sends only the name of the site as referrer, so its token stays out of the logs
    of a proxy in front. ("no-referrer" would also empty the Origin header of its own form, which the
    protection against forged requests needs.) Such a page is not kept by browser, proxy or search engine.
    Who signs out leaves no page behind on that device.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        if getattr(request, SIGNED_OUT, False):
            response["Clear-Site-Data"] = CLEARS
        if request.path.startswith(LINK_PREFIX):
            response.setdefault("Referrer-Policy", "strict-origin")
            response.setdefault("Cache-Control", "no-store")
            response.setdefault("X-Robots-Tag", "noindex, nofollow")
        return response

    return middleware


class BodyLimit:
    """Refuses a request that says it brings more than its page takes, before a byte of it is read or written to disk.

    It stands before the protection against forged requests, because that one reads the whole form. A request that does
    not say how much it brings is read as an empty one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, page: Callable[..., HttpResponse], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """413 with words for what is too large; None lets the page do its work."""
        said = str(request.META.get("CONTENT_LENGTH") or "0")
        brings = int(said) if said.isdecimal() else 0
        if brings <= most_of(page) + AROUND:
            return None
        answer = render(request, "413.html", {"megabytes": most_of(page) // 1_000_000}, status=413)
        answer["Connection"] = "close"
        return answer


class NoZeroByte:
    """A zero byte is in nobody's words, and PostgreSQL keeps no text with one: it is met before the database is.

    In an address nothing is found, a question behind it is refused, a cookie with one was not sent. A form says it next
    to its field; what a page reads without a form is refused when the database will not have it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for name in [name for name, value in request.COOKIES.items() if ZERO in name + value]:
            del request.COOKIES[name]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _page: Any, _args: Any, _kwargs: Any) -> None:
        """404 or 400 for an address with one; None lets the page do its work."""
        if ZERO in request.path_info:
            raise Http404
        if any(ZERO in name + "".join(values) for name, values in request.GET.lists()):
            raise BadRequest

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """400 when the database refused it; every other fault stays a fault."""
        if isinstance(error, DataError) and any(words in str(error) for words in REFUSED_ZERO):
            return bad_request(request, error)
        return None
