"""The lists of a dossier on their way out: rows as objects, under the names and keys of this document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from samenstroom.accounts.models import Person
from samenstroom.kit import clock

from .kept import Kept
from .keys import Keys, numbered
from .queries import Inside
from .rows import Told, is_empty, plain

Lists = Mapping[str, Sequence[Any]]


@dataclass(frozen=True)
class Names:
    """What rows are called in this document; `rows`: section -> primary key -> key."""

    keys: Keys
    rows: Mapping[str, Mapping[int, str]]

    def by_public_id(self, section: str, rows: Iterable[Any]) -> dict[str, str]:
        """Public id -> key, for what kept a public id of a row."""
        return {row.public_id: self.rows[section][row.pk] for row in rows}


def names_for(keys: Keys, kinds: Mapping[str, Kept], lists: Lists, kept_keys: Mapping[str, str]) -> Names:
    """A key for every row that others may point at."""
    found: dict[str, dict[int, str]] = {}
    for section, kept in kinds.items():
        if kept.letter:
            keyed = numbered(kept.letter, [row.public_id for row in lists[section]], kept_keys)
            found[section] = {row.pk: keyed[row.public_id] for row in lists[section]}
    return Names(keys, found)


def list_out(section: str, kept: Kept, rows: Iterable[Model], names: Names) -> list[Told]:
    """A section of which nothing stands inside another row."""
    return [_keyed(section, row, names) | row_out(row, kept, names) for row in rows]


@dataclass(frozen=True)
class Reader:
    """Who takes the document along; `only_shared` when nothing of one person may be in it."""

    person: Person
    only_shared: bool

    def is_hers(self, row: Any) -> bool:
        """Whether this is her own, and may go in as such."""
        return bool(row.person_id == self.person.pk) and not self.only_shared


def known_lists(kinds: Mapping[str, Kept], lists: Lists, reader: Reader) -> Lists:
    """Without what somebody else still drafts: it takes no part in the document, so it gets no key either."""
    return {section: [row for row in lists[section] if _may_know(row, kept, reader)] for section, kept in kinds.items()}


def shared_out(
    kinds: Mapping[str, Kept], lists: Lists, inside: Mapping[str, Mapping[str, Inside]], names: Names, reader: Reader
) -> dict[str, list[Told]]:
    """Every shared section, with what stands inside its rows."""
    found = {}
    for section, kept in kinds.items():
        rows = lists[section]
        told = [_keyed(section, row, names) | _seen_by(reader, row, kept, names) for row in rows]
        for name, kind in kept.inside.items():
            for row, one in zip(rows, told, strict=True):
                within = _inside(row.pk, kind, inside[section][name], names, reader)
                one |= {name: within} if within else {}
        found[section] = told
    return found


def _may_know(row: Any, kept: Kept, reader: Reader) -> bool:
    return kept.drafted is None or reader.is_hers(row) or kept.drafted.is_shown(row)


def _seen_by(reader: Reader, row: Any, kept: Kept, names: Names) -> Told:
    """Of what began as a draft of somebody else only what she shared."""
    found = row_out(row, kept, names)
    if kept.drafted and not reader.is_hers(row):
        hidden = {kept.name(column) for column in kept.drafted.hidden(row)}
        return {name: value for name, value in found.items() if name not in hidden}
    return found


def _inside(parent: int, kept: Kept, rows: Inside, names: Names, reader: Reader) -> list[Told]:
    if kept.seal is None:
        return [row_out(row, kept, names) for row in rows.rows.get(parent, ())]
    told = []
    for party, key in names.keys.parties.items():
        row = next((one for one in rows.rows.get(parent, ()) if one.party_id == party), None)
        sent_at = rows.sent.get((parent, party))
        if row is not None and (reader.is_hers(row) or (sent_at and kept.seal.is_open(row))):
            who: Told = {"party": key, "by": names.keys.person(row.seat_id)}
            told.append(who | row_out(row, kept, names))
        elif sent_at is not None:
            told.append({"party": key, "sealed": True, "sent_at": plain(clock.day_of(sent_at))})
    return told


def _keyed(section: str, row: Model, names: Names) -> Told:
    return {"key": names.rows[section][row.pk]} if section in names.rows else {}


def row_out(row: Model, kept: Kept, names: Names) -> Told:
    """The columns of a row that are filled, under their names in the file."""
    found: Told = {}
    for column in kept.columns():
        value = _value(row, column, kept, names)
        other = kept.with_other.get(column)
        if not is_empty(value) and (other is None or getattr(row, other) is not None):
            found[kept.name(column)] = value
    for name, one in kept.beside.items():
        value = one.out(row)
        found |= {} if is_empty(value) else {name: value}
    return found


def _value(row: Model, column: str, kept: Kept, names: Names) -> Any:
    if column in kept.seats:
        return names.keys.person(getattr(row, f"{column}_id"))
    if column in kept.parties:
        return names.keys.party(getattr(row, f"{column}_id"))
    section = kept.rows.get(column) or kept.earlier.get(column)
    if section:
        return names.rows[section].get(getattr(row, f"{column}_id"))
    turn = kept.turned.get(column)
    return turn.out(getattr(row, column), names) if turn else plain(getattr(row, column))
