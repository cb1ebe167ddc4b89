"""Making a backup: copy, pack, close, and then restore it to see that it is one."""

from __future__ import annotations

import gzip
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.db import connection

from samenstroom import __version__
from samenstroom.cli.backups import envelope
from samenstroom.cli.backups.copying import Database
from samenstroom.cli.backups.envelope import Envelope, Opener
from samenstroom.cli.backups.keys import fingerprint, own_keys, unopened
from samenstroom.cli.backups.kinds import database_of
from samenstroom.cli.backups.reading import Unpacked, unpack
from samenstroom.cli.backups.shape import MANIFEST, BackupError, Manifest, member_of, room_on
from samenstroom.cli.processes import held

FILES = "files_keptfile"
HALF, STAGE = ".half", ".backup-"


@dataclass(frozen=True)
class Made:
    """A backup that was made, and restored once to see that it is whole."""

    path: Path
    manifest: Manifest
    sha256: str


def make_backup(*, folder: Path, name: str, envelope: Envelope, with_keys: bool, now: datetime) -> Made:
    """A new file with everything in it, checked by restoring it. Raises BackupError; then nothing is left behind."""
    if with_keys and not envelope:
        raise BackupError("Keys go only into a closed backup: add --to age1... or --passphrase-file FILE.")
    target = folder / (name or f"samenstroom-{now:%Y%m%d-%H%M%S}.tar.gz{'.age' if envelope else ''}")
    half = target.with_name(f".{target.name}{HALF}")
    database = database_of(connection.vendor)
    only = only_backup(settings.DATA_DIR, folder)
    with room_on(folder), only, _new(half, target), room_on(settings.DATA_DIR), staging(settings.DATA_DIR) as stage:
        manifest = _collect(stage, database, with_keys=with_keys, now=now)
        with room_on(folder):
            opener = _write(stage, manifest, half, envelope)
        shutil.rmtree(stage / "database")
        _check(half, opener, manifest, stage)
        half.replace(target)
        return Made(target, manifest, member_of(target).sha256)


@contextmanager
def only_backup(data: Path, folder: Path) -> Iterator[None]:
    """One at a time; what one that was killed left behind is taken away."""
    with (data / ".backup.lock").open("w") as file:
        if not held(file.fileno()):
            raise BackupError("Another backup is being made right now.")
        for left in data.glob(f"{STAGE}*/"):
            shutil.rmtree(left, ignore_errors=True)
        for left in folder.glob(f".samenstroom-*{HALF}"):
            left.unlink()
        yield


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """A folder for the owner only, gone afterwards whatever happens."""
    with tempfile.TemporaryDirectory(prefix=STAGE, dir=folder) as name:
        yield Path(name)


@contextmanager
def _new(half: Path, target: Path) -> Iterator[None]:
    """Holds the place of a new file; takes away what is half there when something goes wrong."""
    if target.exists():
        raise BackupError(f"{target} is already there; nothing was written.")
    os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield
    finally:
        half.unlink(missing_ok=True)


def _collect(stage: Path, database: Database, *, with_keys: bool, now: datetime) -> Manifest:
    """The database as it is at this moment, counted, and the keys when asked, in `stage`."""
    (stage / "database").mkdir()
    copy = stage / "database" / database.member
    database.copy_to(copy)
    with database.opened(copy) as opened:
        manifest = Manifest(
            made_at=now.isoformat(timespec="seconds"),
            samenstroom=__version__,
            database=connection.vendor,
            tables=opened.counts(),
            migrations=opened.migrations(),
            sealing_keys=[fingerprint(key) for key in settings.SEALING_KEYS],
            key_files=sorted(own_keys()),
        )
        # After the database: a file that its copy knows is on disk by then. One that came later is an orphan there.
        wanted = opened.column(FILES, "public_id", "WHERE removed_at IS NULL")
    manifest.absent = sum(not (settings.FILES_DIR / one[:2] / f"{one}.sealed").exists() for one in wanted)
    for key, content in own_keys().items() if with_keys else ():
        (stage / key).write_bytes(content)
    return manifest


def _write(stage: Path, manifest: Manifest, half: Path, closed: Envelope) -> Opener:
    """The archive in `half`, in its envelope; returns what opens it."""
    if not closed:
        _pack(stage, manifest, half)
        return Opener()
    plain = stage / "plain"
    _pack(stage, manifest, plain)
    with half.open("wb") as file:
        opener = envelope.close(plain, file, closed)
        file.flush()
        os.fsync(file.fileno())
    plain.unlink()
    return opener


def _pack(stage: Path, manifest: Manifest, target: Path) -> None:
    database = next((stage / "database").iterdir())
    kept = sorted(settings.FILES_DIR.glob("*/*.sealed"))
    paths = [(database.name, database), *((f"keys/{path.name}", path) for path in sorted(stage.glob("*.key")))]
    paths += [(f"files/{path.parent.name}/{path.name}", path) for path in kept]
    with (
        target.open("wb") as file,
        gzip.GzipFile(fileobj=file, mode="wb", compresslevel=1, filename="", mtime=0) as zipped,
        tarfile.open(fileobj=zipped, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        for name, path in paths:
            _add(tar, name, path, manifest)
        raw = manifest.as_json()
        tar.addfile(_header(MANIFEST, len(raw)), BytesIO(raw))
        file.flush()
        os.fsync(file.fileno())


def _add(tar: tarfile.TarFile, name: str, path: Path, manifest: Manifest) -> None:
    try:
        # A kept file gets its name last and is never changed in place: once open it is whole.
        with path.open("rb") as opened:
            manifest.members[name] = member_of(path)
            tar.addfile(_header(name, os.fstat(opened.fileno()).st_size), opened)
    except FileNotFoundError:
        return  # taken away in the meantime


def _header(name: str, size: int) -> tarfile.TarInfo:
    header = tarfile.TarInfo(name)
    header.size, header.mode = size, 0o600
    return header


def _check(half: Path, opener: Opener, manifest: Manifest, stage: Path) -> None:
    """Restore what was just written and compare. Raises BackupError when anything differs."""
    back: Unpacked = unpack(half, opener, stage / "back")
    with back.database.opened(back.copy) as opened:
        if back.manifest != manifest or opened.counts() != manifest.tables:
            raise BackupError("What was written does not read back as what was copied. Do not rely on this disk.")
        closed = unopened(opened, list(settings.SEALING_KEYS), back.files)
    if closed:
        raise BackupError(f"The keys of this machine do not open {', '.join(closed)}. See: samenstroom check")
