"""Make a collaboration of a document: all of it, or nothing.

Who reads it in sits on one seat; every other seat is free again. What anybody else said is kept as what it is: read in
by this person, and not confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from samenstroom.accounts.models import Invitee, Person
from samenstroom.accounts.practices import practice_of
from samenstroom.collaborations.actions import write_line
from samenstroom.collaborations.models import Collaboration, HistoryLine, Party, Seat
from samenstroom.collaborations.visits import visit_of

from . import import_own, import_rounds, lists_in
from .checking import schema
from .import_entries import entries_in
from .models import Extra, Import
from .moments import check_moments
from .own_lists import OWN_LISTS
from .problem import DossierError
from .rows import COLLABORATION, fields_of
from .shared_lists import SHARED_LISTS
from .times import moment

Document = Mapping[str, Any]

IN_TABLES = frozenset(
    {
        "format", "version", "made_at", "made_for", "collaboration", "parties", "people", "entries", "rhythms",
        "rounds", "repairs", "own", *SHARED_LISTS,
    }
)  # fmt: skip
"""Sections that become rows; every other section is kept as it is."""


@dataclass
class Table:
    """What is being made: the new rows by the keys of the document."""

    collaboration: Collaboration
    person: Person
    me: str
    now: datetime
    is_hers: bool
    parties: dict[str, Party] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    lines: dict[str, HistoryLine] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    absent: dict[str, Person] = field(default_factory=dict)
    spoke: dict[str, str] = field(default_factory=dict)
    public_ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)

    def is_me(self, key: str | None) -> bool:
        """Whether this is the person who reads it in."""
        return key == self.me

    def person_of(self, key: str) -> Person:
        """Who said it: she herself, or somebody who is not here."""
        return self.person if self.is_me(key) else self.stand_in(key)

    def stand_in(self, key: str) -> Person:
        """A person who can never sign in, for who said something elsewhere."""
        if key not in self.absent:
            absent = Person(name=self.seats[key].name, is_active=False, created_at=self.now)
            absent.set_unusable_password()
            absent.save()
            self.absent[key] = absent
        return self.absent[key]

    def seat_of(self, key: str | None) -> Seat | None:
        """The seat of this person; None for the app."""
        return self.seats[key] if key else None

    def party_of(self, key: str | None) -> Party | None:
        """A party; None for both or nobody."""
        return self.parties[key] if key else None

    def position_of(self, key: str | None) -> int | None:
        """The place of a party at the table; None for both or nobody."""
        return self.parties[key].position if key else None


@transaction.atomic
def read_in(*, document: Document, person: Person, name: str = "", now: datetime) -> Collaboration:
    """A new collaboration of this person exists, with everything the document says. `document` was checked.

    `name` says who she is in a document that was not made for one person. History: all of the document, and one
    line that it was read in, by whom. Nobody is told. Raises DossierError when something cannot be; then nothing
    is made.
    """
    check_moments(document, now)
    table = _table(document, person, me_in(document, person, name), now)
    _sit(table, document)
    table.public_ids = lists_in.public_ids_for(SHARED_LISTS, document)
    entries_in(table, document)
    import_rounds.rounds_in(table, document)
    for name, kept in SHARED_LISTS.items():
        lists_in.list_in(table, kept, name, document.get(name, []), (name,), collaboration=table.collaboration)
    import_own.own_in(table, document.get("own", {}))
    _must_read(table, document)
    _keep_the_rest(table, document)
    write_line(seat=table.seats[table.me], kind="collaboration_imported", now=now)
    return table.collaboration


def me_in(document: Document, person: Person, name: str = "") -> str:
    """The key of who she is in this document: for whom it was made, else who has her name. Raises DossierError."""
    if document.get("made_for"):
        return str(document["made_for"])
    people = document["people"]
    wanted = (name or person.name).strip().casefold()
    ways = [(one["key"], one["name"], one["name"].split(" ")[0]) for one in people]
    for called in zip(*ways, strict=True):
        found = [one["key"] for one, way in zip(people, called, strict=True) if way.casefold() == wanted]
        if len(found) == 1:
            return str(found[0])
    raise DossierError("who_are_you", ("people",), names=", ".join(one["name"] for one in people))


def _table(document: Document, person: Person, me: str, now: datetime) -> Table:
    given = fields_of(Collaboration, COLLABORATION, document["collaboration"])
    given.setdefault("country", "other")
    given.setdefault("created_at", min(now, moment(document["made_at"])))
    given.setdefault("stage_since", given["created_at"])
    made = Collaboration.objects.create(**given)
    return Table(made, person, me, now, is_hers=bool(document.get("made_for")))


def _sit(table: Table, document: Document) -> None:
    """Parties and seats; hers is taken, the one who speaks for the other side can be invited."""
    mine = next(one["party"] for one in document["people"] if one["key"] == table.me)
    for position, row in enumerate(document["parties"], start=1):
        practice = practice_of(table.person) if row["key"] == mine else None
        party = Party.objects.create(collaboration=table.collaboration, position=position, practice=practice)
        table.parties[row["key"]] = party
        table.keys[f"party-{position}"] = row["key"]
    for one in document["people"]:
        seat = _seat(table, one)
        table.seats[one["key"]] = seat
        table.keys[seat.public_id] = one["key"]
    for row in document["parties"]:
        _let_speak(table, row, mine, document)


def _seat(table: Table, one: Mapping[str, Any]) -> Seat:
    is_me = table.is_me(one["key"])
    times = fields_of(Seat, ("joined_at", "added_at"), one)
    return Seat.objects.create(
        collaboration=table.collaboration,
        party=table.parties[one["party"]],
        name=one["name"],
        person=table.person if is_me else None,
        joined_at=times.get("joined_at", table.now) if is_me else None,
        added_at=times.get("added_at", table.collaboration.created_at),
    )


def _let_speak(table: Table, row: Mapping[str, Any], mine: str, document: Document) -> None:
    """She speaks for her own side; for the other side who spoke for it, or its first person."""
    first = next(one["key"] for one in document["people"] if one["party"] == row["key"])
    table.spoke[row["key"]] = row.get("speaker", first)
    seat = table.seats[table.me if row["key"] == mine else table.spoke[row["key"]]]
    if row["key"] != mine:
        seat.invitee = Invitee.objects.create(name=seat.name, created_at=table.now)
        seat.save(update_fields=["invitee"])
    party = table.parties[row["key"]]
    party.speaker = seat
    party.save(update_fields=["speaker"])


def _must_read(table: Table, document: Document) -> None:
    """Everything that came in can be put in words."""
    visit = visit_of(table.person, table.collaboration.public_id, table.now)
    assert visit is not None, "she has just sat down"
    lists_in.must_read(SHARED_LISTS, document, visit)
    lists_in.must_read(OWN_LISTS, document.get("own", {}), visit, ("own",))


def _keep_the_rest(table: Table, document: Document) -> None:
    """Sections without a table stay as they are: for both, or for her alone."""
    shared = {name: part for name, part in document.items() if name not in IN_TABLES}
    known = import_own.IN_TABLES
    own = {name: part for name, part in document.get("own", {}).items() if name not in known}
    if shared:
        Extra.objects.create(collaboration=table.collaboration, sections=shared)
    if own:
        Extra.objects.create(collaboration=table.collaboration, person=table.person, sections=own)
    Import.objects.create(
        collaboration=table.collaboration,
        person=table.person,
        name=table.person.name,
        imported_at=table.now,
        keys=table.keys,
    )


assert set(schema()["required"]) <= IN_TABLES
