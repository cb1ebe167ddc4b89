"""A year of her collaborations, to read and to print. Only hers; made anew at each look."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samenstroom.kit import clock
from samenstroom.learning.queries.cases import cases_of
from samenstroom.learning.queries.counted import only_examples
from samenstroom.learning.queries.years import year_of, years_of
from samenstroom.learning.wording.years import year_page

from .access import person_of, with_account

WITHOUT_NAMES = "zonder-namen"


@with_account
def this_year(request: HttpRequest) -> HttpResponse:
    """The year that runs."""
    return _year(request, clock.day_of(clock.now()).year)


@with_account
def year(request: HttpRequest, year: int) -> HttpResponse:
    """A year in which she was here; any other is not there."""
    return _year(request, year)


def _year(request: HttpRequest, chosen: int) -> HttpResponse:
    person, now = person_of(request), clock.now()
    cases = cases_of(person, now)
    years = years_of(cases, clock.day_of(now))
    if chosen not in years:
        raise Http404
    page = year_page(year_of(person, cases, chosen), years, with_names=WITHOUT_NAMES not in request.GET)
    told = {"page": page, "circle": "private", "is_example": only_examples(person)}
    return render(request, "workspace/learn/year.html", told)
