"""Showing once more that it is she."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from samenstroom.table.proving import prove_again
from samenstroom.workspace.access import person_of, with_account


@with_account
def prove(request: HttpRequest) -> HttpResponse:
    """Her password once more, before an act that could do harm."""
    return prove_again(request, person_of(request), "workspace:settings")
