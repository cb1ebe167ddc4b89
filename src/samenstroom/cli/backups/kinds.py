"""Which kind of database goes with which way of copying."""

from __future__ import annotations

from samenstroom.cli.backups.copying import Database, Sqlite
from samenstroom.cli.backups.postgres import Postgres
from samenstroom.cli.backups.shape import BackupError


def database_of(vendor: str) -> Database:
    """The way to copy this kind of database. Raises BackupError for another kind."""
    if vendor == "sqlite":
        return Sqlite()
    if vendor == "postgresql":
        return Postgres()
    raise BackupError(f"A backup of {vendor} is not made here. Use the tools of that database.")
