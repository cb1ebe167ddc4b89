"""The start of a collaboration: envelopes, a moment, working agreements; and mails that say no more than that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import close_exchange, send_answer
from samenstroom.exchanges.models import Exchange, ExchangeAnswer
from samenstroom.mail.outbox import cancel_mail
from samenstroom.planning.actions.kickoff import CLOSED, OPENED, propose_kickoff
from samenstroom.planning.actions.pages import propose_page
from samenstroom.planning.actions.talks import Moment, plan_talk
from samenstroom.planning.models import KickoffTalk, WorkingAgreement

from .letters import letter_to


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


def suggest_moment(*, visit: Visit, moment: Moment) -> KickoffTalk:
    """Propose or move the moment and tell the other; alone at the table it is noted, and nobody is told."""
    made = plan_talk(seat=visit.seat, moment=moment, other_takes_part=visit.takes_part, now=visit.now)
    if visit.takes_part:
        key = f"kickoff-talk:{made.public_id}:{made.sequence}"
        letter_to(visit.other_party).queue("kickoff_invitation", key, visit.now)
    return made


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
