"""The logbook: dated lines that either side writes in a few seconds, and how the other sees them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.forms import BoundField
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom import content
from samenstroom.collaborations import actions
from samenstroom.collaborations.forms import LineAnswerForm, LineForm, ShareLineForm
from samenstroom.collaborations.queries import LineView, history_lines, shared_lines
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import facts, sentence
from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.rules.visibility import Circle
from samenstroom.watch.mirrored import swapped_visit

from .access import line_if_there, line_view_or_404
from .lines import is_same_line, line_row, may_answer, my_answer, shared_row
from .page import go, posted, show, who_sees
from .timeline import choices, look_of

if TYPE_CHECKING:
    from samenstroom.collaborations.models import HistoryLine

# The same line again within this time is a double tap, not a second fact.
DOUBLE_TAP = timedelta(minutes=10)


def _mixed(visit: Visit) -> str:
    """Someone with an account sees her own private lines here as well, each with its chip."""
    return "none" if visit.person.has_account else "shared"


def logbook(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The timeline: all dated lines this person may see, newest first, or those she asks for."""
    has_pocket = visit.person.has_account
    look = look_of(request.GET, has_pocket=has_pocket)
    by_kind, by_who = choices(look, has_pocket=has_pocket)
    return show(
        request, visit, "table/logbook/list.html", circle=_mixed(visit), by_kind=by_kind, by_who=by_who,
        lines=[line_row(visit, view) for view in history_lines(visit) if look.shows(view)],
    )  # fmt: skip


