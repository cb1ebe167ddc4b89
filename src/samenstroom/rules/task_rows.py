"""Tasks out of the rows of a table: which column is what, what each row says, and what is there already.

All or nothing: as long as one row is faulty, nothing is taken over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenstroom.rules.day_words import read_day
from samenstroom.rules.promises import Firmness

MAX_WHAT = 200
HEADERS: Mapping[str, frozenset[str]] = {
    "what": frozenset({"taak", "wat", "titel", "omschrijving", "task", "title", "what", "description", "name", "naam"}),
    "owner": frozenset({"wie", "eigenaar", "van wie", "who", "owner", "assignee", "toegewezen aan", "assigned to"}),
    "due_on": frozenset({"deadline", "wanneer", "datum", "voor", "klaar op", "due", "due date", "when", "date"}),
    "firmness": frozenset({"soort", "soort deadline", "hard of streef", "kind", "deadline kind"}),
    "state": frozenset({"stand", "status", "hoe ver", "state"}),
}
"""For each column of a task what tools and people call it, in small letters."""


class Owner(StrEnum):
    """Whose task it is, seen from who brings the table in."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class State(StrEnum):
    """How far it is."""

    TO_DO = "to_do"
    BUSY = "busy"
    DONE = "done"


_MINE = frozenset({"ik", "mij", "mine", "me", "i"})
_BOTH = frozenset({"", "samen", "allebei", "both", "together", "wij", "we"})
_FIRM = {
    "": Firmness.TARGET, "streefdatum": Firmness.TARGET, "target": Firmness.TARGET, "streef": Firmness.TARGET,
    "hard": Firmness.HARD, "vast": Firmness.HARD, "fixed": Firmness.HARD,
}  # fmt: skip
_STATES = {
    "": State.TO_DO, "te doen": State.TO_DO, "to do": State.TO_DO, "todo": State.TO_DO, "open": State.TO_DO,
    "mee bezig": State.BUSY, "bezig": State.BUSY, "in progress": State.BUSY, "doing": State.BUSY,
    "klaar": State.DONE, "done": State.DONE, "afgerond": State.DONE, "completed": State.DONE,
}  # fmt: skip


@dataclass(frozen=True)
class TaskRow:
    """One task as a table has it."""

    what: str
    owner: Owner = Owner.BOTH
    due_on: date | None = None
    firmness: Firmness | None = None
    state: State = State.TO_DO


@dataclass(frozen=True)
class Fault:
    """What is wrong in a row: the column, and `missing`, `too_long` or `unknown`."""

    row: int
    column: str
    kind: str


@dataclass(frozen=True)
class Names:
    """How the two sides are called."""

    mine: Collection[str]
    theirs: Collection[str]


def guess_columns(headers: Sequence[str]) -> dict[str, int]:
    """Which column of the table is which of a task, as far as the headers say so; the first that fits."""
    plain = [_plain(header) for header in headers]
    found = {name: [place for place, header in enumerate(plain) if header in said] for name, said in HEADERS.items()}
    return {name: places[0] for name, places in found.items() if places}


def read_tasks(
    rows: Iterable[tuple[int, Sequence[str]]], columns: Mapping[str, int], names: Names, today: date
) -> tuple[tuple[TaskRow, ...], tuple[Fault, ...]]:
    """The tasks in numbered rows, and every fault. A column that is not there counts as left empty."""
    tasks: list[TaskRow] = []
    faults: list[Fault] = []
    for number, cells in rows:
        said = {name: cells[columns[name]].strip() if name in columns else "" for name in HEADERS}
        wrong = _faults(number, said, names, today)
        faults += wrong
        if not wrong:
            tasks.append(_task(said, names, today))
    return tuple(tasks), tuple(faults)


def not_there_yet(tasks: Iterable[TaskRow], there: Iterable[str]) -> tuple[TaskRow, ...]:
    """Leave out what is on the plan already, by its words. What stands in the table twice may be there twice."""
    left, new = Counter(map(_plain, there)), []
    for task in tasks:
        if left[_plain(task.what)]:
            left[_plain(task.what)] -= 1
        else:
            new.append(task)
    return tuple(new)


def _faults(number: int, said: Mapping[str, str], names: Names, today: date) -> list[Fault]:
    wrong = {
        "what": "missing" if not said["what"] else "too_long" if len(said["what"]) > MAX_WHAT else "",
        "owner": "" if _owner(said["owner"], names) else "unknown",
        "due_on": "unknown" if said["due_on"] and read_day(said["due_on"], today) is None else "",
        "firmness": "" if _plain(said["firmness"]) in _FIRM else "unknown",
        "state": "" if _plain(said["state"]) in _STATES else "unknown",
    }
    return [Fault(number, column, kind) for column, kind in wrong.items() if kind]


def _task(said: Mapping[str, str], names: Names, today: date) -> TaskRow:
    due_on = read_day(said["due_on"], today)
    return TaskRow(
        what=said["what"],
        owner=_owner(said["owner"], names) or Owner.BOTH,
        due_on=due_on,
        firmness=_FIRM[_plain(said["firmness"])] if due_on else None,
        state=_STATES[_plain(said["state"])],
    )


def _owner(said: str, names: Names) -> Owner | None:
    plain = _plain(said)
    if plain in _BOTH:
        return Owner.BOTH
    if plain in _MINE or plain in map(_plain, names.mine):
        return Owner.MINE
    return Owner.THEIRS if plain in map(_plain, names.theirs) else None


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
