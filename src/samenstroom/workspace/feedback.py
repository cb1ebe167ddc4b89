"""Her own draft of feedback: read it again, change it, share exactly this, or throw it away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.actions.feedback import drop_draft, keep_draft
from samenstroom.feedback.forms.feedback import FeedbackForm
from samenstroom.feedback.wording.feedback import feedback_texts
from samenstroom.flows.feedback import give_feedback
from samenstroom.kit import clock
from samenstroom.table.feedback import COOLS, preview
from samenstroom.table.page import go, posted, show

from .access import feedback_draft_or_404

if TYPE_CHECKING:
    from samenstroom.feedback.models import FeedbackDraft


def draft(request: HttpRequest, visit: Visit, draft: str) -> HttpResponse:
    """Read it again and choose."""
    kept = feedback_draft_or_404(visit, draft)
    content, do = dict(kept.content), request.POST.get("do", "")
    form = FeedbackForm(
        posted(request), initial=_initial(content), direction=content["direction"], today=clock.day_of(visit.now)
    )
    if do == "drop":
        drop_draft(draft=kept, visit=visit)
        messages.success(request, _("Weggegooid."))
        return go(request, "feedback", visit)
    if request.method == "POST" and form.is_valid() and do != "change":
        return _act(request, visit, kept, form, do)
    return show(
        request, visit, "workspace/feedback/draft.html", circle="private",
        status=422 if form.is_bound and form.errors else 200, form=form, texts=feedback_texts()[form.direction],
        soften=feedback_texts()["soften"],
    )  # fmt: skip


def _initial(content: dict[str, Any]) -> dict[str, Any]:
    said_on = content.get("said_on")
    return {**content, "said_on": date.fromisoformat(said_on) if said_on else None}


def _act(request: HttpRequest, visit: Visit, kept: FeedbackDraft, form: FeedbackForm, do: str) -> HttpResponse:
    if do == "share" and visit.speaks:
        made = give_feedback(visit=visit, direction=form.direction, said=form.said(), said_on=form.day(), draft=kept)
        messages.success(request, _("Gedeeld met %(name)s.") % {"name": visit.other_name})
        return go(request, "feedback_item", visit, feedback=made.public_id)
    if do == "keep":
        given = {**form.said(), "direction": form.direction, "said_on": form.day().isoformat()}
        days = COOLS.get(request.POST.get("cooling", ""), 0)
        keep_draft(visit=visit, content=given, cools_days=days, draft=kept)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "feedback", visit)
    return preview(request, visit, form, draft=kept)
