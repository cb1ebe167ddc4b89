"""Reading tasks from a table: the file, then which column is what."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.tables import Table, TableError, read_table
from samenstroom.planning.actions.tasks import TaskTerms
from samenstroom.planning.wording.task_files import column_names, table_fault
from samenstroom.rules.promises import Firmness
from samenstroom.rules.task_rows import Names, Owner, State, TaskRow, guess_columns, read_tasks

MAX_BYTES, MAX_ROWS, MAX_CELL = 200_000, 500, 2_000
LEFT_OUT = ""


def table_of(content: bytes) -> Table:
    """The table in a file; raises ValidationError with the reason in words."""
    try:
        return read_table(content, max_bytes=MAX_BYTES, max_rows=MAX_ROWS, max_cell=MAX_CELL)
    except TableError as error:
        raise forms.ValidationError(table_fault(error)) from error


class TaskFileForm(forms.Form):
    """The file. It is read at once and kept nowhere: its text travels along in the next form."""

    file = forms.FileField(
        label=_("Een CSV-bestand met taken"),
        help_text=_("Uit Excel, Trello, Asana of iets anders: kies daar voor opslaan als CSV."),
        error_messages={
            "required": _("Kies eerst een bestand."),
            "empty": _("Dit bestand is leeg."),
            "invalid": _("Kies eerst een bestand."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.packed, self.table = "", Table((), (), "", "")

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        content = file.read(MAX_BYTES + 1)
        self.table = table_of(content)
        self.packed = base64.b64encode(content).decode()
        return file


class TaskColumnsForm(forms.Form):
    """Which column of the file is which of a task. `packed` is the file itself."""

    packed = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, visit: Visit, table: Table, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.visit, self.table = visit, table
        choices = [(LEFT_OUT, _("Staat er niet in")), *((str(at), header) for at, header in enumerate(table.headers))]
        guessed = guess_columns(table.headers)
        for name, label in column_names().items():
            self.fields[name] = forms.ChoiceField(
                label=label,
                choices=choices[1:] if name == "what" else choices,
                required=name == "what",
                initial=str(guessed.get(name, LEFT_OUT)),
                error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies een kolom uit de lijst.")),
            )

    def read(self) -> tuple[tuple[TaskRow, ...], list[Any]]:
        """The tasks and the faults, by the columns that were chosen."""
        columns = {name: int(self.cleaned_data[name]) for name in column_names() if self.cleaned_data[name]}
        today = clock.day_of(self.visit.now)
        rows = zip(self.table.numbers, self.table.rows, strict=True)
        tasks, faults = read_tasks(rows, columns, names_of(self.visit), today)
        return tasks, list(faults)


def unpacked(packed: str) -> bytes:
    """The file that travelled along; nothing when it was damaged on the way."""
    try:
        return base64.b64decode(packed, validate=True)
    except (binascii.Error, ValueError):
        return b""


def names_of(visit: Visit) -> Names:
    """How the two sides are called: by first name or in full."""
    return Names({visit.my_name, visit.seat.name}, {visit.other_name, visit.other.name})


def terms_of(visit: Visit, row: TaskRow) -> TaskTerms:
    """What comes on the plan. What is done or past is no promise: nobody took it on here."""
    owner = {Owner.MINE: visit.party, Owner.THEIRS: visit.other_party}.get(row.owner)
    is_past = row.due_on is not None and row.due_on < clock.day_of(visit.now)
    firmness = row.firmness or Firmness.TARGET
    return TaskTerms(
        row.what, owner=owner, due_on=row.due_on, due_kind=firmness.value if row.due_on else "",
        is_started=row.state != State.TO_DO, is_done=row.state == State.DONE,
        takes_on=not is_past and row.state != State.DONE,
    )  # fmt: skip
