"""Beginning a kick-off, one sentence per goal, points for the agenda, and a record of the talk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, HistoryLine, Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import start_exchange
from samenstroom.exchanges.models import Exchange
from samenstroom.planning.models import AgendaPoint, OwnKickoff, SharedGoal
from samenstroom.planning.queries.kickoff import HELD, KICKOFF, own_kickoff_words

OPENED, CLOSED, FREED = "kickoff_opened", "kickoff_closed", "kickoff_freed"
"""The kinds of lines about its envelopes."""


@transaction.atomic
def propose_kickoff(*, visit: Visit) -> tuple[Exchange, bool]:
    """The same questions lie before both sides. Gives the exchange, and whether it is new.

    When one is open already, that one it is: pressing twice, or both at once, begins only one.
    History: that she proposed it. Who mails about it is up to the caller. Refuses who does not speak for her side.
    """
    _speaks(visit.seat)
    rows = Exchange.objects.filter(collaboration=visit.collaboration, purpose=KICKOFF)
    found = rows.filter(revealed_at=None, closed_at=None).first()
    if found:
        return found, False
    exchange = start_exchange(seat=visit.seat, purpose=KICKOFF, now=visit.now)
    write_line(seat=visit.seat, kind="kickoff_proposed", now=visit.now)
    return exchange, True


@transaction.atomic
def propose_goal(
    *, seat: Seat, about: str, text: str, other_takes_part: bool, now: datetime, replaces: SharedGoal | None = None
) -> SharedGoal:
    """One sentence lies on the table and counts once the other accepts it; alone at the table it is noted.

    With `replaces`: an open sentence makes way at once, one that holds goes on until the new one is accepted.
    History: that it was proposed or noted; the same sentence again changes nothing. Refuses who only reads along, and
    a sentence of another table or that is gone (NotAllowedError).
    """
    _speaks(seat)
    old = _hold_goal(replaces, seat) if replaces else None
    if old and not old.is_there:
        raise NotAllowedError
    there = SharedGoal.objects.filter(collaboration=seat.collaboration, replaced_at=None, dropped_at=None)
    same = next((one for one in there if str(one.text) == text), None)
    if same:
        return same
    if old and (old.is_open or not other_takes_part):
        SharedGoal.objects.filter(pk=old.pk).update(replaced_at=now)
    elif old:
        there.filter(replaces=old.number, accepted_at=None, noted_at=None).update(replaced_at=now)
    made = SharedGoal.objects.create(
        collaboration=seat.collaboration, number=_next_number(seat), about=about, text=text,
        replaces=old.number if old else None, proposed_by=seat, proposed_at=now,
        noted_at=None if other_takes_part else now,
    )  # fmt: skip
    write_line(seat=seat, kind="goal_proposed" if other_takes_part else "goal_noted", now=now)
    return made


@transaction.atomic
def accept_goal(*, goal: SharedGoal, seat: Seat, now: datetime) -> None:
    """The other side says yes: from now on this sentence is of both. What it replaces holds no more.

    A sentence that one noted alone can be accepted later. History: that it was accepted; once. Refuses one's own
    proposal and one that is gone (NotAllowedError).
    """
    _speaks(seat)
    held = _hold_goal(goal, seat)
    is_own = held.proposed_by is None or held.proposed_by.party_id == seat.party_id
    if is_own or not held.is_there:
        raise NotAllowedError
    if held.accepted_at:
        return
    SharedGoal.objects.filter(pk=held.pk).update(accepted_by=seat, accepted_at=now)
    if held.replaces:
        before = SharedGoal.objects.filter(collaboration=seat.collaboration, number=held.replaces, replaced_at=None)
        before.update(replaced_at=now)
    write_line(seat=seat, kind="goal_accepted", now=now)


@transaction.atomic
def drop_goal(*, goal: SharedGoal, seat: Seat, now: datetime) -> None:
    """A sentence lies on the table no more: taken back, rather not, or a goal that is no goal any more.

    History: that it was taken off; once. Refuses who only reads along (NotAllowedError).
    """
    _speaks(seat)
    held = _hold_goal(goal, seat)
    if held.is_there:
        SharedGoal.objects.filter(pk=held.pk).update(dropped_at=now)
        write_line(seat=seat, kind="goal_dropped", now=now)


@transaction.atomic
def add_point(*, seat: Seat, text: str, now: datetime) -> AgendaPoint:
    """A point is on the agenda, in exactly these words. The same words again are there once.

    No history: the agenda itself shows them all. Refuses who only reads along (NotAllowedError).
    """
    _speaks(seat)
    there = AgendaPoint.objects.filter(collaboration=seat.collaboration, dropped_at=None)
    same = next((one for one in there if str(one.text) == text), None)
    return same or AgendaPoint.objects.create(collaboration=seat.collaboration, text=text, added_by=seat, added_at=now)


@transaction.atomic
def drop_point(*, point: AgendaPoint, seat: Seat, now: datetime) -> None:
    """A point is off the agenda; either side may do so, once it was talked about or no longer matters."""
    _speaks(seat)
    if point.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    AgendaPoint.objects.filter(pk=point.pk, dropped_at=None).update(dropped_at=now)


@transaction.atomic
def note_kickoff(*, seat: Seat, held_on: date, text: str, now: datetime) -> HistoryLine | None:
    """The talk was held on this day, and this is what they said and decided, in exactly these words.

    History: the line itself; she can take it back and the other can answer it, as with any note. The same day with the
    same words is kept once (None). Refuses who only reads along (NotAllowedError).
    """
    _speaks(seat)
    lines = HistoryLine.objects.filter(
        collaboration=seat.collaboration, kind=HELD, happened_on=held_on, withdrawn_at=None
    )
    if any(one.note == text for one in lines):
        return None
    return write_line(seat=seat, kind=HELD, happened_on=held_on, now=now, note=text)


@transaction.atomic
def keep_own_kickoff(*, visit: Visit, answers: Mapping[str, Mapping[str, str]]) -> None:
    """Keep a part of her own preparation; questions that are not named stay as they were. Nobody is told."""
    own, _made = OwnKickoff.objects.select_for_update().get_or_create(
        person=visit.person, collaboration=visit.collaboration, defaults={"kept_at": visit.now}
    )
    own.answers = {**own_kickoff_words(own), **{key: dict(said) for key, said in answers.items()}}
    own.kept_at = visit.now
    own.save(update_fields=["answers", "kept_at"])


def _speaks(seat: Seat) -> None:
    """Refuse who only reads along; two people who act at once do so one after the other."""
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _hold_goal(goal: SharedGoal, seat: Seat) -> SharedGoal:
    if goal.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    return SharedGoal.objects.select_related("proposed_by").get(pk=goal.pk)


def _next_number(seat: Seat) -> int:
    last = SharedGoal.objects.filter(collaboration=seat.collaboration).aggregate(last=Max("number"))["last"]
    return int(last or 0) + 1
