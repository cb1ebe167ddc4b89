"""Looking at the agreement in time: a mail once per day that comes near, and one when somebody told how it went."""

from __future__ import annotations

from datetime import date, datetime

from samenstroom.agreements.actions.reviews import say_review
from samenstroom.agreements.models import AgreementVersion, Review
from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.agreements.queries.reviews import reviews_of
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visits import Visit, visit_of
from samenstroom.farewell.queries.endings import closed_tables
from samenstroom.kit import clock
from samenstroom.mail.outbox import mail_is_on

from .letters import letter_to, letters_of


def tell_review(*, visit: Visit, outcome: str, words: str, looked_on: date) -> Review:
    """Tell how they looked at the agreement, and ask the other whether it was so; alone nobody is told."""
    made = say_review(
        seat=visit.seat, outcome=outcome, words=words, looked_on=looked_on, other_takes_part=visit.takes_part,
        now=visit.now,
    )  # fmt: skip
    if visit.takes_part:
        letter_to(visit.other_party).queue("review_said", f"review:{made.public_id}", visit.now)
    return made


def remind_of_days(*, now: datetime) -> None:
    """Tell both sides that a day of their agreement comes near, once per day. Running it again changes nothing."""
    if not mail_is_on():
        return
    signed = AgreementVersion.objects.filter(replaced_at=None, amends=None).exclude(signed_at=None)
    tables = Collaboration.objects.filter(pk__in=signed.values("collaboration"), demo_for=None)
    for collaboration in tables.exclude(pk__in=closed_tables()).order_by("pk"):
        _remind(collaboration, now)


def _remind(collaboration: Collaboration, now: datetime) -> None:
    for letter in letters_of(collaboration):
        seat = letter.to.speaker
        visit = visit_of(seat.person, collaboration.public_id, now) if seat and seat.person else None
        near = _near(visit) if visit else None
        if near:
            letter.queue("agreement_day_near", f"day-near:{near}:{collaboration.pk}:{letter.to.pk}", now)


def _near(visit: Visit) -> str:
    """Which day comes near, as a key; empty when none does."""
    held, today = in_force_at(visit), clock.day_of(visit.now)
    if held is None:
        return ""
    looked = [one.review.looked_on for one in reviews_of(visit) if one.review.counts]
    ahead = held.ahead(today, max(looked, default=None))
    if ahead.is_choice_near(today):
        return f"end-{ahead.ends_on}"
    return f"look-{ahead.review_on}" if ahead.is_look_near(today) else ""
