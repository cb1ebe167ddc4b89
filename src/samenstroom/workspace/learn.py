"""Learning from her own collaborations: the hub, and what comes back. Only hers; made anew at each look."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenstroom.kit import clock
from samenstroom.learning.queries.cases import cases_of
from samenstroom.learning.queries.counted import only_examples
from samenstroom.learning.queries.estimates import estimates_of
from samenstroom.learning.queries.flights import flown_of
from samenstroom.learning.queries.overview import overview_of
from samenstroom.learning.queries.yields import brought_by
from samenstroom.learning.wording.estimates import estimates_page
from samenstroom.learning.wording.flying import flying_page
from samenstroom.learning.wording.overview import overview_page
from samenstroom.learning.wording.patterns import patterns_page
from samenstroom.learning.wording.texts import pattern_texts
from samenstroom.learning.wording.yields import yields_page
from samenstroom.profiles.queries.boundaries import boundaries_of

from .access import person_of, with_account
from .learn_hub import parts_of


@with_account
def hub(request: HttpRequest) -> HttpResponse:
    """Everything there is to learn from, each with its one fact."""
    parts = parts_of(person_of(request), clock.now())
    return _page(request, "hub", parts=parts, texts=pattern_texts()["hub"])


@with_account
def patterns(request: HttpRequest) -> HttpResponse:
    """What comes back: her gut, how long she waits, what became of flags, what helped."""
    person = person_of(request)
    page = patterns_page(cases_of(person, clock.now()))
    return _page(request, "patterns", page=page, rules=boundaries_of(person))


@with_account
def estimates(request: HttpRequest) -> HttpResponse:
    """How her own estimates came out."""
    return _page(request, "estimates", page=estimates_page(estimates_of(person_of(request))))


@with_account
def flying(request: HttpRequest) -> HttpResponse:
    """What collaborations that flourished had in common."""
    person = person_of(request)
    return _page(request, "flying", page=flying_page(flown_of(person, cases_of(person, clock.now()))))


@with_account
def yields(request: HttpRequest) -> HttpResponse:
    """What each collaboration brought and asked."""
    person = person_of(request)
    return _page(request, "yields", page=yields_page(brought_by(person, cases_of(person, clock.now()))))


@with_account
def together(request: HttpRequest) -> HttpResponse:
    """Everything that runs now, side by side."""
    return _page(request, "overview", page=overview_page(overview_of(person_of(request), clock.now())))


def _page(request: HttpRequest, name: str, **context: object) -> HttpResponse:
    told = {"circle": "private", "is_example": only_examples(person_of(request))}
    return render(request, f"workspace/learn/{name}.html", told | context)
