"""A repair attempt: proposed, agreed, taken off the table, and looked back on apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from samenstroom.adjusting.models import RepairAttempt
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.exchanges.actions import close_exchange, draft_answer, save_answers, send_answer, start_exchange
from samenstroom.exchanges.models import Exchange, ExchangeAnswer
from samenstroom.rules.attempts import Said, says_it_helped, standard_day

PURPOSE = "repair_attempt"


@dataclass(frozen=True)
class Terms:
    """What somebody proposes. `tries`: what to do and the position of the party that does it, None for both."""

    stuck: str
    tries: Sequence[tuple[str, int | None]]
    look_back_on: date

    def rows(self) -> list[dict[str, Any]]:
        """The tries as they are kept."""
        return [{"text": text, "who": who} for text, who in self.tries]


@transaction.atomic
def propose_attempt(*, seat: Seat, terms: Terms, now: datetime) -> RepairAttempt:
    """A repair attempt lies on the table; it counts once the other side agrees. Replaces an open proposal.

    History: that it was proposed, or that another proposal came in its place. The same proposal again changes nothing.
    Refuses who only reads along, and while an attempt runs (NotAllowedError).
    """
    _speaks(seat)
    _hold_table(seat)
    standing = _standing(seat.collaboration)
    if standing and standing.agreed_at and not _is_opened(standing):
        raise NotAllowedError
    lies_there = standing if standing and standing.agreed_at is None else None
    if lies_there and _is_same(lies_there, seat, terms):
        return lies_there
    if lies_there:
        RepairAttempt.objects.filter(pk=lies_there.pk).update(dropped_at=now)
    made = RepairAttempt.objects.create(
        collaboration=seat.collaboration,
        stuck=terms.stuck,
        tries=terms.rows(),
        look_back_on=terms.look_back_on,
        proposed_by=seat,
        proposed_at=now,
    )
    write_line(seat=seat, kind="attempt_changed" if lies_there else "attempt_proposed", now=now)
    return made


@transaction.atomic
def agree_attempt(*, attempt: RepairAttempt, seat: Seat, now: datetime) -> None:
    """The other side says yes: the attempt runs, and the envelopes to say how it went lie there from now on, so that
    they tell nothing about who began to write. The stage stays as it is.

    History: that she agreed; once. Refuses one's own proposal, and one that no longer lies there (NotAllowedError).
    """
    _speaks(seat)
    held = _hold(attempt, seat)
    if held.dropped_at or held.proposed_by is None or held.proposed_by.party_id == seat.party_id:
        raise NotAllowedError
    if held.agreed_at is None:
        RepairAttempt.objects.filter(pk=held.pk).update(agreed_by=seat, agreed_at=now)
        _begin_look(held, seat, now)
        write_line(seat=seat, kind="attempt_agreed", now=now)


@transaction.atomic
def drop_attempt(*, attempt: RepairAttempt, seat: Seat, now: datetime) -> None:
    """It lies on the table no more: either side may say so, before it opened. What one side sent stays sealed.

    History: that it was taken off; once. Refuses an attempt that both looked back on (NotAllowedError).
    """
    _speaks(seat)
    held = _hold(attempt, seat)
    if _is_opened(held):
        raise NotAllowedError
    if held.dropped_at:
        return
    RepairAttempt.objects.filter(pk=held.pk).update(dropped_at=now)
    if held.look and not held.look.is_over:
        close_exchange(exchange=held.look, seat=seat, kind="attempt_dropped", now=now)
    else:
        write_line(seat=seat, kind="attempt_dropped", now=now)


@transaction.atomic
def keep_look(*, attempt: RepairAttempt, seat: Seat, answers: Mapping[str, Any], now: datetime) -> ExchangeAnswer:
    """Keep what she says about how it went, still hers alone.

    What she sent keeps an answer: leaving it open in a draft afterwards takes nothing out of a closed envelope.
    Refuses an attempt that does not run or that opened (NotAllowedError, AlreadySentError).
    """
    _speaks(seat)
    held = _hold(attempt, seat)
    if held.agreed_at is None or held.dropped_at:
        raise NotAllowedError
    look = held.look or _begin_look(held, seat, now)
    draft = draft_answer(exchange=look, seat=seat)
    is_emptied = draft.sent_at is not None and not answers.get("said")
    save_answers(answer=draft, answers={key: told for key, told in answers.items() if key != "said" or not is_emptied})
    return draft


@transaction.atomic
def send_look(*, attempt: RepairAttempt, answer: ExchangeAnswer, now: datetime) -> bool:
    """Close her envelope; True when it was the second one and both opened.

    History: when both have sent, one line by the app: that an agreement to make it better helped when both said it
    flows again (a fact for the signals), otherwise only that both said how it is.
    """
    held = _hold(attempt, answer.seat)
    assert held.look_id == answer.exchange_id
    # Read again while the table is held: another tab may have kept something else meanwhile.
    closing = ExchangeAnswer.objects.filter(Q(pk=answer.pk) | Q(sent_at__isnull=False), exchange=answer.exchange_id)
    said = tuple(Said(one.answers["said"]) for one in closing)
    kind = "repair_helped" if says_it_helped(said) else "attempt_opened"
    return send_answer(answer=answer, kind=kind, now=now)


def try_again(*, attempt: RepairAttempt, seat: Seat, now: datetime, today: date) -> RepairAttempt:
    """A new proposal with the same words and things to do, for another four weeks; the other agrees or changes it.

    History: that it was proposed; once. Refuses an attempt that is not over, or of another table (NotAllowedError).
    """
    if attempt.collaboration_id != seat.collaboration_id or not _is_opened(attempt):
        raise NotAllowedError
    tries = [(str(one["text"]), one["who"]) for one in attempt.tries]
    return propose_attempt(seat=seat, terms=Terms(attempt.stuck, tries, standard_day(today)), now=now)


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def _hold_table(seat: Seat) -> None:
    """Two people who act at once do so one after the other."""
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _hold(attempt: RepairAttempt, seat: Seat) -> RepairAttempt:
    if attempt.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    _hold_table(seat)
    return RepairAttempt.objects.select_related("proposed_by", "look").get(pk=attempt.pk)


def _standing(collaboration: Collaboration) -> RepairAttempt | None:
    rows = RepairAttempt.objects.filter(collaboration=collaboration, dropped_at=None).select_related("look")
    return rows.order_by("-proposed_at", "-pk").first()


def _is_opened(attempt: RepairAttempt) -> bool:
    return attempt.look is not None and attempt.look.revealed_at is not None


def _is_same(lies_there: RepairAttempt, seat: Seat, terms: Terms) -> bool:
    same = (lies_there.stuck, lies_there.tries, lies_there.look_back_on)
    return lies_there.proposed_by_id == seat.pk and same == (terms.stuck, terms.rows(), terms.look_back_on)


def _begin_look(attempt: RepairAttempt, seat: Seat, now: datetime) -> Exchange:
    look = start_exchange(seat=seat, purpose=PURPOSE, now=now)
    RepairAttempt.objects.filter(pk=attempt.pk).update(look=look)
    return look
