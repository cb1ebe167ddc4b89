"""Answering apart, sending, and the moment both open. The gate is "both have sent", never a clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Party, Seat
from samenstroom.kit import wall
from samenstroom.rules.rounds import may_reveal

from .models import Exchange, ExchangeAnswer


class AlreadySentError(Exception):
    """The exchange is over, or a colleague sent for this side: nothing changes any more."""


def start_exchange(*, seat: Seat, purpose: str, now: datetime) -> Exchange:
    """The same questions lie before both sides, answered by nobody.

    History: none; who calls this writes the line that tells what it is about.
    """
    return Exchange.objects.create(collaboration=seat.collaboration, purpose=purpose, started_by=seat, started_at=now)


def draft_answer(*, exchange: Exchange, seat: Seat) -> ExchangeAnswer:
    """The answer this person is writing for her side, not stored before its first part is kept.

    Hers can change until the exchange opens or closes, also after she sent it. Refuses who does not speak for her
    side and an exchange that is over (NotAllowedError), and a side for which a colleague sent (AlreadySentError).
    """
    is_here = exchange.collaboration_id == seat.collaboration_id
    if seat.party.speaker_id != seat.pk or seat.person is None or not is_here or exchange.is_over:
        raise NotAllowedError
    kept = ExchangeAnswer.objects.filter(exchange=exchange, party=seat.party).first()
    if kept and kept.person_id == seat.person_id:
        return kept
    if kept and kept.sent_at:
        raise AlreadySentError
    return ExchangeAnswer(
        exchange=exchange, collaboration=seat.collaboration, party=seat.party, seat=seat, person=seat.person
    )


@transaction.atomic
def save_answers(*, answer: ExchangeAnswer, answers: Mapping[str, Any]) -> None:
    """Keep a part of her answers; questions that are not named stay as they were, also those kept in another tab.

    A draft that another person of her party left unsent goes away unread: it was hers alone.
    Refuses an exchange that is over, or a side for which a colleague sent (AlreadySentError).
    """
    exchange = Exchange.objects.select_for_update().get(pk=answer.exchange_id)
    stored = ExchangeAnswer.objects.filter(exchange=exchange, party=answer.party_id)
    others = stored.exclude(person=answer.person_id)
    if exchange.is_over or others.exclude(sent_at=None).exists():
        raise AlreadySentError
    with wall.for_everybody():  # unread, so to her they are not there
        others.delete()
    kept = stored.first()
    if kept:
        answer.pk = kept.pk
        answer.refresh_from_db()
    answer.answers = {**answer.answers, **answers}
    answer.save()


@transaction.atomic
def send_answer(*, answer: ExchangeAnswer, kind: str, now: datetime) -> bool:
    """Close her envelope. Returns True when it was the second one: then both open at this very moment.

    An envelope with nothing in it may be sent too: to leave everything open is an answer.
    History: only, when both have sent, one line of this `kind` by the app. Sending again changes nothing.
    Refuses an exchange that is over (AlreadySentError).
    """
    exchange = Exchange.objects.select_for_update().get(pk=answer.exchange_id)
    if exchange.is_over:
        raise AlreadySentError
    if answer._state.adding:
        save_answers(answer=answer, answers={})
    ExchangeAnswer.objects.filter(pk=answer.pk, sent_at=None).update(sent_at=now)
    needed = frozenset(Party.objects.filter(collaboration=exchange.collaboration_id).values_list("pk", flat=True))
    sent = frozenset(exchange.answers.exclude(sent_at=None).values_list("party", flat=True))
    if not may_reveal(needed, sent):
        return False
    Exchange.objects.filter(pk=exchange.pk).update(revealed_at=now)
    write_line(seat=None, collaboration=exchange.collaboration, kind=kind, now=now)
    return True


@transaction.atomic
def close_exchange(*, exchange: Exchange, seat: Seat, kind: str, now: datetime) -> None:
    """It stops without opening; what one side sent stays sealed until she frees it. Either side may do this.

    History: that it stopped. Refuses another table; what is over already stays as it is.
    """
    if exchange.collaboration_id != seat.collaboration_id or seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    still_open = Exchange.objects.filter(pk=exchange.pk, revealed_at=None, closed_at=None)
    if still_open.update(closed_at=now):
        write_line(seat=seat, kind=kind, now=now)


@transaction.atomic
def free_answer(*, answer: ExchangeAnswer, person: Person, kind: str, now: datetime) -> None:
    """Her answer in an exchange that stopped with hers alone may now be read by the other side. Hers to decide.

    History: that she freed it; once. Refuses an answer that is not hers or not sent, and an exchange that is open.
    """
    exchange = answer.exchange
    if answer.person_id != person.pk or not answer.sent_at or not exchange.closed_at or exchange.revealed_at:
        raise NotAllowedError
    if ExchangeAnswer.objects.filter(pk=answer.pk, freed_at=None).update(freed_at=now):
        write_line(seat=answer.seat, kind=kind, now=now)
