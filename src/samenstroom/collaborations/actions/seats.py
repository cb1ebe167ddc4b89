"""Who sits at the table: links, claims, colleagues, a new start, leaving. Each verb writes one line in the history."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.accounts.links import Minted, mint_link, withdraw_link
from samenstroom.accounts.models import Invitee, Person, PersonalLink, Practice
from samenstroom.collaborations.models import Party, Seat

from .record import NotAllowedError, write_line


@transaction.atomic
def make_link(*, by: Seat, other: Seat, channel: str, now: datetime) -> Minted:
    """A new copy of the other's personal link exists. History: that it was made, visible to both.

    Refuses when the other has no invitation (she has an account and sits here already) or is not the other here, and
    in an example where somebody made up sits already: nobody real is ever invited there.
    """
    if other.invitee is None or by.person is None or not _is_across(by, other):
        raise NotAllowedError
    if by.collaboration.is_demo and other.person_id is not None:
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


@transaction.atomic
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
    History: that a new start was made, visible to both. Refuses in an example: its other side is made up.
    """
    if by.collaboration.is_demo:
        raise NotAllowedError
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


@transaction.atomic
def ask_colleague_to_leave(*, by: Seat, seat: Seat, now: datetime) -> None:
    """A colleague of her own side no longer reads along. History: that she stopped, visible to both.

    Refuses someone of the other side, herself, and who speaks for her side.
    """
    if seat.party_id != by.party_id or seat.pk == by.pk or seat.pk == by.party.speaker_id or seat.person_id is None:
        raise NotAllowedError
    _free(seat)
    write_line(seat=by, kind="colleague_removed", now=now, data={"name": seat.first_name})


@transaction.atomic
def leave_practice_tables(*, person: Person, practice: Practice, now: datetime) -> None:
    """Who leaves a practice no longer reads along at its tables; where she speaks herself she stays."""
    seats = Seat.objects.filter(person=person, party__practice=practice).select_related("party", "collaboration")
    for seat in seats:
        if seat.pk != seat.party.speaker_id:
            write_line(seat=seat, kind="left", now=now)
            _free(seat)


def _free(seat: Seat) -> None:
    seat.person, seat.joined_at = None, None
    seat.save(update_fields=["person", "joined_at"])
