"""Steps around a personal link, through the functions, with time as an argument."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from samenstroom.accounts.links import (
    ClaimRefusedError,
    Minted,
    find_link,
)
from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.collaborations.actions import make_link
from samenstroom.collaborations.models import Collaboration, Seat
from tests.people import START, Together, noor, seat_of, started

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def free_seat(collaboration: Collaboration) -> Seat:
    return Seat.objects.select_related("invitee", "party", "collaboration").get(
        collaboration=collaboration, person=None
    )


def copy_of(collaboration: Collaboration, by: Person, *, now: datetime = START) -> Minted:
    """A fresh copy of the link to the seat that is still free."""
    return make_link(by=seat_of(by, collaboration), other=free_seat(collaboration), channel="copy", now=now)


def invited() -> tuple[Collaboration, Person, Minted]:
    """Noor started a collaboration and made one copy for Marleen."""
    maker = noor()
    collaboration = started(maker)
    return collaboration, maker, copy_of(collaboration, maker)


def later_copy(table: Together, *, now: datetime = START) -> PersonalLink:
    """A new copy of Marleen's claimed link, found the way a door finds it."""
    minted = make_link(by=table.noors_seat, other=table.marleens_seat, channel="copy", now=now)
    found = find_link(minted.token)
    assert found is not None
    return found


def reason_of(act: Callable[[], object]) -> str:
    with pytest.raises(ClaimRefusedError) as refused:
        act()
    return refused.value.reason


def find_link_of(link: PersonalLink) -> PersonalLink:
    return PersonalLink.objects.select_related("invitee__person", "minted_by").get(pk=link.pk)


def copy_of_taken(collaboration: Collaboration, by: Person) -> PersonalLink:
    """Another copy for the seat across from this person."""
    mine = seat_of(by, collaboration)
    other = Seat.objects.exclude(party=mine.party).select_related("invitee").get(collaboration=collaboration)
    return make_link(by=mine, other=other, channel="copy", now=START).link
