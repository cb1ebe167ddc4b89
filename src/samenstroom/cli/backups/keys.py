"""Which keys there are, and whether they open what a copy holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.apps import apps
from django.conf import settings

from samenstroom.cli.backups.copying import Opened
from samenstroom.kit.sealing import sealed_fields

SEALING, SECRET, PAPERS = "sealing.key", "secret.key", "papers.key"
WITHOUT = {
    SEALING: "private and sealed texts and kept files cannot be read, by anybody",
    SECRET: "everybody has to sign in again, and signals that were put aside come back",
    PAPERS: "a paper sealed before is known by its fingerprint alone",
}


def fingerprint(key: str) -> str:
    """What names a key without giving it away."""
    return hashlib.sha256(b"samenstroom sealing key " + key.encode("ascii")).hexdigest()[:16]


def own_keys() -> dict[str, bytes]:
    """The keys of this instance, as the files they stand in (or would stand in)."""
    files = {SECRET: settings.SECRET_KEY_FILE, PAPERS: settings.PAPER_KEY_FILE}
    found = {name: path.read_bytes() for name, path in files.items() if path.exists()}
    return {SEALING: "".join(f"{key}\n" for key in settings.SEALING_KEYS).encode("ascii"), **found}


def keys_at(folder: Path) -> dict[str, bytes]:
    """The key files in this folder."""
    return {name: (folder / name).read_bytes() for name in WITHOUT if (folder / name).is_file()}


def sealing_keys(files: dict[str, bytes]) -> list[str]:
    """The sealing keys in these key files, newest first."""
    return files.get(SEALING, b"").decode("ascii").split()


def unopened(copy: Opened, keys: list[str], files: Path) -> list[str]:
    """The kinds of sealed things that these keys do not open: each sealed column by its ends, and the kept files."""
    try:
        box = MultiFernet([Fernet(key) for key in keys]) if keys else None
    except ValueError:
        box = None
    return [name for name, tokens in _sealed(copy, files) if not all(_opens(box, token) for token in tokens)]


def _sealed(copy: Opened, files: Path) -> Iterator[tuple[str, list[bytes]]]:
    for model in apps.get_models():
        table, pk = model._meta.db_table, model._meta.pk.column
        for name in sealed_fields(model):
            column = model._meta.get_field(name).column  # type: ignore[union-attr]
            ends = [f'WHERE "{column}" IS NOT NULL ORDER BY "{pk}" {way} LIMIT 1' for way in ("ASC", "DESC")]
            tokens = [one for end in ends for one in copy.column(table, str(column), end)]
            yield f"{model.__name__}.{name}", [token.encode() for token in tokens]
    kept = sorted(files.glob("*/*.sealed"))
    yield "kept files", [path.read_bytes() for path in {*kept[:1], *kept[-1:]}]


def _opens(box: MultiFernet | None, token: bytes) -> bool:
    try:
        return box is not None and box.decrypt(token) is not None
    except InvalidToken:
        return False
