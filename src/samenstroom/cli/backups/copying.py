"""Copying a database while the app runs, opening a copy to ask it things, and putting one back."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection

from samenstroom.cli.backups.shape import SQLITE, BackupError

Ask = Callable[[str], list[Any]]


@dataclass(frozen=True)
class Opened:
    """A copy that is open to be asked: SQL in, rows out. It may be of an earlier version than this one."""

    ask: Ask
    tables: tuple[str, ...]
    columns: Callable[[str], set[str]]

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        return {name: int(self.ask(f'SELECT count(*) FROM "{name}"')[0][0]) for name in sorted(self.tables)}  # noqa: S608

    def column(self, table: str, column: str, rest: str) -> list[str]:
        """What stands in this column, for what `rest` of the query says; nothing when it is not in this copy."""
        if table not in self.tables or column not in self.columns(table):
            return []
        return [str(row[0]) for row in self.ask(f'SELECT "{column}" FROM "{table}" {rest}')]  # noqa: S608

    def migrations(self) -> dict[str, str]:
        """The last migration of each app that was applied."""
        if "django_migrations" not in self.tables:
            return {}
        return dict(self.ask("SELECT app, name FROM django_migrations ORDER BY app, name"))


class Database(ABC):
    """One kind of database."""

    member: str

    @abstractmethod
    def copy_to(self, target: Path) -> None:
        """Copy the database of this instance to `target`, whole and consistent, while the app runs."""

    @abstractmethod
    def opened(self, copy: Path) -> AbstractContextManager[Opened]:
        """The copy, restored somewhere to ask it things. Raises BackupError when that cannot be done."""

    @abstractmethod
    def refuse_occupied(self) -> None:
        """Raises BackupError when a copy would come over something that stands outside the data folder."""

    @abstractmethod
    def put_back(self, copy: Path, folder: Path) -> None:
        """The copy is the database of the instance with this data folder. All of it, or nothing."""


class Sqlite(Database):
    """A file in the data folder."""

    member = SQLITE

    def copy_to(self, target: Path) -> None:
        # The online backup call also takes what is still in the write-ahead log; copying the file does not.
        live_name = connection.settings_dict["NAME"]
        if not Path(live_name).exists():
            raise BackupError(f"There is no database {live_name} yet. Which data folder? See SAMENSTROOM_DATA.")
        with closing(sqlite3.connect(live_name)) as live, closing(sqlite3.connect(target)) as saved:
            live.backup(saved)
            saved.execute("PRAGMA journal_mode=DELETE")

    @contextmanager
    def opened(self, copy: Path) -> Iterator[Opened]:
        # Immutable: looking must not leave a file beside the copy.
        uri = f"{copy.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            with closing(sqlite3.connect(uri, uri=True)) as saved:
                told = saved.execute("PRAGMA integrity_check(1)").fetchone()[0]
                if told != "ok":
                    raise BackupError(f"The copy of the database is damaged ({told}).")
                yield Opened(lambda sql: saved.execute(sql).fetchall(), _tables(saved), lambda t: _columns(saved, t))
        except sqlite3.DatabaseError as error:
            raise BackupError(f"The copy of the database is damaged ({error}).") from error

    def refuse_occupied(self) -> None:
        return  # whether the data folder is empty is asked there

    def put_back(self, copy: Path, folder: Path) -> None:
        copy.replace(folder / SQLITE)


def _tables(saved: sqlite3.Connection) -> tuple[str, ...]:
    names = saved.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return tuple(row[0] for row in names)


def _columns(saved: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in saved.execute(f'PRAGMA table_info("{table}")')}
