"""Headers that Django does not set by itself, and a limit on what a request may bring."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenstroom.accounts.events import SIGNED_OUT
from samenstroom.kit.uploads import AROUND, most_of

LINK_PREFIX = "/l/"
CLEARS = '"cache", "storage"'
"""What a browser throws away at signing out. Not the cookies: one keeps her language."""
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
