"""Entries of the action plan."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import Parts, at_first, own

TASKS_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "tasks": (at_first(), {"what": ""}, False),
    "task_ideas": (at_first(), {"picked": ""}, False),
    "tasks_out": (at_first(), None, False),
    "tasks_in": (at_first(), {"packed": ""}, False),
    "promises": (at_first(), None, False),
    "task": (at_first(task=own("task")), {"do": "change", "what": ""}, False),
}
