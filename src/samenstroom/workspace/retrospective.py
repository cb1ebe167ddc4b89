"""Her own look back on one collaboration: the timeline, one thing per page, and how it becomes round. Private."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.learning.actions import retrospectives as actions
from samenstroom.learning.actions.lessons import learn_from_retrospective
from samenstroom.learning.forms.lessons import LessonForm
from samenstroom.learning.forms.retrospectives import ForetoldForm, PageForm
from samenstroom.learning.queries.lessons import LessonView, lessons_at
from samenstroom.learning.queries.retrospectives import foretold_of, known_of, retrospective_of
from samenstroom.learning.wording.lessons import origin_words
from samenstroom.learning.wording.retrospectives import (
    FORETOLD,
    LESSON,
    PageView,
    answer_rows,
    came_rows,
    known_rows,
    pages_of,
    retrospective_texts,
)
from samenstroom.learning.wording.timeline import timeline_of
from samenstroom.table.page import address, go, posted, show

if TYPE_CHECKING:
    from samenstroom.learning.models import Retrospective


def retrospective(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What it is, how far she is, and everything she said so far."""
    found = retrospective_of(visit)
    known = known_of(visit)
    pages = pages_of(visit, known, foretold_of(visit, is_over=known.is_over))
    if request.method == "POST":
        actions.begin_retrospective(visit=visit)
        return go(request, "retrospective_step", visit, step=pages[0].id)
    return show(
        request, visit, "workspace/retrospective/home.html", circle="private", texts=retrospective_texts()["start"],
        lead=retrospective_texts()["lead"], found=found,
        rows=[one for one in _answers(request, visit, found, pages) if one["text"]],
        next=_next_open(pages, found), known=known_rows(visit, known), came=came_rows(visit),
        lessons=_lessons(visit), total=len(pages), is_over=known.is_over,
    )  # fmt: skip


def _answers(
    request: HttpRequest, visit: Visit, found: Retrospective | None, pages: list[PageView]
) -> list[dict[str, str]]:
    return [
        {"label": row.label, "text": row.text, "url": address(request, "retrospective_step", visit, step=row.page)}
        for row in answer_rows(visit, found, pages)
    ]


def _next_open(pages: list[PageView], found: Retrospective | None) -> PageView:
    """The first page where she said nothing yet; the last when she was everywhere."""
    kept = found.answers if found else {}
    return next((one for one in pages if one.questions and one.questions[0]["id"] not in kept), pages[-1])


def _lessons(visit: Visit) -> list[tuple[LessonView, str]]:
    return [(one, origin_words(one)) for one in lessons_at(visit)]


def step(request: HttpRequest, visit: Visit, step: str) -> HttpResponse:
    """One page; what she says is kept at once, and she may stop at any moment."""
    known = known_of(visit)
    foretold = foretold_of(visit, is_over=known.is_over)
    pages = pages_of(visit, known, foretold)
    page = next((one for one in pages if one.id == step), None)
    if page is None:
        return _page_is_gone(request, visit, step, pages)
    found = retrospective_of(visit)
    form: Form
    if page.special == FORETOLD:
        form = ForetoldForm(posted(request), visit=visit, foretold=foretold)
    elif page.special == LESSON:
        own = _own_lesson(visit)
        form = LessonForm(posted(request), view=own, needs_words=False)
    else:
        form = PageForm(posted(request), page=page, kept=found.answers if found else {}, visit=visit)
    if request.method == "POST" and form.is_valid():
        _keep(visit, form)
        return _after(request, visit, pages, page)
    return _ask(request, visit, pages, page, form)


def _page_is_gone(request: HttpRequest, visit: Visit, step: str, pages: list[PageView]) -> HttpResponse:
    """Answered elsewhere meanwhile, or not asked yet: go on to what comes after it; an unknown page is 404."""
    order = [one["id"] for one in retrospective_texts()["pages"]]
    if step not in order:
        raise Http404
    after = order[order.index(step) :]
    return go(request, "retrospective_step", visit, step=next(one.id for one in pages if one.id in after))


def _own_lesson(visit: Visit) -> LessonView | None:
    """The lesson of this look back; what she wrote at a decision or a farewell stands beside it."""
    return next((one for one in lessons_at(visit) if one.source == "retrospective"), None)


def _keep(visit: Visit, form: Form) -> None:
    if isinstance(form, ForetoldForm):
        actions.say_what_came(
            visit=visit, predictions=form.predictions(), decision=form.foretold.decision, outcome=form.outcome_said()
        )
    elif isinstance(form, LessonForm):
        actions.begin_retrospective(visit=visit)
        learn_from_retrospective(visit=visit, taught=form.taught())
    elif isinstance(form, PageForm):
        actions.keep_answers(visit=visit, answers=form.answers())


def _after(request: HttpRequest, visit: Visit, pages: list[PageView], page: PageView) -> HttpResponse:
    if "later" in request.POST:
        messages.success(request, _("Bewaard. Je kunt later verder gaan waar je was."))
        return go(request, "retrospective", visit)
    if page.is_last:
        return go(request, "retrospective_check", visit)
    return go(request, "retrospective_step", visit, step=pages[page.number].id)


def _ask(request: HttpRequest, visit: Visit, pages: list[PageView], page: PageView, form: Form) -> HttpResponse:
    earlier: list[tuple[LessonView, str]] = []
    if page.special == LESSON:
        earlier = [one for one in _lessons(visit) if one[0].source != "retrospective"]
    return show(
        request, visit, "workspace/retrospective/step.html", circle="private", status=422 if form.is_bound else 200,
        page=page, form=form, asked=list(form.asked()) if isinstance(form, PageForm) else [], earlier=earlier,
        **_previous(request, visit, pages, page),
    )  # fmt: skip


def _previous(request: HttpRequest, visit: Visit, pages: list[PageView], page: PageView) -> dict[str, Any]:
    """Where the link above the page leads, and its words."""
    if page.number == 1:
        return {"previous": address(request, "retrospective", visit), "previous_words": _("Terug naar je terugblik")}
    before = pages[page.number - 2]
    return {
        "previous": address(request, "retrospective_step", visit, step=before.id), "previous_words": _("Vorige vraag"),
    }  # fmt: skip


def timeline(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Everything she saw, felt and did, in order, on one page to print; and how far it lies apart."""
    return show(
        request, visit, "workspace/retrospective/timeline.html", circle="private", timeline=timeline_of(visit),
        texts=retrospective_texts()["timeline"],
    )  # fmt: skip


def check(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All answers on one page, with a way to change each; finishing is an act."""
    found = retrospective_of(visit)
    if found is None:
        return go(request, "retrospective", visit)
    if request.method == "POST":
        actions.finish_retrospective(retrospective=found, visit=visit)
        messages.success(request, _("Je terugblik is rond. Alleen jij ziet hem."))
        return go(request, "retrospective", visit)
    known = known_of(visit)
    pages = pages_of(visit, known, foretold_of(visit, is_over=known.is_over))
    return show(
        request, visit, "workspace/retrospective/check.html", circle="private", found=found,
        rows=_answers(request, visit, found, pages), known=known_rows(visit, known), came=came_rows(visit),
        lessons=_lessons(visit),
    )  # fmt: skip


def throw_away(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask once, then it is gone. What she learned stays."""
    found = retrospective_of(visit)
    if found is None:
        return go(request, "retrospective", visit)
    if request.method == "POST":
        actions.throw_away(retrospective=found)
        messages.success(request, _("Weggegooid. Je lessen zijn er nog."))
        return go(request, "retrospective", visit)
    return show(request, visit, "workspace/retrospective/throw_away.html", circle="private")
