"""Unpacking a backup into a folder, and holding each file against the manifest."""

from __future__ import annotations

import gzip
import shutil
import tarfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from samenstroom.cli.backups.copying import Database
from samenstroom.cli.backups.envelope import Opener, is_closed, open_to
from samenstroom.cli.backups.kinds import database_of
from samenstroom.cli.backups.shape import CHUNK, MANIFEST, MEMBER, BackupError, Manifest, member_of, read_manifest

DAMAGED = (tarfile.TarError, gzip.BadGzipFile, EOFError, zlib.error)


@dataclass(frozen=True)
class Unpacked:
    """A backup whose members are in `folder`, each as its manifest says."""

    folder: Path
    manifest: Manifest
    database: Database

    @property
    def copy(self) -> Path:
        return self.folder / self.database.member

    @property
    def files(self) -> Path:
        return self.folder / "files"

    @property
    def keys(self) -> Path:
        return self.folder / "keys"


def unpack(archive: Path, opener: Opener, folder: Path) -> Unpacked:
    """Take the archive out into a new folder. Raises BackupError when it is closed, damaged or not a backup."""
    folder.mkdir(mode=0o700)
    plain = archive
    if is_closed(archive):
        plain = folder / "plain"
        with plain.open("wb") as file:
            open_to(archive, file, opener)
    try:
        with gzip.open(plain) as zipped, tarfile.open(fileobj=zipped, mode="r|") as tar:
            for member in tar:
                _take_out(tar, member, folder)
            while zipped.read(CHUNK):  # to its very end, where the checksum of the whole stands
                pass
    except DAMAGED:
        raise BackupError(f"{archive.name} is damaged or no backup: it cannot be read to its end.") from None
    if plain != archive:
        plain.unlink()
    manifest = _manifest_in(folder)
    _compare(folder, manifest)
    return Unpacked(folder, manifest, database_of(manifest.database))


def _take_out(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    # Only names we give ourselves, only plain files: an archive from elsewhere cannot write outside the folder.
    if not member.isfile() or not MEMBER.fullmatch(member.name):
        raise BackupError(f"This is not a backup of Samenstroom: it holds {member.name[:60]!r}.")
    source, target = tar.extractfile(member), folder / member.name
    assert source is not None
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with target.open("xb") as file:
        shutil.copyfileobj(source, file, CHUNK)
    target.chmod(0o600)


def _manifest_in(folder: Path) -> Manifest:
    path = folder / MANIFEST
    if not path.exists():
        raise BackupError("This is not a backup of Samenstroom, or its end is missing: there is no manifest.")
    raw = path.read_bytes()
    path.unlink()
    return read_manifest(raw)


def _compare(folder: Path, manifest: Manifest) -> None:
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    wrong = there ^ set(manifest.members)
    wrong |= {name for name in there & set(manifest.members) if member_of(folder / name) != manifest.members[name]}
    if wrong:
        some = ", ".join(sorted(wrong)[:3])
        raise BackupError(f"This backup is damaged: {len(wrong)} of its files are not as its manifest says ({some}).")
