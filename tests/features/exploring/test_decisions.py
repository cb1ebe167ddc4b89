"""Deciding, telling, looking back, letting go: what becomes true, and that nobody else notices."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenstroom.collaborations.actions import show_colleague
from samenstroom.collaborations.models import Collaboration, HistoryLine
from samenstroom.collaborations.queries import own_stage_of, shared_lines
from samenstroom.exploring.actions import decisions as actions
from samenstroom.exploring.actions.feelings import LockedError
from samenstroom.exploring.models import Decision, Feeling
from samenstroom.exploring.queries.decisions import (
    decision_by_id,
    decision_draft,
    decisions_by_table,
    decisions_of,
    lessons_alike,
    newest_decision,
)
from samenstroom.exploring.weighed import Lean
from samenstroom.exploring.weighing import weigh
from samenstroom.exploring.wording.decisions import view_of
from samenstroom.exploring.wording.telling import hints_for, text_of, version_of
from samenstroom.watch.attention import attention
from samenstroom.watch.overview import tables_of_person
from tests import people
from tests.features.exploring.decision_steps import WORRY, decide, feel, other_table
from tests.people import day, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> people.Together:
    return together(stage="explore", with_rhythm=False)


# What she weighs


def test_a_gut_that_says_no_counts_against_also_when_her_head_says_yes(table: people.Together) -> None:
    seen = table.seen_by_noor()
    for n, (step, sussed) in enumerate([(5, False), (5, True), (3, False), (2, False), (1, True)]):
        feel(seen, step, sussed=sussed, words="Moe.", n=n)
    leans = [one.lean for one in reversed(weigh(seen))]
    assert leans == [Lean.FOR, Lean.OPEN, Lean.OPEN, Lean.AGAINST, Lean.AGAINST]
    assert weigh(seen)[0].text == "Je gevoel zei ‘Nee’, je hoofd zei iets anders: “Moe.”"
    assert weigh(seen)[0].source == "Gevoel, 9 januari 2026"


def test_what_she_knew_then_stays_with_the_decision(table: people.Together) -> None:
    seen = table.seen_by_noor()
    feel(seen, 2, words="Ik heb vooral geluisterd.")
    made = decide(seen)
    Feeling.objects.all().delete()
    feel(seen, 5, words="Toch blij.")
    (line,) = view_of(made).sides.con
    assert "Ik heb vooral geluisterd." in line.text and line.source == "Gevoel, 5 januari 2026"
    assert not view_of(made).sides.pro


# Deciding


def test_a_decision_is_locked_once_made_and_a_second_press_changes_nothing(table: people.Together) -> None:
    seen = table.seen_by_noor()
    made = decide(seen)
    assert not actions.make_decision(visit=table.seen_by_noor(day(3)), decision=made, snapshot={"lines": []})
    with pytest.raises(LockedError):
        actions.write_decision(decision=made, why="Iets anders.")
    assert [one.decided_at for one in decisions_of(seen)] == [day(0)]


def test_two_tabs_write_one_draft(table: people.Together) -> None:
    seen = table.seen_by_noor()
    first, second = actions.draft_decision(visit=seen), actions.draft_decision(visit=seen)
    actions.write_decision(decision=first, feeling="Rustig.")
    actions.write_decision(decision=second, choice="go")
    draft = decision_draft(seen)
    assert draft is not None and (draft.feeling, draft.choice) == ("Rustig.", "go")


def test_she_can_decide_again_and_the_first_stays(table: people.Together) -> None:
    decide(table.seen_by_noor(), "trial")
    decide(table.seen_by_noor(day(30)), "go")
    seen = table.seen_by_noor(day(31))
    assert [one.choice for one in decisions_of(seen)] == ["go", "trial"]
    newest = newest_decision(seen)
    assert newest is not None and newest.choice == "go"


def test_a_yes_moves_only_her_own_stage(table: people.Together) -> None:
    decide(table.seen_by_noor())
    own = own_stage_of(table.seen_by_noor())
    assert own is not None and own.stage == "agree"
    assert Collaboration.objects.get(pk=table.collaboration.pk).stage == "explore"


@pytest.mark.parametrize("choice", ["trial", "later", "no"])
def test_any_other_choice_moves_no_stage(table: people.Together, choice: str) -> None:
    decide(table.seen_by_noor(), choice)
    assert own_stage_of(table.seen_by_noor()) is None


def test_nothing_of_a_decision_is_there_for_anyone_else(table: people.Together) -> None:
    karin = people.karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=karin, now=day(0))
    before = [one.sentence for one in shared_lines(table.seen_by_marleen())]
    made = decide(table.seen_by_noor())
    actions.look_back_on_decision(decision=made, outcome="both", lesson="Begin klein.", now=day(1))
    for seen in (table.seen_by_marleen(), visit(karin, table.collaboration)):
        assert decisions_of(seen) == [] and decision_by_id(seen, made.public_id) is None
        assert decisions_by_table(seen.person, [seen]) == {table.collaboration.pk: []}
    assert [one.sentence for one in shared_lines(table.seen_by_marleen())] == before


def test_no_word_and_no_choice_is_readable_in_the_database(table: people.Together) -> None:
    made = decide(table.seen_by_noor(), "no", why="Geheim bericht")
    actions.write_telling(decision=made, parts={"decision": "Geheim bericht"}, told_on="2026-01-06")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM exploring_decision")
        row = repr(cursor.fetchall())
    assert "Geheim" not in row and "'no'" not in row and "2028" not in row and "2026-01-06" not in row


# One worry, on the table


def test_a_worry_is_shared_once_in_exactly_her_words(table: people.Together) -> None:
    made = decide(table.seen_by_noor())
    text = "Ik wil graag beginnen met een getekende overeenkomst."
    give = {"visit": table.seen_by_noor(day(1)), "decision": made, "number": 0, "place": "agreement"}
    actions.share_worry(text=text, **give)
    with pytest.raises(actions.NothingToShareError):
        actions.share_worry(text="Nog eens.", **give)
    newest = shared_lines(table.seen_by_marleen(day(1)))[0]
    assert newest.sentence == "Noor legde een punt op tafel voor de overeenkomst."
    assert newest.line.note == text
    assert HistoryLine.objects.filter(kind="point_for_agreement").count() == 1
    assert WORRY not in str([(one.sentence, one.line.note) for one in shared_lines(table.seen_by_marleen(day(1)))])
    (worry,) = view_of(Decision.objects.get(pk=made.pk)).worries
    assert (worry.words, worry.text, worry.place) == (WORRY, text, "In jullie overeenkomst")


@pytest.mark.parametrize(("number", "text"), [(1, "Iets."), (-1, "Iets."), (0, "   ")])
def test_a_worry_that_is_not_there_or_without_words_is_refused(table: people.Together, number: int, text: str) -> None:
    made = decide(table.seen_by_noor())
    with pytest.raises(actions.NothingToShareError):
        actions.share_worry(visit=table.seen_by_noor(), decision=made, number=number, text=text, place="kickoff")


# Telling a no


def test_her_sentences_stay_as_she_wrote_them_in_each_version(table: people.Together) -> None:
    seen = table.seen_by_noor()
    parts = {"appreciation": "Fijn gesprek, dank.", "decision": "Ik doe het niet.", "reason": "Ik wil {rust} & <b>.",
             "possible": "", "refer": "Karin werkt graag met winkels.", "wish": "Veel geluk 🙂"}  # fmt: skip
    for code in ("kort-app", "lang-app", "kort-mail", "lang-mail"):
        version = version_of(code)
        assert version is not None
        text = text_of(version, parts, seen)
        assert all(parts[part] in text for part in version["fields"])
        assert ("Ik wil {rust} & <b>." in text) is code.startswith("lang")
        assert "Marleen" in text.splitlines()[0] and text.endswith("Noor")
    assert version_of("te-lang") is None


def test_reading_along_gives_a_reason_and_another_way() -> None:
    hints = hints_for("Sorry, het spijt me. Jij bent altijd laat. Misschien ooit.")
    assert [one.title for one in hints] == [
        "Dit kan klinken als een verwijt", "Hier kan de ander hoop uit halen", "Je zegt vaak sorry",
    ]  # fmt: skip
    assert all(one.reason and one.suggestion for one in hints)
    assert hints_for("Ik heb besloten om deze opdracht niet aan te nemen.") == []


# Looking back, and lessons


def test_on_the_day_she_is_asked_once_and_about_the_newest_decision_only(table: people.Together) -> None:
    decide(table.seen_by_noor(), "trial", look_back_on=date(2026, 2, 1))
    made = decide(table.seen_by_noor(day(1)), "go", look_back_on=date(2026, 3, 1))

    def asks(on: date) -> list[str]:
        found = attention(tables_of_person(table.noor, day((on - date(2026, 1, 5)).days)), on)
        return [one.title for one in found if one.page == "decision_look"]

    assert asks(date(2026, 2, 28)) == []
    assert asks(date(2026, 3, 1)) == ["Kijk terug op je besluit over Marleen"]
    assert not [one for one in attention(tables_of_person(table.marleen, day(90)), date(2026, 4, 5)) if one.is_private]
    actions.look_back_on_decision(decision=made, outcome="me", lesson="", now=day(60))
    assert asks(date(2026, 3, 2)) == []
    with pytest.raises(LockedError):
        actions.look_back_on_decision(decision=made, outcome="both", lesson="Toch.", now=day(61))


def test_the_overview_takes_the_same_queries_for_one_decision_as_for_many(table: people.Together) -> None:
    decide(table.seen_by_noor(), "trial")
    with CaptureQueriesContext(connection) as one:
        tables_of_person(table.noor, day(1))
    for _ in range(3):
        decide(table.seen_by_noor(), "trial")
    with CaptureQueriesContext(connection) as many:
        tables_of_person(table.noor, day(1))
    assert len(many) == len(one)


def test_lessons_come_back_where_the_same_flag_waves(table: people.Together) -> None:
    for n, (name, flags, lesson) in enumerate(
        [("Bakker", ("urgency",), "Haast is geen reden."), ("Fiets", ("haggles", "urgency"), "Noem eerst je prijs."),
         ("Boek", ("speaks_ill",), "Let op wie er klaagt."), ("Tuin", ("urgency",), "")]
    ):  # fmt: skip
        made = decide(other_table(table.noor, name), flags=flags)
        actions.look_back_on_decision(decision=made, outcome="no", lesson=lesson, now=day(n))
    here = decide(table.seen_by_noor(), flags=("urgency",))
    actions.look_back_on_decision(decision=here, outcome="no", lesson="Van hier.", now=day(9))
    found = lessons_alike(table.seen_by_noor(), ["urgency", "vague_money"])
    assert [(one.words, one.collaboration_name) for one in found] == [
        ("Noem eerst je prijs.", "Fiets"), ("Haast is geen reden.", "Bakker"),
    ]  # fmt: skip
    assert found[0].flags == {"haggles", "urgency"} and found[0].when == date(2026, 1, 6)
    assert lessons_alike(table.seen_by_noor(), []) == []
    assert lessons_alike(table.seen_by_marleen(), ["urgency"]) == []
