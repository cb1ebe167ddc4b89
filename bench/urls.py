"""The addresses of the app, and one bare page to measure against."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from samenstroom.config.urls import urlpatterns as pages

BARE = "/bench/bare/"


def bare(request: HttpRequest) -> HttpResponse:
    """The least a page can be."""
    return HttpResponse("<!doctype html><title>Bare</title><p>Bare")


urlpatterns = [path(BARE.strip("/") + "/", bare, name="bare"), *pages]
