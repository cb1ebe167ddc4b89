"""An acquaintance between two sides: the invitation and the opening, with mail that holds no content.

One invitation and one note that the envelopes are open, per person; each mail has a key of its own.
"""

from __future__ import annotations

from datetime import datetime

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import close_exchange, send_answer
from samenstroom.exchanges.models import Exchange, ExchangeAnswer
from samenstroom.exploring.actions.acquaintance import CLOSED, OPENED, propose_acquaintance
from samenstroom.mail.outbox import cancel_mail

from .letters import letter_to, letters_of


def invite_to_acquaintance(*, visit: Visit) -> Exchange:
    """Propose an acquaintance and tell the other side, once, that something lies on the table."""
    exchange, is_new = propose_acquaintance(visit=visit)
    if is_new:
        letter_to(visit.other_party).queue(
            "acquaintance_invitation", _invitation(exchange, visit.other_party.pk), visit.now
        )
    return exchange


def close_acquaintance_envelope(*, answer: ExchangeAnswer, exchange: Exchange, now: datetime) -> bool:
    """She sends her answers; the mail that asked her for them stays home. True when both envelopes opened.

    Raises AlreadySentError when it opened or closed in the meantime.
    """
    opened = send_answer(answer=answer, kind=OPENED, now=now)
    cancel_mail(unique_key=_invitation(exchange, answer.party_id), now=now)
    if opened:
        for letter in letters_of(exchange.collaboration):
            letter.queue("acquaintance_opened", f"acquaintance-open:{exchange.public_id}:{letter.to.pk}", now)
    return opened


def stop_acquaintance(*, visit: Visit, exchange: Exchange) -> None:
    """It stops without opening; an invitation that has not left yet stays home."""
    close_exchange(exchange=exchange, seat=visit.seat, kind=CLOSED, now=visit.now)
    for party in (visit.party, visit.other_party):
        cancel_mail(unique_key=_invitation(exchange, party.pk), now=visit.now)


def _invitation(exchange: Exchange, party: int) -> str:
    return f"acquaintance:{exchange.public_id}:{party}"
