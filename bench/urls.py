"""The addresses of the app, and two pages with nothing on them to measure against."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from samenstroom.config.urls import urlpatterns as pages

BARE, EMPTY = "/bench/bare/", "/bench/empty/"
FRAME = '{% extends "workspace/layout.html" %}{% block content %}<h1>Niets</h1>{% endblock %}'


def bare(request: HttpRequest) -> HttpResponse:
    """The least a page can be."""
    return HttpResponse("<!doctype html><title>Bare</title><p>Bare")


def empty(request: HttpRequest) -> HttpResponse:
    """A page of the app with nothing on it: head, menu, footer."""
    return HttpResponse(engines["django"].from_string(FRAME).render({"circle": "none"}, request))


urlpatterns = [path(BARE.lstrip("/"), bare, name="bare"), path(EMPTY.lstrip("/"), empty, name="empty"), *pages]
