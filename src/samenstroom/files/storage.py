"""Where the content of files stands: sealed, in the data folder, under a random name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from samenstroom.kit.sealing import seal_bytes, unseal_bytes


class FileGoneError(Exception):
    """The content of this file is not on disk any more."""


def write(public_id: str, content: bytes) -> None:
    """Keep the content of a file under its random name. A half-written file is never seen: it gets its name last."""
    target = path_of(public_id)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = target.with_suffix(".half")
    half.write_bytes(seal_bytes(content))
    half.chmod(0o600)
    half.replace(target)


def read(public_id: str) -> bytes:
    """The content as it came. Raises FileGoneError when it is not there, CannotUnseal when no key opens it."""
    try:
        return unseal_bytes(path_of(public_id).read_bytes())
    except FileNotFoundError:
        raise FileGoneError(public_id) from None


def fingerprint(content: bytes) -> str:
    """The SHA-256 of the content (FIPS 180-4), in hex."""
    return hashlib.sha256(content).hexdigest()


def reseal(public_id: str) -> None:
    """Seal the content of one file again, under the newest key."""
    write(public_id, read(public_id))


def kept_on_disk() -> Iterator[str]:
    """The names of all files on disk, also of half-written ones."""
    for path in sorted(settings.FILES_DIR.glob("*/*")):
        yield path.stem


def written_at(public_id: str) -> datetime:
    """When the content of a file was written last; long ago when it is not there."""
    for path in (path_of(public_id), path_of(public_id).with_suffix(".half")):
        if path.exists():
            return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
    return datetime.min.replace(tzinfo=UTC)


def remove(public_id: str) -> None:
    """Take the content away; taking away what is not there is fine."""
    path_of(public_id).unlink(missing_ok=True)
    path_of(public_id).with_suffix(".half").unlink(missing_ok=True)


def remove_all(public_ids: Iterable[str]) -> None:
    """Take the content of all of these away."""
    for public_id in public_ids:
        remove(public_id)


def path_of(public_id: str) -> Path:
    """The place of one file."""
    return settings.FILES_DIR / public_id[:2] / f"{public_id}.sealed"
