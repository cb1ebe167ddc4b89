"""What is left of collaborations she erased: everything in it, and throwing it away. Only hers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.kit import clock
from samenstroom.learning.actions.outlines import forget_outline, forget_outlines
from samenstroom.learning.queries.cases import cases_of
from samenstroom.learning.wording.outlines import outline_page, outline_rows
from samenstroom.privacy.wording.kept import texts

from .access import outline_or_404, person_of, with_account


@with_account
def outlines(request: HttpRequest) -> HttpResponse:
    """All of them; by POST they are thrown away."""
    person = person_of(request)
    if request.method == "POST":
        forget_outlines(person=person)
        return _gone(request)
    page = {"rows": outline_rows(cases_of(person, clock.now())), "texts": texts()["outlines"], "circle": "private"}
    return render(request, "workspace/own_side/outlines.html", page)


@with_account
def outline(request: HttpRequest, outline: str) -> HttpResponse:
    """Everything in one of them; by POST it is thrown away."""
    person = person_of(request)
    found = outline_or_404(person, outline)
    if request.method == "POST":
        forget_outline(outline=found)
        return _gone(request)
    page = outline_page(found, cases_of(person, clock.now()))
    told = {"page": page, "texts": texts()["outlines"], "circle": "private"}
    return render(request, "workspace/own_side/outline.html", told)


def _gone(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("Weggegooid. Het telt nergens meer mee."))
    return HttpResponseRedirect(reverse("workspace:outlines"))
