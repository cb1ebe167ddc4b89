"""What changes for one side: told, answered, countered, taken back, and put on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from samenstroom.adjusting.models import PriorityChange
from samenstroom.agreements.models import AgreementVersion
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Party, Seat

YES, OTHER, NO = (one.value for one in PriorityChange.Answer)


@dataclass(frozen=True)
class Told:
    """What changes and what it does to time, money and roles, in words.

    `terms` are values for the agreement; `has_paper` says that one held when this was told, so that it can change.
    """

    what: str
    why: str = ""
    time: str = ""
    money: str = ""
    roles: str = ""
    starts_on: date | None = None
    terms: Mapping[str, Any] = field(default_factory=dict)
    has_paper: bool = False

    def content(self) -> dict[str, Any]:
        """As it is kept; what is empty is left out."""
        said = {"what": self.what, "why": self.why, "time": self.time, "money": self.money, "roles": self.roles}
        found: dict[str, Any] = {name: words for name, words in said.items() if words}
        found |= {"terms": dict(self.terms)} if self.terms else {}
        return found | ({"has_paper": True} if self.has_paper else {})


@transaction.atomic
def tell_change(
    *,
    seat: Seat,
    told: Told,
    party: Party,
    other_takes_part: bool,
    now: datetime,
    counters: PriorityChange | None = None,
) -> PriorityChange:
    """A change lies on the table and waits for what the other says; alone at the table it is noted.

    With `counters` it is another proposal in answer to that one, which is then answered. The same again, from the same
    side, changes nothing. History: that somebody told or noted a change, or made another proposal. Refuses who only
    reads along, a party of another table, to tell for the other while she takes part, and to counter what does not wait
    for her (NotAllowedError).
    """
    _speaks(seat)
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    is_own = party.pk == seat.party_id
    if party.collaboration_id != seat.collaboration_id or (other_takes_part and not (is_own or counters)):
        raise NotAllowedError
    lies_there = PriorityChange.objects.filter(collaboration=seat.collaboration, told_by=seat).order_by("-pk").first()
    if lies_there and _is_same(lies_there, told, counters):
        return lies_there
    if counters:
        party = _waits_for(counters, seat).party
        _answer(counters, seat, OTHER, "", now)
    made = PriorityChange.objects.create(
        collaboration=seat.collaboration,
        party=party,
        told_by=seat,
        told_at=now,
        starts_on=told.starts_on,
        content=told.content(),
        counters=counters,
        noted_at=None if other_takes_part else now,
    )
    kind = "change_countered" if counters else "change_told" if other_takes_part else "change_noted"
    write_line(seat=seat, kind=kind, now=now)
    return made


@transaction.atomic
def answer_change(*, change: PriorityChange, seat: Seat, answer: str, words: str, now: datetime) -> None:
    """The other said yes or no to a change. History: which; once.

    Refuses who only reads along, one's own change, and one that does not wait any more (NotAllowedError).
    """
    _speaks(seat)
    if answer not in (YES, NO):
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    held = _waits_for(change, seat)
    _answer(held, seat, answer, words, now)
    write_line(seat=seat, kind="change_agreed" if answer == YES else "change_declined", now=now)


@transaction.atomic
def withdraw_change(*, change: PriorityChange, seat: Seat, now: datetime) -> None:
    """A change that was told lies there no more. History: that it was taken back; once.

    Refuses the other's, one that was answered, and who only reads along (NotAllowedError).
    """
    _speaks(seat)
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    held = PriorityChange.objects.select_related("told_by").get(pk=change.pk)
    is_own = held.told_by is not None and held.told_by.party_id == seat.party_id
    if held.collaboration_id != seat.collaboration_id or not is_own or held.answered_at:
        raise NotAllowedError
    if held.withdrawn_at is None:
        PriorityChange.objects.filter(pk=held.pk).update(withdrawn_at=now)
        write_line(seat=seat, kind="change_withdrawn", now=now)


@transaction.atomic
def put_on_paper(*, change: PriorityChange, addendum: AgreementVersion) -> None:
    """The change is in this addendum. History: none of its own, the addendum has a line.

    Refuses a change nobody agreed to, and an addendum of another table (NotAllowedError).
    """
    held = PriorityChange.objects.select_for_update().get(pk=change.pk)
    if not held.is_agreed or addendum.collaboration_id != held.collaboration_id or not addendum.is_addendum:
        raise NotAllowedError
    PriorityChange.objects.filter(pk=held.pk).update(addendum=addendum)


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def _waits_for(change: PriorityChange, seat: Seat) -> PriorityChange:
    """The change as it is now, if it waits for this side."""
    held = PriorityChange.objects.select_related("told_by", "party").get(pk=change.pk)
    is_own = held.told_by is None or held.told_by.party_id == seat.party_id
    if held.collaboration_id != seat.collaboration_id or is_own or not held.is_open:
        raise NotAllowedError
    return held


def _answer(change: PriorityChange, seat: Seat, answer: str, words: str, now: datetime) -> None:
    PriorityChange.objects.filter(pk=change.pk).update(
        answer=answer, answered_by=seat, answered_at=now, answer_words=words
    )


def _is_same(lies_there: PriorityChange, told: Told, counters: PriorityChange | None) -> bool:
    is_alike = (lies_there.content, lies_there.starts_on) == (told.content(), told.starts_on)
    stands = lies_there.withdrawn_at is None and not lies_there.answered_at
    return is_alike and stands and lies_there.counters_id == (counters.pk if counters else None)
