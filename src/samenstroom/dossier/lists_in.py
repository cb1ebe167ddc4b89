"""The lists of a dossier on their way in: objects become rows, under the keys of this instance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from django.db.models import Model, UniqueConstraint

from samenstroom.collaborations.visits import Visit
from samenstroom.kit.tokens import public_id

from .kept import Kept, Row
from .problem import DossierError, Steps
from .rows import stored

if TYPE_CHECKING:
    from .importing import Table

BREAKS = (LookupError, ValueError, TypeError, ArithmeticError, AttributeError, AssertionError)
"""What comes of putting something in words that cannot be so."""


def public_ids_for(kinds: Mapping[str, Kept], document: Row) -> dict[str, dict[str, str]]:
    """Section -> key -> the public id its row is going to have, so that whatever comes first can point at it."""
    keyed = {section: document.get(section, ()) for section, kept in kinds.items() if kept.letter}
    return {section: {one["key"]: public_id() for one in rows if "key" in one} for section, rows in keyed.items()}


def list_in(table: Table, kept: Kept, section: str, told: Sequence[Row], place: Steps, **belongs: Any) -> None:
    """All rows of a section. Raises DossierError for one that points nowhere or cannot stand beside another."""
    rows = [_row(table, kept, section, one, (*place, at), belongs) for at, one in enumerate(told)]
    _once(kept.model, [((*place, at), row) for at, row in enumerate(rows)])
    kept.model._default_manager.bulk_create(rows)
    keyed = [(one["key"], row) for one, row in zip(told, rows, strict=True) if kept.letter and "key" in one]
    table.rows[section] = dict(keyed)
    table.keys |= {row.public_id: key for key, row in keyed}
    _point_back(table, kept, rows, told, place)
    for name, kind in kept.inside.items():
        made = [
            ((*place, at, name, number), within)
            for at, one in enumerate(told)
            for number, part in enumerate(one.get(name, ()))
            if (within := _within(table, kind, part, rows[at], (*place, at, name, number))) is not None
        ]
        _once(kind.model, made)
        kind.model._default_manager.bulk_create([row for _place, row in made])


def _row(table: Table, kept: Kept, section: str, told: Row, place: Steps, belongs: Row) -> Any:
    ids = table.public_ids.get(section, {})
    given = {"public_id": ids[told["key"]]} if told.get("key") in ids else {}
    owner = {"person": kept.drafted.owner(told, table)} if kept.drafted else {}
    row = kept.model(**belongs, **given, **owner, **values_in(table, kept, told, place))
    for name, one in kept.beside.items():
        if name in told:
            one.back(row, told[name])
    return row


def values_in(table: Table, kept: Kept, told: Row, place: Steps) -> dict[str, Any]:
    """What the file says about the columns of one row, and what the row needs besides."""
    told = kept.complete(told, table) if kept.complete else told
    found = {column: make() for column, make in kept.made.items()}
    for column in kept.columns():
        name = kept.name(column)
        if name not in told or column in kept.earlier:
            continue
        other = kept.with_other.get(column)
        if other is not None and kept.name(other) not in told:
            raise DossierError("sealed_content", (*place, name))
        found[column] = _value(table, kept, column, told[name], (*place, name))
    return found


def _value(table: Table, kept: Kept, column: str, value: Any, place: Steps) -> Any:
    if column in kept.seats:
        return table.seat_of(value)
    if column in kept.parties:
        return table.party_of(value)
    if column in kept.rows:
        return _pointed_at(table, kept.rows[column], value, place)
    turn = kept.turned.get(column)
    return turn.back(value, table) if turn else stored(kept.model._meta.get_field(column), value)


def _pointed_at(table: Table, section: str, key: str, place: Steps) -> Model:
    found: Model | None = table.rows[section].get(key)
    if found is None:
        raise DossierError("no_row", place, key=key, section=section)
    return found


def _point_back(table: Table, kept: Kept, rows: Sequence[Any], told: Sequence[Row], place: Steps) -> None:
    """Rows that point at another of their own section, once all of them are there."""
    for column, section in kept.earlier.items():
        name = kept.name(column)
        pointing = [(at, row) for at, row in enumerate(rows) if name in told[at]]
        for at, row in pointing:
            setattr(row, column, _pointed_at(table, section, told[at][name], (*place, at, name)))
        kept.model._default_manager.bulk_update([row for _at, row in pointing], [column])


def _within(table: Table, kept: Kept, told: Row, outer: Any, place: Steps) -> Any:
    """A row that stands in `outer`; None for an answer that is asked again, because the outer row still waits."""
    belongs = {kept.parent: outer, "collaboration": table.collaboration}
    if kept.seal is None:
        return kept.model(**belongs, **values_in(table, kept, told, place))
    by = str(told.get("by") or table.spoke[told["party"]])
    is_mine = table.is_me(by) and not told.get("sealed")
    if not (is_mine or kept.seal.is_over(outer)):
        return None
    person = table.person if is_mine else table.stand_in(by)
    belongs |= {"party": table.parties[told["party"]], "seat": table.seats[by], "person": person}
    return kept.model(**belongs, **values_in(table, kept, told, place))


Placed = Sequence[tuple[Steps, Model]]


def _once(model: type[Model], rows: Placed) -> None:
    """What a table holds once stands once: said here in words, before the database refuses it."""
    columns = {field.name: field.attname for field in model._meta.local_fields}
    for field in model._meta.local_fields:
        if field.unique and not field.primary_key:
            _check_once(rows, (field.attname,))
    for one in model._meta.constraints:
        if isinstance(one, UniqueConstraint):
            when = cast("list[tuple[str, Any]]", one.condition.children) if one.condition else []
            is_not = bool(one.condition and one.condition.negated)
            counting = [(at, row) for at, row in rows if not when or _is(row, dict(when)) is not is_not]
            _check_once(counting, tuple(columns[name] for name in one.fields))


def _is(row: Any, when: Row) -> bool:
    return all(getattr(row, name) == wanted for name, wanted in when.items())


def _check_once(rows: Placed, columns: tuple[str, ...]) -> None:
    """No two rows hold the same in these columns; an empty column is not the same."""
    seen = set()
    for place, row in rows:
        value = tuple(getattr(row, column) for column in columns)
        if None in value:
            continue
        if value in seen:
            raise DossierError("one_too_many", place)
        seen.add(value)


def must_read(kinds: Mapping[str, Kept], document: Row, visit: Visit, place: Steps = ()) -> None:
    """What cannot be put in words would break the page it stands on: say so, and make nothing."""
    for section, kept in kinds.items():
        if kept.must_read is None or not document.get(section):
            continue
        try:
            kept.must_read(visit)
        except BREAKS:
            raise DossierError("section_data", (*place, section), section=section) from None
