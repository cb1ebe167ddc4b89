"""Examples to look around in: made with one click, and taken away with one click."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.flows.demo import has_demo, make_demo, make_demo_practice, remove_demo
from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.table.heavy import too_often

from .access import person_of, with_account

PRACTICE = "practice"
"""What the button for three years sends along."""


@with_account
def examples(request: HttpRequest) -> HttpResponse:
    """What the examples are, with a button for each set; by POST one is made."""
    person = person_of(request)
    if request.method == "POST" and not too_often(request, person, "examples"):
        make = make_demo_practice if request.POST.get("which") == PRACTICE else make_demo
        made = make(person=person, language=language(), now=clock.now())
        said = _("Je voorbeelden staan klaar. Kijk gerust rond.") if made else _("Je voorbeelden stonden er al.")
        messages.success(request, said)
        return HttpResponseRedirect(reverse("workspace:today"))
    return render(request, "workspace/demo/examples.html", {"has_demo": has_demo(person), "circle": "none"})


@with_account
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """All of them are gone, with what she wrote in them."""
    if remove_demo(person=person_of(request)):
        messages.success(request, _("De voorbeelden zijn weg. Je eigen samenwerkingen zijn niet veranderd."))
    return HttpResponseRedirect(reverse("workspace:today"))
