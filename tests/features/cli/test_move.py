"""An instance moves from SQLite to PostgreSQL, with the examples of one person in it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from samenstroom.cli.processes import only_user_of, works_with

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs a PostgreSQL server to move to"),
    pytest.mark.timeout(1800),  # two databases are made by all their migrations
]

MAKE_NOOR = (
    "import django; django.setup(); from samenstroom.accounts.models import Person; from samenstroom.kit import clock;"
    "Person.objects.create_user('noor@voorbeeld.nl', 'een zin', name='Noor', account_since=clock.now())"
)


@pytest.fixture
def target() -> Iterator[str]:
    """An empty database on the server of the tests; gives its address."""
    address = os.environ["DATABASE_URL"].rsplit("/", 1)[0]
    with psycopg.connect(f"{address}/postgres", autocommit=True) as server:
        server.execute("CREATE DATABASE move_here")
        yield f"{address}/move_here"
        server.execute("DROP DATABASE move_here WITH (FORCE)")


def test_everything_arrives_as_it_was_and_a_second_move_is_refused(tmp_path: Path, target: str) -> None:
    assert samenstroom(tmp_path, "migrate", "--verbosity", "0").returncode == 0
    run(tmp_path, "-c", MAKE_NOOR)
    assert samenstroom(tmp_path, "demo", "noor@voorbeeld.nl").returncode == 0

    with only_user_of(tmp_path):
        assert "already running" in samenstroom(tmp_path, "move", "--to", target).stderr
    with works_with(tmp_path):
        assert "A worker uses the data" in samenstroom(tmp_path, "move", "--to", target).stderr
    assert "no PostgreSQL" in samenstroom(tmp_path, "move", "--to", "sqlite:///other").stderr

    moved = samenstroom(tmp_path, "move", "--to", target)
    assert moved.returncode == 0, moved.stderr
    assert "all equal" in moved.stdout
    with closing(psycopg.connect(target)) as there:
        there.execute("SELECT set_config('app.person', '*', false)")
        assert there.execute("SELECT count(*) FROM checkins_answer").fetchone()[0] > 100
        last = there.execute("SELECT max(id) FROM accounts_person").fetchone()[0]
        sequence = there.execute("SELECT nextval(pg_get_serial_sequence('accounts_person', 'id'))").fetchone()[0]
        assert sequence == last + 1
        sealed = there.execute("SELECT note FROM collaborations_historyline").fetchall()
    kept = samenstroom(tmp_path, "shell", "-c", "from samenstroom.collaborations.models import HistoryLine as H; "
                       "print(len([line.note for line in H.objects.all()]))", DATABASE_URL=target)  # fmt: skip
    assert kept.stdout.strip().endswith(str(len(sealed))), kept.stderr  # the same key opens all of them there

    again = samenstroom(tmp_path, "move", "--to", target)
    assert again.returncode == 1
    assert "not empty" in again.stderr


def samenstroom(data: Path, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
    return run(data, "-m", "samenstroom.config.command", *arguments, **more)


def run(data: Path, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
    keep = {key: value for key, value in os.environ.items() if not key.startswith(("SAMENSTROOM_", "DJANGO_"))}
    keep.pop("DATABASE_URL", None)
    environment = {
        **keep, "SAMENSTROOM_DATA": str(data), "PYTHONPATH": os.pathsep.join(sys.path),
        "DJANGO_SETTINGS_MODULE": "samenstroom.config.settings", **more,
    }  # fmt: skip
    return subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False)
