"""Ending through the flow that sends mail, with a mark in all that is written."""

from __future__ import annotations

from datetime import date

from samenstroom.farewell.actions.successors import propose_successor
from samenstroom.flows.endings import sweep_endings, tell_ending
from samenstroom.flows.handover import lay_items, mail_successor
from samenstroom.rules.handover import ItemWords
from tests.features.farewell.steps import released
from tests.people import Together, day


def tells_that_it_ends(table: Together, mark: str) -> None:
    """Noor announces it, and Marleen does not answer for more than a week."""
    tell_ending(visit=table.seen_by_noor(now=day(15)), how="one_side", last_on=date(2026, 3, 1), words=mark)
    sweep_endings(now=day(24))


def hands_over(table: Together, mark: str) -> None:
    """Noor puts something on the table to hand over, and invites who takes it over by mail."""
    seen = table.seen_by_noor(now=day(16))
    laid = lay_items(visit=seen, items=[ItemWords("task", mark, mark, "1")])
    sam = propose_successor(seat=table.noors_seat, name="Sam Visser", now=day(16))
    released(table, sam, laid, n=17)
    mail_successor(successor=sam, visit=seen, email="sam@voorbeeld.nl")
