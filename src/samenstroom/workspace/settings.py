"""The page of settings: where everything is that she can set."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .access import person_of, with_account
from .settings_hub import parts_of


@with_account
def settings(request: HttpRequest) -> HttpResponse:
    """Everything she can set, one line per page."""
    page = {"parts": parts_of(person_of(request)), "circle": "private"}
    return render(request, "workspace/settings/settings.html", page)
