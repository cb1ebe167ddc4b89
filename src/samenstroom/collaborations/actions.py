"""What people do with the record. Each verb: one transaction, one line in the history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from samenstroom.accounts.links import Minted, mint_link, withdraw_link
from samenstroom.accounts.models import Invitee, Person, PersonalLink
from samenstroom.accounts.practices import practice_of
from samenstroom.kit import clock
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.visibility import Circle

from .models import Collaboration, HistoryLine, LineAnswer, OwnStage, Party, PersonalNote, Seat
from .wording import is_app_kind


class NotAllowedError(Exception):
    """This person may not do this here."""


@transaction.atomic
def start_collaboration(
    *, by: Person, name: str, other_name: str, kind: str, country: str, stage: str, origin: str, now: datetime
) -> Collaboration:
    """A collaboration with two sides exists; the other side's seat is free until someone claims it.

    History: that it started. Nobody is told. `origin` stays private to `by`.
    """
    collaboration = Collaboration.objects.create(
        name=name, kind=kind, country=country, stage=Stage(stage).value, stage_since=now, created_at=now
    )
    mine = _seat_party(collaboration, 1, by.name, now, person=by)
    Party.objects.filter(pk=mine.party_id).update(practice=practice_of(by))
    _seat_party(collaboration, 2, other_name, now)
    if origin:
        PersonalNote.objects.create(person=by, collaboration=collaboration, origin=origin)
    write_line(seat=mine, kind="collaboration_started", now=now)
    return collaboration


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
    return HistoryLine.objects.create(
        collaboration=table,
        circle=circle.value,
        author=seat.person if seat else None,
        seat=seat,
        kind=kind,
        about=about,
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
        kind=line.kind,
        now=now,
        about=line.about,
        happened_on=line.happened_on,
        data=line.data,
        note=note,
    )


def withdraw_line(*, line: HistoryLine, seat: Seat, now: datetime) -> None:
    """She takes back a line of her own. A private one goes away, a shared one stays readable as taken back.

    Refuses what the app wrote about an act of hers: that it happened stays so.
    """
    if not _is_hers(line, seat) or is_app_kind(line.kind):
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


@transaction.atomic
def make_link(*, by: Seat, other: Seat, channel: str, now: datetime) -> Minted:
    """A new copy of the other's personal link exists. History: that it was made, visible to both.

    Refuses when the other has no invitation (she has an account and sits here already) or is not the other here.
    """
    if other.invitee is None or by.person is None or not _is_across(by, other):
        raise NotAllowedError
    minted = mint_link(invitee=other.invitee, by=by.person, channel=channel, now=now)
    write_line(seat=by, kind="link_made", now=now, data={"for": other.first_name, "channel": channel})
    return minted


def _is_across(by: Seat, other: Seat) -> bool:
    """Whether the two sit across from each other at one table."""
    return other.collaboration_id == by.collaboration_id and other.party_id != by.party_id


@transaction.atomic
def take_back_link(*, by: Seat, link: PersonalLink, now: datetime) -> None:
    """The copy stops working. History: that it was withdrawn; only the first time. Refuses a link to another table."""
    if not Seat.objects.filter(collaboration=by.collaboration_id, invitee=link.invitee_id).exists():
        raise NotAllowedError
    if PersonalLink.objects.select_for_update().get(pk=link.pk).withdrawn_at:
        return
    withdraw_link(link=link, now=now)
    write_line(seat=by, kind="link_withdrawn", now=now, data={"for": link.invitee.first_name})


def sit_down(*, invitee: Invitee, person: Person, now: datetime) -> Seat | None:
    """Who claimed the invitation takes the seat that waited. History: she joined. None when there is no seat."""
    seat = Seat.objects.select_related("collaboration").filter(invitee=invitee, person=None).first()
    if seat is None:
        return None
    if Seat.objects.filter(collaboration=seat.collaboration, person=person).exists():
        raise NotAllowedError
    seat.person, seat.joined_at = person, now
    seat.save(update_fields=["person", "joined_at"])
    write_line(seat=seat, kind="joined", now=now)
    return seat


@transaction.atomic
def fresh_seat(*, by: Seat, other: Seat, now: datetime) -> Seat:
    """The other lost her code: a new seat on her side, to be claimed with a new code.

    The old seat keeps what it could see; nothing that was private or sealed opens for the new one.
    History: that a new start was made, visible to both.
    """
    if not _is_across(by, other) or other.person_id is None or other.invitee_id is None:
        raise NotAllowedError
    seat = Seat.objects.create(
        collaboration=other.collaboration,
        party=other.party,
        name=other.name,
        invitee=Invitee.objects.create(name=other.name, created_at=now),
        added_at=now,
    )
    Party.objects.filter(pk=other.party_id).update(speaker=seat)
    write_line(seat=by, kind="fresh_seat", now=now, data={"for": other.first_name})
    return seat


@transaction.atomic
def show_colleague(*, by: Seat, colleague: Person, now: datetime) -> Seat:
    """A colleague of the same practice may read the shared record; nothing private or sealed. Visible to both.

    Refuses when one of the two does not work in the practice of this side (any more).
    """
    practice = by.party.practice
    inside = practice.memberships.filter(left_at=None).values_list("person", flat=True) if practice else ()
    if not {by.person_id, colleague.pk} <= set(inside):
        raise NotAllowedError
    seat, made = Seat.objects.get_or_create(
        collaboration=by.collaboration,
        person=colleague,
        defaults={"party": by.party, "name": colleague.name, "joined_at": now, "added_at": now},
    )
    if made:
        write_line(seat=by, kind="colleague_added", now=now, data={"name": colleague.first_name})
    return seat


@transaction.atomic
def stand_up(*, seat: Seat, now: datetime) -> None:
    """She stops taking part: her seat becomes free, with a fresh invitation. History: that she stopped."""
    write_line(seat=seat, kind="left", now=now)
    seat.person, seat.joined_at = None, None
    seat.invitee = Invitee.objects.create(name=seat.name, created_at=now)
    seat.save(update_fields=["person", "joined_at", "invitee"])
