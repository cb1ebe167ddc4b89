"""Noor asks a lawyer, and the lawyer comes in and writes."""

from __future__ import annotations

from datetime import datetime

from samenstroom.accounts.outside import GoneError
from samenstroom.agreements.actions import lawyers as actions
from samenstroom.agreements.actions.drafts import begin_draft
from samenstroom.agreements.beginning import fresh_content
from samenstroom.agreements.for_lawyer import given_of
from samenstroom.agreements.models import LawyerRemark, LawyerReview
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.lawyers import mail_lawyer, say_remark
from samenstroom.kit import clock
from tests.people import Together, day

NOW = day(3)


def drafting(visit: Visit) -> None:
    """She writes an agreement for herself."""
    begin_draft(visit=visit, content=fresh_content(visit, clock.day_of(visit.now)), provider="me")


def asked(table: Together, *, name: str = "Sara Mulder", words: str = "", now: datetime = NOW) -> LawyerReview:
    """Noor gives a lawyer the draft she writes."""
    seen = table.seen_by_noor(now)
    drafting(seen)
    given = given_of(seen, "draft")
    assert given is not None
    return actions.ask_lawyer(visit=seen, name=name, words=words, days=14, given=given)


def let_in(review: LawyerReview, *, key: str = "", now: datetime = NOW) -> str:
    """The lawyer comes in by a new link; the key her browser keeps."""
    actions.mint_lawyer_link(review=review, now=now)
    return actions.claim_review(review=review, key=key, now=now)


def said(review: LawyerReview, *, place: str, words: str, proposal: str = "", now: datetime = NOW) -> LawyerRemark:
    """She comes in and writes."""
    key = let_in(review, now=now)
    return actions.write_remark(review=review, key=key, place=place, words=words, proposal=proposal, now=now)


def asks_a_lawyer(table: Together, mark: str) -> None:
    """Everything that sends a mail about a lawyer, with a mark in all that is written."""
    review = asked(table, name="Sara Mulder", words=mark, now=day(14))
    for n in (14, 15):
        mail_lawyer(review=review, visit=table.seen_by_noor(day(n)), email="sara@voorbeeld.nl")
        review.refresh_from_db()
    key = let_in(review, now=day(14))
    say_remark(review=review, key=key, place="", words=mark, proposal=mark, now=day(14))
    try:
        say_remark(review=review, key="een ander", place="", words=mark, proposal="", now=day(14))
    except GoneError:
        return
    raise AssertionError
