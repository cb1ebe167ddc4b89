"""Lessons: one roof over what was learned anywhere, kept once, and back only where she allows it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.actions.decisions import look_back_on_decision
from samenstroom.exploring.actions.letting_go import let_go
from samenstroom.exploring.actions.scans import answer_question, finish_scan, start_scan
from samenstroom.exploring.models import Scan
from samenstroom.exploring.weighing import weigh
from samenstroom.exploring.wording.own_questions import own_asked
from samenstroom.farewell.actions import farewells
from samenstroom.learning.actions import lessons as actions
from samenstroom.learning.actions.lessons import Taught
from samenstroom.learning.models import Lesson
from samenstroom.learning.queries.lessons import lesson_by_key, lessons_of, returning, taken_up
from samenstroom.learning.wording.lessons import origin_words, own_rules_at, rule_words, shown_at
from samenstroom.rules.lessons import Place, Why
from tests import people
from tests.features.exploring.decision_steps import decide, other_table
from tests.people import day, together, visit

pytestmark = pytest.mark.django_db
WORDS = "Twijfel zeg ik binnen een week."
RULE = {"term": "payment_term_days", "bound": "at_most", "limit": "14", "everywhere": False}


@pytest.fixture
def table() -> people.Together:
    return together(stage="explore", with_rhythm=False)


def learned(table: people.Together, **about: str) -> Lesson:
    taught = Taught(WORDS, about.get("dimension", ""), about.get("flag", ""))
    return actions.learn_lesson(
        person=table.noor, collaboration=table.collaboration, taught=taught, source=actions.OWN, now=day(2)
    )


def elsewhere(person: Person, kind: str = "client_va", **answers: str) -> Visit:
    """Another table of hers, with a finished scan."""
    seen = other_table(person, "Loods 9")
    Collaboration.objects.filter(pk=seen.collaboration.pk).update(kind=kind)
    scan = start_scan(visit=seen)
    for question, given in answers.items():
        answer_question(scan=scan, question=question, given=given, note="", turn=0)
    finish_scan(scan=scan, now=day(3))
    return visit(person, Collaboration.objects.get(pk=seen.collaboration.pk), now=day(4))


def document(**terms: Any) -> dict[str, Any]:
    return {"clauses": [{"code": "invoicing", "terms": terms}]}


# One roof


def test_what_was_learned_anywhere_lies_under_one_roof_once(table: people.Together) -> None:
    seen = table.seen_by_noor(day(1))
    made = decide(seen, flags=("urgency",))
    look_back_on_decision(decision=made, outcome="no", lesson="Haast is nooit echt haast.", now=day(5))
    farewell = farewells.start_farewell(visit=seen, way="one_side")
    farewells.note_lesson(farewell=farewell, outcome="calm", lesson="Zeg het in de eerste zin.", today=day(6).date())
    learned(table)
    assert {one.source for one in lessons_of(table.noor)} == {"decision", "farewell", "own"}
    for view in lessons_of(table.noor):
        if view.written:
            first = actions.take_up(person=table.noor, source=view.written, now=day(7))
            assert actions.take_up(person=table.noor, source=view.written, now=day(8)) == first
    found = lessons_of(table.noor)
    assert len(found) == 3 and all(one.kept for one in found)
    assert lessons_of(table.marleen) == []


def test_a_lesson_of_a_decision_stands_where_it_stood_and_loses_its_names_there(table: people.Together) -> None:
    made = decide(table.seen_by_noor(day(1)), "no", flags=("urgency",))
    look_back_on_decision(decision=made, outcome="both", lesson="Bij Marleen had ik haast.", now=day(5))
    (view,) = lessons_of(table.noor)
    assert view.written is not None
    kept = actions.take_up(person=table.noor, source=view.written, now=day(6))
    assert kept.words == "" and "Lindenhof" not in str(kept.about)
    actions.reword_lesson(lesson=kept, taught=Taught("Iets anders.", "trust"))
    let_go(person=table.noor, collaboration=table.collaboration)
    (view,) = lessons_of(table.noor)
    assert (view.words, view.name) == ("Bij … had ik haast.", "")
    assert origin_words(view) == "Geleerd op 10 januari 2026"


def test_a_lesson_of_a_farewell_outlives_it_once_she_took_it_up(table: people.Together) -> None:
    farewell = farewells.start_farewell(visit=table.seen_by_noor(day(1)), way="one_side")
    farewells.note_lesson(farewell=farewell, outcome="calm", lesson="Zeg het meteen.", today=day(6).date())
    (view,) = lessons_of(table.noor)
    assert view.written is not None
    actions.take_up(person=table.noor, source=view.written, now=day(6))
    farewell.refresh_from_db()
    farewells.note_lesson(farewell=farewell, outcome="calm", lesson="Zeg het in één zin.", today=day(7).date())
    assert [one.words for one in lessons_of(table.noor)] == ["Zeg het in één zin."]
    farewells.let_go(farewell=farewell)
    assert [one.words for one in lessons_of(table.noor)] == ["Zeg het meteen."]


def test_a_lesson_keeps_the_name_of_a_collaboration_that_is_gone(table: people.Together) -> None:
    learned(table)
    table.collaboration.delete()
    (view,) = lessons_of(Person.objects.get(pk=table.noor.pk))
    assert (view.name, view.table) == ("Studio Lindenhof", None)
    assert origin_words(view) == "Geleerd bij Studio Lindenhof, 7 januari 2026"


def test_lessons_take_as_many_queries_for_many_as_for_one(table: people.Together) -> None:
    counts = []
    for number in (1, 9):
        for _n in range(number):
            learned(table)
        with CaptureQueriesContext(connection) as captured:
            lessons_of(table.noor)
        counts.append(len(captured))
    assert counts == [3, 3]


# Coming back


def test_a_lesson_comes_back_nowhere_without_her_yes(table: people.Together) -> None:
    learned(table)
    there = elsewhere(table.noor)
    assert not any(returning(there, place) for place in Place)


def test_it_comes_back_where_it_looks_alike_and_not_at_its_own_collaboration(table: people.Together) -> None:
    lesson = learned(table, flag="haggles", dimension="money")
    for place in (Place.DECISION, Place.KICKOFF):
        actions.let_return(lesson=lesson, place=place, terms={"everywhere": False})
    assert [one.why for one in returning(elsewhere(table.noor, "partner", haggles="yes"), Place.DECISION)] == [Why.FLAG]
    assert [one.why for one in returning(elsewhere(table.noor, "partner", vague_money="yes"), Place.KICKOFF)] == [
        Why.DIMENSION
    ]
    assert [one.why for one in returning(elsewhere(table.noor), Place.DECISION)] == [Why.KIND]
    assert returning(elsewhere(table.noor, "partner"), Place.DECISION) == []
    assert returning(table.seen_by_noor(day(4)), Place.DECISION) == []
    actions.stop_returning(lesson=lesson, place=Place.DECISION)
    assert returning(elsewhere(table.noor), Place.DECISION) == []


def test_put_aside_at_one_collaboration_it_still_comes_back_at_another(table: people.Together) -> None:
    lesson = learned(table)
    actions.let_return(lesson=lesson, place=Place.DECISION, terms={"everywhere": True})
    one, other = elsewhere(table.noor), elsewhere(table.noor)
    for _twice in range(2):
        actions.put_aside(lesson=lesson, visit=one, place=Place.DECISION)
    assert returning(one, Place.DECISION) == []
    (shown,) = shown_at(other, Place.DECISION)
    assert (shown.words, shown.origin) == (WORDS, "Geleerd bij Studio Lindenhof, 7 januari 2026")
    lesson.refresh_from_db()
    assert len(lesson.aside) == 1


def test_her_own_rule_is_silent_where_a_text_keeps_to_it(table: people.Together) -> None:
    lesson = learned(table)
    actions.let_return(lesson=lesson, place=Place.AGREEMENT, terms=RULE)
    there = elsewhere(table.noor)
    assert rule_words(RULE) == "Betaaltermijn: hoogstens 14 dagen."
    assert own_rules_at(there, document(payment_term_days=14)) == []
    (crossed,) = own_rules_at(there, document(payment_term_days=30))
    assert crossed.found == "Je eigen regel: Betaaltermijn: hoogstens 14 dagen. In deze tekst staat 30 dagen."
    (still_open,) = own_rules_at(there, document(payment_term_days=None))
    assert still_open.found.endswith("In deze tekst is dat nog open.")
    assert len(own_rules_at(there, {"clauses": []})) == 1
    assert len(own_rules_at(table.seen_by_noor(day(4)), document(payment_term_days=30))) == 1, (
        "a rule also holds at home"
    )
    assert own_rules_at(elsewhere(table.noor, "partner"), document(payment_term_days=30)) == []


def test_her_own_question_stays_in_the_scan_as_she_asked_it_and_waves_at_the_decision(table: people.Together) -> None:
    there = other_table(table.noor, "Loods 9")
    scan = start_scan(visit=there)
    how = {"asked": "Durf ik mijn twijfel hier te zeggen?", "waves_on": "no"}
    answer_question(scan=scan, question="own-abc", given="no", note="Nog niet.", turn=0, own=how)
    finish_scan(scan=scan, now=day(3))
    (asked,) = own_asked(Scan.objects.get(pk=scan.pk))
    assert (asked.asked, asked.answer, asked.waves) == (how["asked"], "Nee", True)
    assert how["asked"] in [one.text for one in weigh(there)]


def test_a_taken_up_lesson_no_longer_comes_back_by_itself(table: people.Together) -> None:
    made = decide(table.seen_by_noor(day(1)), flags=("urgency",))
    look_back_on_decision(decision=made, outcome="no", lesson=WORDS, now=day(5))
    assert not taken_up(table.noor)
    (view,) = lessons_of(table.noor)
    assert view.written is not None
    actions.take_up(person=table.noor, source=view.written, now=day(6))
    assert taken_up(table.noor) == frozenset({view.written.pk})


def test_a_lesson_is_hers_and_gone_when_she_says_so(table: people.Together) -> None:
    lesson = learned(table)
    assert lesson_by_key(table.marleen, lesson.public_id) is None
    actions.forget_lesson(lesson=lesson)
    assert lessons_of(table.noor) == []
