"""What has to be in order before the first page is served."""

import hashlib
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from samenstroom import __version__, content
from samenstroom.agreements.rulebook import check_rulebook

LAYING = 0x53616D656E
"""Which lock of the database is held by who lays the tables."""


def prepare() -> None:
    """Checks the content files; brings the database and the static files up to date."""
    content.check_all()
    check_rulebook()
    bring_database_up_to_date()
    collect_static_if_changed()


def bring_database_up_to_date() -> None:
    """Applies the migrations that are missing and makes the table of the cache."""
    try:
        is_behind = missing_migrations() > 0
    except OperationalError as error:
        raise CommandError(f"The database cannot be reached: {error}") from error
    if is_behind:
        with _one_at_a_time():
            call_command("migrate", interactive=False, verbosity=0)
            call_command("createcachetable", verbosity=0)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Of several web processes that start together one lays the tables; the others wait, and find nothing left to do.

    On SQLite the data folder is held already.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LAYING])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LAYING])


def wait_for_tables(*, pause: float = 1.0) -> None:
    """Wait until a web process brought the database up to date, looking every `pause` seconds.

    A worker of its own may well start first: a fresh database has no tables yet, and its server may not be up.
    """
    while not _has_tables():
        sleep(pause)


def _has_tables() -> bool:
    try:
        return missing_migrations() == 0
    except OperationalError:
        connection.close()  # so that the next look opens a new one
        return False


def missing_migrations() -> int:
    """How many migrations of this version are not applied to the database."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def collect_static_if_changed() -> None:
    """Collects the static files, unless none of them changed since the last time."""
    folder = Path(settings.STATIC_ROOT)
    stamp = folder / ".stamp"
    fingerprint = _fingerprint_of_static()
    if stamp.exists() and stamp.read_text() == fingerprint:
        return
    shutil.rmtree(folder, ignore_errors=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(fingerprint)


def refuse_taken_port(host: str, port: int) -> None:
    """Raises CommandError when another program answers on this port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            message = f"Port {port} on {host} cannot be used ({error.strerror}). Choose another: PORT=8001"
            raise CommandError(message) from error


def _fingerprint_of_static() -> str:
    digest = hashlib.sha256(__version__.encode())
    for line in sorted(_static_lines()):
        digest.update(line.encode())
    return digest.hexdigest()


def _static_lines() -> Iterator[str]:
    for finder in get_finders():
        for path, storage in finder.list([]):
            about = Path(storage.path(path)).stat()
            yield f"{path} {about.st_size} {about.st_mtime_ns}\n"
