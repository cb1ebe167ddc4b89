"""Feedback on the table: give it, note what one was told, answer it. Drafts are at her own door."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.actions.feedback import answer_feedback, keep_draft
from samenstroom.feedback.forms.feedback import DIRECTIONS, FeedbackAnswerForm, FeedbackForm
from samenstroom.feedback.queries.feedback import drafts_of, feedback_of
from samenstroom.feedback.wording.feedback import asked_back, day_words, feedback_page, feedback_texts, said_rows
from samenstroom.flows.feedback import give_feedback
from samenstroom.kit import clock

from .access import feedback_or_404
from .page import go, posted, show

COOLS = {"none": 0, "night": 1, "days": 3}


def feedback(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What was said, newest first; her own drafts in her pocket."""
    drafts = drafts_of(visit) if visit.person.has_account else []
    return show(
        request, visit, "table/feedback/list.html", circle="none" if visit.person.has_account else "shared",
        pages=[feedback_page(visit, one) for one in feedback_of(visit)], texts=feedback_texts(),
        drafts=[(one, str(one.content.get("what", ""))) for one in drafts],
    )  # fmt: skip


def write(request: HttpRequest, visit: Visit, direction: str) -> HttpResponse:
    """Write, look at exactly what the other will read, and share it; or keep it for herself first."""
    if direction not in DIRECTIONS:
        raise Http404
    if not visit.speaks:
        return go(request, "feedback", visit)
    form = FeedbackForm(posted(request), direction=DIRECTIONS[direction], today=clock.day_of(visit.now))
    do = request.POST.get("do", "")
    if request.method == "POST" and form.is_valid() and do != "change":
        return _act(request, visit, form, do)
    return show(
        request, visit, "table/feedback/write.html", circle="sealed" if visit.person.has_account else "none",
        status=422 if form.is_bound and form.errors else 200, form=form, texts=feedback_texts()[form.direction],
        soften=feedback_texts()["soften"], cooling=feedback_texts()["cooling"],
        who_sees=_("%(name)s leest dit pas als jij het deelt. Eerst zie je precies hoe het wordt.")
        % {"name": visit.other_name},
    )  # fmt: skip


def _act(request: HttpRequest, visit: Visit, form: FeedbackForm, do: str) -> HttpResponse:
    if do == "share":
        made = give_feedback(visit=visit, direction=form.direction, said=form.said(), said_on=form.day())
        messages.success(request, _("Gedeeld met %(name)s.") % {"name": visit.other_name})
        return go(request, "feedback_item", visit, feedback=made.public_id)
    if do == "keep" and visit.person.has_account:
        given: dict[str, Any] = {**form.said(), "direction": form.direction, "said_on": form.day().isoformat()}
        keep_draft(visit=visit, content=given, cools_days=COOLS.get(request.POST.get("cooling", ""), 0))
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "feedback", visit)
    return preview(request, visit, form)


def preview(request: HttpRequest, visit: Visit, form: FeedbackForm, **more: Any) -> HttpResponse:
    """Exactly what the other will read, with friendly questions; nothing is shared or kept yet."""
    return show(
        request, visit, "table/feedback/preview.html", circle="none", form=form, what=form.said()["what"],
        rows=said_rows(form.said()), questions=asked_back(form.said(), clock.day_of(visit.now)),
        cooling=feedback_texts()["cooling"], is_given=form.is_given,
        day=day_words(form.day()), **more,
    )  # fmt: skip


def item(request: HttpRequest, visit: Visit, feedback: str) -> HttpResponse:
    """One feedback, and an answer to it."""
    view = feedback_or_404(visit, feedback)
    form = FeedbackAnswerForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            answer_feedback(feedback=view.feedback, seat=visit.seat, now=visit.now, **form.cleaned_data)
            messages.success(request, _("Bewaard. %(name)s ziet wat je schreef.") % {"name": visit.other_name})
        except NotAllowedError:
            messages.info(request, _("Hier is al op geantwoord."))
        return go(request, "feedback_item", visit, feedback=feedback)
    return show(
        request, visit, "table/feedback/item.html", circle="shared", status=422 if form.is_bound else 200,
        page=feedback_page(visit, view), form=form, can_answer=view.mine is None and visit.speaks,
    )  # fmt: skip
