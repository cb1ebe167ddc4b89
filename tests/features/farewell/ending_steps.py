"""Ending through the flow that sends mail, with a mark in all that is written."""

from __future__ import annotations

from datetime import date

from samenstroom.flows.endings import sweep_endings, tell_ending
from tests.people import Together, day


def tells_that_it_ends(table: Together, mark: str) -> None:
    """Noor announces it, and Marleen does not answer for more than a week."""
    tell_ending(visit=table.seen_by_noor(now=day(15)), how="one_side", last_on=date(2026, 3, 1), words=mark)
    sweep_endings(now=day(24))
