"""The successor: proposed, invited by a link, what she may read, what she asks, and that she looked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction

from samenstroom.accounts.outside import claim_link, held, held_for, note_look, renew_link
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.farewell.models import (
    HandoverItem,
    HandoverRelease,
    Successor,
    SuccessorAnswer,
    SuccessorQuestion,
    SuccessorTick,
)


class AloneError(Exception):
    """The other side does not take part: nothing can be released by both."""


@transaction.atomic
def propose_successor(*, seat: Seat, name: str, now: datetime) -> Successor:
    """Both see who may take over. Nothing is sent and nothing is open to her yet.

    History: that somebody was proposed, without the name. The same name again gives the one that is there.
    """
    _hold(seat)
    there = Successor.objects.filter(collaboration=seat.collaboration)
    same = next((one for one in there if str(one.name) == name and one.withdrawn_at is None), None)
    if same:
        return same
    made = Successor.objects.create(collaboration=seat.collaboration, name=name, proposed_by=seat, proposed_at=now)
    write_line(seat=seat, kind="successor_proposed", now=now)
    return made


@transaction.atomic
def mint_successor_link(*, successor: Successor, seat: Seat, other_takes_part: bool, now: datetime) -> str:
    """A new link for her, valid for two weeks; the older one stops. Returns the token, shown once.

    History: that a link was made, each time. Refuses while the other takes no part (AloneError), and other tables.
    """
    found = _hold_successor(successor, seat)
    if not other_takes_part:
        raise AloneError
    token = renew_link(found, now)
    Successor.objects.filter(pk=found.pk).update(minted_by=seat)
    write_line(seat=seat, kind="successor_link", now=now)
    return token


@transaction.atomic
def withdraw_successor(*, successor: Successor, seat: Seat, now: datetime) -> None:
    """Her link stops, also in the browser that claimed it; either side may. History: that it was taken back; once."""
    found = _hold_successor(successor, seat)
    if found.withdrawn_at is None:
        Successor.objects.filter(pk=found.pk).update(withdrawn_at=now)
        write_line(seat=seat, kind="successor_withdrawn", now=now)


@transaction.atomic
def release_items(
    *, successor: Successor, seat: Seat, items: Sequence[HandoverItem], among: Sequence[HandoverItem], now: datetime
) -> None:
    """Her side lets the successor read these of the items that were `among` what she was shown, as they read now.

    What she was not shown stays as it was. She takes back her side's tick by leaving it out: from that moment the
    successor does not see it. No history: both see the ticks themselves. Refuses items of another table.
    """
    found = _hold_successor(successor, seat)
    if any(one.collaboration_id != seat.collaboration_id or one.tabled_at is None for one in (*items, *among)):
        raise NotAllowedError
    chosen = {one.pk for one in items}
    mine = HandoverRelease.objects.filter(successor=found, party=seat.party)
    mine.filter(item__in=[one.pk for one in among if one.pk not in chosen]).delete()
    for item in items:
        HandoverRelease.objects.update_or_create(
            successor=found, item=item, party=seat.party,
            defaults={"seat": seat, "text": item.text, "released_at": now, "collaboration": seat.collaboration},
        )  # fmt: skip


@transaction.atomic
def answer_question(*, question: SuccessorQuestion, seat: Seat, text: str, now: datetime) -> None:
    """Her side answers, for the successor and both to read; other words take the place of the ones before."""
    _hold_successor(question.successor, seat)
    SuccessorAnswer.objects.update_or_create(
        question=question,
        party=seat.party,
        defaults={"seat": seat, "text": text, "answered_at": now, "collaboration": seat.collaboration},
    )


@transaction.atomic
def claim_successor(*, successor: Successor, key: str, now: datetime) -> str:
    """The link becomes of this browser; returns the key it keeps. History: that it was opened, by the app, once.

    Refuses a link that is gone or that another browser has (GoneError).
    """
    found = held(successor)
    is_first = found.claimed_at is None
    kept = claim_link(found, key, now)
    if is_first:
        table = Collaboration.objects.get(pk=found.collaboration_id)
        write_line(seat=None, collaboration=table, kind="successor_opened", now=now)
    return kept


def log_look(*, successor: Successor, now: datetime) -> None:
    """She looked: both see that, to the minute. Looking again within it adds nothing."""
    note_look(successor.looks, now, collaboration_id=successor.collaboration_id)


@transaction.atomic
def ask_question(*, successor: Successor, key: str, text: str, now: datetime) -> None:
    """A question for both sides. The same words again add nothing. Refuses a browser that it is not of (GoneError)."""
    found = held_for(successor, key, now)
    if any(str(one.text) == text for one in found.questions.all()):
        return
    SuccessorQuestion.objects.create(successor=found, collaboration_id=found.collaboration_id, text=text, asked_at=now)


@transaction.atomic
def tick_items(*, successor: Successor, key: str, seen: Collection[int], shown: Collection[int], now: datetime) -> None:
    """Which of the items she was shown she has seen; both sides see her ticks. Refuses another browser (GoneError)."""
    found = held_for(successor, key, now)
    SuccessorTick.objects.filter(successor=found, item__in=set(shown) - set(seen)).delete()
    for item in set(seen) & set(shown):
        SuccessorTick.objects.get_or_create(
            successor=found, item_id=item, defaults={"collaboration_id": found.collaboration_id, "ticked_at": now}
        )


def _hold(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _hold_successor(successor: Successor, seat: Seat) -> Successor:
    _hold(seat)
    if successor.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    return held(successor)
