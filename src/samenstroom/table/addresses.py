"""The addresses of the table, the same behind both doors (Dutch, as a person reads them)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, register_converter
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit

from .closed import after_the_end
from .page import Page, go
from .pages import PAGES


class DayConverter:
    """A day in an address: 2026-10-14."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(DayConverter, "day")

OWN_ACTS = frozenset({"finding", "dossier"})
"""Pages where a POST changes nothing that the other side can see."""


def only_speakers_act(page: Page, name: str) -> Page:
    """Someone who reads along (a colleague, or the seat from before a new start) changes nothing on the table.

    What she does with a finding is hers alone, so that stays hers to do.
    """

    @wraps(page)
    def reading(request: HttpRequest, visit: Visit, **parts: Any) -> HttpResponse:
        if request.method != "POST" or visit.speaks or name in OWN_ACTS:
            return page(request, visit, **parts)
        speaker = visit.party.speaker
        messages.info(request, _("Jij leest mee. %(name)s doet dit voor jullie kant.") % {"name": speaker})
        return go(request, "collaboration", visit)

    return reading


def table_addresses(prefix: str, behind: Callable[[Page], Callable[..., Any]]) -> list[URLPattern]:
    """All pages of the table under `prefix`, each wrapped by the door's own check of who is looking."""
    return [
        path(
            f"{prefix}<slug:collaboration>/{rest}",
            behind(only_speakers_act(after_the_end(page, name), name)),
            name=name,
        )
        for rest, page, name in PAGES
    ]
