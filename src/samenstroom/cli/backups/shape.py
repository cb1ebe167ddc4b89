"""What a backup looks like: a tar, gzipped, perhaps in an age envelope, with these members and a manifest last.

samenstroom.sqlite3         the database (of PostgreSQL: database.dump, made by pg_dump)
files/ab/abcdef.sealed      what people kept, sealed as it stands on disk
keys/sealing.key            only when that was asked
manifest.json               versions, counts per table, and of each member its size and SHA-256 (FIPS 180-4)
"""

from __future__ import annotations

import errno
import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

FORMAT, VERSION = "samenstroom-backup", 1
MANIFEST = "manifest.json"
SQLITE, DUMP = "samenstroom.sqlite3", "database.dump"
DATABASES = {"sqlite": SQLITE, "postgresql": DUMP}
MEMBER = re.compile(r"samenstroom\.sqlite3|database\.dump|manifest\.json|keys/\w+\.key|files/[\w-]{2}/[\w-]+\.sealed")
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
CHUNK = 1 << 20


class BackupError(Exception):
    """A backup that was not made or cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class Member:
    """One file of the archive."""

    size: int
    sha256: str


@dataclass
class Manifest:
    """What must be in the archive, to compare with what is."""

    made_at: str
    samenstroom: str
    database: str
    tables: dict[str, int]
    migrations: dict[str, str]
    sealing_keys: list[str]
    """Fingerprints of the keys that were in use, newest first: they tell which key is missing, and open nothing."""
    key_files: list[str]
    """The names of the key files that were there."""
    members: dict[str, Member] = field(default_factory=dict)
    absent: int = 0
    """Files that a row asks for and that were not on disk."""

    def as_json(self) -> bytes:
        return json.dumps({"format": FORMAT, "version": VERSION, **asdict(self)}, indent=1).encode()

    @property
    def files(self) -> int:
        return sum(name.startswith("files/") for name in self.members)

    @property
    def keys(self) -> list[str]:
        return sorted(name for name in self.members if name.startswith("keys/"))


def read_manifest(raw: bytes) -> Manifest:
    """The manifest in these bytes. Raises BackupError for another kind of file or a later version."""
    try:
        told: dict[str, Any] = json.loads(raw)
        kind, version = told.pop("format"), told.pop("version")
        if kind != FORMAT:
            raise BackupError("This is not a backup of Samenstroom.")
        if version != VERSION:
            raise BackupError("This backup was made by a later version of Samenstroom. Update first, then restore.")
        members = {name: Member(**about) for name, about in told.pop("members").items()}
        manifest = Manifest(**told, members=members)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BackupError("The manifest of this backup cannot be read: the file is damaged.") from None
    if DATABASES.get(manifest.database) not in manifest.members:
        raise BackupError("This backup holds no database.")
    return manifest


def member_of(path: Path) -> Member:
    """Size and hash of a file, read in pieces."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            digest.update(piece)
            size += len(piece)
    return Member(size=size, sha256=digest.hexdigest())


@contextmanager
def room_on(place: Path) -> Iterator[None]:
    """Turns "the disk is full" inside the block into a BackupError in words; other trouble with files too."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise BackupError(
                f"The disk of {place} is full. Nothing was left behind; make room and try again."
            ) from error
        raise BackupError(f"{error.filename or place}: {error.strerror or error}. Nothing was left behind.") from error
    except sqlite3.Error as error:
        if "full" in str(error) or "disk I/O" in str(error):
            raise BackupError(
                f"The disk of {place} is full. Nothing was left behind; make room and try again."
            ) from error
        raise BackupError(f"The database says: {error}. Nothing was left behind.") from error
