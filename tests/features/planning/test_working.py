"""Working agreements: versions that hold once accepted, and a time to answer that the signals use."""

from __future__ import annotations

from typing import Any

import pytest

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.planning.actions.pages import accept_page, drop_page, propose_page
from samenstroom.planning.forms.working import WorkingForm
from samenstroom.planning.models import WorkingAgreement
from samenstroom.planning.queries.working import working_at
from samenstroom.planning.wording.working import working_rows
from samenstroom.watch.gather import history_of, known_of
from tests.features.planning.steps import kinds
from tests.people import Together, day, noor, started, together, visit

pytestmark = pytest.mark.django_db

TWO = {"channels": {"mail": "vragen"}, "response_days": 2, "days": ["mon", "tue"], "from": "09:00", "until": "17:00"}
THREE = {**TWO, "response_days": 3}


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False, stage="start")


def propose(table: Together, content: dict[str, Any], n: int = 1, who: str = "noors_seat") -> WorkingAgreement:
    return propose_page(WorkingAgreement, seat=getattr(table, who), content=content, other_takes_part=True, now=day(n))


def days_to_answer(table: Together) -> int | None:
    seen = table.seen_by_noor(day(20))
    return history_of(seen, known_of(seen.person, [seen])[seen.collaboration.pk]).response_days


def test_they_hold_once_accepted_and_set_what_silence_is(table: Together) -> None:
    made = propose(table, TWO)
    assert propose(table, TWO) == made and days_to_answer(table) is None
    with pytest.raises(NotAllowedError):
        accept_page(page=made, seat=table.noors_seat, now=day(2))
    for _ in range(2):
        accept_page(page=made, seat=table.marleens_seat, now=day(2))
    assert days_to_answer(table) == 2
    assert kinds(table.collaboration) == ["working_proposed", "working_accepted"]


def test_proposed_otherwise_the_old_ones_hold_until_the_new_are_accepted(table: Together) -> None:
    accept_page(page=propose(table, TWO), seat=table.marleens_seat, now=day(2))
    other = propose(table, THREE, 3, "marleens_seat")
    assert days_to_answer(table) == 2
    accept_page(page=other, seat=table.noors_seat, now=day(4))
    assert days_to_answer(table) == 3 and working_at(table.seen_by_noor(day(5))).proposed is None


def test_a_counter_proposal_takes_the_place_of_what_waits(table: Together) -> None:
    first = propose(table, TWO)
    propose(table, THREE, 2, "marleens_seat")
    with pytest.raises(NotAllowedError):
        accept_page(page=first, seat=table.marleens_seat, now=day(3))


def test_rather_not_and_what_holds_is_not_dropped(table: Together) -> None:
    made = propose(table, TWO)
    for _ in range(2):
        drop_page(page=made, seat=table.marleens_seat, now=day(2))
    assert kinds(table.collaboration) == ["working_proposed", "working_dropped"]
    again = propose(table, TWO, 3)
    accept_page(page=again, seat=table.marleens_seat, now=day(4))
    with pytest.raises(NotAllowedError):
        drop_page(page=again, seat=table.noors_seat, now=day(5))


def test_alone_it_is_noted_and_the_newest_holds() -> None:
    person = noor()
    alone = visit(person, started(person, stage="start"), now=day(1))
    for content in (TWO, THREE):
        propose_page(WorkingAgreement, seat=alone.seat, content=content, other_takes_part=False, now=day(1))
    found = working_at(alone)
    assert found.holds and found.holds.page.content == THREE and found.proposed is None
    assert kinds(alone.collaboration) == ["working_noted", "working_noted"]


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "__all__"),
        ({"since": "9:00"}, "until"),
        ({"since": "17:00", "until": "09:00"}, "until"),
        ({"since": "laat", "until": "17:00"}, "since"),
        ({"response_days": "4"}, "response_days"),
        ({"days": ["someday"]}, "days"),
        ({"channel_mail": "x" * 201}, "channel_mail"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(data: dict[str, Any], field: str) -> None:
    assert field in WorkingForm(data, kept={}).errors


def test_what_is_kept_comes_back_in_the_form_and_on_the_page() -> None:
    form = WorkingForm({"channel_mail": "vragen", "response_days": "2", "since": "9.30", "until": "17:00"}, kept={})
    assert form.is_valid()
    kept = form.content()
    assert kept == {"channels": {"mail": "vragen"}, "response_days": 2, "from": "09:30", "until": "17:00"}
    assert WorkingForm(kept=kept)["channel_mail"].value() == "vragen"
    assert [row["text"] for row in working_rows(kept)] == [
        "Mail: vragen", "Binnen twee werkdagen", "van 09:30 tot 17:00 uur",
    ]  # fmt: skip


@pytest.mark.parametrize("odd", [{"channels": "x", "days": 3, "response_days": "twee", "urgent": []}, {"talks": {}}])
def test_what_a_dossier_brings_can_be_put_in_words(odd: dict[str, Any]) -> None:
    assert working_rows(odd) == ()
