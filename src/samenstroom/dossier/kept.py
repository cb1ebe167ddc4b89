"""How a kind of row stands in a dossier: one declaration, used by the way out and by the way in.

`own_lists` declares what is private to one person, `shared_lists` what both own. `lists_out` and `lists_in` read them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit

if TYPE_CHECKING:
    from .importing import Table
    from .lists_out import Names

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Turn:
    """A value that reads differently in a file than in its column: the way out and the way back."""

    out: Callable[[Any, Names], Any]
    back: Callable[[Any, Table], Any]


@dataclass(frozen=True)
class Seal:
    """Rows inside another that open together: one per party, with `party`, `seat`, `person` and `sent_at`.

    `readable` gives those whose content a person may read, `is_open` says whether both sides may read this one, and
    `is_over` whether the row around it waits for nobody: while it waits, the other is asked again after reading in.
    """

    readable: Callable[[Person], QuerySet[Any]]
    is_open: Callable[[Any], bool]
    is_over: Callable[[Any], bool]


@dataclass(frozen=True)
class Drafted:
    """Shared rows that begin as a draft of one `person`.

    `is_shown` says whether the other may know that it is there, `hidden` which columns she does not read, and `owner`
    whose it is by what the file says.
    """

    is_shown: Callable[[Any], bool]
    hidden: Callable[[Any], tuple[str, ...]]
    owner: Callable[[Row, Table], Person | None]


@dataclass(frozen=True)
class Beside:
    """What belongs to a row and stands in no column: the way out, empty when there is none, and the way back.

    The way back gets the new row, before it is stored.
    """

    out: Callable[[Any], Any]
    back: Callable[[Any, Any], None]


@dataclass(frozen=True)
class Kept:
    """One kind of row. Columns by what they hold; `order` is how they stand in the file.

    `names`: column -> name in the file, where that is another one. `seats` point at people, `parties` at parties,
    `rows` (column -> section) at a row of another section by its key, `earlier` (the same) at one of its own section.
    A kind that others point at has a `letter` for its keys. `with_other` (column -> other column): in the file only
    once the other one is filled. `left_out`: column -> why it is not in a file; `made` gives such a column a value on
    the way in. `complete` fills what an older file left open. `beside`: name -> what belongs to it and stands in no
    column. `inside`: name -> rows that stand in this one, each with its `parent` column.
    """

    model: type[Model]
    fields: tuple[str, ...]
    order: tuple[str, ...]
    letter: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    seats: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    rows: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, str] = field(default_factory=dict)
    turned: Mapping[str, Turn] = field(default_factory=dict)
    with_other: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)
    made: Mapping[str, Callable[[], Any]] = field(default_factory=dict)
    complete: Callable[[Row, Table], Row] | None = None
    beside: Mapping[str, Beside] = field(default_factory=dict)
    inside: Mapping[str, Kept] = field(default_factory=dict)
    parent: str = ""
    seal: Seal | None = None
    drafted: Drafted | None = None
    must_read: Callable[[Visit], object] | None = None
    """Puts everything of this kind at a table in words: what a file brought and breaks on that is refused."""

    def name(self, column: str) -> str:
        """What a column is called in the file."""
        return self.names.get(column, column)

    def columns(self) -> Iterator[str]:
        """Every column that is in the file."""
        yield from (*self.fields, *self.seats, *self.parties, *self.rows, *self.earlier)
