"""The other tests lay their tables from the models; this one lays them as an instance in use gets them."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from django.apps import apps


def test_the_migrations_lay_every_table_and_column_that_the_models_ask_for(tmp_path: Path) -> None:
    keep = {key: value for key, value in os.environ.items() if not key.startswith(("SAMENSTROOM_", "DJANGO_"))}
    keep.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-m", "samenstroom.config.command", "migrate", "--verbosity", "0"],
        env={**keep, "SAMENSTROOM_DATA": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    wanted = {
        (model._meta.db_table, field.column)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_concrete_fields
    }
    with closing(sqlite3.connect(tmp_path / "samenstroom.sqlite3")) as laid:
        tables = [name for (name,) in laid.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {(table, row[1]) for table in tables for row in laid.execute(f'PRAGMA table_info("{table}")')}
    assert wanted <= found, sorted(wanted - found)
