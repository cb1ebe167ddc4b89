"""Looking back: what is asked and what is known, what is locked, the timeline, and looking back together."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenstroom.adjusting.actions.talks import hold_talk, start_talk
from samenstroom.collaborations.actions import NotAllowedError, show_colleague, write_line
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.queries import shared_lines
from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from samenstroom.exchanges.queries import exchanges_of
from samenstroom.exploring.actions.feelings import LockedError, note_feeling, resolve_prediction
from samenstroom.exploring.models import Feeling
from samenstroom.farewell.actions.closing import keep_closing_answers
from samenstroom.farewell.actions.endings import announce_ending
from samenstroom.learning.actions import retrospectives as actions
from samenstroom.learning.actions.lessons import Taught, learn_from_retrospective
from samenstroom.learning.actions.together import propose_together, send_together, stop_together
from samenstroom.learning.models import Lesson, Retrospective
from samenstroom.learning.queries.retrospectives import foretold_of, known_of, retrospective_of
from samenstroom.learning.queries.together import togethers_of
from samenstroom.learning.wording.retrospectives import known_rows, pages_of
from samenstroom.learning.wording.timeline import time_words, timeline_of
from samenstroom.learning.wording.together import together_page
from samenstroom.rules.retrospect import Ended, Together
from samenstroom.rules.visibility import Circle
from samenstroom.watch.actions import keep_shown
from samenstroom.watch.queries import noticed
from tests import people
from tests.features.exploring.decision_steps import decide, feel
from tests.people import day, karin, noor, started, together, visit

pytestmark = pytest.mark.django_db
SAID = {"planned": "no", "conflict": "yes", "kept": "yes", "would_again": "no"}
ANSWERS = {"causes": ["money"], "again": "Bellen.", "energy": "2"}


@pytest.fixture
def table() -> people.Together:
    return together(with_rhythm=False)


def ended(table: people.Together) -> None:
    announce_ending(seat=table.noors_seat, how="one_side", last_on=date(2026, 2, 1), words="Het is tijd.", now=day(10))


def ids(table: people.Together, n: int) -> list[str]:
    seen = table.seen_by_noor(day(n))
    known = known_of(seen)
    return [one.id for one in pages_of(seen, known, foretold_of(seen, is_over=known.is_over))]


# Writing


def test_she_writes_it_at_her_own_pace_and_nobody_notices(table: people.Together) -> None:
    before = HistoryLine.objects.count()
    for part in ({"again": "Bellen."}, {"otherwise": "Eerder zeggen."}):
        actions.keep_answers(visit=table.seen_by_noor(day(3)), answers=part)
    found = Retrospective.objects.get()
    assert found.answers == {"again": "Bellen.", "otherwise": "Eerder zeggen."}
    for n in (4, 9):
        actions.finish_retrospective(retrospective=found, visit=table.seen_by_noor(day(n)))
    found.refresh_from_db()
    assert found.finished_at == day(4), "finishing twice changes nothing"
    assert HistoryLine.objects.count() == before
    assert retrospective_of(table.seen_by_marleen(day(5))) is None
    actions.throw_away(retrospective=found)
    assert not Retrospective.objects.exists()


def test_alone_at_the_table_she_looks_back_all_the_same() -> None:
    person = noor()
    seen = visit(person, started(person), now=day(3))
    actions.keep_answers(visit=seen, answers=ANSWERS)
    assert retrospective_of(seen) is not None
    with pytest.raises(NotAllowedError):
        propose_together(visit=seen)


def test_how_it_ended_is_only_asked_when_it_is_over(table: people.Together) -> None:
    assert "einde" not in ids(table, 3)
    ended(table)
    assert "einde" in ids(table, 11)


def test_what_she_said_at_the_end_is_shown_and_not_asked_again(table: people.Together) -> None:
    ended(table)
    keep_closing_answers(seat=table.noors_seat, answers=SAID, now=day(12))
    seen = table.seen_by_noor(day(12))
    known = known_of(seen)
    assert {"einde", "nog-eens"} & set(ids(table, 12)) == set()
    assert next(row.text for row in known_rows(seen, known)).startswith("Eerder, met onenigheid.")
    assert (known.ended, known.together) == (Ended.DISCORD, Together.NO)


# What she foretold


def foretold(table: people.Together, *, known_on: date = date(2026, 3, 1)) -> Feeling:
    return note_feeling(
        person=table.noor, collaboration=table.collaboration, step=2, sussed=True, words="", subject="",
        prediction="De eerste rekening komt te laat.", percent=70, known_on=known_on, now=day(1),
    )  # fmt: skip


def test_what_she_foretold_is_put_to_her_after_the_end_and_then_locked(table: people.Together) -> None:
    felt, made = foretold(table), decide(table.seen_by_noor(day(1)))
    assert "voorspeld" not in ids(table, 3), "its day has not come, and it still runs"
    ended(table)
    assert "voorspeld" in ids(table, 11)
    seen = table.seen_by_noor(day(11))
    actions.say_what_came(visit=seen, predictions={felt: True}, decision=made, outcome="no")
    actions.say_what_came(visit=seen, predictions={felt: False}, decision=made, outcome="both")
    felt.refresh_from_db()
    made.refresh_from_db()
    assert felt.outcome is True and made.looked_back and made.looked_back.outcome == "no"
    assert "voorspeld" not in ids(table, 12)
    with pytest.raises(LockedError):
        resolve_prediction(feeling=felt, came_true=False, now=day(12))


def test_nobody_says_what_came_of_the_prediction_of_somebody_else(table: people.Together) -> None:
    felt = foretold(table)
    actions.say_what_came(visit=table.seen_by_marleen(day(9)), predictions={felt: True}, decision=None, outcome="")
    felt.refresh_from_db()
    assert felt.resolved_at is None


# The timeline


def doubted(table: people.Together) -> None:
    """A doubt on day 1, a signal on day 8, a talk on day 22, the last day on day 27."""
    feel(table.seen_by_noor(day(1)), 4, sussed=True, words="Ik slaap er slecht van.", n=1)
    seen = table.seen_by_noor(day(8))
    write_line(seat=seen.seat, kind="unsafe_asked", circle=Circle.PRIVATE, now=day(8), note="Aan de telefoon.")
    keep_shown(visit=seen, noticed=next(one for one in noticed(seen) if one.finding.level.value != "good"))
    talk = start_talk(visit=seen, subject="De rekening", offered=[], opening="")
    hold_talk(talk=talk, held_on=date(2026, 1, 27), agreed="Voortaan op tijd.", look_back_on=None)
    ended(table)


def test_the_timeline_tells_in_order_and_how_long_it_took(table: people.Together) -> None:
    doubted(table)
    found = timeline_of(table.seen_by_noor(day(40)))
    days = [one.day for one in found.moments]
    assert days == sorted(days)
    titles = [one.title for one in found.moments]
    assert any("je hoofd zei iets anders" in one for one in titles)
    assert list(found.distances) == [
        "Van je eerste twijfel tot het eerste signaal: 7 dagen.",
        "Van het eerste signaal tot het eerste gesprek: 14 dagen, zo’n 2 weken.",
        "Van het eerste gesprek tot het einde: 5 dagen.",
    ]


def test_what_is_hers_is_not_on_the_timeline_of_the_other(table: people.Together) -> None:
    feel(table.seen_by_noor(day(1)), 1, sussed=True, words="GEHEIM", n=1)
    told = timeline_of(table.seen_by_marleen(day(40)))
    assert not any("GEHEIM" in one.words for one in told.moments) and not told.distances


def test_a_timeline_takes_as_many_queries_for_much_as_for_little(table: people.Together) -> None:
    counts = []
    for number in (1, 12):
        for n in range(number):
            feel(table.seen_by_noor(day(n)), 2, words="Moe.", n=n)
            start_talk(visit=table.seen_by_noor(day(n)), subject="De rekening", offered=[], opening="")
        with CaptureQueriesContext(connection) as captured:
            timeline_of(table.seen_by_noor(day(40)))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_days_are_told_as_people_say_them() -> None:
    assert [time_words(n) for n in (0, 1, 13, 21, 61)] == [
        "dezelfde dag", "1 dag", "13 dagen", "21 dagen, zo’n 3 weken", "61 dagen, zo’n 2 maanden",
    ]  # fmt: skip


# Together


def test_both_look_back_apart_and_it_opens_at_the_second_envelope(table: people.Together) -> None:
    mine = table.seen_by_noor(day(12))
    exchange = propose_together(visit=mine)
    assert propose_together(visit=table.seen_by_marleen(day(12))) == exchange, "one pair of envelopes"
    assert not send_together(visit=mine, exchange=exchange, answers={"well": "Het bellen.", "thanks": ""})
    theirs = table.seen_by_marleen(day(13))
    (waiting,) = togethers_of(theirs)
    assert waiting.they_sent and waiting.theirs is None
    assert send_together(visit=theirs, exchange=exchange, answers={"well": "", "thanks": "Dank je."})
    (opened,) = togethers_of(mine)
    page = together_page(mine, opened)
    assert [(row.mine, row.theirs) for row in page.rows] == [("Het bellen.", ""), ("", "Dank je.")]
    kinds = [one.line.kind for one in shared_lines(mine)]
    assert (
        kinds[:2] == ["retrospective_opened", "retrospective_proposed"] and kinds.count("retrospective_proposed") == 1
    )


def test_nothing_of_her_own_look_back_goes_along(table: people.Together) -> None:
    actions.keep_answers(visit=table.seen_by_noor(day(3)), answers={"again": "GEHEIM"})
    propose_together(visit=table.seen_by_noor(day(4)))
    (view,) = exchanges_of(table.seen_by_noor(day(4)), "retrospective")
    assert view.mine is None


def test_a_colleague_who_reads_along_neither_proposes_nor_stops(table: people.Together) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(0))
    seen = visit(colleague, table.collaboration, now=day(3))
    with pytest.raises(NotAllowedError):
        propose_together(visit=seen)
    exchange = propose_together(visit=table.seen_by_noor(day(3)))
    with pytest.raises(NotAllowedError):
        stop_together(visit=seen, exchange=exchange)
    stop_together(visit=table.seen_by_marleen(day(4)), exchange=exchange)
    assert propose_together(visit=table.seen_by_noor(day(5))) != exchange


def test_all_of_it_comes_out_of_a_dossier_as_it_went_in(table: people.Together) -> None:
    seen = table.seen_by_noor(day(3))
    actions.keep_answers(visit=seen, answers={**ANSWERS, "hours": "12.5"})
    learn_from_retrospective(visit=seen, taught=Taught("Twijfel zeg ik binnen een week.", "trust", "urgency"))
    exchange = propose_together(visit=seen)
    for visit_ in (seen, table.seen_by_marleen(day(3))):
        send_together(visit=visit_, exchange=exchange, answers={"well": "Het bellen."})
    out = json.loads(json.dumps(export(table.seen_by_noor(day(4)))))
    again = read_in(document=out, person=table.noor, now=day(5))
    back = json.loads(json.dumps(export(visit(table.noor, again, now=day(5)))))
    for section in ("retrospective", "lessons"):
        assert back["own"][section] == out["own"][section] and out["own"][section]
    assert [one["purpose"] for one in back["exchanges"]] == ["retrospective"]
    theirs = export(table.seen_by_marleen(day(4)))
    assert not {"retrospective", "lessons"} & set(theirs.get("own", {}))
    assert Lesson.objects.count() == 2
