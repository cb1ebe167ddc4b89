"""Being careful with what she writes about somebody: how long it stays, throwing it away, and all of it on one page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.actions.decisions import keep_for
from samenstroom.exploring.forms.decisions import KeepForm
from samenstroom.exploring.queries.decisions import newest_decision
from samenstroom.flows.letting_go import let_go_of_exploration
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.decisions import KEEP_MONTHS, keep_until
from samenstroom.table.page import go, posted, show

from .insight import kept_about

if TYPE_CHECKING:
    from samenstroom.exploring.models import Decision


def keeping(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Until when her exploration is kept after a no, and choosing another term."""
    newest = newest_decision(visit)
    until = newest.keep_until if newest else None
    form = KeepForm(posted(request), initial={"months": _term_of(newest) if newest else None})
    if request.method == "POST" and newest and until and form.is_valid():
        day = keep_for(decision=newest, months=form.cleaned_data["months"])
        messages.success(request, _("Bewaard tot en met %(day)s.") % {"day": full_date(day, language())})
        return go(request, "keeping", visit)
    return show(
        request, visit, "workspace/explore/keeping.html", circle="private", status=422 if form.is_bound else 200,
        form=form, texts=content.load("explore_privacy", language())["keeping"],
        until=full_date(date.fromisoformat(until), language()) if until else "",
    )  # fmt: skip


def _term_of(decision: Decision) -> int | None:
    """Which of the terms it is now."""
    if decision.decided_at is None:
        return None
    on, look_back_on = clock.day_of(decision.decided_at), decision.look_back_on
    terms = {keep_until(on, months, look_back_on).isoformat(): months for months in KEEP_MONTHS}
    return terms.get(decision.keep_until or "")


def let_go(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Throw the whole private exploration away now: asked once more, then gone."""
    if request.method == "POST":
        let_go_of_exploration(person=visit.person, collaboration=visit.collaboration, now=visit.now)
        messages.success(request, _("Weggegooid. Wat je leerde, blijft van jou."))
        return go(request, "explore", visit)
    texts = content.load("explore_privacy", language())["keeping"]
    return show(request, visit, "workspace/explore/let_go.html", circle="private", texts=texts)


def insight(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Everything she privately keeps about this collaboration, to print and to choose from."""
    texts = content.load("explore_privacy", language())["access"]
    return show(
        request, visit, "workspace/explore/insight.html", circle="private", texts=texts, parts=kept_about(visit)
    )
