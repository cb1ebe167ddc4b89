"""Her boundaries: what holds now, how it grew, and letting go. Only for her."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.kit import clock
from samenstroom.profiles.actions import boundaries as actions
from samenstroom.profiles.forms.boundaries import BoundaryForm
from samenstroom.profiles.queries.boundaries import all_boundaries_of, view_of
from samenstroom.profiles.wording.boundaries import boundary_topics, history_of, rows_of, topic_of

from .access import boundary_or_404, person_of, with_account


@with_account
def boundaries(request: HttpRequest) -> HttpResponse:
    """What holds now, and what she let go of."""
    rows = rows_of(all_boundaries_of(person_of(request)))
    page = {
        "rows": [row for row in rows if row.view.holds],
        "let_go": [row for row in rows if not row.view.holds],
        "topics": boundary_topics(),
        "circle": "private",
    }
    return render(request, "workspace/boundaries/list.html", page)


@with_account
def new(request: HttpRequest) -> HttpResponse:
    """Draw a boundary; `?over=` chooses the topic and `?zin=` one of its sentences to begin with."""
    topic = topic_of(request.GET.get("over", ""))
    suggestions = topic["suggestions"] if topic else ()
    numbered = {str(number): words for number, words in enumerate(suggestions)}
    begin = numbered.get(request.GET.get("zin", ""), "")
    form = BoundaryForm(request.POST or None, initial={"topic": topic["id"] if topic else "", "words": begin})
    if request.method == "POST" and form.is_valid():
        actions.draw_boundary(person=person_of(request), now=clock.now(), **form.cleaned_data)
        messages.success(request, _("Bewaard. Dit is nu een grens van jou."))
        return HttpResponseRedirect(reverse("workspace:boundaries"))
    page = {"form": form, "topic": topic, "suggestions": suggestions, "begin": begin, "circle": "private"}
    return render(request, "workspace/boundaries/new.html", page, status=422 if form.is_bound else 200)


@with_account
def boundary(request: HttpRequest, boundary: str) -> HttpResponse:
    """One boundary: say it better, and see what it said before."""
    found = boundary_or_404(person_of(request), boundary)
    view = view_of(found)
    form = BoundaryForm(request.POST or None, initial={"topic": view.topic, "words": view.words, "why": view.why})
    if request.method == "POST" and form.is_valid():
        actions.reword_boundary(boundary=found, now=clock.now(), **form.cleaned_data)
        messages.success(request, _("Bewaard. Wat er eerst stond, kun je blijven lezen."))
        return HttpResponseRedirect(reverse("workspace:boundaries"))
    page = {"form": form, "row": rows_of([view])[0], "history": history_of(view), "circle": "private"}
    return render(request, "workspace/boundaries/boundary.html", page, status=422 if form.is_bound else 200)


@with_account
@require_POST
def let_go(request: HttpRequest, boundary: str) -> HttpResponse:
    """Let it go; nothing is thrown away."""
    actions.let_go(boundary=boundary_or_404(person_of(request), boundary), now=clock.now())
    messages.success(request, _("Losgelaten. Je kunt deze grens later weer oppakken."))
    return HttpResponseRedirect(reverse("workspace:boundaries"))


@with_account
@require_POST
def take_up(request: HttpRequest, boundary: str) -> HttpResponse:
    """Take it up again."""
    actions.take_up_again(boundary=boundary_or_404(person_of(request), boundary), now=clock.now())
    messages.success(request, _("Weer opgepakt. Dit is vanaf nu weer een grens van jou."))
    return HttpResponseRedirect(reverse("workspace:boundaries"))
