"""Reading in hours, in words: what is wrong with a file or a row, and what is going to be kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samenstroom.collaborations.wording import hours_words
from samenstroom.contributions.importing import MOST_ROWS, Fault, HoursRow, Reading
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language
from samenstroom.kit.tables import TableError

SHOWN = 10
NO_PROJECT, NO_PERSON = gettext_lazy("Zonder project"), gettext_lazy("Zonder naam")


@dataclass(frozen=True)
class ImportPage:
    """What a file says under these choices, for who looks. Rows and faults are the first ones, `more` the others."""

    source: str
    told: str
    rows: tuple[dict[str, str], ...]
    more: str
    faults: tuple[str, ...]
    more_faults: str
    skipped: str
    can_keep: bool


def column_words() -> dict[str, str]:
    """What each column is asked as."""
    return {
        "day": _("Welke kolom is de dag?"),
        "hours": _("Welke kolom zijn de uren?"),
        "what": _("Welke kolom zegt wat je deed?"),
        "project": _("Welke kolom is het project?"),
        "person": _("Welke kolom zegt wie het deed?"),
    }


def source_words(source: str) -> str:
    """The name of the tool; empty when it is not known."""
    names = {"toggl": "Toggl Track", "clockify": "Clockify", "clockify_summary": "Clockify", "harvest": "Harvest"}
    return (names | {"kimai": "Kimai"}).get(source, "")


def table_fault_words(error: TableError) -> str:
    """Why a file cannot be read."""
    said = {
        "empty": _("In dit bestand staan geen regels. Kies een ander bestand."),
        "too_large": _("Dit bestand is te groot. Neem een kortere tijd, bijvoorbeeld één maand."),
        "spreadsheet": _("Dit is een Excel-bestand. Bewaar het als CSV en kies het opnieuw."),
        "no_text": _("Dit is geen bestand met tekst. Kies een CSV."),
        "encoding": _("De letters in dit bestand zijn niet te lezen. Bewaar het als CSV met UTF-8."),
        "quotes": _("In regel %(row)s staat een aanhalingsteken los. Maak er twee van, of haal het weg."),
        "too_many_columns": _("Dit bestand heeft meer dan 100 kolommen. Haal kolommen weg die je niet nodig hebt."),
        "too_many_rows": _("Dit bestand heeft meer dan %(most)s regels. Neem een kortere tijd.") % {"most": MOST_ROWS},
        "too_many_cells": _("Regel %(row)s heeft meer vakken dan er koppen zijn. Kijk die regel na."),
        "cell_too_long": _("In regel %(row)s staat een heel lange tekst. Maak die korter."),
    }[error.kind]
    return said.replace("%(row)s", str(error.row or 1))


def fault_words(fault: Fault) -> str:
    """What is the matter with one row."""
    words = {"row": fault.number, "said": fault.said or _("niets")}
    if fault.kind == "day":
        return _("Regel %(row)s: “%(said)s” is geen dag die we kunnen lezen.") % words
    if fault.kind == "later":
        return _("Regel %(row)s: %(said)s moet nog komen.") % words
    if fault.kind == "old":
        return _("Regel %(row)s: %(said)s is langer dan twee jaar geleden.") % words
    if fault.kind == "none":
        return _("Regel %(row)s: er staat geen tijd in.") % words
    if fault.kind == "much":
        return _("Regel %(row)s: %(said)s is meer dan een dag heeft.") % words
    return _("Regel %(row)s: “%(said)s” zijn geen uren die we kunnen lezen.") % words


def import_page(source: str, reading: Reading, rows: Sequence[HoursRow], known: int) -> ImportPage:
    """What is going to be kept. `known`: how many of these rows were read in before."""
    new = len(rows) - known
    total: Any = sum((one.hours for one in rows), Decimal(0))
    told = ngettext("%(n)s regel, samen %(hours)s.", "%(n)s regels, samen %(hours)s.", len(rows)) % {
        "n": len(rows), "hours": hours_words(total),
    }  # fmt: skip
    more, more_faults = len(rows) - SHOWN, len(reading.faults) - SHOWN
    return ImportPage(
        source=source_words(source),
        told=told,
        rows=tuple(
            _row(one)
            for one in rows[:SHOWN]
        ),
        more=ngettext("En nog %(n)s regel.", "En nog %(n)s regels.", more) % {"n": more} if more > 0 else "",
        faults=tuple(fault_words(one) for one in reading.faults[:SHOWN]),
        more_faults=ngettext("En nog %(n)s regel.", "En nog %(n)s regels.", more_faults) % {"n": more_faults}
        if more_faults > 0
        else "",
        skipped=_skipped(known),
        can_keep=new > 0,
    )  # fmt: skip


def _row(row: HoursRow) -> dict[str, str]:
    return {
        "day": long_date(row.on, language()),
        "hours": hours_words(row.hours),
        "what": row.what or without_words(),
        "project": row.project,
    }


def without_words() -> str:
    return _("Uren uit een urenlijst")


def _skipped(known: int) -> str:
    said = ngettext(
        "%(n)s regel staat er al, die komt er niet nog eens bij.",
        "%(n)s regels staan er al, die komen er niet nog eens bij.",
        known,
    )
    return said % {"n": known} if known else ""


def kept_words(count: int) -> str:
    """What was kept, said back."""
    if not count:
        return _("Alles stond er al. Er is niets veranderd.")
    return ngettext("Ingelezen: %(n)s regel.", "Ingelezen: %(n)s regels.", count) % {"n": count}
