"""Pages of the repair attempt and the pause: both doors, wrong input, twice, too late, and alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from samenstroom.adjusting.models import OwnAttempt, Pause, RepairAttempt
from samenstroom.collaborations.actions import show_colleague
from tests.doors.table_story import Door, door_of, on_day
from tests.features.adjusting.steps import kinds, on, paused, proposed, running, says
from tests.people import Together, karin, noor, started, together

pytestmark = pytest.mark.django_db
POGING, PAUZE = "bijsturen/poging/", "bijsturen/pauze/"
ATTEMPT = {
    "stuck": "Ik mis het overleg.",
    "try_0": "We bellen op maandag.",
    "who_0": "both",
    "look_back_on": "2026-02-10",
}
PAUSE = {"starts_on": "2026-01-20", "resumes_on": "2026-05-01", "still": ["checkins"]}
SIDES = pytest.mark.parametrize("who", ["noor", "marleen"])


@pytest.fixture
def table() -> Iterator[Together]:
    with on_day(2):
        yield together(with_rhythm=False)


def doors(table: Together, who: str) -> tuple[Door, Door]:
    """Her door and that of the other."""
    mine, theirs = (table.noor, table.marleen) if who == "noor" else (table.marleen, table.noor)
    return door_of(mine, table), door_of(theirs, table)


def refused(door: Door, rest: str, kept: str = "", **data: Any) -> str:
    """The page comes back with 422, says it at the field, and keeps what was typed."""
    response = door.post(rest, **data)
    html = response.content.decode()
    assert response.status_code == 422, rest
    assert "<title>Fout:" in html and 'class="error"' in html and kept in html
    return html


@SIDES
def test_an_attempt_goes_from_a_proposal_to_opened_answers(table: Together, who: str) -> None:
    mine, theirs = doors(table, who)
    assert "Begin klein" in mine.text(POGING)
    mine.post(POGING + "voorstel/", **ATTEMPT)
    attempt = RepairAttempt.objects.get()
    address = f"{POGING}{attempt.public_id}/"
    assert "Ja, dit proberen we" not in mine.text(POGING)
    assert "Ja, dit proberen we" in theirs.text(POGING) and "We bellen op maandag." in theirs.text(POGING)
    theirs.post(address + "antwoord/", do="agree")
    assert "Jullie proberen dit samen" in mine.text(POGING) and "fase op bijsturen" in mine.text(POGING)
    mine.post(address + "terugkijken/", said="go_on", why="GEHEIM-TOT-OPEN")
    assert "GEHEIM-TOT-OPEN" not in theirs.text(address + "terugkijken/") + theirs.text(POGING) + theirs.text()
    theirs.post(address + "terugkijken/", said="go_on")
    for door in (mine, theirs):
        html = door.text(address + "terugkijken/")
        assert "Jullie willen allebei door met proberen" in html and "GEHEIM-TOT-OPEN" in html
    mine.post(address + "antwoord/", do="again")
    theirs.post(address + "antwoord/", do="again")
    assert RepairAttempt.objects.filter(dropped_at=None).count() == 2
    assert "Ja, dit proberen we" in theirs.text(POGING)


@SIDES
def test_a_counter_proposal_starts_from_what_lies_there_told_from_her_side(table: Together, who: str) -> None:
    mine, theirs = doors(table, who)
    mine.post(POGING + "voorstel/", **{**ATTEMPT, "who_0": "me"})
    html = theirs.text(POGING + "voorstel/")
    assert "Stel iets anders voor" in html and "We bellen op maandag." in html
    theirs.post(POGING + "voorstel/", **{**ATTEMPT, "try_0": "We bellen op vrijdag."})
    assert "We bellen op vrijdag." in mine.text(POGING) and "We bellen op maandag." not in mine.text(POGING)


@SIDES
@pytest.mark.parametrize(
    ("rest", "data"),
    [
        (POGING + "voorstel/", {"stuck": "NIET-KWIJT"}),
        (POGING + "voorstel/", {**ATTEMPT, "stuck": "NIET-KWIJT", "look_back_on": "2026-01-07"}),
        (POGING + "voorstel/", {**ATTEMPT, "stuck": "NIET-KWIJT", "look_back_on": "gauw"}),
        (POGING + "voorstel/", {**ATTEMPT, "stuck": "NIET-KWIJT" * 5000}),
        (POGING + "voorstel/", {**ATTEMPT, "stuck": "NIET-KWIJT", "who_0": "niemand"}),
        (PAUZE + "voorstel/", {"words": "NIET-KWIJT", "starts_on": "2026-01-20", "resumes_on": "2026-02-01"}),
        (PAUZE + "voorstel/", {**PAUSE, "words": "NIET-KWIJT", "resumes_on": "2026-01-20"}),
        (PAUZE + "voorstel/", {**PAUSE, "words": "NIET-KWIJT", "resumes_on": ""}),
        (PAUZE + "voorstel/", {**PAUSE, "words": "NIET-KWIJT", "starts_on": "2025-01-01"}),
        (PAUZE + "voorstel/", {**PAUSE, "words": "NIET-KWIJT", "still": ["alles"]}),
    ],
)
def test_wrong_input_is_said_at_the_field_and_nothing_is_lost(
    table: Together, who: str, rest: str, data: dict[str, Any]
) -> None:
    refused(doors(table, who)[0], rest, "NIET-KWIJT", **data)
    assert not RepairAttempt.objects.exists() and not Pause.objects.exists()


def test_her_answer_needs_a_choice_unless_she_goes_on_later(table: Together) -> None:
    attempt, door = running(table), door_of(table.marleen, table)
    address = f"{POGING}{attempt.public_id}/terugkijken/"
    refused(door, address, "NIET-KWIJT", why="NIET-KWIJT")
    door.post(address, why="LATER-VERDER", later="1")
    assert "LATER-VERDER" in door.text(address) and "LATER-VERDER" not in door_of(table.noor, table).text(address)
    assert kinds(table.collaboration) == ["attempt_proposed", "attempt_agreed"]


def test_odd_words_come_back_as_they_were_and_are_never_run(table: Together) -> None:
    words = "<script>alert(1)</script> 🌊 مرحبا\nen verder"
    door_of(table.noor, table).post(POGING + "voorstel/", **{**ATTEMPT, "stuck": words})
    html = door_of(table.marleen, table).text(POGING)
    assert "<script>alert(1)" not in html and "&lt;script&gt;alert(1)" in html and "🌊 مرحبا" in html
    assert RepairAttempt.objects.get().stuck.replace("\r\n", "\n") == words


def test_too_late_says_so_calmly(table: Together) -> None:
    attempt, door = proposed(table), door_of(table.marleen, table)
    door_of(table.noor, table).post(f"{POGING}{attempt.public_id}/antwoord/", do="drop")
    for do in ("agree", "drop", "again", "iets"):
        response = door.client.post(f"{door.root}{POGING}{attempt.public_id}/antwoord/", {"do": do}, follow=True)
        assert "Dit kan nu niet meer" in response.content.decode()
    assert door.get(f"{POGING}{attempt.public_id}/terugkijken/").status_code == 404


def test_a_farewell_is_nowhere_on_a_page_of_who_did_not_choose_it(table: Together) -> None:
    attempt = running(table)
    says(attempt, table.noors_seat, "part", n=2)
    says(attempt, table.marleens_seat, "flows", n=2)
    html = door_of(table.marleen, table).text(f"{POGING}{attempt.public_id}/terugkijken/")
    assert "vier weken door te gaan" not in html, "nobody is talked into going on by a button"
    assert "afscheid/" not in html and "Praat eerst, op een rustig moment" in html


def test_a_colleague_reads_what_is_shared_and_nothing_that_is_sealed(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=table.collaboration.created_at)
    attempt = running(table)
    says(attempt, table.noors_seat, "part", why="ALLEEN-NOOR-NOG", n=2)
    door = door_of(colleague, table)
    html = door.text(POGING) + door.text(f"{POGING}{attempt.public_id}/terugkijken/") + door.text(PAUZE)
    assert "ALLEEN-NOOR-NOG" not in html and "Stop deze poging" not in html
    door.post(POGING + "voorstel/", **ATTEMPT)
    door.post(PAUZE + "voorstel/", **PAUSE)
    assert RepairAttempt.objects.count() == 1 and not Pause.objects.exists()


@SIDES
def test_a_pause_goes_from_a_proposal_to_going_on(table: Together, who: str) -> None:
    mine, theirs = doors(table, who)
    mine.post(PAUZE + "voorstel/", **{**PAUSE, "starts_on": "2026-01-07", "reason": "illness"})
    pause = Pause.objects.get()
    assert "Ja, we staan even stil" in theirs.text(PAUZE) and "Ziekte" in theirs.text(PAUZE)
    theirs.post(f"{PAUZE}{pause.public_id}/antwoord/", do="agree")
    for door in (mine, theirs):
        assert "Jullie staan even stil tot 1 mei" in door.text(PAUZE)
        assert "Jullie staan even stil tot 1 mei" in door.text()
        assert "Jullie staan even stil tot 1 mei" in door.text("zoals-de-ander/")
    refused(mine, PAUZE + "voorstel/", **{**PAUSE, "starts_on": "2026-04-01", "resumes_on": "2026-06-01"})
    theirs.post(f"{PAUZE}{pause.public_id}/antwoord/", do="end")
    assert "Jullie staan even stil" not in mine.text()
    assert kinds(table.collaboration) == ["pause_proposed", "pause_accepted", "pause_ended"]


def test_her_side_rests_in_a_pause(table: Together) -> None:
    paused(table, 2, 116)
    html = door_of(table.marleen, table).text()
    assert "Er hoeft nu niets" in html and "Jullie staan even stil tot 1 mei." in html


@pytest.fixture
def alone() -> Iterator[Door]:
    with on_day(2):
        me = noor()
        collaboration = started(me)
        client = Client()
        client.force_login(me)
        yield Door(client, f"/s/{collaboration.public_id}/")


def test_alone_she_tries_something_for_herself(alone: Door) -> None:
    assert "Probeer iets voor jezelf" in alone.text(POGING) and "Zelf iets proberen" in alone.text()
    refused(alone, "bijsturen/alleen/", "NIET-KWIJT", stuck="NIET-KWIJT")
    alone.post("bijsturen/alleen/", stuck="Ik wacht te lang.", try_0="Eerder bellen", look_back_on="2026-02-10")
    own = OwnAttempt.objects.get()
    address = f"bijsturen/alleen/{own.public_id}/"
    assert "Marleen ziet dit nooit" in alone.text(address)
    refused(alone, address, "NIET-KWIJT", why="NIET-KWIJT")
    alone.post(address, said="go_on", helped="Bellen")
    assert "Je geeft het nog tijd" in alone.text(address)
    assert "Eerder bellen" in alone.text("bijsturen/alleen/"), "going on starts from what she tried"
    alone.post(address, away="1")
    assert not OwnAttempt.objects.exists()


def test_alone_a_pause_is_noted(alone: Door) -> None:
    assert "Noteer een pauze" in alone.text(PAUZE)
    alone.post(PAUZE + "voorstel/", **{**PAUSE, "starts_on": "2026-01-07"})
    html = alone.text(PAUZE)
    assert "Jullie staan even stil tot 1 mei" in html and "door Noor" in html
    assert Pause.objects.get().starts_on == on(2)
