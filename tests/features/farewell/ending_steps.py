"""Ending through the flow that sends mail, with a mark in all that is written."""

from __future__ import annotations

from datetime import date

from samenstroom.farewell.actions.successors import propose_successor
from samenstroom.farewell.actions.work_in import SessionTerms
from samenstroom.farewell.models import Successor, WorkInSession
from samenstroom.flows.endings import sweep_endings, tell_ending
from samenstroom.flows.handover import lay_items, mail_successor
from samenstroom.flows.work_in import agree_to_session, call_off_session, suggest_session
from samenstroom.mail.models import OutgoingMail
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
    sam.refresh_from_db()
    works_in(table, mark, sam)


def works_in(table: Together, mark: str, sam: Successor) -> None:
    """A moment to work in with who takes over: proposed, agreed, moved, and taken away when all of it was mailed."""
    mine, theirs = table.seen_by_noor(now=day(16)), table.seen_by_marleen(now=day(16))
    session = suggest_session(visit=mine, terms=SessionTerms(mark, mark, day(40, 13), 60, sam))
    agree_to_session(visit=theirs, session=session, read="0")
    mails = OutgoingMail.objects.filter(unique_key__startswith="work-in:")
    mails.filter(cancelled_at=None).update(sent_at=day(16))
    session.refresh_from_db()
    suggest_session(visit=mine, terms=SessionTerms(mark, mark, day(41, 13), 60, sam), moves=session)
    mails.filter(cancelled_at=None).update(sent_at=day(16))
    call_off_session(visit=theirs, session=WorkInSession.objects.get(pk=session.pk))
    mails.update(sent_at=None)
