"""An instance of its own: commands in another process, and an empty database on the server of the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg


@contextmanager
def empty_database(name: str) -> Iterator[str]:
    """Gives its address; gone afterwards."""
    address = os.environ["DATABASE_URL"].rsplit("/", 1)[0]
    with psycopg.connect(f"{address}/postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{address}/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def samenstroom(data: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return run(data, "-m", "samenstroom.config.command", *arguments, **more)


def run(data: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    keep = {key: value for key, value in os.environ.items() if not key.startswith(("SAMENSTROOM_", "DJANGO_"))}
    keep.pop("DATABASE_URL", None)
    environment = {
        **keep, "SAMENSTROOM_DATA": str(data), "PYTHONPATH": os.pathsep.join(sys.path),
        "DJANGO_SETTINGS_MODULE": "samenstroom.config.settings", **more,
    }  # fmt: skip
    return subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False)
