"""Closing behind both doors: never blocked, and after it everything can be read and nothing new is done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from samenstroom.collaborations.models import Collaboration, HistoryLine
from samenstroom.farewell.models import ClosingStatement, Ending, KeepTerm
from samenstroom.kit import clock
from tests.doors.ending_steps import END, NEWS, SETTLE, THANK, closed, told
from tests.doors.table_story import Door
from tests.people import Together, day, noor, started, together

pytestmark = pytest.mark.django_db

SIDES = pytest.mark.parametrize("first", ["noor", "marleen"])


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    with clock.frozen(day(1)):
        yield


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def test_closing_waits_for_the_last_day_and_always_says_the_way_on(table: Together) -> None:
    one, _other = told(table)
    page = one.text(f"{END}afronden/")
    assert "Afronden kan vanaf woensdag 21 januari." in page and "Spreek een andere laatste dag af" in page
    one.post(f"{END}afronden/")
    assert Ending.objects.get().closed_at is None
    with clock.frozen(day(20)):
        page = one.text(f"{END}afronden/")
        assert "Rond toch af, met wat open is erbij" in page and "niet door allebei bevestigd" in page
        one.post(f"{END}afronden/")
        one.post(f"{END}afronden/")
        assert "Afgerond op 25 januari 2026. Mooi gedaan." in one.text(END)
        assert "niet door allebei bevestigd" in one.text("logboek/")
        assert one.text("logboek/").count("rondde de samenwerking af") == 1


ACTS = (
    ("fase/", {"stage": "work"}),
    ("ritme/", {"weeks": "2"}),
    ("verkennen/proefproject/voorstel/", {"scope": "Iets"}),
    ("logboek/nieuw/talk_held/", {"happened_on": "2026-01-20", "circle": "shared", "note": "Goed."}),
    (f"{END}antwoord/", {"do": "withdraw"}),
    (f"{END}andere-dag/", {"last_on": "2026-02-01"}),
    (f"{END}toegang/", {"text": "Iets", "taker": "me"}),
    (f"{SETTLE}erbij/", {"kind": "hours", "text": "Iets", "owner": "me"}),
    (f"{SETTLE}slot/", {"words": "Iets"}),
)


@pytest.mark.parametrize(("rest", "sent"), ACTS)
@SIDES
def test_after_the_end_every_act_at_the_table_gets_a_calm_word(
    table: Together, first: str, rest: str, sent: dict[str, str]
) -> None:
    both = closed(table)
    door = both[0] if first == "noor" else both[1]
    before = HistoryLine.objects.count()
    with clock.frozen(day(21)):
        response: Any = door.client.post(door.root + rest, sent, follow=True)
    assert "Afgerond op 25 januari 2026. Alles blijft leesbaar" in response.content.decode()
    assert HistoryLine.objects.count() == before
    assert Collaboration.objects.get(pk=table.collaboration.pk).stage == "learn"


def test_after_the_end_all_can_be_read_and_what_is_her_own_goes_on(table: Together) -> None:
    one, other = closed(table)
    with clock.frozen(day(21)):
        assert "Afgerond op 25 januari 2026. Mooi gedaan." in one.client.get("/vandaag/").content.decode()
        assert "Afgerond op 25 januari 2026. Mooi gedaan." in one.text() and "Nu jij" not in one.text()
        assert "Afgerond op 25 januari 2026. Mooi gedaan." in other.text()
        for rest in (END, SETTLE, THANK, f"{END}toegang/", f"{END}afronden/", "logboek/", "meenemen/", "fase/"):
            assert one.get(rest).status_code == other.get(rest).status_code == 200
        assert other.post("meenemen/").headers["Content-Type"].startswith("application/json")
        sent = {"happened_on": "2026-01-20", "circle": "private", "note": "VOOR-MIJZELF"}
        one.post("logboek/nieuw/talk_held/", **sent)
        assert "VOOR-MIJZELF" in one.text("logboek/")
        own = HistoryLine.objects.get(circle="private")
        one.post(f"logboek/{own.public_id}/terugnemen/")
        assert not HistoryLine.objects.filter(circle="private").exists()
        one.post(f"{END}bewaren/", until="2030-01-01")
        other.post(f"{END}bewaren/{KeepTerm.objects.get().public_id}/")
        assert "dit bewaren jullie tot 1 januari 2030" in one.text(f"{END}afronden/")


def test_noor_alone_notes_it_and_closes() -> None:
    me = noor()
    collaboration = started(me)
    client = Client()
    client.force_login(me)
    door = Door(client, f"/s/{collaboration.public_id}/")
    door.post(f"{END}laten-weten/", **{**NEWS, "last_on": "2026-01-05"})
    assert "Marleen doet hier niet mee" in door.text(END)
    door.post(f"{SETTLE}slot/", words="Wij zijn klaar.")
    door.post(f"{SETTLE}slot/{ClosingStatement.objects.get().public_id}/", do="note")
    assert "Genoteerd door Noor, niet bevestigd." in door.text(SETTLE)
    door.post(f"{END}afronden/")
    assert "Afgerond op 6 januari 2026. Mooi gedaan." in door.text()
