"""Beginning an acquaintance, writing down what was said about it, and keeping a guide of one's own."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, HistoryLine
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import start_exchange
from samenstroom.exchanges.models import Exchange
from samenstroom.exploring.models import OwnAcquaintance
from samenstroom.exploring.queries.acquaintance import ACQUAINTANCE, SAID, own_words, said_at

OPENED, CLOSED, FREED = "acquaintance_opened", "acquaintance_closed", "acquaintance_freed"
"""The kinds of lines about its envelopes."""


@transaction.atomic
def propose_acquaintance(*, visit: Visit) -> tuple[Exchange, bool]:
    """The same questions lie before both sides. Gives the exchange, and whether it is new.

    When one is open already, that one it is: pressing twice, or both at once, begins only one.
    History: that she proposed it. Who mails about it is up to the caller. Refuses who does not speak for her side.
    """
    if not visit.speaks:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=visit.collaboration.pk)
    still_open = Exchange.objects.filter(collaboration=visit.collaboration, purpose=ACQUAINTANCE)
    found = still_open.filter(revealed_at=None, closed_at=None).first()
    if found:
        return found, False
    exchange = start_exchange(seat=visit.seat, purpose=ACQUAINTANCE, now=visit.now)
    write_line(seat=visit.seat, kind="acquaintance_proposed", now=visit.now)
    return exchange, True


@transaction.atomic
def note_said(*, visit: Visit, exchange: Exchange, question: str, text: str) -> HistoryLine | None:
    """What both said about one question lies on the table, in exactly these words.

    History: the line itself; she can take it back and the other can answer it, as with any note. The same words for
    the same question are kept once (None). Refuses an acquaintance that has not opened, and another table.
    """
    if exchange.revealed_at is None or exchange.collaboration_id != visit.collaboration.pk or not visit.speaks:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=visit.collaboration.pk)
    if any(one.question == question and one.text == text for one in said_at(visit, exchange)):
        return None
    data = {"exchange": exchange.public_id, "question": question}
    return write_line(seat=visit.seat, kind=SAID, now=visit.now, data=data, note=text)


@transaction.atomic
def keep_own_acquaintance(*, visit: Visit, answers: Mapping[str, Mapping[str, str]]) -> None:
    """Keep a part of her own guide; questions that are not named stay as they were. Nobody is told."""
    guide, _made = OwnAcquaintance.objects.select_for_update().get_or_create(
        person=visit.person, collaboration=visit.collaboration, defaults={"kept_at": visit.now}
    )
    guide.answers = {**own_words(guide), **{key: dict(said) for key, said in answers.items()}}
    guide.kept_at = visit.now
    guide.save(update_fields=["answers", "kept_at"])
