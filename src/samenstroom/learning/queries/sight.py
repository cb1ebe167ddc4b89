"""What a mentor may see of one person: one rule for every kind of things.

Something is seen when it is shown (by kind or by itself), when it was there in time for what was chosen, and, as soon
as it rests on what the other side wrote, when both sides of that table said yes. Nothing else is even put in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from samenstroom.accounts.models import Person
from samenstroom.adjusting.queries.companions import agreed_companions
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.collaborations.queries import other_names, visits_of
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock, wall
from samenstroom.learning.models import MentorShare, Mentorship
from samenstroom.learning.showing import BY_NAME, KINDS, Kind, Reading, Shown, offered_at, reading_of
from samenstroom.learning.wording.called import usual_name

from .mentors import live_shares

Offered = Mapping[str, Mapping[int, Sequence[Shown]]]
"""Kind -> collaboration id -> what there is."""


@dataclass(frozen=True)
class SeenKind:
    """One kind of things at one table, with what of it is seen, newest first."""

    kind: Kind
    items: tuple[Shown, ...]


@dataclass(frozen=True)
class SeenTable:
    """One collaboration of which something is shown. `name` is as it may be called here."""

    reading: Reading
    name: str
    kinds: tuple[SeenKind, ...]

    @property
    def public_id(self) -> str:
        return self.reading.collaboration.public_id

    def find(self, kind: str, item: str) -> Shown | None:
        """One thing that is seen here; None when it is not there or not shown."""
        group = next((one for one in self.kinds if one.kind.name == kind), None)
        return next((one for one in group.items if one.item == item), None) if group else None


def tables_to_show(mentorship: Mentorship, now: datetime) -> list[Reading]:
    """Her tables as this mentor would read them: no examples, and none where the mentor is the other side."""
    across = _across(mentorship.mentor)
    visits = [one for one in visits_of(mentorship.person, now) if not one.collaboration.is_demo]
    visits = [one for one in visits if one.other_party.pk not in across]
    asked = [str(told.get("companion", "")) for told in mentorship.tables.values()]
    agreed = agreed_companions([one for one in asked if one], clock.day_of(now))
    names = other_names(visits)
    return [_read(mentorship, visit, agreed, names[visit.collaboration.pk]) for visit in visits]


def sight_of(mentorship: Mentorship, now: datetime) -> list[SeenTable]:
    """Every table of which something is shown, with what is seen of it. The same number of queries for any number
    of tables; one or two more for each kind that is shown.
    """
    if not mentorship.is_on(clock.day_of(now)):
        return []
    shares = live_shares(mentorship)
    wanted = [kind for kind in KINDS if any(one.what["kind"] == kind.name for one in shares)]
    readings = tables_to_show(mentorship, now) if wanted else []
    with wall.for_person(mentorship.person_id):  # what is hers, through her eyes
        offered = {kind.name: kind.items(mentorship.person, readings) for kind in wanted} if readings else {}
    tables = [_table(mentorship, reading, shares, offered) for reading in readings]
    return [one for one in tables if one.kinds]


def offered_by(kind: Kind, mentorship: Mentorship, readings: Sequence[Reading]) -> dict[int, list[Shown]]:
    """What of one kind could be seen now, if it were shown: for who is about to show it."""
    found = kind.items(mentorship.person, readings)
    return {one.collaboration.pk: offered_at(one, found.get(one.collaboration.pk, ())) for one in readings}


def shown_by(shares: Sequence[MentorShare], kind: str, collaboration: Collaboration) -> list[MentorShare]:
    """What makes things of this kind at this table seen."""
    return [
        one
        for one in shares
        if one.what["kind"] == kind and one.collaboration_id in (None, collaboration.pk) and kind in BY_NAME
    ]


def called_at(mentorship: Mentorship, visit: Visit) -> tuple[bool, str]:
    """Whether the mentor reads the other's name, and the neutral word if not."""
    told = mentorship.tables.get(visit.collaboration.public_id, {})
    return bool(told.get("shows_name")), str(told.get("called") or usual_name(visit))


def _read(mentorship: Mentorship, visit: Visit, agreed: frozenset[int], names: Sequence[str]) -> Reading:
    shows_name, called = called_at(mentorship, visit)
    called = "" if shows_name else called
    return reading_of(visit, called, with_other=visit.collaboration.pk in agreed, names=names)


def _table(mentorship: Mentorship, reading: Reading, shares: Sequence[MentorShare], offered: Offered) -> SeenTable:
    kinds = []
    for name, tables in offered.items():
        found = shown_by(shares, name, reading.collaboration)
        if found:
            items = offered_at(reading, tables.get(reading.collaboration.pk, ()))
            seen = tuple(one for item in items if (one := _seen(found, item, BY_NAME[name])))
            if seen or any(not share.what.get("item") for share in found):
                kinds.append(SeenKind(BY_NAME[name], seen))
    shows_name, called = called_at(mentorship, reading)
    return SeenTable(reading, reading.collaboration.name if shows_name else called, tuple(kinds))


def _seen(shares: Sequence[MentorShare], shown: Shown, kind: Kind) -> Shown | None:
    """It as the mentor may see it: as far as the share that reaches furthest; None when no share reaches it."""
    reaching = [share.only_until for share in shares if _covers(share, shown, kind)]
    if not reaching:
        return None
    moments = [one for one in reaching if one is not None]
    return shown if len(moments) < len(reaching) else replace(shown, until=max(moments))


def _covers(share: MentorShare, shown: Shown, kind: Kind) -> bool:
    """What she goes on writing in is not seen by "only what is there now": what she wrote since would come along."""
    wanted = share.what.get("item")
    in_time = share.only_until is None or (not kind.goes_on and shown.made_at <= share.only_until)
    return in_time and wanted in (None, "", shown.item)


def _across(mentor: Person | None) -> frozenset[int]:
    """The parties this mentor belongs to: of a table where she is the other side nothing is shown to her."""
    if mentor is None:
        return frozenset()
    return frozenset(Seat.objects.filter(person=mentor).values_list("party", flat=True))
