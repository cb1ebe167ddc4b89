"""Appreciation and informal contact: say one thing, read what was said. Nothing is counted."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.actions.appreciations import appreciate
from samenstroom.feedback.forms.feedback import AppreciationForm
from samenstroom.feedback.queries.appreciations import appreciations_of
from samenstroom.feedback.wording.feedback import appreciation_row, feedback_texts

from .page import go, posted, show


def appreciations(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What was appreciated, newest first, and a place for one more."""
    if request.method == "POST" and not visit.speaks:
        return go(request, "appreciations", visit)
    form = AppreciationForm(posted(request), other_name=visit.other_name)
    if request.method == "POST" and form.is_valid():
        appreciate(seat=visit.seat, words=form.cleaned_data["words"], now=visit.now)
        messages.success(request, _("Gezegd. %(name)s kan het lezen.") % {"name": visit.other_name})
        return go(request, "appreciations", visit)
    informal = feedback_texts()["informal"]
    return show(
        request, visit, "table/appreciations/list.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, rows=[appreciation_row(visit, one) for one in appreciations_of(visit)], lead=informal["lead"],
        ideas=[idea.format(name=visit.other_name) for idea in informal["ideas"]],
    )  # fmt: skip
