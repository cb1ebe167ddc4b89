"""What the description of the API promises is what the API does: a machine reads it and tries, well and badly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import ignored_auth

from samenstroom.accounts import throttle
from samenstroom.api.building import OPERATIONS, api
from samenstroom.api.description import describe
from samenstroom.connections.actions import connections
from samenstroom.connections.wording.connections import NOUNS
from samenstroom.kit import clock
from samenstroom.planning.actions.tasks import TaskTerms, add_task
from tests import people
from tests.doors.api_client import Program, program_of

NOW = people.day(10)
CONFIG = SchemathesisConfig.from_dict(
    {
        "checks": {
            # A day, an amount or a key can have the right form and still be none that somebody means.
            "positive_data_acceptance": {"expected-statuses": ["2xx", "304", "400", "401", "403", "404", "409", "422"]},
        }
    }
)
FORM = re.compile("[2-9a-z]{14}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
QUICK: dict[str, Any] = {
    "deadline": None,
    "database": None,
    "derandomize": True,
    "report_multiple_bugs": False,
    "phases": [Phase.explicit, Phase.generate],
    "suppress_health_check": list(HealthCheck),
}


@pytest.fixture
def table(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[people.Together]:
    # As in the test client of Django: a request must not close the connection that holds the test.
    signals.request_started.disconnect(close_old_connections)
    signals.request_finished.disconnect(close_old_connections)
    monkeypatch.setattr(connections, "REQUESTS", throttle.Limit(1_000_000, timedelta(minutes=1)))
    with clock.frozen(NOW):
        yield people.together(now=people.START)
    signals.request_started.connect(close_old_connections)
    signals.request_finished.connect(close_old_connections)


@pytest.fixture
def noors(table: people.Together) -> Program:
    return program_of(table.noor, NOW)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["well", "badly"])
def test_it_does_what_it_promises(table: people.Together, noors: Program, mode: GenerationMode, is_deep: bool) -> None:
    task = add_task(seat=table.noors_seat, terms=TaskTerms("Prijslijst", owner=table.noors_seat.party), now=NOW)
    there = {
        "collaboration": table.collaboration.public_id,
        "task": task.public_id,
        "day": table.round.opened_on.isoformat(),
    }
    app = get_wsgi_application()
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app, config=CONFIG)
    tried = 0
    for result in described.get_all_operations():
        operation = result.ok()

        @settings(max_examples=200 if is_deep else 3, **QUICK)
        @given(case=operation.as_strategy(generation_mode=mode))
        def tries(case: Any) -> None:
            given = case.path_parameters or {}
            # What has the form of an id or a day becomes one that is there; what has not, stays wrong.
            case.path_parameters = {
                name: there[name] if FORM.fullmatch(str(one)) else one for name, one in given.items()
            }
            case.call_and_validate(headers={"Authorization": f"Bearer {noors.token}"}, excluded_checks=[ignored_auth])

        tries()
        tried += 1
    assert tried == len(OPERATIONS)


def test_it_is_open_to_everybody_and_tells_of_nobody(table: people.Together) -> None:
    told = Client().get("/api/v1/openapi.json").json()
    assert told["openapi"] == "3.1.0"
    assert "Noor" not in str(told)
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            assert operation["security"] == [{"Token": []}], path
            assert Client().generic(method.upper(), re.sub("{[a-z]+}", "2" * 14, path)).status_code == 401
            assert {"401", "403", "404", "409", "422", "429"} <= set(operation["responses"])
            names = {one["name"] for one in operation["parameters"]}
            assert ("Idempotency-Key" in names) is (method == "post")


def test_every_operation_has_a_name_on_the_list_of_use_and_on_the_page(table: people.Together) -> None:
    assert {one.name for one in OPERATIONS} == set(NOUNS)
    for language in ("nl", "en"):
        page = Client().get("/api/v1/", headers={"Accept-Language": language}).content.decode()
        assert all(str(one.address) in page for one in OPERATIONS)
    assert set(describe(api)["paths"]) == {f"/api/v1/{one.address}" for one in OPERATIONS}
