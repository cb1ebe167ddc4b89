"""Putting an archive in an age envelope, and opening one. The format is that of age-encryption.org/v1.

The standard tool `age` opens what is made here: `age -d -i identity.txt backup.tar.gz.age | tar xz`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyrage

from samenstroom.cli.backups.shape import BackupError

MARK = b"age-encryption.org/v1"
MOST_BY_PASSPHRASE = 1 << 30
"""An envelope with a passphrase is made in memory; larger ones go to a recipient, piece by piece."""


@dataclass(frozen=True)
class Envelope:
    """For whom an archive is closed: public recipients (age1...), or a passphrase. Neither: it stays open."""

    recipients: tuple[str, ...] = ()
    passphrase: str = ""

    def __post_init__(self) -> None:
        if self.recipients and self.passphrase:
            raise BackupError("Choose --to or --passphrase-file: in the age format a passphrase stands alone.")
        for one in self.recipients:
            _recipient(one)

    def __bool__(self) -> bool:
        return bool(self.recipients or self.passphrase)


@dataclass(frozen=True)
class Opener:
    """What opens an envelope: identities (AGE-SECRET-KEY-1...), or a passphrase."""

    identities: tuple[str, ...] = ()
    passphrase: str = ""


def close(plain: Path, closed: BinaryIO, envelope: Envelope) -> Opener:
    """Write the archive at `plain` into `closed`; returns what opens it, to check it at once.

    A public recipient cannot be opened here. So one more is added whose key is known to this run alone and thrown
    away with it.
    """
    if envelope.passphrase:
        if plain.stat().st_size > MOST_BY_PASSPHRASE:
            raise BackupError("This is too large for a passphrase. Use --to with a public key (age1...).")
        closed.write(pyrage.passphrase.encrypt(plain.read_bytes(), envelope.passphrase))
        return Opener(passphrase=envelope.passphrase)
    for_now = pyrage.x25519.Identity.generate()
    recipients = [*(_recipient(one) for one in envelope.recipients), for_now.to_public()]
    with _told(), plain.open("rb") as reader:
        pyrage.encrypt_io(reader, closed, recipients)
    return Opener(identities=(str(for_now),))


def is_closed(path: Path) -> bool:
    """Whether this file is an age envelope."""
    with path.open("rb") as file:
        return file.read(len(MARK)) == MARK


def open_to(path: Path, plain: BinaryIO, opener: Opener) -> None:
    """Write what is in the envelope at `path` into `plain`. Raises BackupError when nothing given opens it."""
    if not opener.identities and not opener.passphrase:
        raise BackupError("This backup is closed. Give --identity FILE or --passphrase-file FILE to open it.")
    try:
        if opener.passphrase:
            plain.write(pyrage.passphrase.decrypt(path.read_bytes(), opener.passphrase))
            return
        identities = [_identity(one) for one in opener.identities]
        with _told(), path.open("rb") as reader:
            pyrage.decrypt_io(reader, plain, identities)
    except pyrage.DecryptError:
        raise BackupError("Nothing given opens this backup: another key or passphrase, or a damaged file.") from None


def new_identity(path: Path) -> str:
    """Make a new key at `path`, readable by its owner only; returns its public half, to give to --to."""
    identity = pyrage.x25519.Identity.generate()
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        raise BackupError(f"{path} is already there; nothing was written.") from None
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"# public key: {identity.to_public()}\n{identity}\n")
    return str(identity.to_public())


def lines_of(path: Path) -> tuple[str, ...]:
    """The lines of a file with identities, without what is written behind `#`."""
    lines = path.read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def passphrase_in(path: Path) -> str:
    """The first line of the file. Raises BackupError when it is too short to hold anything closed."""
    line = path.read_text("utf-8").partition("\n")[0].strip()
    if len(line) < 12:
        raise BackupError(f"The passphrase in {path} is shorter than 12 characters.")
    return line


@contextmanager
def _told() -> Iterator[None]:
    """Trouble with a disk comes out of the library as text, and damage as an error without a number."""
    try:
        yield
    except (pyrage.EncryptError, OSError) as error:
        found = re.search(r"(?:Errno|os error) (\d+)", str(error))
        if found is None:
            raise BackupError("This backup is damaged: what is in the envelope does not fit its seal.") from None
        raise OSError(int(found[1]), os.strerror(int(found[1]))) from error


def _recipient(text: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        raise BackupError(f"{text[:24]}... is no public key of age; it looks like age1...") from None


def _identity(text: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError:
        raise BackupError("The identity file holds a line that is no key of age (AGE-SECRET-KEY-1...).") from None
