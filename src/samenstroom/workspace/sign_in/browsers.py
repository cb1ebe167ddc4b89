"""Where she is signed in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from samenstroom.table.browsers import browsers_page, end_one, end_others
from samenstroom.workspace.access import person_of, with_account


@with_account
def browsers(request: HttpRequest) -> HttpResponse:
    """Every browser in which she is signed in."""
    return browsers_page(request, person_of(request), "workspace:sign_in")


@with_account
@require_POST
def browser_end(request: HttpRequest, browser: str) -> HttpResponse:
    """One browser less."""
    return end_one(request, person_of(request), browser)


@with_account
@require_POST
def browsers_end(request: HttpRequest) -> HttpResponse:
    """Only this browser is left."""
    return end_others(request, person_of(request))
