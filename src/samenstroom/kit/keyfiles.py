"""Secret keys in files of their own, beside the database and never in it.

A key file holds one key per line, newest first. It is made once, readable by its owner only.
"""

import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet


def new_secret() -> str:
    """A secret for signing sessions and tokens."""
    return secrets.token_urlsafe(64)


def new_sealing_key() -> str:
    """A Fernet key for sealing texts."""
    return Fernet.generate_key().decode("ascii")


def keys_in(path: Path, *, make: Callable[[], str]) -> list[str]:
    """The keys in the file at `path`, newest first; the file is made with one new key when there is none."""
    if not path.exists():
        _make_once(path, make())
    keys = [line.strip() for line in path.read_text(encoding="ascii").splitlines() if line.strip()]
    if not keys:
        raise ValueError(f"{path} holds no key; put the right key back before starting")
    return keys


def put_keys(path: Path, keys: list[str]) -> None:
    """Replaces the keys in the file at once, so that a crash never leaves half a file."""
    _written_beside(path, keys).replace(path)


def _make_once(path: Path, key: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = _written_beside(path, [key])
    try:
        os.link(draft, path)  # fails when another process was first: then that key holds
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _written_beside(path: Path, keys: list[str]) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mkstemp makes it mode 600
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write("".join(f"{key}\n" for key in keys))
        file.flush()
        os.fsync(file.fileno())
    return Path(name)
