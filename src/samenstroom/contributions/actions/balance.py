"""Looking at the balance together, sealed until both have sent; and a look of her own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.models import OwnBalance
from samenstroom.contributions.queries.balance import BALANCE
from samenstroom.exchanges.actions import close_exchange, draft_answer, save_answers, send_answer, start_exchange
from samenstroom.exchanges.models import Exchange

OPENED, CLOSED = "balance_opened", "balance_closed"
"""The kinds of lines about its envelopes."""


@transaction.atomic
def propose_balance(*, visit: Visit) -> Exchange:
    """Two envelopes lie on the table; an open pair is used again, so pressing twice or both at once begins one.

    History: that she proposed it. Refuses who only reads along, and a table where the other does not take part.
    """
    if not visit.speaks or not visit.takes_part:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=visit.collaboration.pk)
    rows = Exchange.objects.filter(collaboration=visit.collaboration, purpose=BALANCE)
    found = rows.filter(revealed_at=None, closed_at=None).first()
    if found:
        return found
    exchange = start_exchange(seat=visit.seat, purpose=BALANCE, now=visit.now)
    write_line(seat=visit.seat, kind="balance_proposed", now=visit.now)
    return exchange


def name_work(*, visit: Visit, exchange: Exchange, named: str) -> None:
    """Keep what she names of the other's work. Nobody is told.

    Refuses who only reads along and what is over (NotAllowedError), or a colleague sent (AlreadySentError).
    """
    save_answers(answer=draft_answer(exchange=exchange, seat=visit.seat), answers={"named": named})


@transaction.atomic
def send_share(*, visit: Visit, exchange: Exchange, share: int) -> bool:
    """Keep her own part in percent and close her envelope. True when both envelopes opened.

    History: when both have sent, one line by the app. Refuses as `name_work`, and when she named nothing yet.
    """
    answer = draft_answer(exchange=exchange, seat=visit.seat)
    if not answer.answers.get("named"):
        raise NotAllowedError
    save_answers(answer=answer, answers={"share": share})
    return send_answer(answer=answer, kind=OPENED, now=visit.now)


def stop_balance(*, visit: Visit, exchange: Exchange) -> None:
    """It stops without opening; what one side sent stays sealed. History: that it stopped; once."""
    close_exchange(exchange=exchange, seat=visit.seat, kind=CLOSED, now=visit.now)


@transaction.atomic
def keep_own_balance(*, visit: Visit, answers: Mapping[str, Any]) -> None:
    """Keep a part of her own look; what is not named stays. Nobody is told, nobody else can see it."""
    own, _made = OwnBalance.objects.select_for_update().get_or_create(
        person=visit.person, collaboration=visit.collaboration, defaults={"kept_at": visit.now}
    )
    own.answers = {**own.answers, **answers}
    own.kept_at = visit.now
    own.save(update_fields=["answers", "kept_at"])
