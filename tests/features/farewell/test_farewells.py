"""A farewell of one's own: private, kept page by page, and nothing of it moves anything for the other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.collaborations.models import Collaboration, HistoryLine
from samenstroom.farewell.actions import farewells as actions
from samenstroom.farewell.actions.endings import announce_ending
from samenstroom.farewell.models import Farewell
from samenstroom.farewell.queries.endings import ending_of
from samenstroom.farewell.queries.farewells import (
    asks_how_it_ended,
    farewell_of,
    farewells_by_table,
    last_day_of,
)
from samenstroom.farewell.wording.farewells import farewell_texts, said_in, step_of, steps_of
from samenstroom.farewell.wording.goodbye_letters import guide_of, last_day_sentence, letter_text, version_of
from samenstroom.watch.attention import attention
from samenstroom.watch.overview import tables_of_person
from tests.people import Together, day, karin, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def begun(table: Together, way: str = "one_side") -> Farewell:
    return actions.start_farewell(visit=table.seen_by_noor(), way=way)


def again(table: Together) -> Farewell:
    found = farewell_of(table.seen_by_noor())
    assert found is not None
    return found


def test_there_is_one_farewell_per_person_and_table(table: Together) -> None:
    first = begun(table)
    assert begun(table, "conflict").pk == first.pk
    assert again(table).way == "one_side"
    actions.choose_way(farewell=first, way="together")
    assert again(table).way == "together"


def test_it_is_hers_alone_and_moves_nothing(table: Together) -> None:
    lines, stage = HistoryLine.objects.count(), table.collaboration.stage
    found = begun(table)
    answers = {"tried": "In mei vroeg ik om vaste dagen."}
    actions.write_step(farewell=found, room="reflection", answers=answers, step="stilstaan", page=2)
    actions.note_moments(farewell=found, told_on="2026-01-06")
    actions.note_held(farewell=found, held_on=date(2026, 1, 6), agreed="De agenda gaat over.")
    assert farewell_of(table.seen_by_marleen()) is None
    assert HistoryLine.objects.count() == lines and ending_of(table.seen_by_marleen()) is None
    assert Collaboration.objects.get(pk=table.collaboration.pk).stage == stage


def test_each_page_is_kept_beside_the_others_also_from_two_tabs(table: Together) -> None:
    one, other = begun(table), again(table)
    actions.write_step(farewell=one, room="reflection", answers={"tried": "Veel."}, step="stilstaan", page=2)
    actions.write_step(farewell=other, room="reflection", answers={"good": "Ook veel."}, step="stilstaan", page=1)
    kept = again(table)
    assert dict(kept.reflection) == {"tried": "Veel.", "good": "Ook veel."}
    assert kept.moments["at"] == {"stilstaan": 2}, "going back does not undo how far she was"


def test_a_room_that_does_not_exist_is_refused(table: Together) -> None:
    with pytest.raises(ValueError, match="no kitchen"):
        actions.write_step(farewell=begun(table), room="kitchen", answers={}, step="stilstaan", page=1)


def test_what_was_let_go_is_gone_and_says_so_to_another_tab(table: Together) -> None:
    found = begun(table)
    actions.let_go(farewell=found)
    assert farewell_of(table.seen_by_noor()) is None
    with pytest.raises(actions.GoneError):
        actions.keep_text(farewell=found, version="mail", text="Beste Marleen,")


def test_laid_aside_and_taken_up_again_nothing_is_lost(table: Together) -> None:
    found = begun(table)
    actions.write_parts(farewell=found, parts={"decision": "Ik stop."}, step="bericht", page=1)
    actions.note_moments(farewell=found, aside=True)
    assert again(table).is_aside
    actions.note_moments(farewell=found, aside=False)
    assert not again(table).is_aside and again(table).letter["parts"] == {"decision": "Ik stop."}


@pytest.mark.parametrize("way", [one["id"] for one in farewell_texts()["ways"]])
def test_each_way_has_steps_of_its_own_and_none_with_a_talk_when_it_is_not_safe(table: Together, way: str) -> None:
    steps = [one.id for one in steps_of(begun(table, way), table.seen_by_noor())]
    assert steps and len(set(steps)) == len(steps)
    assert ("gesprek" in steps) is (way in ("one_side", "together", "runs_out", "no_fault"))


def test_a_letter_is_made_of_whole_sentences_of_hers_and_ours(table: Together) -> None:
    found, looking = begun(table), table.seen_by_noor()
    parts = {"decision": "Ik stop.", "reason": "Het past niet meer.", "thanks": "Dank je wel."}
    actions.write_parts(farewell=found, parts=parts, step="bericht", page=3)
    app, mail = version_of("app"), version_of("mail")
    assert app and mail
    assert (
        letter_text(again(table), app, looking) == "Hoi Marleen,\n\nIk stop.\n\nDank je wel.\n\nMet warme groet,\nNoor"
    )
    long = letter_text(again(table), mail, looking)
    assert "Ik vertel je graag eerlijk waarom. Het past niet meer." in long
    actions.keep_text(farewell=found, version="mail", text="Mijn eigen tekst.")
    actions.make_text_again(farewell=found, version="mail", tone="plain", length="short")
    assert letter_text(again(table), mail, looking).endswith("Groet,\nNoor")
    actions.put_text_back(farewell=found, version="mail")
    assert letter_text(again(table), mail, looking) == "Mijn eigen tekst."
    actions.put_text_back(farewell=found, version="mail")
    assert letter_text(again(table), mail, looking) == "Mijn eigen tekst."


def test_when_it_is_not_safe_the_message_is_her_one_line_and_nothing_else(table: Together) -> None:
    actions.write_parts(farewell=begun(table, "unsafe"), parts={"decision": "Ik stop."}, step="een-regel", page=1)
    mail = version_of("mail")
    assert mail and letter_text(again(table), mail, table.seen_by_noor()) == "Ik stop."


def test_the_last_day_and_the_talk_come_from_what_she_planned(table: Together) -> None:
    found = begun(table)
    assert last_day_sentence(found) == ""
    actions.write_step(farewell=found, room="plan", answers={"last_on": "2026-02-27"}, step="vertellen", page=5)
    rows = [{"what": "De agenda", "who": "Noor", "until": "2026-02-27"}]
    actions.write_step(farewell=found, room="talk", answers={"who_what": rows}, step="gesprek", page=3)
    assert last_day_sentence(again(table)) == "Mijn laatste werkdag is vrijdag 27 februari."
    told = {one.title: one for one in guide_of(again(table))}
    assert told["Wie doet wat, en tot wanneer"].words == "De agenda, Noor, 27 februari 2026"
    assert told["Begin gewoon"].is_example and not told["Wordt de ander boos?"].is_example


def test_what_she_chose_reads_back_in_words(table: Together) -> None:
    found, looking = begun(table), table.seen_by_noor()
    plan = {
        "channel": "call",
        "notice": {"count": 1, "unit": "months", "to_month_end": True},
        "tell_on": "2026-01-08",
        "last_on": "",
    }
    actions.write_step(farewell=found, room="plan", answers=plan, step="vertellen", page=4)
    step = step_of(again(table), looking, "vertellen")
    assert step and not step.is_done and step.next_page == 5
    said = {one.label: one.text for one in said_in(again(table), looking, step)}
    assert said["Zo vertel ik het"] == "Bellen" and "Mijn laatste dag" not in said
    assert said["Opzegtermijn"] == "1 maand, tot het einde van de maand"


def held(table: Together) -> Farewell:
    found = begun(table)
    actions.note_held(farewell=found, held_on=date(2026, 1, 6), agreed="De agenda gaat over.")
    return again(table)


def test_what_was_agreed_is_shared_once_in_exactly_her_words(table: Together) -> None:
    found, lines = held(table), HistoryLine.objects.count()
    actions.share_agreed(farewell=found, visit=table.seen_by_noor(), text="Noor doet de agenda tot 1 februari.")
    with pytest.raises(actions.NothingToShareError):
        actions.share_agreed(farewell=again(table), visit=table.seen_by_noor(), text="Nog eens.")
    newest = HistoryLine.objects.order_by("pk").last()
    assert HistoryLine.objects.count() == lines + 1 and newest
    assert newest.kind == "talk_held" and newest.note == "Noor doet de agenda tot 1 februari."


def test_sharing_needs_a_talk_words_and_a_voice(table: Together) -> None:
    with pytest.raises(actions.NothingToShareError):
        actions.share_agreed(farewell=begun(table), visit=table.seen_by_noor(), text="Iets.")
    with pytest.raises(actions.NothingToShareError):
        actions.share_agreed(farewell=held(table), visit=table.seen_by_noor(), text="  ")
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    reading = visit(colleague, table.collaboration)
    own = actions.start_farewell(visit=reading, way="one_side")
    actions.note_held(farewell=own, held_on=date(2026, 1, 6), agreed="x")
    with pytest.raises(NotAllowedError):
        actions.share_agreed(farewell=own, visit=reading, text="Iets.")


def asked(table: Together, moment: int) -> bool:
    found = tables_of_person(table.noor, day(moment))
    items = attention(found, day(moment).date())
    return any(item.page == "farewell_lesson" for item in items)


def test_how_it_ended_is_asked_for_two_weeks_a_month_after_the_last_day(table: Together) -> None:
    found = begun(table)
    actions.write_step(farewell=found, room="plan", answers={"last_on": "2026-01-31"}, step="vertellen", page=5)
    assert not asked(table, 55), "nothing was told yet"
    actions.note_moments(farewell=found, told_on="2026-01-06")
    assert [asked(table, n) for n in (53, 54, 67, 68)] == [False, True, True, False]
    actions.note_moments(farewell=found, looked_back_on="2026-03-01")
    assert not asked(table, 55)


def test_the_day_on_record_goes_before_the_day_she_planned(table: Together) -> None:
    found = begun(table)
    actions.write_step(farewell=found, room="plan", answers={"last_on": "2026-01-31"}, step="vertellen", page=5)
    announce_ending(seat=table.marleens_seat, how="one_side", last_on=date(2026, 3, 15), words="", now=day(2))
    ending = ending_of(table.seen_by_noor())
    assert last_day_of(again(table), ending) == date(2026, 3, 15)
    assert asks_how_it_ended(again(table), ending, date(2026, 4, 15))
    actions.note_moments(farewell=found, aside=True)
    assert not asks_how_it_ended(again(table), ending, date(2026, 4, 15))


def test_a_lesson_can_be_written_again(table: Together) -> None:
    found = begun(table)
    for lesson in ("Eerder praten.", "Nog eerder praten."):
        actions.note_lesson(farewell=found, outcome="calm", lesson=lesson, today=date(2026, 3, 1))
    assert (again(table).outcome, again(table).lesson) == ("calm", "Nog eerder praten.")


def test_farewells_of_all_tables_take_one_query(table: Together, django_assert_num_queries: Any) -> None:
    begun(table)
    other = started(table.noor, name="Winkel Linde")
    actions.start_farewell(visit=visit(table.noor, other), way="faded")
    visits = [table.seen_by_noor(), visit(table.noor, other)]
    with django_assert_num_queries(1):
        found = farewells_by_table(table.noor, visits)
        assert {one.way for one in found.values()} == {"one_side", "faded"}


def test_where_nobody_is_at_fault_there_are_no_words_of_blame() -> None:
    texts = farewell_texts()
    way = next(one for one in texts["ways"] if one["id"] == "no_fault")
    steps = {one["id"]: one for one in texts["steps"]}
    told = str([way, *(steps[one["id"]] for one in way["steps"]), texts["guide"], texts["letter"]]).lower()
    assert not [word for word in ("schuld", "verwijt", "fout", "gelijk heeft") if word in told]
