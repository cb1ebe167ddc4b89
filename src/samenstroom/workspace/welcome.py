"""The way in, and pages for everybody: welcome, who sees what, accessibility, help, language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from samenstroom import content
from samenstroom.content.notices import notice
from samenstroom.kit.language import language


def welcome(request: HttpRequest) -> HttpResponse:
    """What this is, for who is not signed in; everybody else goes to her own start."""
    if request.user.is_authenticated:
        start = "workspace:today" if request.user.has_account else "portal:tables"
        return HttpResponseRedirect(reverse(start))
    return render(request, "workspace/welcome.html", {"circle": "none"})


def privacy(request: HttpRequest) -> HttpResponse:
    """Who sees what, in plain words."""
    return _notice(request, "who_sees")


def about_others(request: HttpRequest) -> HttpResponse:
    """What it means to write about somebody: what is kept, how long, and what she may ask."""
    page = {"notice": content.load("explore_privacy", language())["writing"], "circle": "none"}
    return render(request, "workspace/pages/about_others.html", page)


def accessibility(request: HttpRequest) -> HttpResponse:
    """What we tested, and what not yet."""
    return _notice(request, "accessibility")


def help_page(request: HttpRequest) -> HttpResponse:
    """Questions people have, both sides."""
    return _notice(request, "help")


def _notice(request: HttpRequest, part: str) -> HttpResponse:
    words = {"operator": str(settings.OPERATOR_NAME), "operator_email": settings.OPERATOR_EMAIL}
    page = {"notice": notice(part, language(), words), "circle": "none"}
    return render(request, f"workspace/pages/{part}.html", page)


@require_POST
def change_language(request: HttpRequest) -> HttpResponse:
    """Change the language: for a visitor in a cookie, for a person in her settings."""
    chosen = request.POST.get("language", "nl")
    chosen = chosen if chosen in dict(settings.LANGUAGES) else "nl"
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    if request.user.is_authenticated:
        request.user.language = chosen
        request.user.save(update_fields=["language"])
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, chosen, max_age=settings.LANGUAGE_COOKIE_AGE, httponly=True, samesite="Lax",
        secure=settings.LANGUAGE_COOKIE_SECURE,
    )  # fmt: skip
    return response
