"""A scan: started once, kept per question, locked when finished, private to one person."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.actions.decisions import (
    draft_decision,
    look_back_on_decision,
    make_decision,
    write_decision,
)
from samenstroom.exploring.actions.scans import (
    FinishedError,
    answer_question,
    finish_scan,
    start_scan,
    throw_scan_away,
)
from samenstroom.exploring.flags import all_questions, direction_of, kept, reading_of
from samenstroom.exploring.models import Scan
from samenstroom.exploring.queries.scans import (
    draft_of,
    newest_scan,
    scan_before,
    scan_by_id,
    scans_by_table,
    scans_of,
)
from samenstroom.exploring.weighed import Lean
from samenstroom.exploring.weighing import snapshot_of
from samenstroom.exploring.wording.scan_changes import compare_page
from samenstroom.exploring.wording.scan_questions import answers_to_check, question_page, resume_at
from samenstroom.exploring.wording.scans import result_page, weighed_scan
from samenstroom.profiles.actions.boundaries import draw_boundary
from samenstroom.rules.stretch import Direction
from tests.people import Together, day, started, together, visit

pytestmark = pytest.mark.django_db
FIRMLY = {"dare_be_myself": "yes", "dare_speak_out": "yes", "dare_give_price": "yes"}
GROWS = {"learning": "grow", "first_day": "keen", "who_i_am": "braver", "own_way": "kept", "in_a_year": "grown"}


@pytest.fixture
def table() -> Together:
    return together(stage="explore", with_rhythm=False)


def answered(looking: Visit, *, notes: dict[str, str] | None = None, finish: bool = True, **given: str) -> Scan:
    """A scan in which everything is fine, except what is named."""
    scan = start_scan(visit=looking)
    for question in all_questions():
        answer = given.get(question) or FIRMLY.get(question) or GROWS.get(question, "no")
        answer_question(scan=scan, question=question, given=answer, note=(notes or {}).get(question, ""), turn=0)
    if finish:
        finish_scan(scan=scan, now=looking.now)
    scan.refresh_from_db()
    return scan


def test_starting_twice_gives_the_same_scan(table: Together) -> None:
    first = start_scan(visit=table.seen_by_noor())
    assert start_scan(visit=table.seen_by_noor(day(3))).pk == first.pk
    assert draft_of(table.seen_by_noor()) == first and newest_scan(table.seen_by_noor()) is None


def test_going_on_begins_where_she_was(table: Together) -> None:
    scan = start_scan(visit=table.seen_by_noor())
    assert resume_at(scan) == 1
    for question in all_questions()[:3]:
        answer_question(scan=scan, question=question, given="open", note="", turn=0)
    scan.refresh_from_db()
    assert resume_at(scan) == 4


def test_two_tabs_with_different_questions_lose_nothing(table: Together) -> None:
    scan = start_scan(visit=table.seen_by_noor())
    one, other = Scan.objects.get(pk=scan.pk), Scan.objects.get(pk=scan.pk)
    answer_question(scan=one, question="haggles", given="yes", note="Tien euro eraf.", turn=0)
    answer_question(scan=other, question="urgency", given="bit", note="Voor vrijdag.", turn=0)
    answer_question(scan=other, question="learning", given="grow", note="", turn=0)
    scan.refresh_from_db()
    assert kept(scan, "haggles")["note"] == "Tien euro eraf."
    assert kept(scan, "urgency")["given"] == "bit" and kept(scan, "learning")["given"] == "grow"


def test_two_tabs_with_the_same_question_keep_both_notes(table: Together) -> None:
    scan = start_scan(visit=table.seen_by_noor())
    answer_question(scan=scan, question="haggles", given="yes", note="Eerste tab.", turn=0)
    answer_question(scan=scan, question="haggles", given="bit", note="Tweede tab.", turn=0)
    scan.refresh_from_db()
    assert kept(scan, "haggles") == {"given": "bit", "note": "Eerste tab.\n\nTweede tab.", "turn": 2}


def test_what_is_finished_is_locked(table: Together) -> None:
    looking = table.seen_by_noor()
    scan = answered(looking, haggles="yes")
    with pytest.raises(FinishedError):
        answer_question(scan=scan, question="haggles", given="no", note="", turn=1)
    finish_scan(scan=scan, now=day(9))
    scan.refresh_from_db()
    assert scan.finished_at == looking.now and kept(scan, "haggles")["given"] == "yes"


def test_it_can_be_repeated_as_a_new_one(table: Together) -> None:
    first = answered(table.seen_by_noor(day(0)))
    second = answered(table.seen_by_noor(day(7)), urgency="yes")
    assert list(scans_of(table.seen_by_noor())) == [second, first]
    assert newest_scan(table.seen_by_noor()) == second
    assert scan_before(table.seen_by_noor(), second) == first and scan_before(table.seen_by_noor(), first) is None


def test_she_may_throw_it_away(table: Together) -> None:
    throw_scan_away(scan=answered(table.seen_by_noor()))
    assert not Scan.objects.exists()


def test_nobody_else_finds_it_and_the_record_shows_nothing(table: Together) -> None:
    before = HistoryLine.objects.count()
    scan = answered(table.seen_by_noor(), notes={"haggles": "Mijn geheim."}, haggles="yes")
    marleen = table.seen_by_marleen()
    assert not scans_of(marleen).exists() and scan_by_id(marleen, scan.public_id) is None
    assert draft_of(marleen) is None and weighed_scan(marleen) == []
    assert HistoryLine.objects.count() == before
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers, stretch FROM exploring_scan")
        stored = str(cursor.fetchall())
    assert "geheim" not in stored and "haggles" not in stored


def test_scans_of_many_tables_take_one_query(table: Together) -> None:
    other = started(table.noor, name="Bakkerij Noord")
    looking = [table.seen_by_noor(), visit(table.noor, other)]
    scan = answered(looking[1])
    start_scan(visit=looking[0])
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = scans_by_table(table.noor, looking)
    assert len(queries) == 1
    assert found == {table.collaboration.pk: [], other.pk: [scan]}


def test_question_names_the_other_and_introduces_each_part_once(table: Together) -> None:
    looking = table.seen_by_noor()
    pages = [question_page(looking, None, number) for number in range(1, 33)]
    assert all(page is not None and page.total == 32 for page in pages)
    assert [page.number for page in pages if page and page.intro] == [1, 6, 10, 24, 28]
    assert "{name}" not in str(pages) and pages[2] and "Marleen" in pages[2].question
    assert question_page(looking, None, 0) is None and question_page(looking, None, 33) is None


def test_all_answers_can_be_checked_with_her_words(table: Together) -> None:
    scan = start_scan(visit=table.seen_by_noor())
    answer_question(scan=scan, question="fear_no_work", given="bit", note="De zomer is leeg.", turn=0)
    scan.refresh_from_db()
    parts = answers_to_check(table.seen_by_noor(), scan)
    assert [len(part.answers) for part in parts] == [5, 4, 14, 4, 5]
    assert parts[0].answers[0].text == "Een beetje: De zomer is leeg."
    assert "weet ik nog niet" in parts[0].answers[1].text


def test_result_puts_each_flag_in_its_place_with_her_words(table: Together) -> None:
    looking = table.seen_by_noor()
    scan = answered(
        looking,
        notes={"urgency": "Voor vrijdag."},
        urgency="yes",
        haggles="bit",
        vague_money="open",
        dare_give_price="no",
    )
    page = result_page(looking, scan)
    assert [one.id for one in page.now.flags] == ["dare_give_price", "urgency"]
    assert [one.id for one in page.watch.flags] == ["haggles"]
    assert [one.id for one in page.find_out.flags] == ["vague_money"]
    assert page.now.flags[1].note == "Voor vrijdag." and page.now.flags[1].dos and page.now.flags[1].say
    assert page.now.flags[0].counter and page.now.flags[0].night
    assert "Je durft bij Marleen jezelf te zijn." in [one.good for one in page.good.flags]
    assert not page.stops and page.calm is None


def test_night_has_a_day_and_is_over_the_day_after(table: Together) -> None:
    scan = answered(table.seen_by_noor(day(0, hour=20)), flattered_wanted="yes")
    before = result_page(table.seen_by_noor(day(0, hour=21)), scan).night
    after = result_page(table.seen_by_noor(day(1)), scan).night
    assert before and "dinsdag 6 januari" in before.words and not before.is_over
    assert after and after.is_over


def test_no_night_without_a_motive_of_her_own(table: Together) -> None:
    looking = table.seen_by_noor()
    assert result_page(looking, answered(looking, haggles="yes")).night is None


def test_boundaries_that_a_flag_touches_show_in_her_own_words(table: Together) -> None:
    looking = table.seen_by_noor()
    for topic, words in (("price", "Nooit onder mijn prijs."), ("reach", "Geen avonden.")):
        draw_boundary(person=table.noor, topic=topic, words=words, why="", now=day(0))
    page = result_page(looking, answered(looking, haggles="yes"))
    assert [one.words for one in page.boundaries] == ["Nooit onder mijn prijs."]


def test_what_she_learned_elsewhere_comes_back_when_the_same_flag_waves(table: Together) -> None:
    elsewhere = visit(table.noor, started(table.noor, stage="explore", name="Loods 9"))
    answered(elsewhere, haggles="yes")
    draft = draft_decision(visit=elsewhere)
    write_decision(decision=draft, choice="go", why="Mooi werk.", look_back_on=date(2026, 7, 5))
    make_decision(visit=elsewhere, decision=draft, snapshot=snapshot_of(elsewhere))
    look_back_on_decision(decision=draft, outcome="no", lesson="Ik wist het al in week één.", now=day(190))
    looking = table.seen_by_noor()
    page = result_page(looking, answered(looking, haggles="yes"))
    assert [(one.words, one.collaboration_name) for one in page.lessons] == [("Ik wist het al in week één.", "Loods 9")]
    assert result_page(looking, answered(looking, haggles="no", urgency="yes")).lessons == []


def test_stop_comes_first_and_says_each_step_once(table: Together) -> None:
    looking = table.seen_by_noor()
    page = result_page(looking, answered(looking, ignores_boundaries="yes", unlawful_request="bit"))
    assert len(page.stops) == 2
    steps = [step for stop in page.stops for step in stop.steps]
    assert len(steps) == len(set(steps)) and any("112" in step for step in steps)
    assert result_page(looking, answered(looking, ignores_boundaries="bit")).stops == []


def test_nothing_waves_is_said_gladly_and_honestly(table: Together) -> None:
    looking = table.seen_by_noor()
    page = result_page(looking, answered(looking))
    assert page.calm and not page.now.flags and not page.watch.flags
    assert page.cannot_see and page.stretch.title == "Je rekt"


def test_stretching_and_bending_follow_her_answers(table: Together) -> None:
    bends = {"learning": "against", "first_day": "heavy"}
    assert direction_of(answered(table.seen_by_noor(), **bends)) is Direction.BOTH
    assert direction_of(answered(table.seen_by_noor(), **bends, who_i_am="smaller")) is Direction.BEND
    assert direction_of(start_scan(visit=table.seen_by_noor())) is Direction.UNCLEAR


def test_two_scans_side_by_side_in_words(table: Together) -> None:
    first = answered(table.seen_by_noor(day(0)), haggles="yes", urgency="yes", vague_money="open")
    second = answered(table.seen_by_noor(day(7)), urgency="bit", speaks_ill="yes", vague_money="open")
    page = compare_page(table.seen_by_noor(), first, second)
    named = {part.title: [flag.now.id for flag in part.flags] for part in page.parts}
    assert named == {
        "Nieuw": ["speaks_ill"],
        "Weg": ["haggles"],
        "Veranderd": ["urgency"],
        "Hetzelfde": ["vague_money"],
    }
    assert page.parts[3].flags[0].title.endswith("?"), "what never waved is told as its question"


def test_newest_scan_has_something_to_say_at_the_decision(table: Together) -> None:
    looking = table.seen_by_noor()
    answered(table.seen_by_noor(day(-9)), speaks_ill="yes")
    scan = answered(looking, haggles="yes", vague_money="open")
    found = weighed_scan(looking)
    said = {lean: [one.text for one in found if one.lean is lean] for lean in Lean}
    assert said[Lean.AGAINST] == ["Marleen vraagt om korting op je prijs."]
    assert said[Lean.OPEN] == ["Blijft Marleen vaag over geld?"]
    assert "Je durft je prijs te noemen." in said[Lean.FOR] and "Je rekt." in said[Lean.FOR]
    assert {one.source for one in found} == {"Rode vlaggen, 5 januari 2026"}
    whole = (("collaboration", looking.collaboration.public_id), ("scan", scan.public_id))
    assert {(one.page, one.parts) for one in found} == {("scan_result", whole)}


def test_many_open_questions_are_one_line_at_the_decision(table: Together) -> None:
    looking = table.seen_by_noor()
    finish_scan(scan=start_scan(visit=looking), now=looking.now)
    assert [one.text for one in weighed_scan(looking)] == ["Je wilt nog 27 vragen uitzoeken."]
    scan = newest_scan(looking)
    assert scan and not reading_of(scan).waving
