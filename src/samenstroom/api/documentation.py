"""The page that tells people how this door works, and the description for machines beside it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samenstroom.connections.wording.connections import scope_rows

from .building import OPERATIONS, api
from .description import PREFIX, describe
from .paging import MOST
from .problems import problem_titles


@require_GET
def documentation(request: HttpRequest) -> HttpResponse:
    """How to come in, what can be asked and done, and what can go wrong. Open to everybody: it tells of nobody."""
    page = {
        "circle": "none",
        "address": f"{settings.PUBLIC_URL}{PREFIX}",
        "rows": [(one.method, f"{PREFIX}{one.address}", one.title, one.scope) for one in OPERATIONS],
        "scopes": scope_rows(),
        "problems": problem_titles(),
        "most": MOST,
    }
    return render(request, "api/documentation.html", page)


@require_GET
def openapi(request: HttpRequest) -> HttpResponse:
    """The description for machines."""
    return JsonResponse(describe(api), json_dumps_params={"ensure_ascii": False})
