"""A yes is to what was read: changed in another tab or by the other meanwhile, it is not given, and it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.adjusting.actions.blind import send_limit, start_blind, stop_blind
from samenstroom.adjusting.models import BlindLimit
from samenstroom.agreements.actions.addendum_drafts import keep_addendum_draft
from samenstroom.agreements.actions.drafts import keep_draft
from samenstroom.agreements.models import AgreementVersion
from samenstroom.flows.endings import take_back_end, tell_ending
from samenstroom.flows.plan import tell_new_day
from samenstroom.kit import clock
from samenstroom.learning.actions.lessons import OWN, Taught, learn_lesson, reword_lesson
from samenstroom.learning.models import Lesson, MentorShare
from tests.features.adjusting.conflict_steps import limits, opened
from tests.features.agreements.addenda_steps import agreed, change_of
from tests.features.agreements.steps import content_for, drafted
from tests.features.learning.steps import accompanied, ellen
from tests.features.planning.task_steps import MONDAY, added
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db
OTHERWISE = "Dit is intussen veranderd. Lees het nog één keer."


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    with clock.frozen(day(3)):
        yield


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False, stage="agree")


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def at(table: Together, name: str, *, door: str = "workspace", **parts: Any) -> str:
    return reverse(f"{door}:{name}", kwargs={"collaboration": table.collaboration.public_id, **parts})


def read_on(page: Any) -> str:
    """The mark that her form carries."""
    found = re.search(r'name="read" value="(\w+)"', page.content.decode())
    assert found, "the form says what was read"
    return found[1]


def says_yes(client: Client, address: str, read: str, **sends: str) -> str:
    return str(client.post(address, {**sends, "read": read}, follow=True).content.decode())


def test_a_text_for_the_table_that_was_changed_in_another_tab(table: Together) -> None:
    noor, address = as_(table.noor), at(table, "agreement_put")
    drafted(table.seen_by_noor(day(3)))
    read = read_on(noor.get(address))
    keep_draft(visit=table.seen_by_noor(day(3)), content=content_for(table.seen_by_noor(day(3)), title="Heel anders"))
    page = says_yes(noor, address, read)
    assert OTHERWISE in page and "Heel anders" in page and not AgreementVersion.objects.exists()
    says_yes(noor, address, read_on(noor.get(address)))
    assert "Heel anders" in str(dict(AgreementVersion.objects.get().content))


@pytest.mark.parametrize("do", ["put", "note"])
def test_an_addendum_that_was_changed_in_another_tab(table: Together, do: str) -> None:
    agreed(table)
    noor, address, seen = as_(table.noor), at(table, "addendum"), table.seen_by_noor(day(3))
    keep_addendum_draft(visit=seen, change=change_of(seen, payment_term_days=14))
    read, before = read_on(noor.post(address, {"do": "look"})), AgreementVersion.objects.count()
    keep_addendum_draft(visit=seen, change=change_of(seen, payment_term_days=60))
    sends = {"put": {}, "note": {"signed_on": "2026-01-07"}}[do]
    assert OTHERWISE in says_yes(noor, address, read, do=do, **sends)
    assert AgreementVersion.objects.count() == before
    says_yes(noor, address, read_on(noor.post(address, {"do": "look"})), do=do, **sends)
    assert AgreementVersion.objects.count() == before + 1


def test_a_lesson_that_was_reworded_before_a_mentor_sees_it(table: Together) -> None:
    made, noor = accompanied(table.noor, ellen()), as_(table.noor)
    learns(table, "Zeg het eerder.")
    place = [made.public_id, table.collaboration.public_id, "lessons"]
    kind = reverse("workspace:mentor_kind", args=place)
    item = reverse("workspace:mentor_item", args=[*place, item_on(noor.get(kind))])
    read = read_on(noor.get(item))
    reword_lesson(lesson=Lesson.objects.get(), taught=taught("Vertrouw niemand."))
    page = says_yes(noor, item, read)
    assert OTHERWISE in page and "Vertrouw niemand." in page and not MentorShare.objects.exists()
    of_kind = read_on(noor.get(kind))
    learns(table, "Nog een les.")
    assert OTHERWISE in says_yes(noor, kind, of_kind, reach="later")
    assert not MentorShare.objects.exists()
    says_yes(noor, kind, read_on(noor.get(kind)), reach="later")
    says_yes(noor, item, read_on(noor.get(item)))
    assert MentorShare.objects.count() == 2


def test_an_end_that_was_told_anew(table: Together) -> None:
    noors, marleens = table.seen_by_noor(day(3)), as_(table.marleen)
    told = tell_ending(visit=noors, how="one_side", last_on=date(2026, 2, 28), words="Dank je wel.")
    read = read_on(marleens.get(at(table, "ending", door="portal")))
    take_back_end(ending=told, seat=noors.seat, now=day(3))
    again = tell_ending(visit=noors, how="one_side", last_on=date(2026, 1, 20), words="Het moet eerder.")
    answer = at(table, "ending_answer", door="portal")
    page = says_yes(marleens, answer, read, do="confirm")
    assert OTHERWISE in page and "Het moet eerder." in page
    again.refresh_from_db()
    assert again.confirmed_at is None
    says_yes(marleens, answer, read_on(marleens.get(at(table, "ending", door="portal"))), do="confirm")
    again.refresh_from_db()
    assert again.confirmed_at


def test_a_limit_in_a_round_where_it_means_something_else(table: Together) -> None:
    """What she would take at least, sent in a round where it is the most she would pay, gives it all away."""
    conflict, noor = opened(table), as_(table.noor)
    limits(table, conflict, None, None)
    address = at(table, "conflict_blind", conflict=conflict.public_id)
    read = read_on(noor.get(address))
    stop_blind(conflict=conflict, seat=table.marleens_seat, now=day(3))
    start_blind(
        conflict=conflict, seat=table.marleens_seat, receiver=table.marleens_seat.party, other_takes_part=True,
        now=day(3),
    )  # fmt: skip
    page = says_yes(noor, address, read, do="send", amount="900")
    assert OTHERWISE in page and 'value="900"' in page and not BlindLimit.objects.exists()
    says_yes(noor, address, read_on(noor.get(address)), do="send", amount="900")
    assert BlindLimit.objects.get().person == table.noor


def test_a_limit_that_was_compared_meanwhile_begins_no_new_round_unseen(table: Together) -> None:
    conflict, noor = opened(table), as_(table.noor)
    limits(table, conflict, "900", None)
    address = at(table, "conflict_blind", conflict=conflict.public_id)
    read = read_on(noor.get(address))
    send_limit(conflict=conflict, seat=table.marleens_seat, amount=Decimal("500"), now=day(3))
    assert OTHERWISE in says_yes(noor, address, read, do="send", amount="700")
    assert BlindLimit.objects.count() == 2


def test_a_new_day_that_became_another_day(table: Together) -> None:
    task, marleens = added(table, owner="noor"), as_(table.marleen)
    seen, address = table.seen_by_noor(day(3)), at(table, "task", door="portal", task=task.public_id)
    tell_new_day(visit=seen, task=task, new_due=MONDAY, reason="Ziek.")
    read = read_on(marleens.get(address))
    task.refresh_from_db()
    tell_new_day(visit=seen, task=task, new_due=date(2026, 3, 30), reason="Toch later.")
    page = says_yes(marleens, address, read, do="answer", answer="fine", words="Prima zo.")
    assert OTHERWISE in page and "Prima zo." in page and "Toch later." in page
    says_yes(marleens, address, read_on(marleens.get(address)), do="answer", answer="fine", words="Prima zo.")
    assert task.words.latest("pk").answer == "fine"


def learns(table: Together, words: str) -> None:
    learn_lesson(person=table.noor, collaboration=table.collaboration, taught=taught(words), source=OWN, now=day(1))


def taught(words: str) -> Taught:
    return Taught(words)


def item_on(page: Any) -> str:
    found = re.search(r"/lessons/([^/\"]+)/\"", page.content.decode())
    assert found
    return found[1]
