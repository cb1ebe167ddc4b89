"""A finding on a page of its own: facts, rule, how sure, next step, and a way to set it aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.findings import Finding, Level, restored
from samenstroom.watch import actions
from samenstroom.watch.forms import HelpedForm, SetAsideForm
from samenstroom.watch.queries import noticed_by_mark, shown_of
from samenstroom.watch.suspension import pause_words
from samenstroom.watch.wording import FindingPage, word_finding

from .page import go, show

if TYPE_CHECKING:
    from samenstroom.watch.models import ShownFinding

# How a level looks: tone and sign.
TONES = {
    Level.NOTICE: ("notice", "flag"),
    Level.CONCERN: ("concern", "flag"),
    Level.ALARM: ("alarm", "alert"),
    Level.GOOD: ("calm", "heart"),
}


def finding(request: HttpRequest, visit: Visit, mark: str) -> HttpResponse:
    """Show it to this person; she may set it aside, let it rest, or say that they talked about it.

    What she was shown stays readable for her, also when the facts no longer say so.
    """
    found, shown = _found(visit, mark)
    form = SetAsideForm(request.POST if "aside" in request.POST else None)
    helped = HelpedForm(request.POST if "helped" in request.POST else None, initial={"helped": shown.helped})
    if request.method == "POST":
        answer = _act(request, visit, shown, form, helped)
        if answer is not None:
            return answer
    page = word_finding(found, visit, mark)
    return show(
        request, visit, "table/finding.html", circle="private", status=422 if form.is_bound or helped.is_bound else 200,
        page=page, since=_since(page), shown=shown, form=form, helped=helped, tone=TONES[found.level],
        pause_agreed=pause_words(visit, found),
        who_sees=_("%(name)s ziet deze pagina niet. Jij beslist wat je ermee doet.") % {"name": visit.other_name},
    )  # fmt: skip


def _found(visit: Visit, mark: str) -> tuple[Finding, ShownFinding]:
    """The finding as it is now, or as she was shown it."""
    noticed = noticed_by_mark(visit, mark)
    if noticed is not None:
        return noticed.finding, actions.keep_shown(visit=visit, noticed=noticed)
    shown = shown_of(visit, mark)
    if shown is None:
        raise Http404
    return restored(shown.finding), shown


def _act(
    request: HttpRequest, visit: Visit, shown: ShownFinding, form: SetAsideForm, helped: HelpedForm
) -> HttpResponse | None:
    """Do what she chose; None when her words need another look."""
    today = clock.day_of(visit.now)
    if "again" in request.POST:
        actions.take_up_again(shown=shown)
        return go(request, "finding", visit, mark=shown.fingerprint)
    if "snooze" in request.POST:
        actions.snooze(shown=shown, today=today)
        messages.success(request, _("Goed. Over twee weken kijken we weer."))
    elif "talked" in request.POST:
        actions.note_talked(shown=shown, today=today)
        messages.success(request, _("Mooi dat jullie het erover hadden. Over twee weken vragen we of het hielp."))
    elif helped.is_bound and helped.is_valid():
        actions.note_helped(shown=shown, helped=helped.cleaned_data["helped"], now=visit.now)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
    elif form.is_bound and form.is_valid():
        actions.set_aside(shown=shown, reason=form.cleaned_data["reason"], now=visit.now)
        messages.success(request, _("Weggelegd. Het komt voor deze feiten niet terug."))
    else:
        return None
    return go(request, "collaboration", visit)


def _since(page: FindingPage) -> str:
    """What it is about, and since when."""
    words = {"name": page.dimension_name, "day": full_date(page.since, language())}
    return (_("%(name)s, sinds %(day)s") if page.dimension_name else _("Sinds %(day)s")) % words
