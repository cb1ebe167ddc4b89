"""What people do with the record. Each verb: one transaction, one line in the history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from samenstroom.accounts.models import Invitee, Person
from samenstroom.accounts.practices import practice_of
from samenstroom.collaborations.models import (
    Collaboration,
    HistoryLine,
    LineAnswer,
    OwnStage,
    Party,
    PersonalNote,
    Seat,
)
from samenstroom.collaborations.wording import is_app_kind
from samenstroom.kit import clock
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.visibility import Circle

PRESSED_TWICE = timedelta(minutes=1)


class NotAllowedError(Exception):
    """This person may not do this here."""


@transaction.atomic
def start_collaboration(
    *,
    by: Person,
    name: str,
    other_name: str,
    kind: str,
    country: str,
    stage: str,
    origin: str,
    now: datetime,
    is_demo: bool = False,
) -> Collaboration:
    """A collaboration with two sides exists; the other side's seat is free until someone claims it.

    History: that it started. Nobody is told. `origin` stays private to `by`. `is_demo` marks it as an example of hers.
    """
    collaboration = Collaboration.objects.create(
        name=name,
        kind=kind,
        country=country,
        stage=Stage(stage).value,
        stage_since=now,
        created_at=now,
        demo_for=by if is_demo else None,
    )
    mine = _seat_party(collaboration, 1, by.name, now, person=by)
    Party.objects.filter(pk=mine.party_id).update(practice=practice_of(by))
    _seat_party(collaboration, 2, other_name, now)
    if origin:
        PersonalNote.objects.create(person=by, collaboration=collaboration, origin=origin)
    write_line(seat=mine, kind="collaboration_started", now=now)
    return collaboration


@transaction.atomic
def begin_collaboration(*, by: Person, name: str, other_name: str, now: datetime, **rest: Any) -> Collaboration:
    """What she begins on a page: as `start_collaboration`, and pressed twice within a minute it is begun once.

    History and who is told: as there, the first time.
    """
    Person.objects.select_for_update().get(pk=by.pk)  # the second press waits until the first is written
    mine = Seat.objects.filter(person=by, added_at__gt=now - PRESSED_TWICE, collaboration__name=name)
    others = Seat.objects.filter(collaboration__in=mine.values("collaboration"), name=other_name, person=None)
    begun = Collaboration.objects.filter(pk__in=others.values("collaboration"), demo_for=None).first()
    return begun or start_collaboration(by=by, name=name, other_name=other_name, now=now, **rest)


def _seat_party(
    collaboration: Collaboration, position: int, name: str, now: datetime, person: Person | None = None
) -> Seat:
    party = Party.objects.create(collaboration=collaboration, position=position)
    seat = Seat.objects.create(
        collaboration=collaboration,
        party=party,
        name=name,
        person=person,
        invitee=None if person else Invitee.objects.create(name=name, created_at=now),
        joined_at=now if person else None,
        added_at=now,
    )
    party.speaker = seat
    party.save(update_fields=["speaker"])
    return seat


def write_line(
    *,
    seat: Seat | None,
    kind: str,
    now: datetime,
    collaboration: Collaboration | None = None,
    circle: Circle = Circle.SHARED,
    about: Party | None = None,
    happened_on: date | None = None,
    data: Mapping[str, Any] | None = None,
    note: str = "",
) -> HistoryLine:
    """Add one dated line. Without a seat the line is the app's own (`collaboration` is then needed)."""
    table = collaboration or (seat.collaboration if seat else None)
    assert table is not None, "a line belongs to a collaboration"
    is_private = circle is Circle.PRIVATE
    return HistoryLine.objects.create(
        collaboration=table,
        circle=circle.value,
        author=seat.person if seat else None,
        seat=seat,
        kind=HistoryLine.PRIVATE_KIND if is_private else kind,
        about=None if is_private else about,
        own={"kind": kind, "about": about.pk if about else None} if is_private else {},
        happened_on=happened_on or clock.day_of(now),
        recorded_at=now,
        data=dict(data or {}),
        note=note,
    )


@transaction.atomic
def move_stage(*, seat: Seat, stage: str, now: datetime) -> None:
    """Both see the collaboration in another stage. Moving to the stage it is in changes nothing."""
    collaboration = Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    before = collaboration.stage
    if before == Stage(stage).value:
        return
    collaboration.stage, collaboration.stage_since = Stage(stage).value, now
    collaboration.save(update_fields=["stage", "stage_since"])
    write_line(seat=seat, kind="stage_moved", now=now, data={"from": before, "to": stage})


@transaction.atomic
def move_own_stage(*, person: Person, collaboration: Collaboration, stage: str | None, now: datetime) -> None:
    """Where she is for herself; None goes along with the shared stage. Leaves no trace for anyone else."""
    own = OwnStage.objects.filter(person=person, collaboration=collaboration)
    if stage is None:
        own.delete()
        return
    OwnStage.objects.update_or_create(
        person=person, collaboration=collaboration, defaults={"stage": Stage(stage).value, "since": now}
    )


@transaction.atomic
def share_line(*, line: HistoryLine, seat: Seat, note: str, now: datetime) -> HistoryLine:
    """A private line of her own gets a shared twin with exactly the text she saw; the private one stays hers."""
    if line.circle != Circle.PRIVATE.value or not _is_hers(line, seat):
        raise NotAllowedError
    return write_line(
        seat=seat,
        kind=line.what,
        now=now,
        about=Party.objects.filter(pk=line.about_party or 0, collaboration=line.collaboration_id).first(),
        happened_on=line.happened_on,
        data=line.data,
        note=note,
    )


@transaction.atomic
def withdraw_line(*, line: HistoryLine, seat: Seat, now: datetime) -> None:
    """She takes back a line of her own. A private one goes away, a shared one stays readable as taken back.

    Refuses what the app wrote about an act of hers: that it happened stays so.
    """
    if not _is_hers(line, seat) or is_app_kind(line.what):
        raise NotAllowedError
    if line.circle == Circle.PRIVATE.value:
        line.delete()
        return
    HistoryLine.objects.filter(pk=line.pk, withdrawn_at=None).update(withdrawn_at=now)


def _is_hers(line: HistoryLine, seat: Seat) -> bool:
    """Whether the person on this seat wrote the line, at this table."""
    wrote = line.author_id is not None and line.author_id == seat.person_id
    return wrote and line.collaboration_id == seat.collaboration_id


def answer_line(*, line: HistoryLine, seat: Seat, stance: str, words: str, now: datetime) -> LineAnswer:
    """She says how she sees a shared line of the other side; her latest answer counts.

    Refuses a line that is private, of her own side, of the app alone, or taken back.
    """
    is_theirs = line.seat is not None and line.seat.party_id != seat.party_id
    is_here = line.circle == Circle.SHARED.value and line.collaboration_id == seat.collaboration_id
    if not (is_theirs and is_here) or line.withdrawn_at:
        raise NotAllowedError
    answer, _made = LineAnswer.objects.update_or_create(
        line=line,
        seat=seat,
        defaults={
            "collaboration_id": line.collaboration_id,
            "stance": LineAnswer.Stance(stance).value,
            "words": words,
            "answered_at": now,
        },
    )
    return answer
