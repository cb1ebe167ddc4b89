"""One remark of a lawyer: take its text along into her own draft, or share it in exactly these words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.agreements.actions.drafts import begin_draft, keep_draft
from samenstroom.agreements.actions.lawyers import mark_taken, share_remark
from samenstroom.agreements.for_lawyer import with_text
from samenstroom.agreements.forms.lawyers import TakeTextForm
from samenstroom.agreements.queries.drafts import draft_of
from samenstroom.agreements.wording.lawyers import remark_row
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.partings import closed_on
from samenstroom.table.page import go, show, too_late

from .access import lawyer_remark_or_404

if TYPE_CHECKING:
    from samenstroom.agreements.models import LawyerRemark


def remark(request: HttpRequest, visit: Visit, review: str, remark: str) -> HttpResponse:
    """The remark as it was written, and what she can do with it."""
    found = lawyer_remark_or_404(visit, review, remark)
    if request.POST.get("do") == "share":
        return _share(request, visit, found)
    form = TakeTextForm(request.POST if "text" in request.POST else None, initial={"text": str(found.proposal)})
    if form.is_bound and form.is_valid():
        _take(visit, found, form.cleaned_data["text"])
        messages.success(request, _("Het staat nu in je concept. Alleen jij ziet dit."))
        return go(request, "agreement_draft", visit)
    return show(
        request, visit, "workspace/lawyers/remark.html", circle="private", status=422 if form.is_bound else 200,
        review=found.review, remark=found, row=remark_row(found), form=form, has_draft=draft_of(visit) is not None,
        can_share=visit.speaks and closed_on(visit) is None,
    )  # fmt: skip


def _take(visit: Visit, found: LawyerRemark, text: str) -> None:
    """Into her draft; when she writes none, one begins from the text that the lawyer read."""
    draft = draft_of(visit)
    if draft is None:
        of = found.of_text
        provider = "me" if str(of.role) == "provider" else "other"
        draft = begin_draft(visit=visit, content=of.content, provider=provider, from_version=of.version)
    content = with_text(draft.content, str(found.place), remark_row(found).place, text)
    keep_draft(visit=visit, content=content)
    mark_taken(remark=found, now=visit.now)


def _share(request: HttpRequest, visit: Visit, found: LawyerRemark) -> HttpResponse:
    """Both read it from now on. Not after the end: then nothing new is laid before both."""
    try:
        if closed_on(visit) is not None:
            raise NotAllowedError
        share_remark(seat=visit.seat, remark=found, about=remark_row(found).place, now=visit.now)
    except NotAllowedError:
        return too_late(request, "lawyer", visit, review=found.review.public_id)
    said = _("Gedeeld. %(name)s leest precies deze tekst.") if visit.takes_part else _("Gedeeld.")
    messages.success(request, said % {"name": visit.other_name})
    return go(request, "shared_remarks", visit)
