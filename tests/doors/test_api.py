"""The door for programs: who comes in, and what it sees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from samenstroom.api.paging import Place, write_cursor
from samenstroom.connections.actions.connections import withdraw_connection
from samenstroom.connections.labels import Scope
from samenstroom.connections.models import DayOfUse
from samenstroom.kit import clock
from tests import people
from tests.doors.api_client import ALL, SHARED, Program, program_of

NOW = people.day(10)


@pytest.fixture
def table(db: None) -> Iterator[people.Together]:
    with clock.frozen(NOW):
        yield people.together(now=people.START)


@pytest.fixture
def noors(table: people.Together) -> Program:
    return program_of(table.noor, NOW)


def at(table: people.Together, rest: str = "") -> str:
    return f"/collaborations/{table.collaboration.public_id}{rest}"


class TestWhoComesIn:
    def test_a_token_tells_whose_it_is_and_what_it_may(self, table: people.Together, noors: Program) -> None:
        told = noors.get("/me").json()
        assert (told["name"], told["practice"]) == ("Noor Jansen", "Praktijk Noor Jansen")
        assert told["connection"]["scopes"] == [scope.value for scope in ALL]
        assert noors.token not in str(told)

    def test_nothing_else_opens_it(self, table: people.Together, noors: Program) -> None:
        signed_in = Client()
        signed_in.force_login(table.noor)
        found = signed_in.get("/api/v1/me")
        assert (found.status_code, found["Content-Type"]) == (401, "application/problem+json")
        assert found["WWW-Authenticate"].startswith("Bearer")
        assert Program("sst_onbekend").get("/me").status_code == 401
        assert signed_in.get("/api/v1/me", headers={"Authorization": "Basic abc"}).status_code == 401

    @pytest.mark.parametrize("ended", ["withdrawn", "expired", "left"])
    def test_a_connection_that_ended_opens_nothing(self, table: people.Together, noors: Program, ended: str) -> None:
        if ended == "withdrawn":
            assert noors.connection is not None
            withdraw_connection(connection=noors.connection, now=NOW)
        if ended == "left":
            table.noor.is_active = False
            table.noor.save()
        with clock.frozen(NOW + timedelta(days=366) if ended == "expired" else NOW):
            assert noors.get("/me").status_code == 401

    def test_each_scope_opens_its_own_and_no_other(self, table: people.Together) -> None:
        needs: list[tuple[Scope, str, str, Any]] = [
            (Scope.SHARED_READ, "get", at(table, "/hours"), None),
            (Scope.SHARED_WRITE, "post", at(table, "/hours"), {"amount": "1", "what": "Bellen"}),
            (Scope.PRIVATE_READ, "get", "/feelings", None),
            (Scope.PRIVATE_WRITE, "post", "/feelings", {"step": 3}),
        ]
        for scope in Scope:
            mine = program_of(table.noor, NOW, [scope])
            for needed, method, path, body in needs:
                found = mine.get(path) if method == "get" else mine.post(path, body)
                assert (found.status_code < 300) is (needed is scope), (scope, path, found.content)
                if needed is not scope:
                    assert found.json()["errors"][0]["scope"] == needed.value

    def test_a_token_for_one_collaboration_does_not_know_of_another(self, table: people.Together) -> None:
        other = people.started(table.noor, now=NOW, name="Ander werk")
        mine = program_of(table.noor, NOW, tables=[other.public_id])
        assert [one["id"] for one in mine.get("/collaborations").json()["items"]] == [other.public_id]
        hidden, unknown = mine.get(at(table)), mine.get("/collaborations/22222222222222")
        assert hidden.status_code == unknown.status_code == 404
        assert hidden.content == unknown.content
        assert mine.post("/feelings", {"step": 2, "about": table.collaboration.public_id}).status_code == 422
        assert mine.post("/feelings", {"step": 2}).status_code == 404

    def test_more_than_its_limit_waits_and_says_how_long(self, noors: Program) -> None:
        for _ in range(120):
            assert noors.get("/me").status_code == 200
        stopped = noors.get("/me")
        assert (stopped.status_code, stopped["Retry-After"]) == (429, "61")
        with clock.frozen(NOW + timedelta(seconds=61)):
            assert noors.get("/me").status_code == 200
        assert DayOfUse.objects.get(what="me:read").times == 121


class TestWhatItSees:
    def test_every_list_is_there_and_holds_what_lies_on_the_table(self, table: people.Together, noors: Program) -> None:
        for part in (
            "history",
            "rounds",
            "tasks",
            "hours",
            "invoices",
            "decisions",
            "feedback",
            "signals",
            "extra-work",
        ):
            told = noors.get(at(table, f"/{part}"))
            assert told.status_code == 200, part
            assert set(told.json()) == {"items", "next"}
        assert noors.get(at(table, "/agreement")).json() == {"in_force": None}
        assert noors.get(at(table)).json()["other_name"] == "Marleen de Vries"

    def test_what_is_sealed_stays_sealed_until_both_have_sent(self, table: people.Together, noors: Program) -> None:
        shared = program_of(table.noor, NOW, SHARED)
        people.answer(table.round, table.marleens_seat, flow=2, remark="Even praten.", remark_choice="mine")
        people.answer(table.round, table.noors_seat, send=False, flow=5)
        mine = noors.get(at(table, "/rounds")).json()["items"][0]
        assert (mine["state"], mine["theirs"], mine["mine"]["values"]["flow"]) == ("open", None, 5)
        assert mine["other_side_sent_on"] and not mine["my_side_sent_on"]
        assert shared.get(at(table, "/rounds")).json()["items"][0]["mine"] is None
        people.answer(table.round, table.noors_seat, remark="Voor mij.", remark_choice="mine")
        opened = shared.get(at(table, "/rounds")).json()["items"][0]
        assert (opened["state"], opened["theirs"]["values"]["flow"], opened["theirs"]["remark"]) == ("opened", 2, "")
        assert opened["mine"]["remark"] == ""
        assert noors.get(at(table, "/rounds")).json()["items"][0]["mine"]["remark"] == "Voor mij."

    def test_private_lines_and_feelings_only_come_with_the_private_scope(
        self, table: people.Together, noors: Program
    ) -> None:
        noors.post(at(table, "/history"), {"note": "Een twijfel.", "circle": "private"})
        noors.post(at(table, "/history"), {"note": "We belden."})
        noors.post("/feelings", {"step": 1, "words": "Nee.", "about": table.collaboration.public_id})
        shared = program_of(table.noor, NOW, SHARED)
        assert [one["note"] for one in shared.get(at(table, "/history")).json()["items"] if one["note"]] == [
            "We belden."
        ]
        both = {one["note"] for one in noors.get(at(table, "/history")).json()["items"]}
        assert {"Een twijfel.", "We belden."} <= both
        assert noors.get("/feelings").json()["items"][0]["words"] == "Nee."

    def test_pages_stay_in_order_while_things_are_added(self, table: people.Together, noors: Program) -> None:
        for number in range(5):
            noors.post(at(table, "/hours"), {"amount": "1", "what": f"Werk {number}", "on": f"2026-01-0{number + 5}"})
        first = noors.get(at(table, "/hours?limit=2")).json()
        noors.post(at(table, "/hours"), {"amount": "1", "what": "Nieuw", "on": "2026-01-12"})
        second = noors.get(at(table, f"/hours?limit=2&cursor={first['next']}")).json()
        third = noors.get(at(table, f"/hours?limit=2&cursor={second['next']}")).json()
        seen = [one["what"] for page in (first, second, third) for one in page["items"]]
        assert seen == [f"Werk {number}" for number in (4, 3, 2, 1, 0)]
        assert third["next"] is None
        assert noors.get(at(table, "/hours?cursor=abc")).status_code == 422
        no_day = write_cursor(Place("2026-99-99", "aaaaaaaaaaaaaa"))
        assert noors.get(at(table, f"/hours?cursor={no_day}")).status_code == 422
        assert noors.get(at(table, "/hours?limit=101")).status_code == 422

    def test_what_did_not_change_is_not_sent_again(self, table: people.Together, noors: Program) -> None:
        told = noors.get(at(table, "/tasks"))
        again = noors.get(at(table, "/tasks"), If_None_Match=told["ETag"])
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", told["ETag"])
        noors.post(at(table, "/tasks"), {"what": "Prijslijst sturen"})
        assert noors.get(at(table, "/tasks"), If_None_Match=told["ETag"]).status_code == 200
