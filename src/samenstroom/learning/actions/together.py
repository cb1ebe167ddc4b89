"""Looking back together: the same three questions for both, sealed until both have sent."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import close_exchange, draft_answer, save_answers, send_answer, start_exchange
from samenstroom.exchanges.models import Exchange
from samenstroom.rules.retrospect import TOGETHER

PROPOSED, OPENED, CLOSED = "retrospective_proposed", "retrospective_opened", "retrospective_closed"
"""The kinds of lines about it."""


@transaction.atomic
def propose_together(*, visit: Visit) -> Exchange:
    """Two envelopes lie on the table; an open pair is used again, so pressing twice or both at once begins one.

    History: that she proposed it. Possible after the end as well. Refuses who only reads along, and a table where the
    other does not take part (NotAllowedError).
    """
    if not visit.speaks or not visit.takes_part:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=visit.collaboration.pk)
    rows = Exchange.objects.filter(collaboration=visit.collaboration, purpose=TOGETHER)
    found = rows.filter(revealed_at=None, closed_at=None).first()
    if found:
        return found
    exchange = start_exchange(seat=visit.seat, purpose=TOGETHER, now=visit.now)
    write_line(seat=visit.seat, kind=PROPOSED, now=visit.now)
    return exchange


def keep_together(*, visit: Visit, exchange: Exchange, answers: Mapping[str, str]) -> None:
    """Keep what she writes, for herself. Nobody is told.

    Refuses who only reads along and what is over (NotAllowedError), or when a colleague sent (AlreadySentError).
    """
    save_answers(answer=draft_answer(exchange=exchange, seat=visit.seat), answers=answers)


@transaction.atomic
def send_together(*, visit: Visit, exchange: Exchange, answers: Mapping[str, str]) -> bool:
    """Keep it and close her envelope. True when both envelopes opened.

    History: when both have sent, one line by the app. Refuses as `keep_together`.
    """
    answer = draft_answer(exchange=exchange, seat=visit.seat)
    save_answers(answer=answer, answers=answers)
    return send_answer(answer=answer, kind=OPENED, now=visit.now)


def stop_together(*, visit: Visit, exchange: Exchange) -> None:
    """It stops without opening; what one side sent stays sealed. History: that it stopped; once."""
    close_exchange(exchange=exchange, seat=visit.seat, kind=CLOSED, now=visit.now)
