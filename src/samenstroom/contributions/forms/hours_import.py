"""Bringing a file with hours: the file itself, and then which column is what and which projects come along."""

from __future__ import annotations

import json
import zlib
from datetime import timedelta
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.importing import (
    MOST_BYTES,
    MOST_IN_A_CELL,
    MOST_ROWS,
    ORDERS,
    ROLES,
    UNITS,
    Choices,
    asks_unit,
    guess,
    order_of,
)
from samenstroom.contributions.wording.hours_import import (
    NO_PERSON,
    NO_PROJECT,
    column_words,
    table_fault_words,
)
from samenstroom.kit.sealing import CannotUnseal, seal_bytes, unseal_bytes
from samenstroom.kit.tables import Table, TableError, read_table

MOST_CARRIED = 2_000_000
"""Characters that a page carries along between looking and reading in."""
MOST_CHOICES = 60
"""More projects than this are not asked one by one."""
CHOOSE = _("Kies wat hier past.")
NEEDED = ("day", "hours")
CARRIED_FOR = timedelta(hours=2)


class HoursFileForm(forms.Form):
    """One file. It is read, never kept."""

    file = forms.FileField(
        label=_("Welk bestand?"),
        help_text=_("Een CSV uit Toggl Track, Clockify, Harvest, Kimai of een ander programma. Hooguit 5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv"}),
        error_messages={
            "required": _("Kies het bestand dat je wilt inlezen."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
            "max_length": _("De naam van dit bestand is te lang."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_file(self) -> UploadedFile[bytes]:
        """Its size is looked at before its content; all of it is read, or nothing."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        try:
            if (file.size or 0) > MOST_BYTES:
                raise TableError("too_large")
            content = file.read(MOST_BYTES + 1)
            table = read_table(content, max_bytes=MOST_BYTES, max_rows=MOST_ROWS, max_cell=MOST_IN_A_CELL)
            if not table.rows:
                raise TableError("empty")
        except TableError as error:
            raise forms.ValidationError(table_fault_words(error)) from None
        self.table = table
        return file


def carry(table: Table, visit: Visit) -> str:
    """The table as a page carries it along: sealed, for this person at this table. Raises TableError when too large."""
    told = {
        "headers": table.headers, "rows": table.rows, "numbers": table.numbers, "for": _whom(visit),
        "at": visit.now.timestamp(),
    }  # fmt: skip
    carried = seal_bytes(zlib.compress(json.dumps(told, ensure_ascii=False).encode())).decode("ascii")
    if len(carried) > MOST_CARRIED:
        raise TableError("too_large")
    return carried


def carried(text: str, visit: Visit) -> Table | None:
    """What a page carried along; None when it is not hers, not of this table, or was made long ago."""
    if len(text) > MOST_CARRIED:
        return None
    try:
        told = json.loads(zlib.decompress(unseal_bytes(text.encode("ascii", "replace"))))
    except (CannotUnseal, ValueError, zlib.error):
        return None
    if told.get("for") != _whom(visit) or abs(visit.now.timestamp() - told["at"]) > CARRIED_FOR.total_seconds():
        return None
    rows = tuple(tuple(row) for row in told["rows"])
    return Table(tuple(told["headers"]), rows, "", "", tuple(told["numbers"]))


def _whom(visit: Visit) -> str:
    return f"hours:{visit.person.pk}:{visit.seat.pk}"


class ChoicesForm(forms.Form):
    """Which column is what, how days and numbers are read, and which projects and people come along.

    Made from what was posted, or from a guess. Only rows of choices that a page showed are kept (`was_seen`).
    """

    order = forms.ChoiceField(
        label=_("Hoe staan de dagen erin?"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), CHOOSE),
        widget=forms.RadioSelect,
        choices=((ORDERS[0], _("Eerst de dag, dan de maand")), (ORDERS[1], _("Eerst de maand, dan de dag"))),
    )
    unit = forms.ChoiceField(
        label=_("Wat tellen de getallen?"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), CHOOSE),
        widget=forms.RadioSelect,
        choices=(("hours", _("Uren")), ("minutes", _("Minuten")), ("seconds", _("Seconden"))),
    )

    def __init__(self, *args: Any, table: Table, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.table = table
        guessed = guess(table)
        names = [(str(at), name or _("Kolom %(n)s") % {"n": at + 1}) for at, name in enumerate(table.headers)]
        for role in ROLES:
            self.fields[role] = forms.ChoiceField(
                label=column_words()[role],
                required=role in NEEDED,
                choices=[("", _("Geen kolom")), *names],
                error_messages=dict.fromkeys(("required", "invalid_choice"), CHOOSE),
            )
            at = guessed.columns[role]
            self.initial[role] = "" if at is None else str(at)
        self.initial["unit"], self.initial["order"] = guessed.unit, guessed.order
        self.choices = self._chosen()
        self.was_seen = self.is_bound and self.data.get("seen") == self.stamp
        self._fit(table)
        if self.is_bound and not self.was_seen:
            self._tick_all()

    def _chosen(self) -> Choices:
        """The choices as they stand, without any that cannot be."""
        columns = {role: self._column(role) for role in ROLES}
        order, unit = self._said("order"), self._said("unit")
        return Choices(columns, order if order in ORDERS else "", unit if unit in UNITS else "hours")

    def _said(self, name: str) -> str:
        return str(self.data.get(name, "") if self.is_bound else self.initial.get(name, ""))

    def _column(self, role: str) -> int | None:
        said = self._said(role)
        return int(said) if said.isascii() and said.isdigit() and int(said[:4]) < len(self.table.headers) else None

    def _fit(self, table: Table) -> None:
        """Ask only what has to be asked."""
        if order_of(table, self.choices.columns["day"]):
            del self.fields["order"]
        if not asks_unit(table, self.choices.columns["hours"]):
            del self.fields["unit"]
        for role, label in (("project", _("Welke projecten lees je in?")), ("person", _("Wiens uren lees je in?"))):
            found = self.values(role)
            if 1 < len(found) <= MOST_CHOICES:
                none = NO_PROJECT if role == "project" else NO_PERSON
                field = forms.MultipleChoiceField(
                    label=label, widget=forms.CheckboxSelectMultiple, error_messages={"required": CHOOSE},
                    choices=[(str(at), one or none) for at, one in enumerate(found)],
                )  # fmt: skip
                self.fields[f"picked_{role}"] = field
                self.initial[f"picked_{role}"] = [str(at) for at in range(len(found))]

    def _posted(self) -> QueryDict:
        assert isinstance(self.data, QueryDict)
        return self.data

    def _tick_all(self) -> None:
        """Projects of a column that was not shown before all come along."""
        data = self._posted().copy()
        for name in ("picked_project", "picked_person"):
            data.setlist(name, self.initial.get(name, []))
        data["unit"] = self.choices.unit
        self.data = data

    def values(self, role: str) -> list[str]:
        """Everything that stands in this column, each once."""
        at = self.choices.columns[role]
        return [] if at is None else sorted({row[at] for row in self.table.rows})

    @property
    def asked(self) -> list[forms.BoundField]:
        """What has to be chosen beside the columns."""
        return [self[name] for name in self.fields if name not in ROLES]

    @property
    def columns(self) -> list[forms.BoundField]:
        """Which column is what."""
        return [self[name] for name in ROLES]

    @property
    def stamp(self) -> str:
        """Which choices these are; a page says which ones it showed."""
        columns = ",".join("" if at is None else str(at) for at in self.choices.columns.values())
        return f"{columns};{self.choices.order};{self.choices.unit}"

    @property
    def can_read(self) -> bool:
        """There is a column with days and one with hours, and days can be read in one way."""
        columns = self.choices.columns
        is_clear = bool(order_of(self.table, columns["day"]) or self.choices.order)
        return columns["day"] is not None and columns["hours"] is not None and is_clear

    def picks(self, role: str) -> frozenset[str] | None:
        """The projects or people that come along; None for all."""
        name = f"picked_{role}"
        if name not in self.fields or not self.was_seen:
            return None
        found = self.values(role)
        said = frozenset(self._posted().getlist(name))
        return frozenset(value for at, value in enumerate(found) if str(at) in said)
