"""Where a personal link was opened."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from samenstroom.table.browsers import browsers_page, end_one, end_others

from .access import person_of, with_link


@with_link
def browsers(request: HttpRequest) -> HttpResponse:
    """Every browser in which her side is open."""
    return browsers_page(request, person_of(request), "portal:tables")


@with_link
@require_POST
def browser_end(request: HttpRequest, browser: str) -> HttpResponse:
    """One browser less."""
    return end_one(request, person_of(request), browser)


@with_link
@require_POST
def browsers_end(request: HttpRequest) -> HttpResponse:
    """Only this browser is left."""
    return end_others(request, person_of(request))
