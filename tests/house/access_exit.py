"""Entries of what is agreed for when it ever stops, and of her own plan."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import SEATED_ACCOUNTS, Entry, Parts, at_first, own

EXIT_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "exit_plan": (at_first(), None, False),
    "exit_plan_propose": (at_first(), {"owners": ""}, False),
    "exit_plan_answer": (at_first(page=own("exit_plan")), {"do": "drop"}, True),
}

OWN_EXIT: tuple[Entry, ...] = (
    Entry("workspace:own_exit_plan", SEATED_ACCOUNTS, at_first(), {"signs": "Ik slaap slecht."}),
)
