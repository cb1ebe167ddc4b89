"""An instance moves from SQLite to PostgreSQL, with the examples of one person in it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from samenstroom.cli.processes import only_user_of, works_with
from tests.features.cli.apart import empty_database, run, samenstroom

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
    with empty_database("move_here") as address:
        yield address


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
