"""The pattern page: every component in each of its states, for who builds or edits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def patterns(request: HttpRequest) -> HttpResponse:
    """Show the components. Holds sample text only, so anyone may look."""
    return render(request, "kit/patterns.html", {"circle": "none"})
