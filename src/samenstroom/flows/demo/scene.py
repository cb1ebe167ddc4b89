"""The table of one example: who sits there, and which moment a day of the story is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from samenstroom.accounts.links import COPY
from samenstroom.accounts.models import Person
from samenstroom.collaborations.actions import make_link
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.collaborations.visits import Visit, visit_of
from samenstroom.flows.claiming import claim_as
from samenstroom.kit import clock

Entry = Mapping[str, Any]
"""One entry of a diary."""
MORNING, NOON, AFTERNOON, EVENING, LATE = 9, 12, 16, 19, 21
"""Hours at which things happen in a story."""


@dataclass(frozen=True)
class Scene:
    """One example while it is told, for a story in which today is `today`."""

    person: Person
    collaboration: Collaboration
    mine: Seat
    theirs: Seat
    today: date

    def seat(self, who: str) -> Seat:
        """The seat of `me` or of `they`."""
        return self.mine if who == "me" else self.theirs

    def day(self, ago: int) -> date:
        """The day so many days before today."""
        return self.today - timedelta(days=ago)

    def moment(self, ago: int, hour: int) -> datetime:
        """That day at a whole hour in Amsterdam."""
        return moment(self.day(ago), hour)

    def seats(self) -> tuple[tuple[str, Seat], ...]:
        """Both seats with the word by which a diary names them, hers first."""
        return (("mine", self.mine), ("theirs", self.theirs))

    def visit(self, now: datetime) -> Visit:
        """The person of the demo looks at it."""
        found = visit_of(self.person, self.collaboration.public_id, now)
        assert found is not None, "she sits at every table of her demo"
        return found


def moment(day: date, hour: int) -> datetime:
    """A day at a whole hour in Amsterdam."""
    return datetime.combine(day, time(hour), clock.AMSTERDAM).astimezone(UTC)


def sit_together(*, collaboration: Collaboration, person: Person, today: date, now: datetime) -> Scene:
    """The other side takes its seat by the link made for it, as everybody does."""
    mine, free = _seats(collaboration)
    minted = make_link(by=mine, other=free, channel=COPY, now=now)
    claim_as(link=minted.link, person=_made_up(free.name, now), now=now)
    mine, theirs = _seats(collaboration)
    return Scene(person, collaboration, mine, theirs, today)


def _seats(collaboration: Collaboration) -> tuple[Seat, Seat]:
    rows = Seat.objects.filter(collaboration=collaboration)
    mine, theirs = rows.select_related("party", "collaboration", "person", "invitee").order_by("party__position")
    return mine, theirs


def _made_up(name: str, now: datetime) -> Person:
    """Somebody who does not exist: no account, no address, and a link that opens for nobody."""
    person = Person(name=name, is_active=False, created_at=now)
    person.set_unusable_password()
    person.save()
    return person
