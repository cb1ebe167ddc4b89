"""The action plan: added in one line, taken on, told in time, answered; by either side, and alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client

from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from samenstroom.kit import clock
from samenstroom.planning.actions import tasks as acts
from samenstroom.planning.actions.task_days import answer_later, tell_later
from samenstroom.planning.actions.tasks import TaskTerms, add_task, add_tasks, change_task
from samenstroom.planning.models import Task
from samenstroom.planning.queries.tasks import State, TaskView, task_by_id, tasks_by_table
from samenstroom.watch.gather import history_of, known_of
from samenstroom.watch.shelves.tasks import asks, gather, rows
from tests.people import Together, day, karin, noor, seat_of, started, together, visit, with_account

pytestmark = pytest.mark.django_db
FRIDAY, MONDAY = date(2026, 1, 9), date(2026, 1, 12)


def added(table: Together, *, owner: str = "noor", due_on: date | None = FRIDAY, n: int = 0, **more: Any) -> Task:
    sides = {"noor": table.noors_seat.party, "marleen": table.marleens_seat.party}
    terms = TaskTerms(
        "Prijslijst sturen", owner=sides.get(owner), due_on=due_on, due_kind="target" if due_on else "", **more
    )
    return add_task(seat=table.noors_seat, terms=terms, now=day(n))


def kinds(table: Together) -> list[str]:
    told = table.collaboration.lines.order_by("pk").values_list("kind", flat=True)
    return [kind for kind in told if kind.startswith("task_")]


def seen(table: Together, task: Task, *, as_noor: bool = True, n: int = 1) -> TaskView:
    found = task_by_id(table.seen_by_noor(day(n)) if as_noor else table.seen_by_marleen(day(n)), task.public_id)
    assert found is not None
    return found


def test_what_noor_adds_for_herself_is_a_promise_and_stands_there_once() -> None:
    table = together()
    assert added(table) == added(table)
    view = seen(table, Task.objects.get(), as_noor=False)
    assert view.is_theirs and view.task.promised_at and view.state == State.TO_DO
    assert kinds(table) == ["task_added"]


def test_what_noor_puts_on_the_list_of_marleen_is_no_promise_until_she_takes_it_on() -> None:
    table = together()
    task = added(table, owner="marleen")
    assert seen(table, task, as_noor=False).asks_me and not seen(table, task).asks_me
    with pytest.raises(NotAllowedError):
        acts.take_on(task=task, seat=table.noors_seat, now=day(1))
    for _twice in range(2):
        acts.take_on(task=task, seat=table.marleens_seat, now=day(1))
    task.refresh_from_db()
    assert task.promised_at == day(1)
    assert kinds(table) == ["task_added", "task_taken_on"]


def test_every_act_writes_one_line_however_often_it_is_pressed() -> None:
    table = together()
    task = added(table)
    for act in (acts.start_task, acts.wait_for_other, acts.go_on, acts.finish_task, acts.reopen_task):
        for _twice in range(2):
            act(task=task, seat=table.noors_seat, now=day(1))
    acts.drop_task(task=task, seat=table.noors_seat, now=day(2))
    told = ["added", "started", "waits", "goes_on", "done", "reopened", "dropped"]
    assert kinds(table) == [f"task_{one}" for one in told]
    with pytest.raises(NotAllowedError):
        acts.finish_task(task=task, seat=table.noors_seat, now=day(3))


def test_what_waits_for_marleen_asks_her_and_she_can_let_it_go_on() -> None:
    table = together()
    task = added(table)
    acts.wait_for_other(task=task, seat=table.noors_seat, now=day(1))
    assert seen(table, task, as_noor=False).waits_for_me and not seen(table, task).waits_for_me
    acts.go_on(task=task, seat=table.marleens_seat, now=day(2))
    assert seen(table, task).state == State.TO_DO


def test_a_new_day_holds_at_once_and_the_other_may_name_another() -> None:
    table = together()
    task = added(table)
    tell_later(task=task, seat=table.noors_seat, new_due=MONDAY, reason="Ziek", now=day(2))
    assert tell_later(task=task, seat=table.noors_seat, new_due=MONDAY, reason="", now=day(2)) is None
    view = seen(table, task, as_noor=False)
    assert view.task.due_on == MONDAY and view.new_day and not seen(table, task).new_day
    said = {"answer": "other", "due_on": date(2026, 1, 13), "words": ""}
    answer_later(task=task, seat=table.marleens_seat, now=day(3), **said)
    with pytest.raises(NotAllowedError):
        answer_later(task=task, seat=table.marleens_seat, now=day(3), **said)
    task.refresh_from_db()
    assert task.due_on == date(2026, 1, 13)
    assert kinds(table) == ["task_added", "task_later", "task_later_answered"]


def test_nobody_moves_or_answers_the_day_of_the_other_side() -> None:
    table = together()
    task = added(table)
    with pytest.raises(NotAllowedError):
        tell_later(task=task, seat=table.marleens_seat, new_due=MONDAY, reason="", now=day(1))
    tell_later(task=task, seat=table.noors_seat, new_due=MONDAY, reason="", now=day(1))
    with pytest.raises(NotAllowedError):
        answer_later(task=task, seat=table.noors_seat, answer="fine", due_on=None, words="", now=day(1))


def test_a_slip_is_put_right_on_the_same_day_and_after_that_a_day_is_moved_by_telling() -> None:
    table = together()
    task = added(table)
    terms = TaskTerms("Prijslijst sturen", owner=table.noors_seat.party, due_on=MONDAY, due_kind="hard")
    change_task(task=task, seat=table.noors_seat, terms=terms, now=day(0, 15))
    later = TaskTerms("Prijslijst", owner=table.noors_seat.party, due_on=FRIDAY, due_kind="target")
    for _twice in range(2):
        change_task(task=task, seat=table.noors_seat, terms=later, now=day(1))
    task.refresh_from_db()
    assert (task.what, task.due_on, task.due_kind) == ("Prijslijst", MONDAY, "hard")
    assert kinds(table) == ["task_added", "task_changed", "task_changed"]


def test_a_task_that_goes_to_the_other_is_no_promise_of_hers() -> None:
    table = together()
    task = added(table)
    terms = TaskTerms("Prijslijst sturen", owner=table.marleens_seat.party, due_on=FRIDAY, due_kind="target")
    change_task(task=task, seat=table.noors_seat, terms=terms, now=day(1))
    assert seen(table, task, as_noor=False).asks_me


def test_who_only_reads_along_and_another_table_change_nothing() -> None:
    table = together()
    other = together(by=with_account("Sanne Vos", "sanne@voorbeeld.nl"))
    task = added(table)
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    for seat in (seat_of(colleague, table.collaboration), other.noors_seat):
        for act in (acts.finish_task, acts.start_task, acts.drop_task, acts.wait_for_other, acts.go_on):
            with pytest.raises(NotAllowedError):
                act(task=task, seat=seat, now=day(2))
    with pytest.raises(NotAllowedError):
        add_task(seat=seat_of(colleague, table.collaboration), terms=TaskTerms("Iets"), now=day(1))


def test_what_comes_from_a_source_comes_once() -> None:
    table = together()
    terms = TaskTerms("Uit een afspraak", source="repair:a")
    assert len(add_tasks(seat=table.noors_seat, entries=[terms, terms], now=day(1))) == 1
    assert add_tasks(seat=table.marleens_seat, entries=[terms], now=day(2)) == []
    assert kinds(table) == ["task_added"]


def test_any_number_of_tables_takes_as_many_queries(django_assert_num_queries: Any) -> None:
    table = together()
    other = together(by=with_account("Sanne Vos", "sanne@voorbeeld.nl"))
    for one in (table, other):
        tell_later(task=added(one), seat=one.noors_seat, new_due=MONDAY, reason="", now=day(1))
    looks = [table.seen_by_noor(day(1)), visit(other.noor, other.collaboration, now=day(1))]
    for some in (looks[:1], looks):
        with django_assert_num_queries(3):
            tasks_by_table(table.noor, some)


@pytest.fixture
def pages(client: Client) -> Iterator[tuple[Together, Client, str]]:
    table = together()
    with clock.frozen(day(1)):
        client.force_login(table.noor)
        yield table, client, f"/s/{table.collaboration.public_id}/starten/actieplan/"


def test_one_field_is_enough_and_what_was_understood_is_said_back(pages: Any) -> None:
    table, client, base = pages
    page = client.post(base, {"what": "Prijslijst sturen vrijdag", "owner": "me"}, follow=True).content.decode()
    assert "Op het plan: Prijslijst sturen (Jij), voor vrijdag 9 januari." in page
    task = Task.objects.get()
    assert (task.what, task.due_on, task.owner) == ("Prijslijst sturen", FRIDAY, table.noors_seat.party)


def test_nothing_and_too_much_are_told_next_to_the_field_and_stay(pages: Any) -> None:
    _table, client, base = pages
    assert client.post(base, {"what": "", "owner": "me"}).status_code == 422
    page = client.post(base, {"what": "x" * 201, "owner": "me"})
    assert (
        page.status_code == 422
        and "maximaal 200 tekens" in page.content.decode()
        and "x" * 201 in page.content.decode()
    )


def test_the_list_shows_hers_or_the_others_and_the_board_has_four_columns(pages: Any) -> None:
    table, client, base = pages
    added(table)
    add_task(seat=table.noors_seat, terms=TaskTerms("Foto’s kiezen", owner=table.marleens_seat.party), now=day(0))
    hers = client.get(f"{base}?van=mij").content.decode()
    theirs = client.get(f"{base}?van=ander&zo=bord").content.decode()
    assert "Prijslijst sturen" in hers and "Foto’s kiezen" not in hers
    assert "Foto’s kiezen" in theirs and "Prijslijst sturen" not in theirs
    assert all(name in theirs for name in ("Te doen", "Mee bezig", "Wacht op", "Klaar"))


def test_a_day_that_is_over_is_told_calmly_and_never_to_the_other_as_hers(pages: Any) -> None:
    table, client, base = pages
    task = added(table, due_on=date(2026, 1, 5))
    page = client.get(f"{base}{task.public_id}/").content.decode()
    assert "De dag is voorbij" in page and "Hoe staat het ervoor?" in page


def test_a_task_goes_through_everything_on_its_page(pages: Any) -> None:
    table, client, base = pages
    task = added(table)
    url = f"{base}{task.public_id}/"
    for do in ("start", "wait", "on"):
        assert client.post(url, {"do": do}).status_code == 302
    wrong = client.post(url, {"do": "later", "new_due": "2026-01-01", "reason": "Ziek"})
    assert wrong.status_code == 422 and "al geweest" in wrong.content.decode() and "Ziek" in wrong.content.decode()
    client.post(url, {"do": "later", "new_due": "2026-01-12", "reason": "Ziek"})
    page = client.get(url).content.decode()
    assert "niet vrijdag 9 januari, wel maandag 12 januari" in page
    client.post(url, {"do": "change", "what": "Lijst sturen", "owner": "me", "note": "In de map"})
    client.post(url, {"do": "done"})
    task.refresh_from_db()
    assert (task.what, task.due_on, task.done_at) == ("Lijst sturen", MONDAY, day(1))
    client.post(url, {"do": "drop"})
    assert client.get(url).status_code == 404


def test_marleen_answers_a_new_day_and_a_missing_day_is_asked_for(pages: Any) -> None:
    table, client, base = pages
    task = add_task(
        seat=table.marleens_seat, terms=TaskTerms("Foto’s", owner=table.marleens_seat.party, due_on=FRIDAY), now=day(0)
    )
    tell_later(task=task, seat=table.marleens_seat, new_due=MONDAY, reason="", now=day(0))
    url = f"{base}{task.public_id}/"
    assert "Marleen stelt voor: maandag 12 januari" in client.get(url).content.decode()
    wrong = client.post(url, {"do": "answer", "answer": "other", "other_due": ""})
    assert wrong.status_code == 422 and "Vul de dag in die beter is." in wrong.content.decode()
    client.post(url, {"do": "answer", "answer": "fine"})
    assert task.words.get().answer == "fine"
    late = client.post(url, {"do": "answer", "answer": "fine"}, follow=True)
    assert "Dit kan nu niet meer" in late.content.decode()


def test_alone_the_whole_plan_works(client: Client) -> None:
    me = noor()
    table = started(me)
    with clock.frozen(day(1)):
        client.force_login(me)
        base = f"/s/{table.public_id}/starten/actieplan/"
        client.post(base, {"what": "Prijslijst sturen vrijdag", "owner": "me"})
        url = f"{base}{Task.objects.get().public_id}/"
        for do in ("start", "wait", "start"):
            client.post(url, {"do": do})
        client.post(url, {"do": "later", "new_due": "2026-01-12", "reason": ""})
        client.post(url, {"do": "done"})
    task = Task.objects.get()
    assert (task.due_on, task.done_at) == (MONDAY, day(1))


def heard(table: Together, n: int, *, as_noor: bool = True) -> list[tuple[str, str, date]]:
    look = table.seen_by_noor(day(n)) if as_noor else table.seen_by_marleen(day(n))
    known = known_of(look.person, [look])[look.collaboration.pk]
    found = [one for one in history_of(look, known).entries if one.key.startswith("task-")]
    return [(one.kind, str(one.whom), one.on) for one in found]


def test_a_day_that_was_told_in_time_is_told_as_that_and_a_kept_one_as_kept() -> None:
    table = together()
    task = added(table)
    tell_later(task=task, seat=table.noors_seat, new_due=MONDAY, reason="", now=day(2))
    acts.finish_task(task=task, seat=table.noors_seat, now=day(7))
    kept = [("promise_made", day(0).date()), ("delay_announced", day(2).date()), ("promise_kept", MONDAY)]
    assert heard(table, 8) == [(kind, "self", on) for kind, on in kept]
    assert heard(table, 8, as_noor=False) == [(kind, "other", on) for kind, on in kept]


def test_a_day_that_passed_without_a_word_is_a_fact_from_the_day_after() -> None:
    table = together()
    added(table)
    assert [kind for kind, _whom, _on in heard(table, 4)] == ["promise_made"]
    assert ("deadline_missed", "self", date(2026, 1, 10)) in heard(table, 5)


def test_a_day_that_passed_while_it_waited_for_the_other_counts_against_nobody() -> None:
    table = together()
    task = added(table)
    acts.wait_for_other(task=task, seat=table.noors_seat, now=day(3))
    acts.go_on(task=task, seat=table.marleens_seat, now=day(6))
    assert [kind for kind, _whom, _on in heard(table, 9)] == ["promise_made"]


def test_what_the_other_put_on_her_list_and_what_both_do_promises_nothing() -> None:
    table = together()
    added(table, owner="marleen")
    added(table, owner="both")
    assert heard(table, 9) == []


def asked(table: Together, n: int, *, as_noor: bool = True) -> list[tuple[int, str]]:
    look = table.seen_by_noor(day(n)) if as_noor else table.seen_by_marleen(day(n))
    return [(one.weight, one.title) for one in asks(look, gather(look.person, [look])[look.collaboration.pk])]


def test_the_plan_asks_only_whoever_can_do_something_now() -> None:
    table = together()
    task = added(table, due_on=FRIDAY)
    assert asked(table, 3) == asked(table, 3, as_noor=False) == []
    Task.objects.update(due_kind="hard")
    assert asked(table, 2) == [] and asked(table, 3) == [(64, "Morgen is de vaste dag")]
    assert asked(table, 4) == [(64, "Vandaag is de vaste dag")]
    acts.wait_for_other(task=task, seat=table.noors_seat, now=day(4))
    assert asked(table, 4, as_noor=False) == [(66, "Noor kan verder zodra jij dit doet")]
    tell_later(task=task, seat=table.noors_seat, new_due=MONDAY, reason="", now=day(4))
    assert asked(table, 4, as_noor=False) == [(76, "Noor stelt een andere dag voor")]
    answer_later(task=task, seat=table.marleens_seat, answer="fine", due_on=None, words="", now=day(4))
    acts.finish_task(task=task, seat=table.noors_seat, now=day(4))
    assert asked(table, 4) == asked(table, 4, as_noor=False) == []


def test_the_page_offers_a_plan_and_then_says_how_much_is_open() -> None:
    table = together()
    look = table.seen_by_noor(day(1))
    offer = next(iter(rows(look, gather(look.person, [look])[look.collaboration.pk])))
    assert offer.is_offer and offer.title == "Actieplan"
    added(table)
    row = next(iter(rows(look, gather(look.person, [look])[look.collaboration.pk])))
    assert (row.hint, row.both, row.is_offer) == ("1 taak open", "1 taak open", False)


def test_the_plan_comes_out_of_a_dossier_as_it_went_in() -> None:
    table = together()
    task = added(table, note="In de map")
    tell_later(task=task, seat=table.noors_seat, new_due=MONDAY, reason="Ziek", now=day(2))
    answer_later(task=task, seat=table.marleens_seat, answer="other", due_on=FRIDAY, words="Eerder graag", now=day(3))
    acts.wait_for_other(task=task, seat=table.noors_seat, now=day(3))
    acts.finish_task(task=task, seat=table.marleens_seat, now=day(4))
    out = json.loads(json.dumps(export(table.seen_by_noor(day(5)))))
    assert out["plan_tasks"][0]["words"][0]["reason"] == "Ziek"
    again = read_in(document=out, person=table.noor, now=day(6))
    back = json.loads(json.dumps(export(visit(table.noor, again, now=day(6)))))
    assert back["plan_tasks"] == out["plan_tasks"]
