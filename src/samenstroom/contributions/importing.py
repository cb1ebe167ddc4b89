"""Hours out of the table that a time tracker exports: which column is what, what each row says, what does not fit.

Toggl Track, Clockify, Harvest and Kimai are known by their headers; another table is read by the columns one points at.
Pure: a table and choices in, rows out. Nothing is guessed about a day that can be read in two ways.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from samenstroom.kit.tables import Table
from samenstroom.rules.hours_line import DAY_HOURS, LineError, read_hours

MOST_BYTES, MOST_ROWS, MOST_IN_A_CELL = 5_000_000, 5_000, 2_000
MOST_WORDS = 300
"""Longer words of a row are cut off."""

ROLES = ("day", "hours", "what", "project", "person")
"""What a column can be."""

HEADERS: Mapping[str, tuple[str, ...]] = {
    "day": ("start date", "date", "datum", "begindatum", "startdatum", "dag", "day"),
    "hours": (
        "duration (decimal)", "time (decimal)", "duration (h)", "time (h)", "duration", "hours", "duur", "uren",
        "aantal uren", "tijd", "time",
    ),
    "what": ("description", "notes", "omschrijving", "notities", "beschrijving", "wat", "task", "taak", "activity"),
    "project": ("project", "projectnaam", "client", "customer", "klant"),
    "person": ("user", "email", "gebruiker", "medewerker", "name", "naam", "first name"),
}  # fmt: skip
"""For each, what tools call it in small letters, the best first."""

SAME = ("start time", "from", "begintijd", "van", "starttijd", "task", "taak", "activity", "project code")
"""Beside what was pointed at: what tells two rows apart, whatever the choices are."""

SOURCES: Mapping[str, frozenset[str]] = {
    "toggl": frozenset({"start date", "start time", "duration", "description", "project", "tags", "user"}),
    "clockify": frozenset({"duration (h)", "duration (decimal)"}),
    "clockify_summary": frozenset({"time (h)", "time (decimal)"}),
    "harvest": frozenset({"date", "client", "project", "notes", "hours"}),
    "kimai": frozenset({"date", "from", "to", "duration", "activity"}),
}
UNITS = {"hours": Decimal(1), "minutes": Decimal(60), "seconds": Decimal(3600)}
ORDERS = ("day_first", "month_first")

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,].*)?")
_WHOLE = re.compile(r"\d{1,9}")
_LONG_CLOCK = re.compile(r"(\d{1,5}):([0-5]\d)(?::([0-5]\d))?")
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Choices:
    """Which column is what, by its place; None for none. `order` and `unit` say how a day and a number are read."""

    columns: Mapping[str, int | None]
    order: str = ""
    unit: str = "hours"

    def cell(self, row: Sequence[str], role: str) -> str:
        """What this row says of it."""
        at = self.columns.get(role)
        return "" if at is None else row[at]


@dataclass(frozen=True)
class HoursRow:
    """One row that can be kept. `mark` is the same for the same row in another export of the same tool."""

    number: int
    on: date
    hours: Decimal
    what: str
    project: str
    person: str
    mark: str


@dataclass(frozen=True)
class Fault:
    """A row that cannot be kept: `kind` is `day`, `later`, `old`, `hours`, `none` or `much`; `said` is its cell."""

    number: int
    kind: str
    said: str


@dataclass(frozen=True)
class Reading:
    """What a table says under these choices."""

    rows: tuple[HoursRow, ...]
    faults: tuple[Fault, ...]


def source_of(headers: Sequence[str]) -> str:
    """Which tool made this table; empty when that does not show."""
    names = {one.lower() for one in headers}
    return next((source for source, own in SOURCES.items() if own <= names), "")


def guess(table: Table) -> Choices:
    """Which column is what, by the headers; how numbers are read, by the numbers."""
    names = [one.lower() for one in table.headers]
    columns = {role: _first(names, HEADERS[role]) for role in ROLES}
    return Choices(columns, "", _unit(table, columns["hours"]))


def _first(names: Sequence[str], wanted: Iterable[str]) -> int | None:
    return next((names.index(one) for one in wanted if one in names), None)


def _unit(table: Table, column: int | None) -> str:
    """Whole numbers larger than the minutes of a day are seconds, larger than its hours are minutes.

    Kimai counts in seconds.
    """
    cells = [row[column] for row in table.rows if row[column]] if column is not None else []
    if not cells or not all(_WHOLE.fullmatch(one) for one in cells):
        return "hours"
    most = max(int(one) for one in cells)
    if most > 24 * 60 or (most > 24 and source_of(table.headers) == "kimai"):
        return "seconds"
    return "minutes" if most > 24 else "hours"


def asks_unit(table: Table, column: int | None) -> bool:
    """Whole numbers say nothing of what they count."""
    cells = [row[column] for row in table.rows if row[column]] if column is not None else []
    return bool(cells) and all(_WHOLE.fullmatch(one) for one in cells)


def order_of(table: Table, column: int | None) -> str:
    """How days are written in this column: `day_first`, `month_first`, or empty when it can be read both ways."""
    pairs = [found for row in table.rows if (found := _YEAR_LAST.fullmatch(row[column]))] if column is not None else []
    if not pairs or any(one[2] == "." or int(one[1]) > 12 for one in pairs):
        return "day_first"
    return "month_first" if any(int(one[3]) > 12 for one in pairs) else ""


def read_rows(table: Table, choices: Choices, *, today: date, oldest: date) -> Reading:
    """Read every row under these choices. A row that does not fit is told apart with its number, never left out."""
    order = order_of(table, choices.columns["day"]) or choices.order
    same_columns = _telling_apart(table, choices)
    rows: list[HoursRow] = []
    faults: list[Fault] = []
    seen: Counter[str] = Counter()
    for number, cells in zip(table.numbers, table.rows, strict=True):
        on = read_day(choices.cell(cells, "day"), order)
        kind = _day_fault(on, today, oldest)
        if on is None or kind:
            faults.append(Fault(number, kind, choices.cell(cells, "day")[:40]))
            continue
        try:
            hours = read_duration(choices.cell(cells, "hours"), choices.unit)
        except LineError as error:
            faults.append(Fault(number, error.fault, choices.cell(cells, "hours")[:40]))
            continue
        same = "\x1f".join((on.isoformat(), f"{hours:f}", *(cells[one] for one in same_columns)))
        seen[same] += 1
        rows.append(_row(number, on, hours, cells, choices, f"{same}\x1f{seen[same]}"))
    return Reading(tuple(rows), tuple(faults))


def _row(number: int, on: date, hours: Decimal, cells: Sequence[str], choices: Choices, mark: str) -> HoursRow:
    project, person = choices.cell(cells, "project"), choices.cell(cells, "person")
    what = " ".join((choices.cell(cells, "what") or project).split())
    return HoursRow(number, on, hours, what[:MOST_WORDS], project, person, mark)


def _telling_apart(table: Table, choices: Choices) -> list[int]:
    """The columns by which two rows of one day differ: by their headers, so that another choice doubles nothing."""
    known = {*HEADERS["what"], *HEADERS["project"], *HEADERS["person"], *SAME}
    found = [at for at, header in enumerate(table.headers) if header.lower() in known]
    chosen = (choices.columns.get(role) for role in ("what", "project", "person"))
    return found or [at for at in chosen if at is not None]


def read_day(text: str, order: str) -> date | None:
    """A day as tools write it; None when it is none. `order` is for days that end with the year."""
    first = _YEAR_FIRST.fullmatch(text)
    last = _YEAR_LAST.fullmatch(text)
    try:
        if first:
            return date(int(first[1]), int(first[2]), int(first[3]))
        if last and order in ORDERS:
            year = int(last[4]) + (2000 if len(last[4]) == 2 else 0)
            one, two = int(last[1]), int(last[3])
            return date(year, two, one) if order == "day_first" else date(year, one, two)
    except ValueError:
        return None
    return None


def read_duration(text: str, unit: str) -> Decimal:
    """Hours out of `1:30:00`, `1:30`, `1,5`, `1.5`, `90 min`, or a whole number of this unit. Raises LineError.

    Its fault is `none` for no time at all, `much` for more than a day, and `hours` for what cannot be read.
    """
    clock = _LONG_CLOCK.fullmatch(text)
    if clock:
        hours = Decimal(clock[1]) + Decimal(clock[2]) / 60 + Decimal(clock[3] or 0) / 3600
    elif re.fullmatch(r"\d{1,9}(?:[.,]\d{1,12})?", text):
        hours = Decimal(text.replace(",", ".")) / UNITS[unit]
    else:
        return read_hours(text)
    if hours > DAY_HOURS:
        raise LineError("much")
    rounded = hours.quantize(_CENT, ROUND_HALF_UP)
    if not rounded:
        raise LineError("none")
    return rounded


def _day_fault(on: date | None, today: date, oldest: date) -> str:
    if on is None:
        return "day"
    if on > today:
        return "later"
    return "old" if on < oldest else ""
