"""Pages that somebody put online herself, for whoever has the address. No account, no cookie, nothing is kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .access import public_work_page


@require_safe
@never_cache
def work_page(request: HttpRequest, address: str) -> HttpResponse:
    """How somebody works, in the language she wrote in; gone and never there look the same."""
    found = public_work_page(address)
    if found is None:
        return _unseen(render(request, "portal/public/gone.html", {"circle": "none"}, status=404))
    with translation.override(found.language):
        response = render(request, "portal/public/work_page.html", {"public": found, "circle": "none"})
    response["Content-Language"] = found.language
    return response if found.is_findable else _unseen(response)


def _unseen(response: HttpResponse) -> HttpResponse:
    """Search engines leave it alone."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
