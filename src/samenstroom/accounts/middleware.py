"""Work for who is signed in and for nobody else; show each person the language she chose."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from samenstroom.kit import wall


class WallMiddleware:
    """In a request the database shows the private rows of who is signed in, and of nobody without (kit/wall.py)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with wall.for_person(request.user.pk):
            return self.get_response(request)


class PersonLanguageMiddleware:
    """The language of a known person wins over the browser's; a visitor keeps hers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language() or "nl"
        return self.get_response(request)
