"""Reading in hours from a file: bring it, look what it says, and keep it all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.actions.hours import Work, import_contributions
from samenstroom.contributions.forms.hours import BACK
from samenstroom.contributions.forms.hours_import import ChoicesForm, HoursFileForm, carried, carry
from samenstroom.contributions.importing import Reading, read_rows, source_of
from samenstroom.contributions.queries.hours_import import keyed_rows, known_rows
from samenstroom.contributions.wording.hours_import import (
    import_page,
    kept_words,
    table_fault_words,
    without_words,
)
from samenstroom.kit import clock
from samenstroom.kit.tables import Table, TableError

from .heavy import TOO_MANY_REQUESTS, too_often
from .page import go, posted, show

if TYPE_CHECKING:
    from samenstroom.contributions.importing import HoursRow


def read_in(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Bring a file; then look at what it says and change which column is what; then keep it."""
    if "carried" in request.POST:
        return _looked_at(request, visit)
    if request.method == "POST" and too_often(request, visit.person, "file"):
        return _bring(request, visit, HoursFileForm(initial=request.POST.dict()), TOO_MANY_REQUESTS)
    form = HoursFileForm(posted(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST" and visit.speaks and form.is_valid():
        try:
            return _look(request, visit, ChoicesForm(table=form.table), carry(form.table, visit))
        except TableError as error:
            form.add_error("file", table_fault_words(error))
    return _bring(request, visit, form, 422 if form.is_bound else 200)


def _bring(request: HttpRequest, visit: Visit, form: HoursFileForm, status: int) -> HttpResponse:
    return show(request, visit, "table/hours/import.html", circle="shared", status=status, form=form)


def _looked_at(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Keep the rows she saw, or show those of other choices first."""
    text = request.POST["carried"]
    table = carried(text, visit) if visit.speaks else None
    if table is None:
        messages.info(request, _("Kies het bestand nog een keer. Er is niets ingelezen."))
        return go(request, "hours_import", visit)
    form = ChoicesForm(request.POST, table=table)
    if request.POST.get("do") != "keep" or not form.can_read:
        return _look(request, visit, form, text)
    if not form.was_seen:
        messages.info(request, _("Je koos iets anders. Kijk eerst of het zo klopt."))
        return _look(request, visit, form, text)
    _reading, rows = _rows(visit, table, form)
    works = {
        key: Work(one.on, "hours", f"{one.hours:f}", one.what or without_words())
        for key, one in keyed_rows(visit, rows).items()
    }
    try:
        messages.success(request, kept_words(import_contributions(seat=visit.seat, rows=works, now=visit.now)))
    except NotAllowedError:
        messages.info(request, _("Er staan hier al heel veel regels. Er is niets ingelezen."))
    return go(request, "hours", visit)


def _look(request: HttpRequest, visit: Visit, form: ChoicesForm, text: str) -> HttpResponse:
    page = None
    if form.can_read:
        reading, rows = _rows(visit, form.table, form)
        page = import_page(source_of(form.table.headers), reading, rows, known_rows(visit, keyed_rows(visit, rows)))
    return show(
        request, visit, "table/hours/import_look.html", circle="shared", form=form, page=page, carried=text,
        seen=form.stamp if page else "",
    )  # fmt: skip


def _rows(visit: Visit, table: Table, form: ChoicesForm) -> tuple[Reading, list[HoursRow]]:
    """Everything the file says, and the rows of the projects and people that come along."""
    today = clock.day_of(visit.now)
    reading = read_rows(table, form.choices, today=today, oldest=today - BACK)
    projects, people = form.picks("project"), form.picks("person")
    rows = [
        one
        for one in reading.rows
        if (projects is None or one.project in projects) and (people is None or one.person in people)
    ]
    return reading, rows
