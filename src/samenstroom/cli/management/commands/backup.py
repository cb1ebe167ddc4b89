"""Copies the database and the files people kept, while the app runs."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from samenstroom.kit import clock


class Command(BaseCommand):
    """samenstroom backup TARGET"""

    help = "Copy the SQLite database to TARGET (a new file, or a folder), and kept files beside it, while the app runs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("target", type=Path)

    def handle(self, *args: Any, target: Path, **options: Any) -> None:
        if connection.vendor != "sqlite":
            raise CommandError("This copies SQLite. For PostgreSQL use pg_dump.")
        copy = _new_file(target)
        _copy_database(Path(connection.settings_dict["NAME"]), copy)
        count = _copy_files(settings.FILES_DIR, copy.with_suffix(".files"))
        self.stdout.write(f"The database is in {copy}")
        if count:
            self.stdout.write(f"{count} files that people kept, sealed, are in {copy.with_suffix('.files')}")
        self.stdout.write(
            "The keys are not in it. Private and sealed texts cannot be read without "
            f"{settings.SEALING_KEY_FILE}: keep a copy of that file too, somewhere else than the database."
        )


def _new_file(target: Path) -> Path:
    path = target / f"samenstroom-{clock.now():%Y%m%d-%H%M%S}.sqlite3" if target.is_dir() else target
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise CommandError(f"{path} is already there; nothing was written.") from None
    except OSError as error:
        raise CommandError(f"{path} cannot be made: {error.strerror}") from error
    return path


def _copy_files(source: Path, target: Path) -> int:
    # After the database: a file that its copy knows is on disk by then. One that came later is an orphan there.
    paths = sorted(source.glob("*/*.sealed"))
    for path in paths:
        (target / path.parent.name).mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copy2(path, target / path.parent.name / path.name)
    return len(paths)


def _copy_database(source: Path, copy: Path) -> None:
    # The online backup call also takes what is still in the write-ahead log; copying the file does not.
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(copy)) as saved:
        live.backup(saved)
        saved.execute("PRAGMA journal_mode=DELETE")
        answer = saved.execute("PRAGMA integrity_check").fetchone()[0]
    if answer != "ok":
        raise CommandError(f"The copy is damaged ({answer}); do not rely on it.")
