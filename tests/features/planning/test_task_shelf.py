"""What the action plan asks, tells the rules, and takes along in a dossier."""

from __future__ import annotations

import json
from datetime import date

import pytest

from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from samenstroom.planning.actions import tasks as acts
from samenstroom.planning.actions.task_days import answer_later, tell_later
from samenstroom.planning.models import Task
from samenstroom.watch.gather import history_of, known_of
from samenstroom.watch.shelves.tasks import asks, gather, rows
from tests.features.planning.task_steps import FRIDAY, MONDAY, added
from tests.people import Together, day, together, visit

pytestmark = pytest.mark.django_db


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
