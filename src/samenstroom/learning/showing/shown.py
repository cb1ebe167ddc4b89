"""What a kind of things offers to be shown, and how a page of one thing reads. Each kind is a file of its own here.

A kind says which things there are (`items`, for all tables of one person at once) and puts one of them on a page
(`page`). It never decides who may see: `learning/queries/sight.py` does, with one rule for all kinds.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.functional import Promise

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import wall

Words = str | Promise


@dataclass(frozen=True)
class Reading(Visit):
    """The visit of who shows, as a mentor reads it: `other` bears the name that was chosen for her.

    `with_other`: both sides said yes, so what the other wrote may be read too. `kept_names` are what stays away then:
    the other's own names and that of the collaboration; empty when she is called by her name.
    """

    with_other: bool
    kept_names: tuple[str, ...]

    def masked(self, text: str) -> str:
        """The text with the neutral word in the place of each name that stays away, also in her own words."""
        if not self.kept_names:
            return text
        names = "|".join(re.escape(name) for name in sorted(self.kept_names, key=len, reverse=True))
        hers = rf"(?<!\w)(?:{names})((?:[’'ʼ]?s)?)(?!\w)"  # also "Marleens" and "Noor's"
        return re.sub(hers, lambda found: self.other_name + found[1], text, flags=re.IGNORECASE)


def reading_of(visit: Visit, called: str, *, with_other: bool, names: Sequence[str] = ()) -> Reading:
    """The same visit with the other called like this; an empty name keeps her own. `names`: all she bears or bore."""
    return Reading(
        person=visit.person,
        collaboration=visit.collaboration,
        seat=visit.seat,
        party=visit.party,
        other_party=visit.other_party,
        other=_called(visit.other, called) if called else visit.other,
        now=visit.now,
        seats=visit.seats,
        with_other=with_other,
        kept_names=_names(visit, names) if called else (),
    )


def _names(visit: Visit, names: Sequence[str]) -> tuple[str, ...]:
    """In full, and the first of each: what somebody is called."""
    whole = [one.strip() for one in (visit.other.name, visit.collaboration.name, *names) if one.strip()]
    first = [one.split()[0] for one in (visit.other.name, *names) if one.strip()]
    return tuple(dict.fromkeys([*whole, *first]))


def _called(seat: Seat, called: str) -> Seat:
    """A copy of a seat under another name, as one word: a first name is what comes before a space."""
    masked = copy.copy(seat)
    masked.name = called.replace(" ", "\N{NO-BREAK SPACE}")
    return masked


def named_as(reading: Reading, seat: Seat | None) -> Seat | None:
    """The seat that wrote something, under the name that this reader may know."""
    is_others = seat is not None and seat.party_id == reading.other_party.pk
    return reading.other if is_others else seat


@dataclass(frozen=True)
class Shown:
    """One thing that can be shown. `of_both`: it rests on what the other wrote or on what both did."""

    item: str
    title: str
    day: date
    made_at: datetime
    of_both: bool = False
    until: datetime | None = None
    """Only what stood there then is shown of it; None for all of it."""


@dataclass(frozen=True)
class Part:
    """A part of a page: a heading, rows with a label, and words. `is_voice`: somebody's own words.

    `since`: when it was added to something that was there before.
    """

    title: str = ""
    words: tuple[str, ...] = ()
    rows: tuple[dict[str, str], ...] = ()
    is_voice: bool = False
    since: datetime | None = None


@dataclass(frozen=True)
class Kind:
    """One kind of things. `limit` says in one sentence what of it stays away, or what it rests on.

    `goes_on`: she goes on writing in such a thing, so that "only what is there now" cannot be said of it.
    """

    name: str
    title: Words
    hint: Words
    items: Callable[[Person, Sequence[Reading]], Mapping[int, Sequence[Shown]]]
    page: Callable[[Reading, str], Sequence[Part]]
    limit: Words = ""
    goes_on: bool = False


def said(title: str, *words: str) -> Part:
    """Somebody's own words under a heading; nothing said gives an empty part."""
    return Part(title, tuple(one for one in words if one), is_voice=True)


def rows(*pairs: tuple[str, str]) -> tuple[dict[str, str], ...]:
    """Rows with a label, without those that were left open."""
    return tuple({"label": label, "text": text} for label, text in pairs if text)


def filled(*parts: Part) -> tuple[Part, ...]:
    """Without the parts in which nothing stands."""
    return tuple(one for one in parts if one.words or one.rows)


def page_of(kind: Kind, reading: Reading, item: str, *, until: datetime | None = None) -> list[Part]:
    """One thing as this reader reads it, without the names that stay away, and without what was added after `until`."""
    with wall.for_person(reading.person.pk):  # a mentor reads what is hers, through her eyes
        parts = [part for part in kind.page(reading, item) if not (until and part.since and part.since > until)]
        return [_masked(reading, part) for part in parts]


def offered_at(reading: Reading, items: Sequence[Shown]) -> list[Shown]:
    """What there is at one table for this reader: what rests on the other only with the yes of both."""
    may = [one for one in items if reading.with_other or not one.of_both]
    return [replace(one, title=reading.masked(one.title)) for one in may]


def _masked(reading: Reading, part: Part) -> Part:
    rows = tuple({key: reading.masked(text) for key, text in row.items()} for row in part.rows)
    words = tuple(reading.masked(line) for line in part.words)
    return replace(part, title=reading.masked(part.title), words=words, rows=rows)
