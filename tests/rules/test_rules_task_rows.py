"""Tasks out of the rows of a table."""

from __future__ import annotations

from datetime import date

from samenstroom.rules.promises import Firmness
from samenstroom.rules.task_rows import (
    Fault,
    Names,
    Owner,
    State,
    TaskRow,
    guess_columns,
    not_there_yet,
    read_tasks,
)

TODAY = date(2026, 3, 11)
NAMES = Names(mine=["Noor", "Noor de Wit"], theirs=["Marleen"])
COLUMNS = {"what": 0, "owner": 1, "due_on": 2, "firmness": 3, "state": 4}


def test_the_headers_of_other_tools_are_known() -> None:
    assert guess_columns(["Nr", "Task", "Assignee", "Due date", " STATUS "]) == {
        "what": 1, "owner": 2, "due_on": 3, "state": 4,
    }  # fmt: skip
    assert guess_columns(["Taak", "Wie", "Deadline", "Soort", "Stand"]) == COLUMNS


def test_a_row_becomes_a_task() -> None:
    rows = [(2, ("Prijslijst", "marleen", "14-3-2026", "hard", "Mee bezig")), (3, ("Brief", "ik", "", "", ""))]
    tasks, faults = read_tasks(rows, COLUMNS, NAMES, TODAY)
    assert faults == ()
    assert tasks == (
        TaskRow("Prijslijst", Owner.THEIRS, date(2026, 3, 14), Firmness.HARD, State.BUSY),
        TaskRow("Brief", Owner.MINE),
    )


def test_a_table_with_only_tasks_is_enough() -> None:
    assert read_tasks([(2, ("Brief",))], {"what": 0}, NAMES, TODAY) == ((TaskRow("Brief"),), ())


def test_every_fault_is_named_with_its_row_and_column() -> None:
    rows = [(2, ("", "Ruben", "gauw", "zacht", "half")), (4, ("x" * 201, "Noor", "", "", "klaar"))]
    tasks, faults = read_tasks(rows, COLUMNS, NAMES, TODAY)
    assert tasks == ()
    assert faults == (
        Fault(2, "what", "missing"),
        Fault(2, "owner", "unknown"),
        Fault(2, "due_on", "unknown"),
        Fault(2, "firmness", "unknown"),
        Fault(2, "state", "unknown"),
        Fault(4, "what", "too_long"),
    )


def test_the_same_table_again_adds_nothing() -> None:
    tasks = (TaskRow("Brief"), TaskRow("Brief"), TaskRow("Prijslijst"))
    assert not_there_yet(tasks, []) == tasks
    assert not_there_yet(tasks, ["brief ", "Brief", "Prijslijst", "Iets anders"]) == ()
    assert not_there_yet(tasks, ["Brief"]) == (TaskRow("Brief"), TaskRow("Prijslijst"))
