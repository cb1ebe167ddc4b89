"""An instance with something of everybody in it, shared by the tests of a file: they look, and change nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography.fernet import Fernet
from django.core.management import call_command
from django.test import override_settings

from samenstroom.files.actions.keep import add_file
from samenstroom.files.models import KeptFile
from samenstroom.kit.keyfiles import new_secret, put_keys
from samenstroom.rules.visibility import Circle
from tests.people import Together, answer, day, together

SEALED_WORD = "zolderkamertje"
REPORT = b"Het verslag van de zolder."


@dataclass(frozen=True)
class Instance:
    """Its data folder, the two people, what one of them has sealed, and a file one of them kept."""

    data: Path
    table: Together
    kept: KeptFile


def said_by(command: str, *arguments: object) -> str:
    """What a command says."""
    out = io.StringIO()
    call_command(command, *map(str, arguments), stdout=out, stderr=out)
    return out.getvalue()


@contextmanager
def standing(data: Path) -> Iterator[Instance]:
    """The instance, in the database of the tests and this folder; gone afterwards."""
    keys = data / "keys"
    keys.mkdir(mode=0o700)
    sealing = Fernet.generate_key().decode()
    put_keys(keys / "sealing.key", [sealing])
    put_keys(keys / "secret.key", [new_secret()])
    with override_settings(
        DATA_DIR=data,
        FILES_DIR=data / "files",
        SEALING_KEYS=[sealing],
        SEALING_KEY_FILE=keys / "sealing.key",
        SECRET_KEY_FILE=keys / "secret.key",
        PAPER_KEY_FILE=keys / "papers.key",
    ):
        try:
            yield _filled(data)
        finally:
            call_command("flush", verbosity=0, interactive=False)


def _filled(data: Path) -> Instance:
    table = together()
    answer(table.round, table.noors_seat, flow=2, remark=SEALED_WORD, remark_choice="talk")
    kept = add_file(
        seat=table.noors_seat, circle=Circle.PRIVATE, name="verslag.txt", media_type="text/plain",
        content=REPORT, now=day(1),
    )  # fmt: skip
    return Instance(data, table, kept)
