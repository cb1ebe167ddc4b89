"""The start of a collaboration: envelopes, a moment, working agreements; and mails that say no more than that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import close_exchange, send_answer
from samenstroom.exchanges.models import Exchange, ExchangeAnswer
from samenstroom.mail.outbox import cancel_mail
from samenstroom.planning.actions.kickoff import CLOSED, OPENED, propose_kickoff
from samenstroom.planning.actions.pages import propose_page
from samenstroom.planning.actions.talks import Moment, agree_talk, cancel_talk, plan_talk
from samenstroom.planning.models import KickoffTalk, WorkingAgreement
from samenstroom.planning.wording.calendar import talk_moment

from .letters import letter_to
from .moments import Meeting, tell_asked, tell_off, tell_settled


def invite_to_kickoff(*, visit: Visit) -> Exchange:
    """Lay the questions before both, and tell the other side, once, that her envelope waits."""
    exchange, is_new = propose_kickoff(visit=visit)
    if is_new:
        letter_to(visit.other_party).queue("kickoff_ready", _ready(exchange, visit.other_party.pk), visit.now)
    return exchange


def close_kickoff_envelope(*, answer: ExchangeAnswer, exchange: Exchange, now: datetime) -> bool:
    """She sends her answers; the mail that asked her for them stays home. True when both envelopes opened.

    Raises AlreadySentError when it opened or closed in the meantime.
    """
    opened = send_answer(answer=answer, kind=OPENED, now=now)
    cancel_mail(unique_key=_ready(exchange, answer.party_id), now=now)
    return opened


def stop_kickoff(*, visit: Visit, exchange: Exchange) -> None:
    """It stops without opening; a mail that has not left yet stays home."""
    close_exchange(exchange=exchange, seat=visit.seat, kind=CLOSED, now=visit.now)
    for party in (visit.party, visit.other_party):
        cancel_mail(unique_key=_ready(exchange, party.pk), now=visit.now)


@transaction.atomic
def suggest_moment(*, visit: Visit, moment: Moment) -> KickoffTalk:
    """Propose or move the moment and tell the other, with an invitation for her calendar.

    Alone at the table it is noted, and nobody is told.
    """
    made = plan_talk(seat=visit.seat, moment=moment, other_takes_part=visit.takes_part, now=visit.now)
    if visit.takes_part and not made.counts:
        by = made.proposed_by
        lay_there = by is not None and by.party_id == visit.other_party.pk
        tell_asked(_meeting(made), to=[visit.party if lay_there else visit.other_party], now=visit.now)
    return made


@transaction.atomic
def agree_moment(*, visit: Visit, talk: KickoffTalk, read: str) -> None:
    """Say yes to the moment that she read: it stands in the calendars of both. Refuses as `agree_talk` does."""
    agree_talk(talk=talk, seat=visit.seat, now=visit.now, read=read)
    talk.refresh_from_db()
    tell_settled(_meeting(talk), now=visit.now)


@transaction.atomic
def call_off_moment(*, visit: Visit, talk: KickoffTalk) -> None:
    """The talk is not then: it goes out of the calendars that have it.

    Who never heard of it by mail and never said yes is not told that it is off. Refuses as `cancel_talk` does.
    """
    was_off, was_agreed = talk.cancelled_at is not None, talk.agreed_at is not None
    cancel_talk(talk=talk, seat=visit.seat, now=visit.now)
    talk.refresh_from_db()
    if not was_off:
        both = {visit.party.pk, visit.other_party.pk} if was_agreed and visit.takes_part else set()
        tell_off(_meeting(talk), now=visit.now, by=visit.party, said_yes=both)


def _meeting(talk: KickoffTalk) -> Meeting:
    return Meeting("planning.KickoffTalk", talk.public_id, talk.collaboration, talk_moment(talk, ""))


def suggest_working(*, visit: Visit, content: Mapping[str, Any]) -> WorkingAgreement:
    """Propose working agreements and tell the other; alone at the table they are noted, and nobody is told."""
    made = propose_page(
        WorkingAgreement, seat=visit.seat, content=content, other_takes_part=visit.takes_part, now=visit.now
    )
    if visit.takes_part and made.is_open:
        letter_to(visit.other_party).queue("working_agreements_proposed", f"working:{made.public_id}", visit.now)
    return made


def _ready(exchange: Exchange, party: int) -> str:
    return f"kickoff:{exchange.public_id}:{party}"
