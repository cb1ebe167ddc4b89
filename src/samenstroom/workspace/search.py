"""Searching, for who has an account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from samenstroom.table.search import search_page

from .access import person_of, with_account


@with_account
def search(request: HttpRequest) -> HttpResponse:
    """Everything she may see, at her tables and in her own pocket."""
    return search_page(request, person_of(request))
