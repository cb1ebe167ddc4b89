"""The door for programs: what it does, what it refuses and how it says so, and that it does a thing once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Thread
from typing import Any

import pytest
from django.db import connection as database

from samenstroom.connections.actions.answers import forget_answers
from samenstroom.connections.models import Answered
from samenstroom.contributions.models import Contribution
from samenstroom.exploring.models import Feeling
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.planning.models import Task
from tests import people
from tests.doors.api_client import Program, program_of

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


class TestWhatItDoes:
    def test_it_writes_through_the_same_acts_as_the_pages(self, table: people.Together, noors: Program) -> None:
        entry = noors.post(at(table, "/hours"), {"amount": "2.5", "what": "Nieuwsbrief", "work": "research"})
        assert (entry.status_code, entry.json()["state"], entry.json()["amount"]) == (201, "waits", "2.50")
        task = noors.post(at(table, "/tasks"), {"what": "Prijslijst", "due_on": "2026-01-20"}).json()
        assert (task["owner"], task["promised"], task["due_kind"]) == ("me", True, "target")
        later = noors.post(at(table, f"/tasks/{task['id']}/later"), {"new_due": "2026-01-23", "reason": "Ziek."})
        assert later.json()["due_on"] == "2026-01-23"
        assert OutgoingMail.objects.filter(kind="task_new_date").exists() is False  # mail is off here
        done = noors.post(at(table, f"/tasks/{task['id']}/done")).json()
        assert done["done_on"] == "2026-01-15"
        extra = noors.post(at(table, "/extra-work"), {"what": "Een flyer", "amount": "120"})
        assert (extra.status_code, extra.json()["state"]) == (201, "open")
        kinds = [one["kind"] for one in noors.get(at(table, "/history")).json()["items"]]
        assert {"task_added", "task_later", "task_done", "extra_put"} <= set(kinds)

    def test_a_check_in_is_answered_and_opens_when_both_did(self, table: people.Together, noors: Program) -> None:
        day = table.round.opened_on.isoformat()
        sent = noors.post(at(table, f"/rounds/{day}/answer"), {"values": {"flow": 3, "trust": None}})
        assert (sent.status_code, sent.json()["both_sent"]) == (201, False)
        people.answer(table.round, table.marleens_seat)
        late = noors.post(at(table, f"/rounds/{day}/answer"), {"values": {"flow": 1}})
        assert (late.status_code, late.json()["code"]) == (409, "too-late")
        assert noors.get(at(table, "/rounds")).json()["items"][0]["mine"]["values"] == {"flow": 3, "trust": None}

    def test_who_reads_along_writes_nothing(self, table: people.Together) -> None:
        karin = people.karin(colleague_of=table.noor)
        from samenstroom.collaborations.actions import show_colleague

        show_colleague(by=table.noors_seat, colleague=karin, now=NOW)
        hers = program_of(karin, NOW)
        assert hers.get(at(table, "/hours")).status_code == 200
        refused = hers.post(at(table, "/hours"), {"amount": "1", "what": "Bellen"})
        assert (refused.status_code, refused.json()["code"]) == (403, "reads-along")
        assert not Contribution.objects.exists()

    def test_an_outsider_finds_nothing(self, table: people.Together, noors: Program) -> None:
        ruben = program_of(people.ruben(), NOW)
        assert ruben.get("/collaborations").json() == {"items": [], "next": None}
        assert ruben.get(at(table)).status_code == ruben.post(at(table, "/tasks"), {"what": "Iets"}).status_code == 404

    def test_a_link_holder_gets_no_token(self, table: people.Together) -> None:
        with pytest.raises(ValueError, match="no connections"):
            program_of(table.marleen, NOW)


class TestWrongInput:
    def test_a_problem_is_told_in_the_language_that_was_asked(self, table: people.Together, noors: Program) -> None:
        body = {"amount": "1", "what": "Bellen", "on": "2027-01-01"}
        dutch, english = (
            noors.post(at(table, "/hours"), body),
            noors.post(at(table, "/hours"), body, Accept_Language="en"),
        )
        assert dutch.json()["errors"] == [{"pointer": "#/on", "detail": "Kies vandaag of een dag die al geweest is."}]
        assert english.json()["title"] == "Something in what you sent is not right."
        assert (english["Content-Language"], english.status_code) == ("en", 422)
        assert dutch.json()["type"].endswith("/api/v1/#not-valid")

    @pytest.mark.parametrize(
        ("body", "pointer"),
        [
            ({"amount": "1"}, "#/what"),
            ({"amount": "1", "what": "x", "party": 3}, "#/party"),
            ({"amount": 1, "what": "x"}, "#/amount"),
            ({"amount": "25", "what": "x"}, "#/amount"),
            ({"amount": "1", "what": "x", "on": "morgen"}, "#/on"),
        ],
    )  # fmt: skip
    def test_it_says_where(self, table: people.Together, noors: Program, body: dict[str, Any], pointer: str) -> None:
        found = noors.post(at(table, "/hours"), body)
        assert (found.status_code, [one["pointer"] for one in found.json()["errors"]]) == (422, [pointer])
        assert not Contribution.objects.exists()

    def test_what_cannot_be_read_or_is_not_there(self, table: people.Together, noors: Program) -> None:
        assert noors.post(at(table, "/hours"), "{").json()["code"] == "unreadable"
        assert noors.post(at(table, "/hours"), {"what": "x" * 100_001}).json()["code"] == "too-large"
        assert noors.get("/niets").json()["code"] == "not-found"
        refused = noors.post("/me")
        assert (refused.status_code, refused["Allow"], refused.json()["code"]) == (405, "GET", "no-such-method")


class TestOnce:
    def test_the_same_with_the_same_key_does_it_once_and_answers_the_same(
        self, table: people.Together, noors: Program
    ) -> None:
        body = {"what": "Prijslijst"}
        first = noors.post(at(table, "/tasks"), body, Idempotency_Key="a-1")
        with clock.frozen(NOW + timedelta(hours=23)):
            again = noors.post(at(table, "/tasks"), body, Idempotency_Key="a-1")
        assert (again.status_code, again.content) == (201, first.content)
        assert again["Idempotent-Replayed"] == "true"
        assert Task.objects.count() == 1
        other = noors.post(at(table, "/tasks"), {"what": "Iets anders"}, Idempotency_Key="a-1")
        assert (other.status_code, other.json()["code"]) == (422, "key-used")
        assert (
            program_of(table.noor, NOW).post(at(table, "/tasks"), {"what": "B"}, Idempotency_Key="a-1").status_code
            == 201
        )

    def test_what_was_refused_can_be_tried_again_and_a_key_is_kept_a_day(
        self, table: people.Together, noors: Program
    ) -> None:
        assert noors.post("/feelings", {"step": 3, "prediction": "Het loopt."}, Idempotency_Key="b").status_code == 422
        assert noors.post("/feelings", {"step": 3}, Idempotency_Key="b").status_code == 201
        with clock.frozen(NOW + timedelta(hours=24)):
            assert noors.post("/feelings", {"step": 5}, Idempotency_Key="b").status_code == 201
            assert (Feeling.objects.count(), Answered.objects.count()) == (2, 1)
        forget_answers(now=NOW + timedelta(hours=49))
        assert not Answered.objects.exists()

    def test_nobody_reads_in_the_database_what_was_sent_or_answered(
        self, table: people.Together, noors: Program
    ) -> None:
        noors.post("/feelings", {"step": 3, "words": "Kwetsbaar."}, Idempotency_Key="geheim")
        with database.cursor() as cursor:
            cursor.execute("SELECT * FROM connections_answered")
            row = str(cursor.fetchall())
        assert "geheim" not in row
        assert "felt_at" not in row


@pytest.mark.django_db(transaction=True)
def test_the_same_sent_eight_times_at_once_is_done_once() -> None:
    table = people.together(now=people.START)
    noors, found = program_of(table.noor, datetime.now(tz=people.START.tzinfo)), []

    def send() -> None:
        answer = Program(noors.token).post(
            at(table, "/hours"), {"amount": "1", "what": "Bellen"}, Idempotency_Key="een"
        )
        found.append((answer.status_code, answer.content))
        database.close()

    threads = [Thread(target=send) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert {status for status, _body in found} == {201}, found
    assert len({body for _status, body in found}) == 1
    assert Contribution.objects.count() == 1


def test_lists_ask_as_many_questions_for_many_as_for_few(
    table: people.Together, noors: Program, django_assert_max_num_queries: Any
) -> None:
    from django.test.utils import CaptureQueriesContext

    def asked() -> dict[str, int]:
        found = {}
        for part in ("history", "hours", "tasks", "extra-work"):
            with CaptureQueriesContext(database) as queries:
                noors.get(at(table, f"/{part}"))
            found[part] = len(queries)
        return found

    noors.post(at(table, "/tasks"), {"what": "Eerste"})
    noors.post(at(table, "/hours"), {"amount": "1", "what": "Eerste"})
    noors.post(at(table, "/extra-work"), {"what": "Eerste"})
    asked()
    few = asked()
    for number in range(6):
        noors.post(at(table, "/tasks"), {"what": f"Meer {number}"})
        noors.post(at(table, "/hours"), {"amount": "1", "what": f"Meer {number}"})
        noors.post(at(table, "/extra-work"), {"what": f"Meer {number}"})
    assert asked() == few
