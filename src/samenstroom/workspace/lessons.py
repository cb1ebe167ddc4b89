"""Her lessons under one roof: write one, say where it comes back, put it aside. Only for her."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.queries import visits_of
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.learning.actions import lessons as actions
from samenstroom.learning.forms.lessons import LessonForm, PlaceForm
from samenstroom.learning.queries.counted import only_examples
from samenstroom.learning.queries.lessons import LessonView, listed_lessons
from samenstroom.learning.wording.lessons import about_words, origin_words, place_title, places_of
from samenstroom.learning.wording.retrospectives import retrospective_texts
from samenstroom.rules.lessons import Place
from samenstroom.table.page import go, posted

from .access import lesson_or_404, person_of, with_account

BACK_TO = {
    Place.SCAN: "scan",
    Place.DECISION: "decision",
    Place.AGREEMENT: "agreement_draft",
    Place.KICKOFF: "own_kickoff",
}


def _page(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    fault = _("Fout:") + " " if status == 422 else ""
    return render(request, template, {"circle": "private", "fault": fault, **context}, status=status)


def _to(name: str, **parts: Any) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(f"workspace:{name}", kwargs=parts))


@with_account
def lessons(request: HttpRequest) -> HttpResponse:
    """All of them, with where they came from and where they come back."""
    person = person_of(request)
    found = [
        (one, origin_words(one), [place.title for place in places_of(one) if place.is_on])
        for one in listed_lessons(person)
    ]
    return _page(
        request,
        "workspace/lessons/list.html",
        lessons=found,
        texts=retrospective_texts()["lessons"],
        is_example=only_examples(person),
    )


@with_account
def new(request: HttpRequest) -> HttpResponse:
    """Write one down, of a collaboration or of none."""
    person, now = person_of(request), clock.now()
    tables = [visit.collaboration for visit in visits_of(person, now)]
    form = LessonForm(posted(request), view=None, tables=tables)
    if request.method == "POST" and form.is_valid():
        made = actions.learn_lesson(
            person=person, collaboration=form.table(), taught=form.taught(), source=actions.OWN, now=now
        )
        messages.success(request, _("Bewaard. Kies hieronder of en waar je les terugkomt."))
        return _to("lesson", lesson=made.public_id)
    return _page(request, "workspace/lessons/new.html", status=422 if form.is_bound else 200, form=form)


@with_account
def lesson(request: HttpRequest, lesson: str) -> HttpResponse:
    """One lesson: its words, what it is about, and where it comes back."""
    view = lesson_or_404(person_of(request), lesson)
    if view.kept is None:
        return _to("lessons")
    form = LessonForm(posted(request), view=view)
    if request.method == "POST" and form.is_valid():
        actions.reword_lesson(lesson=view.kept, taught=form.taught())
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return _to("lesson", lesson=lesson)
    return _page(
        request, "workspace/lessons/lesson.html", status=422 if form.is_bound else 200, view=view, form=form,
        origin=origin_words(view), about=about_words(view), places=places_of(view),
    )  # fmt: skip


@with_account
@require_POST
def take_up(request: HttpRequest, lesson: str) -> HttpResponse:
    """What she wrote at a decision or a farewell: from now on she says where it comes back."""
    view = lesson_or_404(person_of(request), lesson)
    if view.written is None:
        return _to("lesson", lesson=view.key)
    made = actions.take_up(person=person_of(request), source=view.written, now=clock.now())
    return _to("lesson", lesson=made.public_id)


@with_account
def place(request: HttpRequest, lesson: str, place: str) -> HttpResponse:
    """Let it come back at one place, on her terms; or no more."""
    view = lesson_or_404(person_of(request), lesson)
    if place not in list(Place) or view.kept is None:
        raise Http404
    where = Place(place)
    if request.method == "POST" and "stop" in request.POST:
        actions.stop_returning(lesson=view.kept, place=where)
        messages.success(request, _("Goed. Daar komt deze les niet meer terug."))
        return _to("lesson", lesson=lesson)
    form = PlaceForm(posted(request), view=view, place=where)
    if request.method == "POST" and form.is_valid():
        actions.let_return(lesson=view.kept, place=where, terms=form.terms())
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return _to("lesson", lesson=lesson)
    return _page(
        request, "workspace/lessons/place.html", status=422 if form.is_bound else 200, view=view, form=form,
        title=place_title(where), is_on=view.comes_back(where), origin=origin_words(view),
    )  # fmt: skip


@with_account
def forget(request: HttpRequest, lesson: str) -> HttpResponse:
    """Ask once, then it is gone."""
    view = lesson_or_404(person_of(request), lesson)
    if view.kept is None:
        raise Http404
    if request.method == "POST":
        actions.forget_lesson(lesson=view.kept)
        messages.success(request, _("Weggegooid."))
        return _to("lessons")
    return _page(request, "workspace/lessons/forget.html", view=view, is_locked=view.source == "decision")


@require_POST
def aside(request: HttpRequest, visit: Visit, lesson: str, place: str) -> HttpResponse:
    """It rests here, at this collaboration alone."""
    view: LessonView = lesson_or_404(visit.person, lesson)
    if place not in list(Place) or view.kept is None:
        raise Http404
    actions.put_aside(lesson=view.kept, visit=visit, place=Place(place))
    messages.success(request, _("Opzijgelegd. Bij deze samenwerking zie je hem hier niet meer."))
    return go(request, BACK_TO[Place(place)], visit)
