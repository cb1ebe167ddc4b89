"""What does not lie at any table of one person: asked once per look, so that it is not asked for again.

A page that looks at a whole collaboration reads some sixty kinds of rows, and most collaborations use a few of them.
Inside `one_look` the filters of `visibility` skip a kind of which this person has no row. It changes no answer: it only
tells beforehand that the answer is empty. Within a look nothing is written; what writes does not stand inside one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, wraps
from typing import Concatenate, ParamSpec, Self, TypeVar

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.models import QuerySet

from samenstroom.accounts.models import Person

from .models import Collaboration, Seat

Parameters = ParamSpec("Parameters")
Answer = TypeVar("Answer")
M = TypeVar("M", bound=models.Model)
Kind = type[models.Model]


@dataclass(frozen=True)
class Absent:
    """Of which kinds there is no row at any of her tables, and of which no row is her own."""

    person_id: int
    not_at_tables: frozenset[Kind]
    not_her_own: frozenset[Kind]


class NoRows(QuerySet[M]):
    """A queryset of which is known that it is empty: nothing is compiled for it and nothing is asked.

    As a subquery it is an ordinary empty one.
    """

    def _fetch_all(self) -> None:
        self._result_cache: list[M] = []

    def _filter_or_exclude(self, *_arguments: object) -> Self:
        return self

    def order_by(self, *_fields: object) -> Self:
        """In whatever order."""
        return self

    def exists(self) -> bool:
        """There is none."""
        return False

    def count(self) -> int:
        """There is none."""
        return 0


def no_rows(rows: QuerySet[M]) -> QuerySet[M]:
    """The same kind of rows, and none of them."""
    nothing = rows.none()
    return NoRows(model=nothing.model, query=nothing.query, using=nothing.db)


_absent: ContextVar[Absent | None] = ContextVar("absent", default=None)


@contextmanager
def one_look(person: Person) -> Iterator[None]:
    """Inside the block, for this person, kinds of which there is nothing are not asked for. One query."""
    found = _absent.get()
    if found is not None and found.person_id == person.pk:
        yield
        return
    token = _absent.set(_absent_for(person))
    try:
        yield
    finally:
        _absent.reset(token)


def in_one_look(
    read: Callable[Concatenate[Person, Parameters], Answer],
) -> Callable[Concatenate[Person, Parameters], Answer]:
    """For a function that only reads, for its first argument."""

    @wraps(read)
    def looking(person: Person, /, *arguments: Parameters.args, **named: Parameters.kwargs) -> Answer:
        with one_look(person):
            return read(person, *arguments, **named)

    return looking


def none_at_tables(kind: Kind, person: Person) -> bool:
    """Whether this look knows that no row of this kind lies at any table of hers."""
    found = _absent.get()
    return found is not None and found.person_id == person.pk and kind in found.not_at_tables


def none_of_her_own(kind: Kind, person: Person) -> bool:
    """Whether this look knows that no row of this kind is hers."""
    found = _absent.get()
    return found is not None and found.person_id == person.pk and kind in found.not_her_own


def _absent_for(person: Person) -> Absent:
    shared, own = kinds()
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_question(), [person.pk] * (1 + len(own)))
        found = cursor.fetchone()
    return Absent(
        person.pk,
        frozenset(kind for kind, there in zip(shared, found[: len(shared)], strict=True) if not there),
        frozenset(kind for kind, there in zip(own, found[len(shared) :], strict=True) if not there),
    )


@cache
def kinds() -> tuple[tuple[Kind, ...], tuple[Kind, ...]]:
    """The kinds of rows that lie at a table, and the kinds that are of one person."""
    every = [one for one in apps.get_models() if one._meta.managed and one is not Seat]
    return (
        tuple(one for one in every if _points_to(one, "collaboration", Collaboration)),
        tuple(one for one in every if _points_to(one, "person", Person)),
    )


def _points_to(kind: Kind, name: str, target: Kind) -> bool:
    field = next((one for one in kind._meta.concrete_fields if one.name == name), None)
    return isinstance(field, models.ForeignKey) and field.related_model is target


@cache
def _question() -> str:
    """One row with a yes or no per kind, of tables and columns that the models name."""
    shared, own = kinds()
    seat = Seat._meta
    mine = f'WITH mine AS (SELECT collaboration_id FROM "{seat.db_table}" WHERE person_id = %s)'  # noqa: S608 (our own names)
    at_tables = [_exists(kind, "collaboration_id IN (SELECT * FROM mine)") for kind in shared]
    her_own = [_exists(kind, "person_id = %s") for kind in own]
    return f"{mine} SELECT {', '.join([*at_tables, *her_own])}"


def _exists(kind: Kind, condition: str) -> str:
    return f'EXISTS (SELECT 1 FROM "{kind._meta.db_table}" WHERE {condition})'  # noqa: S608 (our own names)
