"""A check-in that closes while she writes: she reads what happened, and nothing she typed is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from samenstroom.checkins import actions
from samenstroom.checkins.models import Answer, Round
from samenstroom.flows.rounds import close_envelope
from samenstroom.kit import clock
from tests.doors.table_story import door_of
from tests.people import START, answer, together

pytestmark = pytest.mark.django_db
LATER = START + timedelta(days=7)
TYPED = {"appreciation": "Fijn dat je belde.", "remark": "De uren <lopen> op.", "remark_choice": "mine"}


@pytest.fixture
def table() -> Any:
    with clock.frozen(START):
        yield together()


def step(round_: Round, number: int) -> str:
    return f"samenwerken/check-in/{round_.opened_on:%Y-%m-%d}/{number}/"


@pytest.mark.parametrize("who", ["noor", "marleen"])
def test_what_she_typed_comes_back_and_goes_along_to_the_open_one(table: Any, who: str) -> None:
    old = Round.objects.get()
    with clock.frozen(LATER):
        new = actions.open_round(collaboration=table.collaboration, now=LATER)
        door = door_of(getattr(table, who), table)
        told = door.post(step(old, 3), **TYPED)
        page = told.content.decode()
        assert told.status_code == 422 and "Deze check-in ging net dicht" in page
        assert "Fijn dat je belde." in page and "De uren &lt;lopen&gt; op." in page
        assert not Answer.objects.exists()
        door.post(step(new, 3), **TYPED, later="1")
    kept = Answer.objects.get()
    assert (kept.round, kept.remark, kept.remark_choice, kept.sent_at) == (new, TYPED["remark"], "mine", None)


@pytest.mark.parametrize("was_sent", [False, True])
def test_a_check_in_that_closes_between_keeping_and_sending(
    table: Any, monkeypatch: pytest.MonkeyPatch, *, was_sent: bool
) -> None:
    old, door = Round.objects.get(), door_of(table.noor, table)
    door.post(step(old, 1), flow="4")
    if was_sent:
        answer(old, table.noors_seat, now=START)

    def closes_first(**given: Any) -> bool:
        actions.open_round(collaboration=table.collaboration, now=LATER)
        return close_envelope(**given)

    monkeypatch.setattr("samenstroom.table.checkins.close_envelope", closes_first)
    with clock.frozen(LATER):
        told = door.post(step(old, 3), **TYPED)
    page = told.content.decode()
    if was_sent:
        assert told.status_code == 302, "what she changed is in her envelope"
        return
    assert told.status_code == 422 and "Deze check-in ging net dicht" in page and "Fijn dat je belde." in page
    assert "Je antwoord ligt nu vast." not in page and Answer.objects.get().sent_at is None


def test_when_the_envelopes_opened_there_is_nothing_to_take_it_to(table: Any) -> None:
    old = Round.objects.get()
    answer(old, table.noors_seat, now=START)
    answer(old, table.marleens_seat, now=START)
    page = door_of(table.noor, table).post(step(old, 3), **TYPED).content.decode()
    assert "gingen de enveloppen open" in page and "Fijn dat je belde." in page
    assert "Neem mee naar de check-in van nu" not in page
    assert TYPED["remark"] not in [one.remark for one in Answer.objects.all()]


def test_only_looking_leads_to_the_page_of_the_round(table: Any) -> None:
    old = Round.objects.get()
    with clock.frozen(LATER):
        actions.open_round(collaboration=table.collaboration, now=LATER)
        assert door_of(table.noor, table).get(step(old, 3)).status_code == 302
