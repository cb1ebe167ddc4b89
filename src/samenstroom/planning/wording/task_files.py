"""Tasks in a table: written as a file, and what was read from one in words."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.collaborations.visits import Visit
from samenstroom.kit.tables import TableError, write_table
from samenstroom.planning.models import Task
from samenstroom.planning.queries.tasks import State, TaskView
from samenstroom.rules.task_rows import Fault


def column_names() -> dict[str, str]:
    """What each column of a task is called."""
    return {
        "what": _("Taak"),
        "owner": _("Wie"),
        "due_on": _("Deadline"),
        "firmness": _("Soort deadline"),
        "state": _("Stand"),
    }


def as_table(visit: Visit, views: Sequence[TaskView]) -> bytes:
    """The plan as a file that a spreadsheet opens, and that can be read in again."""
    return write_table(tuple(column_names().values()), [_cells(visit, view) for view in views])


def _cells(visit: Visit, view: TaskView) -> tuple[str, ...]:
    task = view.task
    owner = _("samen") if task.owner_id is None else visit.my_name if view.is_mine else visit.other_name
    states = {State.TO_DO: _("te doen"), State.DONE: _("klaar")}
    firm = {Task.DueKind.HARD.value: _("vast"), Task.DueKind.TARGET.value: _("streefdatum")}
    due_on = task.due_on.isoformat() if task.due_on else ""
    return task.what, owner, due_on, firm.get(task.due_kind, ""), states.get(view.state, _("mee bezig"))


def table_fault(error: TableError) -> str:
    """Why a file could not be read, and what helps."""
    row = {"row": error.row}
    return {
        "empty": _("Dit bestand is leeg."),
        "too_large": _("Dit bestand is te groot. Kies er een van hooguit 200 kB."),
        "spreadsheet": _("Dit is een werkblad. Sla het eerst op als CSV en kies dan dat bestand."),
        "no_text": _("Dit bestand is geen tabel. Sla je lijst op als CSV."),
        "encoding": _("De letters in dit bestand zijn niet te lezen. Sla het op als CSV met UTF-8."),
        "quotes": _("In rij %(row)s staat een aanhalingsteken te veel of te weinig.") % row,
        "too_many_columns": _("Dit bestand heeft te veel kolommen."),
        "too_many_rows": _("Dit bestand heeft te veel rijen. Meer dan 500 kan niet in één keer."),
        "too_many_cells": _("Rij %(row)s heeft meer vakken dan er kolommen zijn.") % row,
        "cell_too_long": _("In rij %(row)s staat een heel lange tekst.") % row,
    }[error.kind]


def fault_words(fault: Fault) -> str:
    """`Rij 4, Deadline: dit is geen dag.`"""
    said = {
        "missing": _("hier staat nog niets."),
        "too_long": _("dit is te lang. Tot 200 tekens past."),
        "unknown": {
            "owner": _("deze naam hoort niet bij jullie."),
            "due_on": _("dit is geen dag."),
            "firmness": _("schrijf “vast” of “streefdatum”."),
            "state": _("schrijf “te doen”, “mee bezig” of “klaar”."),
        }.get(fault.column, ""),
    }[fault.kind]
    return _("Rij %(row)s, %(column)s: %(said)s") % {
        "row": fault.row, "column": column_names()[fault.column], "said": said,
    }  # fmt: skip


def came_words(count: int) -> str:
    """How many came on the plan."""
    if not count:
        return _("Alles uit dit bestand stond al op het plan.")
    return ngettext("%(n)s taak op het plan.", "%(n)s taken op het plan.", count) % {"n": count}


def new_words(new: int, known: int) -> str:
    """What reading it in would do."""
    told = ngettext("%(n)s nieuwe taak.", "%(n)s nieuwe taken.", new) % {"n": new}
    if not known:
        return told
    there = ngettext("%(n)s staat al op het plan.", "%(n)s staan al op het plan.", known) % {"n": known}
    return f"{told} {there}"
