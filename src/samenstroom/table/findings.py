"""A finding on a page of its own: facts, rule, how sure, next step, and a way to set it aside."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.findings import Level
from samenstroom.watch import actions
from samenstroom.watch.forms import SetAsideForm
from samenstroom.watch.queries import noticed_by_mark
from samenstroom.watch.wording import FindingPage, word_finding

from .page import go, show

# How a level looks: tone and sign.
TONES = {
    Level.NOTICE: ("notice", "flag"),
    Level.CONCERN: ("concern", "flag"),
    Level.ALARM: ("alarm", "alert"),
    Level.GOOD: ("calm", "heart"),
}


def finding(request: HttpRequest, visit: Visit, mark: str) -> HttpResponse:
    """Show it to this person; she may set it aside with a reason, or take it up again."""
    found = noticed_by_mark(visit, mark)
    if found is None:
        raise Http404
    shown = actions.keep_shown(visit=visit, noticed=found)
    form = SetAsideForm(request.POST if "aside" in request.POST else None)
    if request.method == "POST":
        if "again" in request.POST:
            actions.take_up_again(shown=shown)
            return go(request, "finding", visit, mark=mark)
        if form.is_valid():
            actions.set_aside(shown=shown, reason=form.cleaned_data["reason"], now=visit.now)
            messages.success(request, _("Weggelegd. Het komt voor deze feiten niet terug."))
            return go(request, "collaboration", visit)
    page = word_finding(found.finding, visit, mark)
    return show(
        request, visit, "table/finding.html", circle="private", status=422 if form.is_bound else 200,
        page=page, since=_since(page), shown=shown, form=form, tone=TONES[found.finding.level],
        who_sees=_("%(name)s ziet deze pagina niet. Jij beslist wat je ermee doet.") % {"name": visit.other_name},
    )  # fmt: skip


def _since(page: FindingPage) -> str:
    """What it is about, and since when."""
    words = {"name": page.dimension_name, "day": full_date(page.since, language())}
    return (_("%(name)s, sinds %(day)s") if page.dimension_name else _("Sinds %(day)s")) % words
