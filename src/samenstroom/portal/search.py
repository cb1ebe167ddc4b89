"""Searching, for who came by a personal link: in her own collaborations."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from samenstroom.table.search import search_page

from .access import person_of, with_link


@with_link
def search(request: HttpRequest) -> HttpResponse:
    """Everything that is of both, at her tables."""
    return search_page(request, person_of(request))
