"""Exchanges as one visit may see them: her own answers, and the other's once both were sent or one was freed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import shared_rows, tables_of
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock

from .models import Exchange, ExchangeAnswer


def exchange_answers_readable_by(person: Person) -> QuerySet[ExchangeAnswer]:
    """Answers whose content this person may read: her own, those of opened exchanges, and freed ones."""
    at_my_table = Q(collaboration__in=tables_of(person), sent_at__isnull=False)
    opened = at_my_table & (Q(exchange__revealed_at__isnull=False) | Q(freed_at__isnull=False))
    return ExchangeAnswer.objects.filter(Q(person=person) | opened).select_related("exchange", "seat")


@dataclass(frozen=True)
class ExchangeView:
    """One exchange as this visit may see it.

    `mine` are the answers of her side that she may read (a colleague reads them once it opened), `theirs` those of
    the other; None when there are none, or when they are not hers to read.
    """

    exchange: Exchange
    mine: Mapping[str, Any] | None
    theirs: Mapping[str, Any] | None
    my_sent_on: date | None
    their_sent_on: date | None
    has_freed: bool
    is_hers: bool

    @property
    def i_sent(self) -> bool:
        return self.my_sent_on is not None

    @property
    def they_sent(self) -> bool:
        return self.their_sent_on is not None

    @property
    def is_open(self) -> bool:
        """Still waiting for answers."""
        return not self.exchange.is_over

    @property
    def is_revealed(self) -> bool:
        return self.exchange.revealed_at is not None

    @property
    def waits_for_me(self) -> bool:
        return self.is_open and not self.i_sent

    @property
    def can_free(self) -> bool:
        """It stopped with her own answer, sent and not freed, and something is in it: she may have erased that."""
        stopped = self.exchange.closed_at is not None and not self.is_revealed
        return stopped and self.is_hers and self.i_sent and not self.has_freed and bool(self.mine)


Sent = Mapping[tuple[int, int], datetime]
Readable = Mapping[tuple[int, int], ExchangeAnswer]


def exchanges_of(visit: Visit, purpose: str) -> list[ExchangeView]:
    """The exchanges for one purpose at this table, newest first."""
    return exchanges_by_table(visit.person, [visit], purpose)[visit.collaboration.pk]


def exchange_by_id(visit: Visit, public_id: str) -> ExchangeView | None:
    """One exchange of this table, whatever its purpose."""
    rows = shared_rows(Exchange.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    found = list(rows.filter(public_id=public_id))
    return _views(visit.person, {visit.collaboration.pk: visit}, found)[0] if found else None


def exchanges_by_table(person: Person, visits: Sequence[Visit], purpose: str) -> dict[int, list[ExchangeView]]:
    """Collaboration id -> its exchanges for one purpose, newest first; three queries for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(Exchange.objects.filter(collaboration__in=tables, purpose=purpose), seen_by=person)
    found: dict[int, list[ExchangeView]] = {key: [] for key in tables}
    for view in _views(person, tables, list(rows.order_by("-started_at", "-pk"))):
        found[view.exchange.collaboration_id].append(view)
    return found


def own_exchange_answer(visit: Visit, exchange: Exchange) -> ExchangeAnswer | None:
    """Her own answer in this exchange, to act on."""
    return exchange_answers_readable_by(visit.person).filter(exchange=exchange, person=visit.person).first()


def _views(person: Person, tables: Mapping[int, Visit], exchanges: Sequence[Exchange]) -> list[ExchangeView]:
    if not exchanges:
        return []
    keys = [one.pk for one in exchanges]
    readable = {
        (one.exchange_id, one.party_id): one for one in exchange_answers_readable_by(person).filter(exchange__in=keys)
    }
    sent = _sent_moments(person, keys)
    return [_view(tables[one.collaboration_id], one, sent, readable) for one in exchanges]


def _sent_moments(person: Person, exchanges: Iterable[int]) -> Sent:
    """(exchange, party) -> when she sent. That someone sent is public; what she said is not in here."""
    rows = shared_rows(ExchangeAnswer.objects.filter(exchange__in=list(exchanges)), seen_by=person)
    moments = rows.exclude(sent_at=None).values_list("exchange", "party", "sent_at")
    return {(exchange, party): moment for exchange, party, moment in moments if moment}


def _view(visit: Visit, exchange: Exchange, sent: Sent, readable: Readable) -> ExchangeView:
    mine = readable.get((exchange.pk, visit.party.pk))
    theirs = readable.get((exchange.pk, visit.other_party.pk))
    return ExchangeView(
        exchange=exchange,
        mine=mine.answers if mine else None,
        theirs=theirs.answers if theirs and theirs.sent_at else None,
        my_sent_on=_day(sent.get((exchange.pk, visit.party.pk))),
        their_sent_on=_day(sent.get((exchange.pk, visit.other_party.pk))),
        has_freed=bool(mine and mine.freed_at),
        is_hers=bool(mine and mine.person_id == visit.person.pk),
    )


def _day(moment: datetime | None) -> date | None:
    return clock.day_of(moment) if moment else None
