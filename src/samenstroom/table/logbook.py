"""The logbook: dated lines that either side writes in a few seconds, and how the other sees them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom import content
from samenstroom.collaborations import actions
from samenstroom.collaborations.forms import LineAnswerForm, LineForm, ShareLineForm
from samenstroom.collaborations.queries import LineView, history_lines, shared_lines
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import facts, language
from samenstroom.kit import clock
from samenstroom.rules.visibility import Circle

from .access import line_or_404, line_view_or_404
from .page import go, show


def logbook(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All dated lines this person may see, newest first."""
    return show(request, visit, "table/logbook/list.html", circle="shared", lines=history_lines(visit))


def shared(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What was ever shared, when and by whom: the same list for both sides."""
    return show(request, visit, "table/logbook/shared.html", circle="shared", lines=shared_lines(visit))


def choose(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What happened? One tap on a kind."""
    words = content.load("facts", language())
    groups = [
        {
            "id": group["id"],
            "label": group["label"],
            "facts": [f for f in words["facts"] if f["group"] == group["id"]],
        }
        for group in words["groups"]
    ]
    return show(
        request, visit, "table/logbook/choose.html", circle="shared", groups=groups, own_words=own_words()
    )


def own_words() -> list[dict[str, str]]:
    """The kinds where the note is the line."""
    return [
        {"id": "note", "label": _("Iets opschrijven"), "hint": _("in je eigen woorden")},
        {"id": "decision", "label": _("Een besluit"), "hint": _("wie besloot wat")},
        {"id": "file_link", "label": _("Een link of bestand"), "hint": _("waar het staat")},
    ]


def _kind(kind: str) -> Mapping[str, Any]:
    """The fact from the content file, or one of the kinds in own words."""
    for own in own_words():
        if own["id"] == kind:
            return {
                **own,
                "about": "none",
                "fields": [],
                "needs_note": True,
                "default_circle": Circle.SHARED.value,
            }
    fact = facts().get(kind)
    if fact is None:
        raise Http404
    return fact


def add(request: HttpRequest, visit: Visit, kind: str) -> HttpResponse:
    """Write one dated line of this kind."""
    fact = _kind(kind)
    form = LineForm(
        request.POST or None, fact=fact, today=clock.day_of(visit.now), other_name=visit.other_name,
        may_be_private=visit.person.has_account,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        _write(visit, kind, form)
        messages.success(request, _("Bewaard."))
        return go(request, "logbook", visit)
    status = 422 if form.is_bound else 200
    return show(
        request, visit, "table/logbook/add.html", circle="shared", status=status, form=form, fact=fact
    )


def _write(visit: Visit, kind: str, form: LineForm) -> None:
    about = {"me": visit.party, "other": visit.other_party}.get(form.cleaned_data.get("about", ""))
    actions.write_line(
        seat=visit.seat,
        kind=kind,
        now=visit.now,
        circle=Circle(form.cleaned_data["circle"]),
        about=about,
        happened_on=form.cleaned_data["happened_on"],
        data=form.data_of_fact(),
        note=form.cleaned_data["note"],
    )


def line(request: HttpRequest, visit: Visit, line: str) -> HttpResponse:
    """One line, with what can be done with it: answer, take back, or share a private one."""
    view = line_view_or_404(visit, line)
    form = _line_form(request, view)
    if request.method == "POST" and form.is_valid():
        _act(request, visit, view, form)
        return go(request, "logbook", visit)
    circle = "private" if view.is_private else "shared"
    status = 422 if form.is_bound else 200
    return show(request, visit, "table/logbook/line.html", circle=circle, status=status, view=view, form=form)


def _line_form(request: HttpRequest, view: LineView) -> ShareLineForm | LineAnswerForm:
    data = request.POST if request.method == "POST" else None
    if view.is_private:
        return ShareLineForm(data, initial={"note": view.line.note})
    return LineAnswerForm(data)


def _act(request: HttpRequest, visit: Visit, view: LineView, form: ShareLineForm | LineAnswerForm) -> None:
    given = form.cleaned_data
    try:
        if isinstance(form, ShareLineForm):
            actions.share_line(line=view.line, seat=visit.seat, note=given["note"], now=visit.now)
            messages.success(request, _("Gedeeld met %(name)s.") % {"name": visit.other_name})
        else:
            actions.answer_line(
                line=view.line, seat=visit.seat, stance=given["stance"], words=given["words"], now=visit.now
            )
            messages.success(
                request, _("Bewaard. %(name)s ziet wat je schreef.") % {"name": visit.other_name}
            )
    except actions.NotAllowedError:
        messages.info(request, _("Dit kan niet bij deze regel."))


@require_POST
def withdraw_line(request: HttpRequest, visit: Visit, line: str) -> HttpResponse:
    """Take back a line of one's own."""
    try:
        actions.withdraw_line(line=line_or_404(visit, line), seat=visit.seat, now=visit.now)
        messages.success(request, _("Teruggenomen."))
    except actions.NotAllowedError:
        messages.info(request, _("Alleen wie dit schreef, kan het terugnemen."))
    return go(request, "logbook", visit)
