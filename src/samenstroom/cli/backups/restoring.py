"""Putting a backup back: everything is unpacked and checked beside its place, and only then comes to stand there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.core.management.base import CommandError

from samenstroom.cli.backups.copying import Opened
from samenstroom.cli.backups.envelope import Opener
from samenstroom.cli.backups.keys import fingerprint, keys_at, own_keys, sealing_keys, unopened
from samenstroom.cli.backups.reading import Unpacked, unpack
from samenstroom.cli.backups.shape import BackupError, Manifest, room_on
from samenstroom.cli.processes import only_user_of


@dataclass(frozen=True)
class Found:
    """The keys for a backup: where they come from, and what they do not open."""

    where: str
    files: dict[str, bytes]
    closed: list[str]
    missing: list[str]
    """Fingerprints of sealing keys that were in use and are not here."""

    @property
    def opens_all(self) -> bool:
        return not self.closed


@dataclass(frozen=True)
class Restored:
    """What was put back, and where the folder that was there went."""

    manifest: Manifest
    keys: Found
    aside: Path | None


def restore(
    *, archive: Path, folder: Path, opener: Opener, keys: Path | None, replace: bool, any_keys: bool, now: datetime
) -> Restored:
    """The folder is the data folder of this backup. Raises BackupError; then everything is as it was.

    Refuses a folder with a database or files in it, unless `replace`: then that folder is moved aside whole. Refuses
    keys that do not open everything, unless `any_keys`. What runs in the folder has to be stopped first.
    """
    is_there = folder.exists() and any(path.name not in BESIDE for path in folder.iterdir())
    if is_there and not replace:
        raise BackupError(f"{folder} is not empty. With --replace it is moved aside first; nothing in it is lost.")
    if is_there and folder.is_mount():
        raise BackupError(f"{folder} is a place of its own (a mount) and cannot be moved aside. Empty it yourself.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = folder if folder.exists() and not is_there else folder.parent
    with room_on(folder), _alone_in(folder), _staging(beside) as stage:
        back = unpack(archive, opener, stage / "back")
        back.database.refuse_occupied()
        with back.database.opened(back.copy) as opened:
            found = _check(opened, back, _keys_for(back, folder, keys))
        if not found.opens_all and not any_keys:
            raise BackupError(_without_keys(found))
        aside = _move_aside(folder, now) if is_there else None
        _settle(back, folder, found, now)
    return Restored(back.manifest, found, aside)


BESIDE = {"keys", "static", ".lock", ".backup.lock", "backup.json"}
"""What may lie in a folder that counts as empty: keys put there beforehand, and what the app makes by itself."""


def _check(opened: Opened, back: Unpacked, keys: tuple[str, dict[str, bytes]]) -> Found:
    differ = {name for name, count in opened.counts().items() ^ back.manifest.tables.items()}
    if differ:
        raise BackupError(f"The database of this backup holds other rows than its manifest says: {sorted(differ)[0]}.")
    where, files = keys
    here = sealing_keys(files)
    missing = [one for one in back.manifest.sealing_keys if one not in {fingerprint(key) for key in here}]
    return Found(where, files, unopened(opened, here, back.files), missing)


def _keys_for(back: Unpacked, folder: Path, keys: Path | None) -> tuple[str, dict[str, bytes]]:
    """Where the keys come from: as told, else the archive, else the folder itself, else this machine."""
    if keys is not None:
        if not keys_at(keys):
            raise BackupError(f"There are no keys in {keys}; sealing.key is looked for there.")
        return str(keys), keys_at(keys)
    if back.manifest.keys:
        return "the backup itself", keys_at(back.keys)
    if keys_at(folder / "keys"):
        return str(folder / "keys"), keys_at(folder / "keys")
    return "this machine", own_keys()


def _without_keys(found: Found) -> str:
    named = ", ".join(found.missing) or "none by name: a key file was altered"
    kinds = f"{len(found.closed)} kinds of sealed things ({', '.join(found.closed[:3])})"
    return (
        f"The keys of {found.where} do not open {kinds}. Missing sealing keys: {named}. "
        "Put the right sealing.key in a folder and name it with --keys. "
        "With --any-keys it is restored all the same; what is sealed then stays closed until the key is back."
    )


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Holds the folder when an app may be running in it."""
    try:
        with only_user_of(folder) if folder.exists() else nullcontext():
            yield
    except CommandError as error:
        raise BackupError(f"{error} Stop it first.") from None


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=folder) as name:
        yield Path(name)


def _move_aside(folder: Path, now: datetime) -> Path:
    aside = folder.with_name(f"{folder.name}.before-{now:%Y%m%d-%H%M%S}")
    folder.rename(aside)
    return aside


def _settle(back: Unpacked, folder: Path, found: Found, now: datetime) -> None:
    """Into its place, by names only; the database last, because with it there is an instance."""
    folder.mkdir(exist_ok=True, mode=0o700)
    if keys_at(folder / "keys") != found.files:
        if (folder / "keys").exists():
            (folder / "keys").rename(folder / f"keys.before-{now:%Y%m%d-%H%M%S}")
        shutil.rmtree(back.keys, ignore_errors=True)
        back.keys.mkdir(mode=0o700)
        for name, content in found.files.items():
            (back.keys / name).write_bytes(content)
            (back.keys / name).chmod(0o600)
        back.keys.rename(folder / "keys")
    if back.files.exists():
        back.files.rename(folder / "files")
    back.database.put_back(back.copy, folder)
    for place in (folder, folder.parent):
        handle = os.open(place, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
