"""Acts that ask much of the machine wait when somebody did them very often; what she typed stays, and it says when."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts import heavy
from samenstroom.accounts.throttle import Limit
from samenstroom.agreements.models import KeptText
from samenstroom.collaborations.models import HistoryLine
from samenstroom.kit import clock
from tests.features.adjusting.conflict_steps import opened
from tests.people import PASSWORD, Together, day, together

pytestmark = pytest.mark.django_db
AGAIN = "Dit deed je vaak achter elkaar. Op 15 januari, 11:00 kan het weer."
TYPED = "Betaling binnen 21 dagen na factuurdatum."


@pytest.fixture(autouse=True)
def _once_an_hour(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(heavy, "LIMITS", dict.fromkeys(heavy.LIMITS, Limit(1, timedelta(hours=1))))
    with clock.frozen(day(10)):
        yield


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False, stage="agree")


@pytest.fixture
def noors(table: Together) -> Client:
    client = Client()
    client.force_login(table.noor)
    client.post(reverse("workspace:prove"), {"secret": PASSWORD})
    return client


def at(table: Together, name: str, **parts: str) -> str:
    return reverse(f"workspace:{name}", kwargs={"collaboration": table.collaboration.public_id, **parts})


def text_of(answer: Any) -> str:
    """As it was sent; a file is no text to read."""
    return str((b"".join(answer) if answer.streaming else answer.content).decode("utf-8", "replace"))


@pytest.mark.parametrize(
    ("name", "sends"),
    [
        ("dossier", {}),
        ("reading", {"text": TYPED}),
        ("hours_import", {}),
        ("tasks_in", {}),
        ("invoice_import", {}),
        ("conflict_file", {"do": "pdf"}),
    ],
)
def test_at_a_table_the_second_time_waits(table: Together, noors: Client, name: str, sends: dict[str, str]) -> None:
    parts = {"conflict": opened(table).public_id} if name == "conflict_file" else {}
    lines = HistoryLine.objects.count()
    address = at(table, name, **parts)
    first, second = noors.post(address, sends), noors.post(address, sends)
    assert (AGAIN in text_of(first), AGAIN in text_of(second)) == (False, True)
    assert second.status_code == 429 and all(typed in text_of(second) for typed in sends.values() if typed == TYPED)
    assert HistoryLine.objects.count() == lines, "the other sees nothing of it"
    with clock.frozen(day(10) + timedelta(hours=1)):
        assert AGAIN not in text_of(noors.post(address, sends))


@pytest.mark.parametrize(
    ("name", "sends"),
    [
        ("privacy_take_all", {}),
        ("import", {"name": "Noor uit het bestand"}),
        ("profile_file", {}),
        ("profile_import", {}),
        ("examples", {}),
    ],
)
def test_of_her_own_the_second_time_waits(noors: Client, name: str, sends: dict[str, str]) -> None:
    address = reverse(f"workspace:{name}")
    first, second = noors.post(address, sends), noors.post(address, sends)
    assert (AGAIN in text_of(first), AGAIN in text_of(second)) == (False, True)
    assert all(typed in text_of(second) for typed in sends.values())


def test_searching_waits_and_keeps_what_she_looks_for(noors: Client) -> None:
    address = reverse("workspace:search")
    noors.post(address, {"q": "overeenkomst"}, follow=True)
    stopped = noors.get(address)
    assert stopped.status_code == 429
    assert AGAIN in text_of(stopped) and 'value="overeenkomst"' in text_of(stopped)
    assert "Er is nu niet gezocht" in text_of(stopped)


def test_a_kept_text_is_not_read_again_and_again(table: Together, noors: Client) -> None:
    noors.post(at(table, "reading_keep"), {"text": TYPED})
    address = at(table, "reading_kept", text=KeptText.objects.get().public_id)
    assert noors.get(address).status_code == 200
    assert AGAIN in text_of(noors.get(address, follow=True))
