"""From SQLite to PostgreSQL: every row as it is, in one transaction, then counted and compared.

What is sealed is copied as the token it is stored as; no key opens it on the way.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import dj_database_url
from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.management.base import CommandError
from django.core.management.color import no_style
from django.db import DatabaseError, connections, models, transaction
from django.db.migrations.executor import MigrationExecutor

from samenstroom.kit.sealing import sealed_fields

SOURCE, TARGET = "default", "move_target"
BATCH = 1000  # rows
Say = Callable[[str], None]
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Sum:
    """How many rows a table has, and one number over all that is in them, in whatever order they come."""

    rows: int
    digest: int


def move(url: str, *, say: Say) -> dict[str, Sum]:
    """Everything is in the database at `url`, equal to what was here; returns the sum of each table.

    Refuses a target that holds anything, and a source that is not up to date (CommandError). When a row cannot be
    copied or differs afterwards, nothing of it stays there. What was here stays here, untouched.
    """
    _name_target(url)
    _refuse_old_source()
    _make_tables(say)
    tables = _tables()
    try:
        # The source is held as well: who still writes there waits, and fails instead of being left behind.
        with transaction.atomic(using=SOURCE), transaction.atomic(using=TARGET):
            for made in (Permission, ContentType):
                made._base_manager.using(TARGET).all().delete()
            sums = {table._meta.db_table: _copy(table, say) for table in tables}
            _check(tables, sums)
            _set_sequences(tables)
    except DatabaseError as error:
        raise CommandError(f"Nothing was moved: {error}") from error
    return sums


def _name_target(url: str) -> None:
    found = dj_database_url.parse(url)
    if found["ENGINE"] != "django.db.backends.postgresql":
        raise CommandError("The target is no PostgreSQL: give an address such as postgres://user:password@host/name")
    found["ENGINE"] = "samenstroom.kit.postgres"
    connections.databases[TARGET] = {**connections[SOURCE].settings_dict, "OPTIONS": {}, **found}


def _refuse_old_source() -> None:
    executor = MigrationExecutor(connections[SOURCE])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("The database here is of an older version. Run `samenstroom migrate` first.")


def _make_tables(say: Say) -> None:
    """The tables are there and empty. What Django itself puts in them at once is taken out in the transaction."""
    try:
        with connections[TARGET].cursor() as cursor:
            there = set(connections[TARGET].introspection.table_names(cursor))
    except DatabaseError as error:
        raise CommandError(f"The target cannot be reached: {error}") from error
    full = [
        table._meta.db_table
        for table in _tables()
        if table not in (ContentType, Permission)
        and table._meta.db_table in there
        and table._base_manager.using(TARGET).exists()
    ]
    if full:
        raise CommandError(f"The target is not empty: there are rows in {', '.join(full)}. Give an empty database.")
    say("Making the tables")
    call_command("migrate", database=TARGET, interactive=False, verbosity=0)
    call_command("createcachetable", database=TARGET, verbosity=0)


def _tables() -> list[type[models.Model]]:
    """Every table of every model. Rows may refer to later ones: that is looked at when all are there."""
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and not model._meta.proxy]


def _copy(table: type[models.Model], say: Say) -> Sum:
    target, fields = connections[TARGET], table._meta.local_concrete_fields
    quote = target.ops.quote_name
    name, columns = quote(table._meta.db_table), ", ".join(quote(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    sealed = set(sealed_fields(table))
    rows = digest = 0
    with target.cursor() as cursor:
        for batch in _batches(table, SOURCE):
            values = [
                [
                    value if field.name in sealed else field.get_db_prep_save(value, target)
                    for field, value in zip(fields, row, strict=True)
                ]
                for row in batch
            ]
            cursor.executemany(f"INSERT INTO {name} ({columns}) VALUES ({marks})", values)  # noqa: S608 (our own names)
            rows, digest = rows + len(batch), (digest + _digest(batch)) % 2**256
            say(f"  {table._meta.label}: {rows}")
    return Sum(rows, digest)


def _check(tables: list[type[models.Model]], sums: dict[str, Sum]) -> None:
    """What arrived is read back and compared; every reference leads somewhere."""
    with connections[TARGET].cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table in tables:
        if sum_of(table, TARGET) != sums[table._meta.db_table]:
            raise CommandError(f"Nothing was moved: {table._meta.label} arrived differently than it was here.")


def sum_of(table: type[models.Model], using: str) -> Sum:
    """Counted and read from this database."""
    rows = digest = 0
    for batch in _batches(table, using):
        rows, digest = rows + len(batch), (digest + _digest(batch)) % 2**256
    return Sum(rows, digest)


def _batches(table: type[models.Model], using: str) -> Iterator[list[Row]]:
    """The rows as Django reads them, except that a sealed value stays the token it is stored as."""
    sealed = set(sealed_fields(table))
    asked = {
        f"column_{place}": models.ExpressionWrapper(models.F(field.attname), output_field=models.TextField())
        for place, field in enumerate(table._meta.local_concrete_fields)
        if field.name in sealed
    }
    names = [
        f"column_{place}" if field.name in sealed else field.attname
        for place, field in enumerate(table._meta.local_concrete_fields)
    ]
    rows = table._base_manager.using(using).annotate(**asked).values_list(*names).iterator(chunk_size=BATCH)
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _digest(batch: list[Row]) -> int:
    return sum(int.from_bytes(hashlib.sha256(_as_text(row).encode()).digest(), "big") for row in batch)


def _as_text(row: Row) -> str:
    return json.dumps(row, default=_plain, sort_keys=True, ensure_ascii=True)


def _plain(value: Any) -> str:
    return value.hex() if isinstance(value, bytes | memoryview) else f"{type(value).__name__}:{value}"


def _set_sequences(tables: list[type[models.Model]]) -> None:
    """The next row gets a number that is free."""
    with connections[TARGET].cursor() as cursor:
        for line in connections[TARGET].ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(line)
