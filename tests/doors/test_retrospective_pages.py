"""Pages of looking back and of lessons: a whole story, wrong input, and what nobody else gets to see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from samenstroom.exchanges.models import Exchange
from samenstroom.exploring.actions.scans import start_scan
from samenstroom.exploring.flags import all_questions
from samenstroom.farewell.actions.farewells import note_lesson, start_farewell
from samenstroom.learning.models import Lesson, Retrospective
from tests.doors.ending_steps import closed
from tests.doors.table_story import Door, door_of, on_day
from tests.people import Together, day, started, together, visit

pytestmark = pytest.mark.django_db
SAMEN, LESSEN = "leren/samen/", "/leren/lessen/"


@pytest.fixture
def table() -> Iterator[Together]:
    with on_day(2):
        yield together(with_rhythm=False)


def learns(table: Together) -> Door:
    """Noor at her own pages of looking back."""
    door = door_of(table.noor, table)
    return Door(door.client, f"/leren/terugblik/{table.collaboration.public_id}/")


def lessons(table: Together) -> Door:
    return Door(learns(table).client, LESSEN)


def test_she_looks_back_page_by_page_and_stops_halfway(table: Together) -> None:
    mine = learns(table)
    assert "Begin je terugblik" in mine.text()
    assert mine.post("")["Location"].endswith("vraag/oorzaken/")
    mine.post("vraag/oorzaken/", causes=["money", "nobody"], causes_words="Het lag <b>niet</b> aan ons.")
    assert mine.post("vraag/weer-zo/", again="Bellen.", later="1")["Location"] == mine.root
    seen = mine.text()
    assert "Geld en recht; Niemand kon er iets aan doen" in seen and "Het lag &lt;b&gt;niet&lt;/b&gt; aan ons." in seen
    assert mine.post("vraag/les/", words="Ik zeg het eerder.", dimension="trust", flag="")["Location"].endswith(
        "nakijken/"
    )
    mine.post("nakijken/")
    assert "Rond sinds 7 januari 2026" in mine.text() and "Ik zeg het eerder." in mine.text()
    mine.post("weggooien/")
    assert not Retrospective.objects.exists() and Lesson.objects.get().words == "Ik zeg het eerder."


def test_what_is_wrong_is_said_next_to_the_field_and_what_was_typed_stays(table: Together) -> None:
    mine = learns(table)
    wrong = mine.post("vraag/opbrengst/", energy="2", hours="een paar", money="1.250,50")
    page = wrong.content.decode()
    assert wrong.status_code == 422 and "Vul een getal in" in page and 'value="een paar"' in page
    assert "Fout:" in page
    assert mine.post("vraag/oorzaken/", causes=["weer"]).status_code == 422
    long = mine.post("vraag/weer-zo/", again="x" * 4001)
    assert long.status_code == 422 and "maximaal 4000 tekens" in long.content.decode()
    assert not Retrospective.objects.exists()
    assert mine.get("vraag/bestaat-niet/").status_code == 404
    assert mine.get("vraag/einde/").status_code == 302, "it still runs: on to the next page"
    mine.post("vraag/opbrengst/", energy="2", hours="12,5", money="")
    assert "12,5 uur" in mine.text()


def test_a_lesson_she_wrote_at_the_goodbye_is_shown_and_need_not_be_written_again(table: Together) -> None:
    farewell = start_farewell(visit=table.seen_by_noor(day(2)), way="one_side")
    note_lesson(farewell=farewell, outcome="calm", lesson="Zeg het meteen.", today=day(2).date())
    mine = learns(table)
    page = mine.text("vraag/les/")
    assert "Dit schreef je al" in page and "Zeg het meteen." in page
    assert mine.post("vraag/les/", words="", dimension="", flag="").status_code == 302
    assert not Lesson.objects.exists()
    listed = lessons(table).text()
    key = listed.split("/oppakken/")[0].rsplit("/", 1)[1]
    lessons(table).post(f"{key}/oppakken/")
    assert Lesson.objects.get().farewell == farewell


def test_lessons_are_hers_and_a_stranger_finds_nothing(table: Together) -> None:
    mine = lessons(table)
    wrong = mine.post("nieuw/", words="", dimension="", flag="", table="")
    assert wrong.status_code == 422 and "Schrijf hier iets, al is het één zin." in wrong.content.decode()
    at = mine.post("nieuw/", words="Ik slaap er een nacht over.", dimension="personal", flag="urgency",
                   table=table.collaboration.public_id)["Location"]  # fmt: skip
    key = Lesson.objects.get().public_id
    assert at == f"{LESSEN}{key}/" and "Er is haast bij je besluit." in mine.text(f"{key}/")
    theirs = Client()
    theirs.force_login(table.marleen)
    assert theirs.get(f"{LESSEN}{key}/").status_code == 302, "no pocket behind a link"
    assert "nacht over" not in door_of(table.marleen, table).text()
    assert mine.get(f"{key}/terug/ergens/").status_code == 404


def test_her_own_rule_asks_a_number_and_speaks_at_the_next_agreement(table: Together) -> None:
    mine = lessons(table)
    mine.post("nieuw/", words="Wie laat betaalt, betaalt later.", dimension="money", flag="", table="")
    key = Lesson.objects.get().public_id
    rule = f"{key}/terug/agreement/"
    wrong = mine.post(rule, term="", bound="at_most", limit="veel", where="everywhere").content.decode()
    assert "Kies een afspraak." in wrong and "Vul een getal in" in wrong
    mine.post(rule, term="payment_term_days", bound="at_most", limit="3", where="everywhere")
    assert "Betaaltermijn: hoogstens 3 dagen." in mine.text(f"{key}/")
    door = door_of(table.noor, table)
    door.post("afspreken/opstellen/")
    page = door.text("afspreken/opstellen/")
    assert "Je eigen regel: Betaaltermijn: hoogstens 3 dagen. In deze tekst staat 14 dagen." in page
    assert "Wie laat betaalt, betaalt later." in page
    mine.post(f"{key}/opzij/{table.collaboration.public_id}/agreement/")
    assert "Je eigen regel:" not in door.text("afspreken/opstellen/")


def test_her_own_question_comes_after_the_last_one_of_a_scan(table: Together) -> None:
    mine = lessons(table)
    mine.post("nieuw/", words="Twijfel zeg ik binnen een week.", dimension="", flag="", table="")
    key = Lesson.objects.get().public_id
    asked = {"question": "Durf ik mijn twijfel hier te zeggen?", "waves_on": "no", "where": "everywhere"}
    mine.post(f"{key}/terug/scan/", **asked)
    door = door_of(table.noor, table)
    scan = start_scan(visit=table.seen_by_noor(day(2)))
    own = f"verkennen/rode-vlaggen/eigen/{key}/"
    last = f"verkennen/rode-vlaggen/{len(all_questions())}/"
    assert door.post(last, skip="1", note="", turn="0")["Location"].endswith(own)
    page = door.text(own)
    assert "Durf ik mijn twijfel hier te zeggen?" in page and "Twijfel zeg ik binnen een week." in page
    assert door.post(own, given="", note="", turn="0").status_code == 422
    assert door.post(own, given="no", note="Nog niet.", turn="0")["Location"].endswith("/nakijken/")
    assert "Je eigen vragen" in door.text("verkennen/rode-vlaggen/nakijken/")
    door.post("verkennen/rode-vlaggen/nakijken/")
    assert "Je eigen vlag waait." in door.text(f"verkennen/rode-vlaggen/uitslag/{scan.public_id}/")
    assert "Durf ik mijn twijfel hier te zeggen?" in door.text("verkennen/besluit/")


def test_a_lesson_comes_back_when_she_decides_elsewhere(table: Together) -> None:
    mine = lessons(table)
    mine.post("nieuw/", words="Slaap erover.", dimension="", flag="", table=table.collaboration.public_id)
    key = Lesson.objects.get().public_id
    for place in ("decision", "kickoff"):
        mine.post(f"{key}/terug/{place}/", where="alike")
    other = visit(table.noor, started(table.noor, stage="explore", name="Loods 9"), now=day(2))
    there = Door(mine.client, f"/s/{other.collaboration.public_id}/")
    for page in ("verkennen/besluit/", "starten/startgesprek/eigen/"):
        assert "Slaap erover." in there.text(page) and "Geleerd bij Studio Lindenhof" in there.text(page)
    assert "Slaap erover." not in door_of(table.noor, table).text("verkennen/besluit/")


def test_both_look_back_behind_both_doors_also_after_the_end(table: Together) -> None:
    mine, theirs = closed(table)
    with on_day(21):
        assert "Samen terugkijken" in theirs.text() and "Je terugblik" not in theirs.text()
        theirs.post(SAMEN)
        root = f"{SAMEN}{Exchange.objects.get(purpose='retrospective').public_id}/"
        mine.post(root, well="Het <i>bellen</i>.", otherwise="", thanks="", keep="1")
        assert "bellen" in mine.text(root) and "bellen" not in theirs.text(root)
        mine.post(root, well="Het <i>bellen</i>.", otherwise="", thanks="Dank je.", send="1")
        early = theirs.text(SAMEN) + theirs.text(root)
        assert "bellen" not in early and "Dank je." not in early
        long = theirs.post(root, well="x" * 4001)
        assert long.status_code == 422 and "maximaal 4000 tekens" in long.content.decode()
        theirs.post(root, well="Je geduld.", otherwise="", thanks="", send="1")
        for door in (mine, theirs):
            page = door.text(SAMEN)
            assert "Het &lt;i&gt;bellen&lt;/i&gt;." in page and "Je geduld." in page
        assert mine.post(root, well="Later.").status_code == 302
        assert "Later." not in theirs.text(SAMEN)
        assert "/leren/terugblik/" not in theirs.text(SAMEN)


def test_stopping_says_so_to_both_and_alone_it_stays_hers(table: Together) -> None:
    mine, theirs = door_of(table.noor, table), door_of(table.marleen, table)
    mine.post(SAMEN)
    theirs.post(f"{SAMEN}{Exchange.objects.get().public_id}/stoppen/")
    assert "Gestopt." in theirs.text(SAMEN)
    alone = Door(mine.client, f"/s/{started(table.noor, name='Loods 9').public_id}/")
    assert "doet hier niet mee" in alone.text(SAMEN)
    assert alone.post(SAMEN).status_code == 302 and Exchange.objects.count() == 1
