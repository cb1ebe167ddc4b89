"""Headers that Django does not set by itself."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

LINK_PREFIX = "/l/"
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
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        if request.path.startswith(LINK_PREFIX):
            response.setdefault("Referrer-Policy", "strict-origin")
            response.setdefault("Cache-Control", "no-store")
            response.setdefault("X-Robots-Tag", "noindex, nofollow")
        return response

    return middleware
