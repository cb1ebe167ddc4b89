"""The action plan: added in one line, taken on, told in time, answered; by either side, and alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.planning.actions import tasks as acts
from samenstroom.planning.actions.task_days import answer_later, tell_later
from samenstroom.planning.actions.tasks import TaskTerms, add_task, add_tasks, change_task
from samenstroom.planning.models import Task
from samenstroom.planning.queries.tasks import State, TaskView, task_by_id, tasks_by_table
from tests.features.planning.task_steps import FRIDAY, MONDAY, added, kinds
from tests.people import Together, day, karin, seat_of, together, visit, with_account

pytestmark = pytest.mark.django_db


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


def test_nobody_makes_a_promise_of_the_other_say_something_else() -> None:
    table = together()
    task = add_task(seat=table.noors_seat, terms=TaskTerms("Logo", owner=table.noors_seat.party), now=day(0))
    assert seen(table, task).task.promised_at
    yesterday = TaskTerms("Logo en site", owner=table.noors_seat.party, due_on=day(1).date(), due_kind="hard")
    change_task(task=task, seat=table.marleens_seat, terms=yesterday, now=day(2))
    assert seen(table, task, n=2).task.promised_at is None, "Noor never said so"
    acts.take_on(task=task, seat=table.noors_seat, now=day(2))
    acts.finish_task(task=task, seat=table.noors_seat, now=day(2))
    change_task(task=task, seat=table.marleens_seat, terms=replace(yesterday, what="Logo"), now=day(3))
    assert seen(table, task, n=3).task.promised_at == day(2), "what is done was her promise"


def test_what_is_done_gets_no_day_afterwards() -> None:
    table = together()
    task = add_task(seat=table.noors_seat, terms=TaskTerms("Logo", owner=table.noors_seat.party), now=day(0))
    acts.finish_task(task=task, seat=table.noors_seat, now=day(4))
    late = TaskTerms("Logo", owner=table.noors_seat.party, due_on=day(3).date(), due_kind="hard")
    change_task(task=task, seat=table.marleens_seat, terms=late, now=day(5))
    task.refresh_from_db()
    assert task.due_on is None


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
