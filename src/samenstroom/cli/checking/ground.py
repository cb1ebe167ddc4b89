"""The ground an instance stands on: database, keys, files, disk, clock."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.models import Max

from samenstroom.agreements.models import SealedPaper
from samenstroom.cli.backups.copying import Opened
from samenstroom.cli.backups.keys import unopened
from samenstroom.cli.checking.told import Told, fault, mind, ok
from samenstroom.cli.models import SweepSlot
from samenstroom.cli.preparing import missing_migrations
from samenstroom.files import storage
from samenstroom.files.models import KeptFile
from samenstroom.files.tidying import YOUNG

LOW, OUT = 1_000_000_000, 100_000_000  # bytes free
ASKEW = timedelta(minutes=5)


def database(now: datetime) -> Iterator[Told]:
    """Whole, and as new as this version."""
    name = f"database ({connection.vendor})"
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            whole = cursor.execute("PRAGMA integrity_check(1)").fetchone()[0]
            loose = len(cursor.execute("PRAGMA foreign_key_check").fetchall())
        if whole != "ok" or loose:
            why = whole if whole != "ok" else f"{loose} rows belong to nothing"
            yield fault(name, f"Damaged: {why}. Stop the app, keep a copy of the data folder, restore a backup.")
        else:
            yield ok(name, f"Whole, {Path(connection.settings_dict['NAME']).stat().st_size / 1e6:.1f} MB.")
    else:
        yield ok(name, "Answers.")
    missing = missing_migrations()
    if missing:
        yield fault("migrations", f"{missing} are not applied. Starting the app applies them; make a backup first.")
    else:
        yield ok("migrations", "All applied.")


def keys(now: datetime) -> Iterator[Told]:
    """There, for the owner only, and opening what is sealed."""
    paths = [settings.SECRET_KEY_FILE]
    paths += [] if settings.SEALING_KEYS_FROM_ENVIRONMENT else [settings.SEALING_KEY_FILE]
    paths += [settings.PAPER_KEY_FILE] if SealedPaper.objects.exists() or settings.PAPER_KEY_FILE.exists() else []
    absent = [path.name for path in paths if not path.exists()]
    open_to_others = [path.name for path in paths if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077]
    if absent:
        yield fault("keys", f"Not there: {', '.join(absent)}. Put them back from where you keep them apart.")
    if open_to_others:
        yield fault("keys", f"Others may read {', '.join(open_to_others)}. Say: chmod 600 {paths[0].parent}/*.key")
    if not absent and not open_to_others:
        yield ok("keys", f"{', '.join(path.name for path in paths)}, for the owner only.")
    closed = unopened(live(), list(settings.SEALING_KEYS), settings.FILES_DIR)
    if closed:
        yield fault("sealed things", f"The keys do not open {', '.join(closed[:5])}. A sealing key is missing.")
    else:
        yield ok("sealed things", "The keys open each kind of them.")


def live() -> Opened:
    """The database of this instance, to ask it the same things as a copy."""

    def ask(sql: str) -> list[tuple[object, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return list(cursor.fetchall())

    def columns(table: str) -> set[str]:
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')  # noqa: S608 (a name of the database itself)
            return {one[0] for one in cursor.description}

    return Opened(ask, tuple(connection.introspection.table_names()), columns)


def kept_files(now: datetime) -> Iterator[Told]:
    """What rows ask for is on disk, and the other way round."""
    wanted = set(KeptFile.objects.filter(removed_at=None).values_list("public_id", flat=True))
    absent = {name for name in wanted if not storage.path_of(name).exists()}
    left = {name for name in set(storage.kept_on_disk()) - wanted if storage.written_at(name) < now - YOUNG}
    if absent:
        yield fault("kept files", f"{len(absent)} of {len(wanted)} are not on disk. Look for them in a backup.")
    else:
        yield ok("kept files", f"All {len(wanted)} are on disk.")
    if left:
        yield mind("kept files", f"{len(left)} on disk belong to no row; the worker takes them away within the hour.")


def disk(now: datetime) -> Iterator[Told]:
    """Room to write, where the data and where the backups are."""
    for name, folder in (("disk", settings.DATA_DIR), ("disk of backups", settings.BACKUP_DIR)):
        if folder is None or not folder.exists():
            continue
        free = shutil.disk_usage(folder).free
        level = fault if free < OUT else mind if free < LOW else ok
        yield level(name, f"{free / 1e9:.1f} GB free at {folder}.")


def time(now: datetime) -> Iterator[Told]:
    """The clock agrees with the disk, and is not behind what was done before."""
    with tempfile.NamedTemporaryFile(dir=settings.DATA_DIR) as file:
        os.utime(file.name)
        written = datetime.fromtimestamp(Path(file.name).stat().st_mtime, tz=UTC)
    newest = SweepSlot.objects.aggregate(newest=Max("slot_at"))["newest"]
    if abs(written - now) > ASKEW:
        yield fault("clock", f"The app says {now:%Y-%m-%d %H:%M}, the disk {written:%Y-%m-%d %H:%M} (UTC).")
    elif newest and newest > now + ASKEW:
        yield fault(
            "clock", f"It is {now:%Y-%m-%d %H:%M} UTC, and work was done at {newest:%Y-%m-%d %H:%M}. Set the clock."
        )
    else:
        yield ok("clock", f"{now:%Y-%m-%d %H:%M} UTC.")
