"""What comes on the plan from elsewhere: ideas that are ticked, and what both agreed, by itself and once."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from samenstroom import content
from samenstroom.accounts.models import Person
from samenstroom.agreements.actions.extra_work import OfferTerms
from samenstroom.checkins.actions import propose_repair
from samenstroom.checkins.models import Repair
from samenstroom.flows.deals import put_extra, say_yes_to_extra
from samenstroom.flows.plan import agree_on_repair, tell_new_day
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.planning.actions.tasks import TaskTerms, add_task
from samenstroom.planning.models import Task
from tests.features.planning.task_steps import FRIDAY, MONDAY, kinds, needs_another_day
from tests.people import Together, day, noor, started, together, visit

pytestmark = pytest.mark.django_db


def a_repair(table: Together, text: str = "Elke maandag tien minuten bellen") -> Repair:
    """Noor proposes something small after a round that opened."""
    round_ = table.round
    round_.revealed_at = day(1)
    round_.save()
    return propose_repair(
        round_=round_, seat=table.noors_seat, text=text, owner=table.noors_seat.party, look_back_on=FRIDAY, now=day(1)
    )


def test_a_repair_that_both_agreed_is_on_the_plan_once_as_a_promise() -> None:
    table = together()
    repair = a_repair(table)
    assert not Task.objects.exists()
    for n in (2, 3):
        agree_on_repair(visit=table.seen_by_marleen(day(n)), repair=repair)
    task = Task.objects.get()
    assert (task.what, task.owner, task.promised_at, task.due_on) == (
        "Elke maandag tien minuten bellen", table.noors_seat.party, day(2), None,
    )  # fmt: skip
    assert kinds(table) == ["task_came"]


def test_a_long_repair_keeps_all_its_words_beside_it() -> None:
    table = together()
    agree_on_repair(visit=table.seen_by_marleen(day(2)), repair=a_repair(table, "Bellen. " * 40))
    task = Task.objects.get()
    assert len(task.what) == 200 and task.content["note"] == "Bellen. " * 40


def test_extra_work_comes_on_the_plan_of_who_does_it_once_the_other_says_yes() -> None:
    table = together()
    terms = OfferTerms(hours=Decimal(2), due_on=FRIDAY)
    work = put_extra(visit=table.seen_by_noor(day(1)), what="Nog een banner", terms=terms, other_asked=True)
    assert not Task.objects.exists()
    say_yes_to_extra(visit=table.seen_by_marleen(day(2)), work=work)
    task = Task.objects.get()
    assert (task.what, task.owner, task.due_on, task.due_kind) == (
        "Nog een banner", table.noors_seat.party, FRIDAY, "target",
    )  # fmt: skip


def test_alone_extra_work_that_was_agreed_by_word_of_mouth_comes_on_the_plan_too() -> None:
    me = noor()
    table = started(me)
    look = visit(me, table, now=day(1))
    put_extra(visit=look, what="Nog een banner", terms=OfferTerms(hours=Decimal(2)), other_asked=True, is_agreed=True)
    assert Task.objects.get().what == "Nog een banner"


def test_every_kind_of_collaboration_has_ideas_of_its_own() -> None:
    kinds_of_content = [one["id"] for one in content.load("kinds", "nl")["kinds"]]
    assert [one["id"] for one in content.load("task_templates", "nl")["kinds"]] == kinds_of_content


def test_ideas_are_ticked_once_and_go_from_the_ideas(client: Client) -> None:
    table = together(stage="start")
    with clock.frozen(day(1)):
        client.force_login(table.noor)
        url = f"/s/{table.collaboration.public_id}/starten/actieplan/voorbeelden/"
        assert "De vaste klussen op een rij zetten (dinsdag 13 januari)" in client.get(url).content.decode()
        assert client.post(url, {"owner": "me"}).status_code == 422
        assert client.post(url, {"owner": "me", "picked": ["template:client_va-none"]}).status_code == 422
        for _twice in range(2):
            client.post(url, {"owner": "me", "picked": ["template:client_va-tasks"]})
        assert "De vaste klussen op een rij zetten" not in client.get(url).content.decode()
    task = Task.objects.get()
    assert (task.what, task.due_on) == ("De vaste klussen op een rij zetten", day(8).date())


def mailed() -> list[str]:
    return list(OutgoingMail.objects.filter(kind="task_new_date").values_list("to_email", flat=True))


def test_a_new_day_is_mailed_to_the_other_once_and_the_same_day_again_is_not(settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    table = together(with_rhythm=False)
    Person.objects.filter(pk=table.marleen.pk).update(email="marleen@voorbeeld.nl")
    needs_another_day(table, "Geheim")
    tell_new_day(visit=table.seen_by_noor(day(15)), task=Task.objects.get(), new_due=day(20).date(), reason="")
    assert mailed() == ["marleen@voorbeeld.nl"]


def test_alone_nobody_is_mailed(settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    me = noor()
    look = visit(me, started(me), now=day(1))
    task = add_task(seat=look.seat, terms=TaskTerms("Iets", owner=look.party, due_on=FRIDAY), now=day(1))
    assert tell_new_day(visit=look, task=task, new_due=MONDAY, reason="") is not None
    assert mailed() == []
