"""Putting in order what comes first, apart, and opened when both have sent."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from samenstroom.adjusting.queries.priorities import RANKING
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import (
    close_exchange,
    draft_answer,
    free_answer,
    save_answers,
    send_answer,
    start_exchange,
)
from samenstroom.exchanges.models import Exchange
from samenstroom.exchanges.queries import own_exchange_answer

OPENED, CLOSED, FREED = "ranking_opened", "ranking_closed", "ranking_freed"
"""The kinds of lines about its envelopes."""


@transaction.atomic
def propose_ranking(*, visit: Visit) -> Exchange:
    """Two envelopes lie on the table; an open pair is used again, so pressing twice or both at once begins one.

    History: that she proposed it. Refuses who only reads along, and a table where the other does not take part
    (NotAllowedError).
    """
    if not visit.speaks or not visit.takes_part:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=visit.collaboration.pk)
    rows = Exchange.objects.filter(collaboration=visit.collaboration, purpose=RANKING)
    found = rows.filter(revealed_at=None, closed_at=None).first()
    if found:
        return found
    exchange = start_exchange(seat=visit.seat, purpose=RANKING, now=visit.now)
    write_line(seat=visit.seat, kind="ranking_proposed", now=visit.now)
    return exchange


@transaction.atomic
def send_ranking(*, visit: Visit, exchange: Exchange, order: Sequence[str], words: str) -> bool:
    """Keep her order and close her envelope. True when both envelopes opened.

    History: when both have sent, one line by the app. Refuses who only reads along and what is over
    (NotAllowedError), or a side for which a colleague sent (AlreadySentError).
    """
    answer = draft_answer(exchange=exchange, seat=visit.seat)
    save_answers(answer=answer, answers={"order": list(order), "words": words})
    return send_answer(answer=answer, kind=OPENED, now=visit.now)


def stop_ranking(*, visit: Visit, exchange: Exchange) -> None:
    """It stops without opening; what one side sent stays sealed. History: that it stopped; once."""
    close_exchange(exchange=exchange, seat=visit.seat, kind=CLOSED, now=visit.now)


def free_ranking(*, visit: Visit, exchange: Exchange) -> None:
    """Her own order, in one that stopped with hers alone, may be read by the other. History: that she freed it; once.

    Refuses one that is not hers, not sent, or that is open (NotAllowedError).
    """
    answer = own_exchange_answer(visit, exchange)
    if answer is None:
        raise NotAllowedError
    free_answer(answer=answer, person=visit.person, kind=FREED, now=visit.now)
