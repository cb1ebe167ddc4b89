"""One place where is looked: a kind of record, what of it is read, and only the rows this person may see.

What another keeps private or has sealed is never asked for, so neither a count nor the time it takes can tell of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Model, Q

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows, shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock

CODE = re.compile(r"[a-z0-9_:.-]*")
"""How a choice is kept: a name of the app, not something a person wrote."""


@dataclass(frozen=True)
class Written:
    """One thing that was written down: where it is, when, who sees it, and its texts.

    `circle` is private, sealed or shared. `visit` is None for what belongs to no collaboration.
    """

    kind: str
    circle: str
    visit: Visit | None
    on: date | None
    texts: tuple[str, ...]
    page: str
    parts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """Rows of one model. `texts` are its columns that people write in; of a column with more in it, `keys` are read.

    `page` is the address it leads to, `part` the name of a part of that address, filled with `key`. `only` leaves out
    what is gone, and what is not told yet. `private`: rows of her own; `is_loose`: such a row may belong to none of
    her collaborations.
    """

    kind: str
    model: type[Model]
    texts: tuple[str, ...]
    day: str
    page: str
    part: str = ""
    key: str = "public_id"
    only: Q = field(default_factory=Q)
    keys: tuple[str, ...] = ()
    private: bool = False
    is_loose: bool = False

    def read(self, person: Person, tables: Mapping[int, Visit], *, with_loose: bool) -> Iterator[Written]:
        """What she may read of it at these tables. One query."""
        here = Q(collaboration__in=tables)
        if self.is_loose and with_loose:
            here |= Q(collaboration=None)
        seen = (private_rows if self.private else shared_rows)(self.model._default_manager.all(), seen_by=person)
        columns = ("collaboration", *([self.day] if self.day else []), *([self.key] if self.part else []), *self.texts)
        for row in seen.filter(here, self.only).order_by("pk").values_list(*columns):
            table, *rest = row
            day = rest.pop(0) if self.day else None
            parts = {self.part: rest.pop(0)} if self.part else {}
            texts = tuple(text for value in rest for text in texts_in(value, self.keys))
            if texts:
                yield Written(
                    self.kind, "private" if self.private else "shared", tables.get(table), day_of(day), texts,
                    self.page, parts,
                )  # fmt: skip


def day_of(moment: datetime | date | None) -> date | None:
    """The day of a column that holds a day or a moment."""
    return clock.day_of(moment) if isinstance(moment, datetime) else moment


def texts_in(value: Any, keys: Sequence[str] = ()) -> Iterator[str]:
    """Everything a person wrote in a value; with `keys` only under those names, and otherwise no names of the app.

    A column of its own is always what a person wrote, also when it is a single word.
    """
    if isinstance(value, str):
        return _told(value, is_sure=bool(keys) or type(value) is not str)
    return _under(value, keys) if keys else _every(value, is_sure=False)


def _told(text: str, *, is_sure: bool) -> Iterator[str]:
    if text.strip() and (is_sure or not CODE.fullmatch(text)):
        yield str(text)


def _every(value: Any, *, is_sure: bool) -> Iterator[str]:
    if isinstance(value, str):
        yield from _told(value, is_sure=is_sure)
    for inner in _inside(value):
        yield from _every(inner, is_sure=is_sure)


def _under(value: Any, keys: Sequence[str]) -> Iterator[str]:
    for name, inner in value.items() if isinstance(value, Mapping) else [("", one) for one in _inside(value)]:
        if name in keys:
            yield from _every(inner, is_sure=True)
        elif not isinstance(inner, str):
            yield from _under(inner, keys)


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, list | tuple) else ()
