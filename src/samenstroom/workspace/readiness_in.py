"""What came in through her readiness test: read it, begin a collaboration with it, or throw it away. Only for her."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.exploring.actions.readiness import KEPT_FOR, see_readiness, throw_away_readiness
from samenstroom.exploring.forms.readiness import BeginForm
from samenstroom.exploring.queries.readiness import readiness_answers_of
from samenstroom.exploring.wording.readiness import as_summary, mirror_page
from samenstroom.flows.readiness import begin_from_readiness
from samenstroom.kit import clock
from samenstroom.table.page import posted

from .access import person_of, readiness_or_404, with_account


@with_account
def arrived(request: HttpRequest) -> HttpResponse:
    """Everything that was sent to her, newest first."""
    rows = [(one, clock.day_of(one.sent_at)) for one in readiness_answers_of(person_of(request))]
    return render(request, "workspace/readiness/arrived.html", {"rows": rows, "circle": "private"})


@with_account
def answer(request: HttpRequest, answer: str) -> HttpResponse:
    """One test from her side: what was answered, and what to ask in the first talk."""
    person, now = person_of(request), clock.now()
    found = readiness_or_404(person, answer)
    see_readiness(answer=found, now=now)
    page = {
        "answer": found,
        "day": clock.day_of(found.sent_at),
        "until": clock.day_of(found.sent_at + KEPT_FOR),
        "mirror": mirror_page(found.answers, person.first_name),
        "summary": as_summary(found.answers),
        "circle": "private",
    }
    return render(request, "workspace/readiness/answer.html", page)


@with_account
def begin(request: HttpRequest, answer: str) -> HttpResponse:
    """Begin a collaboration with who sent this, in stage explore."""
    found = readiness_or_404(person_of(request), answer)
    if found.collaboration is not None:
        return HttpResponseRedirect(reverse("workspace:collaboration", args=[found.collaboration.public_id]))
    form = BeginForm(posted(request), initial={"other_name": found.name, "name": found.name, "country": "NL"})
    if request.method == "POST" and form.is_valid():
        made = begin_from_readiness(answer=found, now=clock.now(), **form.cleaned_data)
        messages.success(request, _("Je samenwerking staat klaar. De zelftest vind je erbij, alleen voor jou."))
        return HttpResponseRedirect(reverse("workspace:collaboration", args=[made.public_id]))
    page = {"form": form, "answer": found, "fault": _("Fout:") + " " if form.errors else "", "circle": "private"}
    return render(request, "workspace/readiness/begin.html", page, status=422 if form.errors else 200)


@with_account
@require_POST
def discard(request: HttpRequest, answer: str) -> HttpResponse:
    """Throw one away."""
    throw_away_readiness(answer=readiness_or_404(person_of(request), answer))
    messages.success(request, _("Weggegooid."))
    return HttpResponseRedirect(reverse("workspace:readiness_in"))
