"""A blind proposal: started by one, a limit from each, compared once per round, and a yes or no to the middle."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from samenstroom.adjusting.models import BlindAnswer, BlindLimit, BlindRound, Conflict
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Party, Seat
from samenstroom.rules.blind import middle_of, rounds_left

from .conflicts import held_open


@transaction.atomic
def start_blind(
    *, conflict: Conflict, seat: Seat, receiver: Party, other_takes_part: bool, now: datetime
) -> BlindRound:
    """Both may name a limit; `receiver` would get the amount. History: that it was proposed; once while it is open.

    Refuses who only reads along, alone at the table, a party of another table, and when a round runs otherwise, the two
    met already, or no tries are left (NotAllowedError).
    """
    held = held_open(conflict, seat)
    if not other_takes_part or receiver.collaboration_id != held.collaboration_id:
        raise NotAllowedError
    rounds = list(BlindRound.objects.filter(conflict=held).order_by("started_at", "pk"))
    running = next((one for one in rounds if one.is_open), None)
    if running is not None and running.receiver_id == receiver.pk:
        return running
    if running is not None or not _may_go_on(rounds):
        raise NotAllowedError
    write_line(seat=seat, kind="blind_started", now=now)
    return _begin(held, receiver, seat, now)


@transaction.atomic
def send_limit(*, conflict: Conflict, seat: Seat, amount: Decimal, now: datetime) -> bool:
    """Her limit is in a closed envelope; the second one compares both, once, and freezes them. True when it was.

    Before the other sent she may change it without a trace. After a round without an overlap a next limit begins a new
    round: it is compared with nothing until the other names one again too. History: that she sent, once a round; by the
    app that both did, without a word about the outcome. Refuses who only reads along, a side for which a colleague
    sent, and when no round is open and none may begin (NotAllowedError).
    """
    held = held_open(conflict, seat)
    rounds = list(BlindRound.objects.filter(conflict=held).order_by("started_at", "pk"))
    running = next((one for one in rounds if one.is_open), None)
    if running is None:
        if not rounds or rounds[-1].stopped_at or not _may_go_on(rounds):
            raise NotAllowedError
        running = _begin(held, rounds[-1].receiver, seat, now)
    _put(running, seat, amount, now)
    limits = {one.party_id: Decimal(str(one.amount)) for one in BlindLimit.objects.filter(round=running)}
    if len(limits) < Party.objects.filter(collaboration=held.collaboration_id).count():
        return False
    most = next(one for party, one in limits.items() if party != running.receiver_id)
    middle = middle_of(least=limits[running.receiver_id], most=most)
    BlindRound.objects.filter(pk=running.pk).update(compared_at=now)
    if middle is not None:
        running.refresh_from_db()
        running.middle = str(middle)
        running.save(update_fields=["middle"])
    write_line(seat=None, collaboration=held.collaboration, kind="blind_compared", now=now)
    return True


@transaction.atomic
def stop_blind(*, conflict: Conflict, seat: Seat, now: datetime) -> None:
    """The round that is open stops; what was in an envelope is never compared. Either side may do so. History: once."""
    held = held_open(conflict, seat)
    if BlindRound.objects.filter(conflict=held, compared_at=None, stopped_at=None).update(stopped_at=now):
        write_line(seat=seat, kind="blind_stopped", now=now)


@transaction.atomic
def answer_middle(*, conflict: Conflict, seat: Seat, says_yes: bool, now: datetime) -> bool:
    """What her side says to the amount in the middle; it holds once both said yes. True then.

    History: that she answered, and by the app that both agreed. Answering again changes nothing. Refuses who only reads
    along, and when the two did not meet (NotAllowedError).
    """
    held = held_open(conflict, seat)
    found = next((one for one in BlindRound.objects.filter(conflict=held) if one.middle), None)
    if found is None:
        raise NotAllowedError
    answers = {one.seat.party_id: one for one in BlindAnswer.objects.filter(round=found).select_related("seat")}
    if seat.party_id not in answers:
        made = BlindAnswer.objects.create(
            round=found, collaboration=held.collaboration, seat=seat, says_yes=says_yes, said_at=now
        )
        write_line(seat=seat, kind="blind_answered", now=now)
        answers[seat.party_id] = made
        if _all_yes(answers, held):
            write_line(seat=None, collaboration=held.collaboration, kind="blind_agreed", now=now)
    return _all_yes(answers, held)


def _all_yes(answers: dict[int, BlindAnswer], conflict: Conflict) -> bool:
    sides = Party.objects.filter(collaboration=conflict.collaboration_id).count()
    return len(answers) == sides and all(one.says_yes for one in answers.values())


def _may_go_on(rounds: list[BlindRound]) -> bool:
    """No middle came out yet, and tries are left. A round that was stopped counts as none: nothing came out of it."""
    compared = [one for one in rounds if one.compared_at]
    return not any(one.middle for one in compared) and rounds_left(len(compared)) > 0


def _begin(conflict: Conflict, receiver: Party, seat: Seat, now: datetime) -> BlindRound:
    return BlindRound.objects.create(
        conflict=conflict, collaboration=conflict.collaboration, receiver=receiver, started_by=seat, started_at=now
    )


def _put(running: BlindRound, seat: Seat, amount: Decimal, now: datetime) -> None:
    kept = BlindLimit.objects.filter(round=running, party=seat.party).first()
    if kept is not None:
        if kept.person_id != seat.person_id:
            raise NotAllowedError
        kept.amount = str(amount)
        kept.save(update_fields=["amount"])
        return
    assert seat.person is not None, "who speaks sits there"
    BlindLimit.objects.create(
        round=running,
        collaboration=running.collaboration,
        party=seat.party,
        seat=seat,
        person=seat.person,
        amount=str(amount),
        sent_at=now,
    )
    write_line(seat=seat, kind="blind_sent", now=now)
