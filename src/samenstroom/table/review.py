"""Looking at the agreement together: the days it names, what to talk about, and what came of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.agreements.actions.reviews import agree_review, withdraw_review
from samenstroom.agreements.forms.reviews import ReviewForm
from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.agreements.queries.reviews import reviews_of
from samenstroom.agreements.wording.reviews import days_rows, renews_words, review_page, review_texts
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.reviews import tell_review
from samenstroom.kit import clock

from .access import review_if_there
from .page import go, posted, show, too_late

ACTS = {"agree": agree_review, "withdraw": withdraw_review}


def review(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The days, the agenda, what was said before, and a form for what came of it."""
    held, today = in_force_at(visit), clock.day_of(visit.now)
    if held is None:
        return go(request, "agreement", visit)
    form = ReviewForm(posted(request), today=today)
    if request.method == "POST" and form.is_valid():
        try:
            tell_review(visit=visit, **form.cleaned_data)
        except NotAllowedError:
            return too_late(request, "review", visit)
        said = _("Gezegd. %(name)s kan zeggen of het zo was.") if visit.takes_part else _("Genoteerd.")
        messages.success(request, said % {"name": visit.other_name})
        return go(request, "review", visit)
    views = reviews_of(visit)
    looked_on = max((one.review.looked_on for one in views if one.review.counts), default=None)
    return show(
        request, visit, "table/review/review.html", circle="shared", status=422 if form.is_bound else 200, form=form,
        days=days_rows(visit, held, looked_on), renews=renews_words(held, today), texts=review_texts(),
        pages=[review_page(visit, one) for one in views],
    )  # fmt: skip


@require_POST
def answer(request: HttpRequest, visit: Visit, review: str) -> HttpResponse:
    """Agree with what the other said of it, or take back one's own account."""
    view, do = review_if_there(visit, review), request.POST.get("do", "")
    try:
        if view is None or do not in ACTS:
            raise NotAllowedError
        ACTS[do](review=view.review, seat=visit.seat, now=visit.now)
    except NotAllowedError:
        return too_late(request, "review", visit)
    messages.success(request, _("Eens. Dit telt voor jullie allebei.") if do == "agree" else _("Teruggenomen."))
    return go(request, "review", visit)
