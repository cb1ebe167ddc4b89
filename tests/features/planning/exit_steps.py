"""What two people do for when it ever stops, in tests: by the flow that sends mail."""

from __future__ import annotations

from samenstroom.flows.exit_plans import suggest_exit_plan
from tests.people import Together, day


def talks_of_stopping(table: Together, mark: str) -> None:
    """Noor proposes how they would stop, with a mark in her words."""
    suggest_exit_plan(visit=table.seen_by_noor(now=day(14)), content={"owners": mark})
