"""Pages of a handover: both doors, quick to add, wrong input, twice, too late, on paper, and alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from samenstroom.collaborations.actions import show_colleague, write_line
from samenstroom.farewell.actions.handover import change_item, say_done, undo_tick
from samenstroom.farewell.models import HandoverItem, Successor, WorkInSession
from samenstroom.rules.handover import ItemWords
from tests.doors.table_story import Door, door_of, on_day
from tests.features.farewell.steps import MAILBOX, PLANNING, kept, laid
from tests.people import Together, day, karin, noor, started, together

pytestmark = pytest.mark.django_db
ROOT, OWN, WORK_IN = "afscheid/overdracht/", "afscheid/overdracht/alleen-voor-mij/", "afscheid/inwerken/"
SIDES = pytest.mark.parametrize("who", ["noor", "marleen"])
MOMENT = {"subject": "De planning", "on": "2026-01-20", "at": "10:00", "minutes": "60"}


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
    assert response.status_code == 422, (rest, response.status_code)
    assert "<title>Fout:" in html and 'class="error"' in html and kept in html
    return html


def plain(html: str) -> str:
    """The page without the keys of its forms."""
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", html)


def the_item(title: str) -> HandoverItem:
    return next(one for one in HandoverItem.objects.all() if one.title == title)


@SIDES
def test_several_lines_become_several_things_and_both_tick_them(table: Together, who: str) -> None:
    mine, theirs = doors(table, who)
    assert "De lijst is nog leeg" in mine.text(ROOT)
    mine.post(ROOT + "erbij/", kind="task", lines="- De planning\n\n- De nieuwsbrief\n", who="me")
    html = theirs.text(ROOT)
    assert "De planning" in html and "De nieuwsbrief" in html and "Nog 2 dingen staan open." in html
    tick = f"{ROOT}{the_item('De planning').public_id}/afvinken/"
    theirs.post(tick, do="done")
    assert the_item("De planning").done_at is None, "who does it says done"
    mine.post(tick, do="done")
    assert "Kijk jij mee?" in theirs.text(ROOT) and "wacht" in mine.text(ROOT).lower()
    theirs.post(tick, do="seen", mark=the_item("De planning").mark)
    assert "1 is klaar." in mine.text(ROOT) and "%" not in mine.text(ROOT).split("<main")[1].split("</main")[0]
    other = f"{ROOT}{the_item('De nieuwsbrief').public_id}/afvinken/"
    mine.post(other, do="done")
    theirs.post(other, do="seen", mark=the_item("De nieuwsbrief").mark)
    for door in (mine, theirs):
        assert "Alles is overgedragen" in door.text(ROOT)
        assert "De overdracht is klaar." in door.text("logboek/")


@SIDES
def test_what_often_comes_up_is_picked_and_then_not_suggested_again(table: Together, who: str) -> None:
    mine, theirs = doors(table, who)
    assert "De mailbox en de agenda" in mine.text(ROOT + "erbij/")
    mine.post(ROOT + "erbij/", kind="task", ideas=["idea:client_va:mailbox"])
    assert the_item("De mailbox en de agenda").kind == "access"
    assert "De mailbox en de agenda" not in theirs.text(ROOT + "erbij/")


@SIDES
@pytest.mark.parametrize(
    "data",
    [
        {"kind": "task"},
        {"kind": "words", "lines": "NIET-KWIJT"},
        {"lines": "NIET-KWIJT"},
        {"kind": "task", "lines": "NIET-KWIJT", "until_on": "gauw"},
        {"kind": "task", "lines": "NIET-KWIJT " * 5000},
        {"kind": "task", "lines": "NIET-KWIJT " * 40},
        {"kind": "task", "lines": "\n".join(f"NIET-KWIJT {n}" for n in range(41))},
        {"kind": "task", "lines": "NIET-KWIJT", "who": "niemand"},
        {"kind": "access", "lines": "NIET-KWIJT wachtwoord: Zomer2026!"},
    ],
)
def test_wrong_input_is_said_at_the_field_and_nothing_is_lost(table: Together, who: str, data: dict[str, Any]) -> None:
    refused(doors(table, who)[0], ROOT + "erbij/", "NIET-KWIJT" if "lines" in data else "", **data)
    assert not HandoverItem.objects.exists()


def test_a_password_is_asked_about_kindly_and_she_decides(table: Together) -> None:
    door = door_of(table.marleen, table)
    data = {"kind": "access", "lines": "Code: 99213"}
    html = refused(door, ROOT + "erbij/", **data)
    assert "lijkt op een wachtwoord of code" in html and "Dit is geen geheim" in html
    door.post(ROOT + "erbij/", **data, sure="on")
    assert the_item("Code: 99213")


@SIDES
def test_one_thing_is_filled_in_by_either_side(table: Together, who: str) -> None:
    [item] = laid(table, MAILBOX)
    mine, theirs = doors(table, who)
    address = f"{ROOT}{item.public_id}/"
    assert "nooit het wachtwoord zelf" in mine.text(address)
    words = "<script>alert(1)</script> 🌊 مرحبا\nen verder"
    mine.post(address, kind="access", title="De mailbox", where=words, who="other", until_on="2026-02-01")
    html = theirs.text(ROOT)
    assert "<script>alert(1)" not in html and "&lt;script&gt;alert(1)" in html and "🌊 مرحبا" in html
    assert "Tot en met 1 februari 2026" in html and "Wie: Jij" in html
    refused(mine, address, "NIET-KWIJT", kind="access", title="", where="NIET-KWIJT")
    theirs.post(address + "afvinken/", do="drop")
    assert "Van de lijst gehaald" in mine.text(ROOT)
    mine.post(address + "afvinken/", do="back")
    assert "Van de lijst gehaald" not in theirs.text(ROOT)


def test_what_she_saw_done_is_what_she_read(table: Together) -> None:
    [item] = laid(table, PLANNING)
    say_done(item=item, seat=table.noors_seat, other_takes_part=True, now=day(2))
    theirs = door_of(table.marleen, table)
    (read,) = set(re.findall(r'name="mark" value="([^"]+)"', theirs.text(ROOT)))
    undo_tick(item=item, seat=table.noors_seat)
    change_item(item=item, seat=table.noors_seat, words=ItemWords("task", "Iets anders", who="1"))
    say_done(item=item, seat=table.noors_seat, other_takes_part=True, now=day(2))
    theirs.post(f"{ROOT}{item.public_id}/afvinken/", do="seen", mark=read)
    assert HandoverItem.objects.get().seen_at is None
    theirs.post(f"{ROOT}{item.public_id}/afvinken/", do="seen", mark=HandoverItem.objects.get().mark)
    assert HandoverItem.objects.get().seen_at is not None


def test_too_late_says_so_calmly(table: Together) -> None:
    [item] = laid(table, PLANNING)
    door = door_of(table.marleen, table)
    for rest, do in ((item.public_id, "seen"), (item.public_id, "iets"), ("onbekend", "done")):
        response = door.client.post(f"{door.root}{ROOT}{rest}/afvinken/", {"do": do}, follow=True)
        assert "Dit kan nu niet meer" in response.content.decode()


@SIDES
def test_what_runs_comes_along_by_a_tap_or_all_at_once(table: Together, who: str) -> None:
    about = table.marleens_seat.party
    for kind, note in (("promise_made", "De foto’s nasturen"), ("access_one_person", "")):
        write_line(seat=table.noors_seat, kind=kind, now=table.collaboration.created_at, about=about, note=note)
    mine, theirs = doors(table, who)
    assert "De foto’s nasturen" in mine.text(ROOT + "meenemen/") and "De foto’s nasturen" not in mine.text(ROOT)
    mine.post(ROOT + "meenemen/", picked=[f"line:{table.collaboration.lines.get(kind='promise_made').public_id}"])
    assert "De foto’s nasturen" in theirs.text(ROOT) and "als enige toegang" not in theirs.text(ROOT)
    theirs.post(ROOT + "meenemen/", all="1")
    assert "als enige toegang" in mine.text(ROOT) and "Neem mee wat al loopt" not in mine.text(ROOT)
    refused_or_gone = mine.post(ROOT + "meenemen/", picked=["line:onbekend"])
    assert refused_or_gone.status_code == 422


def test_noor_prepares_for_herself_and_marleen_sees_nothing_until_it_is_on_the_table(table: Together) -> None:
    mine, theirs = doors(table, "noor")
    before = [plain(theirs.text(rest)) for rest in ("", ROOT, "logboek/")]
    mine.post(OWN, kind="access", lines="ALLEEN-NOOR-NOG\nOOK-NOG-NIET", who="other")
    assert [plain(theirs.text(rest)) for rest in ("", ROOT, "logboek/")] == before
    html = mine.text(OWN)
    assert "ALLEEN-NOOR-NOG" in html and "Marleen ziet dit niet" in html
    first, second = the_item("ALLEEN-NOOR-NOG"), the_item("OOK-NOG-NIET")
    exact = mine.text(f"{OWN}op-tafel/?picked={first.public_id}")
    assert "ALLEEN-NOOR-NOG" in exact and "OOK-NOG-NIET" not in exact and "Wie: Marleen" in exact
    mine.post(OWN + "op-tafel/", read=["iets anders"])
    assert "ALLEEN-NOOR-NOG" not in theirs.text(ROOT), "only words that she looked at"
    mine.post(OWN + "op-tafel/", read=[first.mark])
    assert "ALLEEN-NOOR-NOG" in theirs.text(ROOT) and "OOK-NOG-NIET" not in theirs.text(ROOT)
    address = f"{OWN}{second.public_id}/"
    refused(mine, address, title="", kind="access")
    mine.post(address, title="Anders", kind="task", where="In de map")
    assert "Anders" in mine.text(OWN)
    mine.post(address, away="1")
    assert HandoverItem.objects.count() == 1 and mine.get(address).status_code == 404


def test_nobody_else_reads_a_draft(table: Together) -> None:
    [draft] = kept(table, PLANNING)
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=table.collaboration.created_at)
    for door in (door_of(table.marleen, table), door_of(colleague, table)):
        for rest in (f"{ROOT}{draft.public_id}/", f"{OWN}{draft.public_id}/"):
            assert door.get(rest).status_code in (302, 404)
    assert "De planning" not in door_of(colleague, table).text(OWN)


def test_a_colleague_reads_and_changes_nothing(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=table.collaboration.created_at)
    [item] = laid(table, PLANNING)
    door = door_of(colleague, table)
    assert "De planning" in door.text(ROOT) and "Dit is klaar" not in door.text(ROOT)
    door.post(ROOT + "erbij/", kind="task", lines="Iets")
    door.post(f"{ROOT}{item.public_id}/afvinken/", do="done")
    assert HandoverItem.objects.count() == 1 and the_item("De planning").done_at is None


@SIDES
def test_it_stands_on_paper(table: Together, who: str) -> None:
    laid(table)
    html = doors(table, who)[0].text(ROOT + "afdrukken/")
    assert "Tussen" in html and "1. De planning" in html and "In de kluis van Marleen" in html


@SIDES
def test_it_is_shown_where_people_look(table: Together, who: str) -> None:
    mine, theirs = doors(table, who)
    assert '/afscheid/overdracht/"' not in theirs.text()
    mine.post(ROOT + "erbij/", kind="task", lines="De planning")
    mine.post(f"{ROOT}{the_item('De planning').public_id}/afvinken/", do="done")
    assert "/afscheid/overdracht/" in theirs.text() and "Kijk jij mee?" in theirs.text()
    if who == "marleen":
        assert "Marleen droeg iets over" in theirs.client.get("/vandaag/").content.decode()


@SIDES
def test_a_moment_to_work_in_goes_from_a_proposal_to_a_file(table: Together, who: str) -> None:
    mine, theirs = doors(table, who)
    refused(mine, WORK_IN, "NIET-KWIJT", **{**MOMENT, "subject": "NIET-KWIJT", "at": "straks"})
    refused(mine, WORK_IN, "NIET-KWIJT", **{**MOMENT, "subject": "NIET-KWIJT", "on": "2031-01-01"})
    mine.post(WORK_IN, **MOMENT)
    one = WorkInSession.objects.get()
    address = f"{WORK_IN}{one.public_id}/"
    assert mine.get(address + "agenda/").status_code == 404
    mine.post(address, do="agree")
    assert WorkInSession.objects.get().agreed_at is None
    assert "dinsdag 20 januari, 10:00 tot 11:00" in theirs.text(WORK_IN)
    theirs.post(address, do="agree", sequence="1")
    assert WorkInSession.objects.get().agreed_at is None, "a yes to a moment that she did not read"
    theirs.post(address, do="agree", sequence="0")
    for door in (mine, theirs):
        answer = door.get(address + "agenda/")
        assert answer["Content-Type"].startswith("text/calendar") and b"DTSTART:20260120T090000Z" in answer.content
    theirs.post(address, do="drop")
    assert "De planning" not in mine.text(WORK_IN)


@SIDES
def test_a_moment_to_work_in_is_moved_and_waits_for_a_yes_again(table: Together, who: str) -> None:
    mine, theirs = doors(table, who)
    mine.post(WORK_IN, **MOMENT)
    one = WorkInSession.objects.get()
    theirs.post(f"{WORK_IN}{one.public_id}/", do="agree", sequence="0")
    other = f"{WORK_IN}?anders={one.public_id}"
    assert other in theirs.text(WORK_IN)
    page = theirs.text(other)
    assert 'value="2026-01-20"' in page and "De planning" in page and "Kies een ander moment" in page
    refused(theirs, other, "NIET-KWIJT", **{**MOMENT, "subject": "NIET-KWIJT", "on": "2026-01-02"})
    theirs.post(other, **{**MOMENT, "on": "2026-01-21"})
    moved = WorkInSession.objects.get()
    assert (moved.agreed_at, moved.sequence) == (None, 2) and moved.begins_at.day == 21
    mine.post(f"{WORK_IN}{one.public_id}/", do="agree", sequence="0")
    assert not WorkInSession.objects.get().counts
    mine.post(f"{WORK_IN}{one.public_id}/", do="agree", sequence="2")
    assert WorkInSession.objects.get().counts
    for gone in ("onbekend", one.public_id):
        mine.post(f"{WORK_IN}{one.public_id}/", do="drop")
        assert mine.get(f"{WORK_IN}?anders={gone}").status_code == 302


def test_alone_she_notes_and_prints_it_herself() -> None:
    with on_day(2):
        me = noor()
        collaboration = started(me)
        client = Client()
        client.force_login(me)
        door = Door(client, f"/s/{collaboration.public_id}/")
        door.post(ROOT + "erbij/", kind="access", lines="De mailbox", who="other")
        door.post(f"{ROOT}{the_item('De mailbox').public_id}/afvinken/", do="done")
        html = door.text(ROOT)
        assert "Klaar, genoteerd door jou op 7 januari 2026" in html and "Alles is overgedragen" in html
        door.post(WORK_IN, **MOMENT)
        assert "Genoteerd" in door.text(WORK_IN)
        assert door.get(f"{WORK_IN}{WorkInSession.objects.get().public_id}/agenda/").status_code == 200
        door.post("afscheid/opvolger/", name="Sam Visser")
        sam = Successor.objects.get().public_id
        assert "Een link kan zodra Marleen meedoet" in door.text(f"afscheid/opvolger/{sam}/")
