"""Processes that start together: who waits for whom."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import OperationalError

from samenstroom.cli import preparing


def test_a_worker_waits_for_the_tables_and_for_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: Iterator[int | None] = iter((67, None, 1, 0))
    slept: list[float] = []

    def missing() -> int:
        found = next(looks)
        if found is None:
            raise OperationalError("the server is not up")
        return found

    monkeypatch.setattr(preparing, "missing_migrations", missing)
    monkeypatch.setattr(preparing.connection, "close", lambda: None)
    monkeypatch.setattr(preparing, "sleep", slept.append)
    preparing.wait_for_tables(pause=0.5)
    assert slept == [0.5, 0.5, 0.5] and next(looks, "all looked at") == "all looked at"
