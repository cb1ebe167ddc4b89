"""Who is looking, and at which table: the one argument of every page about a collaboration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from samenstroom.accounts.models import Person

from .models import Collaboration, Party, Seat
from .visibility import tables_of


@dataclass(frozen=True)
class Visit:
    """One person looking at one collaboration at one moment.

    `other` is the seat that speaks for the other side, taken or not; `takes_part` says whether someone sat down there.
    `seats`: every seat at this table by its id, as they were fetched with the visit.
    """

    person: Person
    collaboration: Collaboration
    seat: Seat
    party: Party
    other_party: Party
    other: Seat
    now: datetime
    seats: Mapping[int, Seat] = field(compare=False, repr=False)

    @property
    def takes_part(self) -> bool:
        return self.other.person_id is not None

    @property
    def needs_link(self) -> bool:
        """Whether the other comes in by a personal link: not when she has an account here."""
        holder = self.other.person
        return self.other.invitee_id is not None and not (holder is not None and holder.has_account)

    @property
    def speaks(self) -> bool:
        """Whether this person answers check-ins for her side (a colleague reads along)."""
        return self.party.speaker_id == self.seat.pk

    @property
    def other_name(self) -> str:
        return self.other.first_name

    @property
    def my_name(self) -> str:
        return self.seat.first_name


def visit_of(person: Person, public_id: str, now: datetime) -> Visit | None:
    """The visit of this person to this collaboration, or None when it is not there or not for her."""
    collaboration = Collaboration.objects.filter(public_id=public_id, pk__in=tables_of(person)).first()
    if collaboration is None:
        return None
    seats = Seat.objects.filter(collaboration=collaboration).select_related(
        "invitee", "party__speaker__invitee", "party__speaker__person"
    )
    return make_visit(person, collaboration, list(seats.order_by("pk")), now)


def make_visit(person: Person, collaboration: Collaboration, seats: Sequence[Seat], now: datetime) -> Visit:
    """The visit, from the seats of a table where this person has one. Takes no queries."""
    seat = next(one for one in seats if one.person_id == person.pk)
    theirs = next(one.party for one in seats if one.party_id != seat.party_id)
    assert theirs.speaker is not None, "every party has a speaker from the start"
    return Visit(
        person=person,
        collaboration=collaboration,
        seat=seat,
        party=seat.party,
        other_party=theirs,
        other=theirs.speaker,
        now=now,
        seats=MappingProxyType({one.pk: one for one in seats}),
    )


def seat_them(rows: Iterable[Any], visits: Iterable[Visit]) -> None:
    """Give rows that have a `seat` the one that came with the visits, instead of making it again for each row.

    What names a seat of another table is left to be fetched.
    """
    seats = {key: seat for visit in visits for key, seat in visit.seats.items()}
    for row in rows:
        if row.seat_id in seats:
            row.seat = seats[row.seat_id]
