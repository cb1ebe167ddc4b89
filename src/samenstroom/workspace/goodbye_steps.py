"""One step of a farewell, and the pages in it: one thing at a time, kept at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions import farewells as actions
from samenstroom.farewell.forms.farewells import PageForm
from samenstroom.farewell.wording.farewells import (
    LETTER_STEPS,
    StepView,
    farewell_texts,
    kept_in,
    named,
    room_of,
    said_in,
    step_of,
    steps_of,
)
from samenstroom.farewell.wording.goodbye_letters import guide_of, last_day_sentence, letter_texts
from samenstroom.table.page import address, go, posted, show

from .goodbye import with_farewell
from .goodbye_beside import beside_page, beside_step, offers_of, too_early_words

if TYPE_CHECKING:
    from samenstroom.farewell.models import Farewell


@with_farewell
def step(request: HttpRequest, visit: Visit, found: Farewell, step: str) -> HttpResponse:
    """What this step is, what she answered, and the way on. A POST says that she read it."""
    view = step_of(found, visit, step)
    if view is None:
        return go(request, "farewell", visit)
    if request.method == "POST":
        if not view.pages:
            actions.write_step(farewell=found, room=room_of(step), answers={}, step=step, page=1)
        return _onward(request, visit, found, view)
    if not view.is_begun and view.pages and not view.content["points"] and step != "gesprek":
        return go(request, "farewell_question", visit, step=step, number=1)
    return show(
        request, visit, "workspace/goodbye/step.html", circle="private",
        farewell=found, step=view, points=[named(one, visit) for one in view.content["points"]],
        answers=_to_check(request, visit, found, view), beside=beside_step(visit, step),
        numbers_intro=farewell_texts()["numbers"]["intro"], offers=offers_of(request, visit, found, step),
        warning=too_early_words(visit, found) if step == "vertellen" else "",
        guide=guide_of(found) if step == "gesprek" else [],
        versions=letter_texts()["versions"] if step in LETTER_STEPS and found.letter.get("parts") else [],
        next_step=_next(found, visit, view), is_record=step == "vastleggen",
    )  # fmt: skip


def _to_check(request: HttpRequest, visit: Visit, found: Farewell, view: StepView) -> list[dict[str, str]]:
    return [
        {
            "label": one.label,
            "text": one.text,
            "url": address(request, "farewell_question", visit, step=view.id, number=one.page),
        }
        for one in said_in(found, visit, view)
    ]


def _next(found: Farewell, visit: Visit, view: StepView) -> StepView | None:
    return next((one for one in steps_of(found, visit) if one.number == view.number + 1), None)


def _onward(request: HttpRequest, visit: Visit, found: Farewell, view: StepView) -> HttpResponse:
    following = _next(found, visit, view)
    if following is None:
        return go(request, "farewell", visit)
    return go(request, "farewell_step", visit, step=following.id)


@with_farewell
def question(request: HttpRequest, visit: Visit, found: Farewell, step: str, number: int) -> HttpResponse:
    """One page of a step; what she says is kept at once."""
    view = step_of(found, visit, step)
    if view is None:
        return go(request, "farewell", visit)
    if not 1 <= number <= len(view.pages):
        raise Http404
    page, kept = view.pages[number - 1], kept_in(found, step)
    if step in LETTER_STEPS and not kept.get("last_day"):
        kept = {**kept, "last_day": last_day_sentence(found)}
    form = PageForm(posted(request), page=page, kept=kept, visit=visit, is_leaving="later" in request.POST)
    if request.method == "POST" and form.is_valid():
        return _keep(request, visit, found, view, form, number)
    return show(
        request, visit, "workspace/goodbye/question.html", circle="private", status=422 if form.is_bound else 200,
        farewell=found, step=view, form=form, number=number, total=len(view.pages), asked=list(form.asked()),
        lines=list(form.rows()), title=named(page["title"], visit), hint=named(page["hint"], visit),
        beside=beside_page(visit, found, step, [one["id"] for one in page["questions"]]),
        **_previous(request, visit, view, number),
    )  # fmt: skip


def _keep(
    request: HttpRequest, visit: Visit, found: Farewell, view: StepView, form: PageForm, number: int
) -> HttpResponse:
    """Keep it, and lead on: to the next page, the letter, or the whole step to read back."""
    is_leaving = "later" in request.POST
    at = max(number - 1, 1) if is_leaving and number > 1 else number
    _write(found, view.id, form.answers(), at)
    if is_leaving:
        messages.success(request, _("Bewaard. Je kunt later verder gaan waar je was."))
        return go(request, "farewell", visit)
    if number < len(view.pages):
        return go(request, "farewell_question", visit, step=view.id, number=number + 1)
    if view.id in LETTER_STEPS:
        return go(request, "farewell_letter", visit, version=letter_texts()["versions"][-1]["id"])
    return go(request, "farewell_step", visit, step=view.id)


def _write(found: Farewell, step: str, answers: Mapping[str, Any], page: int) -> None:
    if step in LETTER_STEPS:
        actions.write_parts(farewell=found, parts=answers, step=step, page=page)
    else:
        actions.write_step(farewell=found, room=room_of(step), answers=answers, step=step, page=page)


def _previous(request: HttpRequest, visit: Visit, view: StepView, number: int) -> dict[str, str]:
    """Where the link above the question leads, and its words."""
    if number > 1:
        url = address(request, "farewell_question", visit, step=view.id, number=number - 1)
        return {"previous": url, "previous_words": _("Vorige bladzijde")}
    return {"previous": address(request, "farewell", visit), "previous_words": _("Terug naar je stappen")}
