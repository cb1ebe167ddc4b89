"""How a page about what is kept of somebody is shown behind either door."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from .page import door_of


def layout_of(request: HttpRequest) -> str:
    """The layout of the door she is in."""
    return f"{door_of(request)}/layout.html"


def show_own(request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    """Render a page that is hers alone, unless it says otherwise. Its title starts with a fault when there is one."""
    page = {
        "circle": "private",
        "layout": layout_of(request),
        "fault": _("Fout:") + " " if status == 422 else "",
        "home": "workspace:settings" if door_of(request) == "workspace" else "portal:tables",
        **context,
    }
    return render(request, f"table/own_privacy/{template}.html", page, status=status)
