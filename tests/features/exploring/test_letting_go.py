"""Letting go of an exploration: after its term or by her own act; what she learned stays, without names."""

from __future__ import annotations

from datetime import date

import pytest

from samenstroom.collaborations.actions import write_line
from samenstroom.collaborations.models import HistoryLine
from samenstroom.exploring.actions import decisions as actions
from samenstroom.exploring.actions.feelings import LockedError
from samenstroom.exploring.actions.letting_go import let_go
from samenstroom.exploring.actions.scans import answer_question, finish_scan, start_scan
from samenstroom.exploring.models import Decision, Feeling, LookBack
from samenstroom.exploring.queries.decisions import lessons_alike
from samenstroom.flows.letting_go import let_go_of_exploration, let_go_of_what_is_past
from samenstroom.rules.visibility import Circle
from samenstroom.watch.actions import keep_shown, set_aside
from samenstroom.watch.models import ShownFinding
from samenstroom.watch.queries import is_shared, noticed
from tests import people
from tests.features.exploring.decision_steps import decide, feel, other_table
from tests.people import day, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> people.Together:
    return together(stage="explore", with_rhythm=False)


def test_an_exploration_is_thrown_away_after_its_term_and_the_lesson_stays_without_names(
    table: people.Together,
) -> None:
    seen = table.seen_by_noor()
    feel(seen, 2, words="Moe.")
    made = decide(seen, "no", flags=("urgency",))
    lesson = "Bij Marleen de Vries van Lindenhof had ik haast."
    actions.look_back_on_decision(decision=made, outcome="both", lesson=lesson, now=day(1))
    assert made.keep_until == "2028-01-05"
    assert let_go_of_what_is_past(now=day(730)) == 0
    assert let_go_of_what_is_past(now=day(731)) == 1
    assert let_go_of_what_is_past(now=day(731)) == 0
    assert not Decision.objects.exists() and not Feeling.objects.exists()
    kept = LookBack.objects.get()
    assert (kept.lesson, kept.collaboration, kept.percent) == ("Bij … van … had ik haast.", None, 60)
    (found,) = lessons_alike(other_table(table.noor, "Nieuw"), ["urgency"])
    assert (found.words, found.collaboration_name) == (kept.lesson, "")


def test_a_term_counts_only_for_the_newest_decision(table: people.Together) -> None:
    decide(table.seen_by_noor(), "later")
    decide(table.seen_by_noor(day(40)), "go")
    assert let_go_of_what_is_past(now=day(2000)) == 0
    assert Decision.objects.count() == 2


def test_she_chooses_the_term_and_not_for_what_goes_on(table: people.Together) -> None:
    made = decide(table.seen_by_noor(), "no")
    assert actions.keep_for(decision=made, months=12) == date(2027, 1, 5)
    assert Decision.objects.get(pk=made.pk).keep_until == "2027-01-05"
    going_on = decide(other_table(table.noor, "Verder"), "go")
    with pytest.raises(LockedError):
        actions.keep_for(decision=going_on, months=12)


def test_letting_go_takes_only_what_is_hers_at_this_table(table: people.Together) -> None:
    elsewhere = other_table(table.noor, "Elders")
    feel(elsewhere, 4)
    feel(table.seen_by_noor(), 2)
    feel(table.seen_by_marleen(), 3)
    decide(table.seen_by_noor(), "no")
    before = HistoryLine.objects.count()
    assert let_go(person=table.noor, collaboration=table.collaboration) == 2
    assert {one.person_id for one in Feeling.objects.all()} == {table.noor.pk, table.marleen.pk}
    assert Feeling.objects.filter(collaboration=elsewhere.collaboration).exists()
    assert HistoryLine.objects.count() == before


def test_a_signal_that_rested_on_it_goes_with_it_and_one_from_something_else_stays(table: people.Together) -> None:
    seen = table.seen_by_noor(day(1))
    scan = start_scan(visit=seen)
    for question in ("haggles", "urgency", "ignores_boundaries", "vague_money", "identity_unclear"):
        answer_question(scan=scan, question=question, given="yes", note="Ze drong aan.", turn=0)
    finish_scan(scan=scan, now=day(1))
    write_line(seat=seen.seat, kind="unsafe_asked", circle=Circle.PRIVATE, now=day(1), note="Aan de telefoon.")
    found = [one for one in noticed(seen) if not is_shared(one)]
    for one in found:
        set_aside(shown=keep_shown(visit=seen, noticed=one), reason="Dat weet ik.", now=day(1))
    let_go_of_exploration(person=table.noor, collaboration=table.collaboration, now=day(2))
    kept = {one.finding["code"] for one in ShownFinding.objects.all()}
    assert kept == {"unsafe"} and len(found) > 1
