"""PostgreSQL: `pg_dump` and `pg_restore` do the work, and a database for a moment shows that the copy restores."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import ProgrammingError, connection

from samenstroom.cli.backups.copying import Database, Opened
from samenstroom.cli.backups.shape import DUMP, BackupError
from samenstroom.kit import wall

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
COLUMNS = "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = "


class Postgres(Database):
    """A database on a server; the copy is a dump in the custom format of pg_dump."""

    member = DUMP

    def copy_to(self, target: Path) -> None:
        # The second wall binds this role too. With this option it dumps what it sees, and `_run` says: everything.
        options = ("--format=custom", "--enable-row-security", "--no-owner", "--no-privileges")
        _run("pg_dump", *options, f"--file={target}", name=_name())

    @contextmanager
    def opened(self, copy: Path) -> Iterator[Opened]:
        name = f"samenstroom_check_{secrets.token_hex(4)}"
        with _made_for_now(name):
            _restore(copy, name)
            other = connection.copy("backup_check")
            other.settings_dict = {**connection.settings_dict, "NAME": name}
            try:
                with other.cursor() as cursor:

                    def ask(sql: str) -> list[tuple[object, ...]]:
                        cursor.execute(sql)
                        return list(cursor.fetchall())

                    tables = tuple(str(row[0]) for row in ask(TABLES))
                    yield Opened(ask, tables, lambda table: {str(row[0]) for row in ask(f"{COLUMNS}'{table}'")})
            finally:
                other.close()

    def refuse_occupied(self) -> None:
        if connection.vendor != "postgresql":
            raise BackupError("This backup is of PostgreSQL. Make an empty database there and name it in DATABASE_URL.")
        with connection.cursor() as cursor:
            cursor.execute(TABLES)
            if cursor.fetchall():
                raise BackupError(
                    f"The database {_name()} is not empty. Make an empty one and name it in DATABASE_URL."
                )

    def put_back(self, copy: Path, folder: Path) -> None:
        _restore(copy, _name())


def _restore(copy: Path, name: str) -> None:
    _run(
        "pg_restore", "--single-transaction", "--no-owner", "--no-privileges", f"--dbname={name}", str(copy), name=name
    )


@contextmanager
def _made_for_now(name: str) -> Iterator[None]:
    try:
        with connection.cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    except ProgrammingError:
        user = connection.settings_dict["USER"]
        raise BackupError(
            "A backup is checked by restoring it into a database for a moment, and this role may not make one. "
            f'Let the owner of the server say: ALTER ROLE "{user}" CREATEDB'
        ) from None
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')


def _run(program: str, *arguments: str, name: str) -> None:
    """Run a program of PostgreSQL for this database. The password goes in the environment, not on the command line."""
    found = shutil.which(program)
    if found is None:
        raise BackupError(
            f"{program} is not there. Install the client programs of PostgreSQL (in Debian: postgresql-client), "
            "of the version of the server or later."
        )
    told = connection.settings_dict
    where = {"PGHOST": told["HOST"], "PGPORT": told["PORT"], "PGUSER": told["USER"], "PGPASSWORD": told["PASSWORD"]}
    environment = {**os.environ, **{key: str(value) for key, value in where.items() if value}, "PGDATABASE": name}
    environment["PGOPTIONS"] = f"-c {wall.SETTING}={wall.EVERYBODY}"
    done = subprocess.run([found, *arguments], env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise BackupError(f"{program} says: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'no'}")


def _name() -> str:
    return str(connection.settings_dict["NAME"])