def shared(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What was ever shared, when and by whom: the same list for both sides."""
    lines = [shared_row(visit, view) for view in shared_lines(visit)]
    return show(request, visit, "table/logbook/shared.html", circle="shared", lines=lines)


def choose(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What happened? One tap on a kind. Without a pocket only the kinds that are meant to be shared."""
    if not visit.speaks:
        return go(request, "logbook", visit)
    words = content.load("facts", language())
    private = Circle.PRIVATE.value
    kinds = [f for f in words["facts"] if visit.person.has_account or f["default_circle"] != private]
    often = [f for known in words["often"] for f in kinds if f["id"] == known]
    groups = [{**group, "facts": [f for f in kinds if f["group"] == group["id"]]} for group in words["groups"]]
    return show(
        request, visit, "table/logbook/choose.html", circle=_mixed(visit),
        often=often, groups=[group for group in groups if group["facts"]], own_words=own_words(),
        lead=_lead(visit),
    )  # fmt: skip


def _lead(visit: Visit) -> str:
    """Before anything is typed: who will see it."""
    if visit.person.has_account:
        return _("Kies wat het dichtst in de buurt komt. Wie het ziet, kies je in de volgende stap.")
    return _("Kies wat het dichtst in de buurt komt. %(name)s leest het ook.") % {"name": visit.other_name}


def own_words() -> list[dict[str, str]]:
    """The kinds where the note is the line."""
    return [
        {"id": "note", "label": _("Iets opschrijven"), "hint": _("in je eigen woorden")},
        {"id": "decision", "label": _("Een besluit"), "hint": _("wie besloot wat")},
        {"id": "file_link", "label": _("Een link of bestand"), "hint": _("waar het staat")},
    ]


def fact_of_kind(kind: str) -> Mapping[str, Any] | None:
    """The fact from the content file, or one of the kinds in own words; None when there is no such kind."""
    for own in own_words():
        if own["id"] == kind:
            return {
                **own,
                "about": "none",
                "fields": [],
                "needs_note": True,
                "default_circle": Circle.SHARED.value,
            }
    return facts().get(kind)


def add(request: HttpRequest, visit: Visit, kind: str) -> HttpResponse:
    """Write one dated line of this kind."""
    fact = fact_of_kind(kind)
    if fact is None:
        raise Http404
    if not visit.speaks:
        return go(request, "logbook", visit)
    form = LineForm(
        posted(request), fact=fact, today=clock.day_of(visit.now), other_name=visit.other_name,
        may_be_private=visit.person.has_account,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        keep_line(visit, kind, form)
        messages.success(request, _("Bewaard."))
        return go(request, "logbook", visit)
    return show(
        request, visit, "table/logbook/add.html", circle=_mixed(visit), status=422 if form.is_bound else 200,
        form=form, fact=fact, fields=_fields(visit, form),
        hidden="" if visit.person.has_account else form["circle"].as_hidden(),
        circle_hints={"shared": _hint_shared(visit), "private": who_sees_never(visit)},
    )  # fmt: skip


def _fields(visit: Visit, form: LineForm) -> list[BoundField]:
    """Who sees it comes first, when there is a choice; the words come last, apart."""
    first = [form["circle"]] if visit.person.has_account else []
    return [*first, *(field for field in form if field.name not in ("circle", "note"))]


def _hint_shared(visit: Visit) -> str:
    return _("%(name)s leest dit ook, en kan zeggen hoe het was.") % {"name": visit.other_name}


def who_sees_never(visit: Visit) -> str:
    """What she is promised about a private line."""
    return _("%(name)s ziet dit nooit, tenzij jij het later deelt.") % {"name": visit.other_name}


def keep_line(visit: Visit, kind: str, form: LineForm) -> HistoryLine:
    """Write the line of a form that is valid; one of hers that says the same since a few minutes stays the one."""
    given = form.cleaned_data
    circle, data = Circle(given["circle"]), form.data_of_fact()
    since = visit.now - DOUBLE_TAP
    for view in history_lines(visit):
        said = {"kind": kind, "circle": circle, "day": given["happened_on"], "data": data, "note": given["note"]}
        if view.line.recorded_at >= since and is_same_line(view, **said):
            return view.line
    about = {"me": visit.party, "other": visit.other_party}.get(given.get("about", ""))
    return actions.write_line(
        seat=visit.seat, kind=kind, now=visit.now, circle=circle, about=about,
        happened_on=given["happened_on"], data=data, note=given["note"],
    )  # fmt: skip


def line(request: HttpRequest, visit: Visit, line: str) -> HttpResponse:
    """One line, with what can be done with it: answer, take back, or share a private one."""
    view = line_view_or_404(visit, line)
    form = _line_form(request, visit, view)
    if request.method == "POST" and form.is_valid():
        _act(request, visit, view, form)
        return go(request, "logbook", visit)
    circle = "private" if view.is_private else "shared"
    return show(
        request, visit, "table/logbook/line.html", circle=circle, status=422 if form.is_bound else 200,
        who_sees=who_sees_never(visit) if view.is_private else who_sees(visit, circle),
        row=line_row(visit, view), form=form, parts=_parts(view) if visit.speaks else [],
        as_read=sentence(view.line, swapped_visit(visit)) if view.is_private else "",
    )  # fmt: skip


def _parts(view: LineView) -> list[str]:
    """What she can do with this line."""
    parts = [
        ("share", view.is_private),
        ("answer", may_answer(view)),
        ("throw_away", view.is_private and view.can_take_back),
        ("take_back", view.can_take_back and not view.is_private),
    ]
    return [f"table/logbook/_{name}.html" for name, is_there in parts if is_there]


def _line_form(request: HttpRequest, visit: Visit, view: LineView) -> ShareLineForm | LineAnswerForm:
    data = posted(request)
    if view.is_private:
        return ShareLineForm(data, initial={"note": view.line.note})
    return LineAnswerForm(data, initial=my_answer(visit, view))


def _act(request: HttpRequest, visit: Visit, view: LineView, form: ShareLineForm | LineAnswerForm) -> None:
    given = form.cleaned_data
    try:
        if isinstance(form, ShareLineForm):
            _share(visit, view, given["note"])
            messages.success(request, _("Gedeeld met %(name)s.") % {"name": visit.other_name})
        else:
            actions.answer_line(
                line=view.line, seat=visit.seat, stance=given["stance"], words=given["words"], now=visit.now
            )
            messages.success(request, _("Bewaard. %(name)s ziet wat je schreef.") % {"name": visit.other_name})
    except actions.NotAllowedError:
        messages.info(request, _("Dit kan niet bij deze regel."))


def _share(visit: Visit, view: LineView, note: str) -> None:
    """Share exactly this text, once."""
    line = view.line
    said = {"kind": line.what, "circle": Circle.SHARED, "day": line.happened_on, "data": line.data, "note": note}
    if not any(is_same_line(one, **said) for one in shared_lines(visit)):
        actions.share_line(line=line, seat=visit.seat, note=note, now=visit.now)


@require_POST
def withdraw_line(request: HttpRequest, visit: Visit, line: str) -> HttpResponse:
    """Take back a line of one's own; a second tap finds nothing left to do."""
    found = line_if_there(visit, line)
    try:
        if found is not None:
            actions.withdraw_line(line=found, seat=visit.seat, now=visit.now)
        messages.success(request, _("Teruggenomen."))
    except actions.NotAllowedError:
        messages.info(request, _("Alleen wie dit schreef, kan het terugnemen."))
    return go(request, "logbook", visit)
