"""The successor: what both released and no more, by a link that opens in one browser, every look on record."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samenstroom.accounts.outside import GoneError
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import HistoryLine
from samenstroom.farewell.actions.handover import add_items, change_item, drop_item
from samenstroom.farewell.actions.successors import (
    AloneError,
    answer_question,
    ask_question,
    claim_successor,
    log_look,
    mint_successor_link,
    propose_successor,
    release_items,
    tick_items,
    withdraw_successor,
)
from samenstroom.farewell.actions.work_in import SessionTerms, agree_session, drop_session, propose_session, say_held
from samenstroom.farewell.models import Successor, WorkInSession
from samenstroom.farewell.queries.successors import dossier_of, is_inside, looks_of, releases_of, unanswered_by_table
from samenstroom.farewell.queries.work_in import sessions_of
from samenstroom.farewell.wording.calendar import session_file
from samenstroom.rules.handover import ItemWords
from tests.features.farewell.steps import MAILBOX, laid, let_in, released, successor_at
from tests.people import Together, day, karin, noor, ruben, seat_of, started, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def titles(sam: Successor) -> list[str]:
    return [str(one.title) for one in dossier_of(Successor.objects.get(pk=sam.pk)).items]


def kinds(table: Together) -> list[str]:
    lines = HistoryLine.objects.filter(collaboration=table.collaboration, kind__startswith="successor")
    return list(lines.order_by("pk").values_list("kind", flat=True))


def test_she_reads_only_what_both_released(table: Together) -> None:
    items, sam = laid(table), successor_at(table)
    assert titles(sam) == []
    released(table, sam, items, by="noor")
    assert titles(sam) == []
    released(table, sam, items[:1], by="marleen")
    assert titles(sam) == ["De planning"]


def test_other_words_need_another_tick_of_both(table: Together) -> None:
    items, sam = laid(table), successor_at(table)
    released(table, sam, items)
    change_item(item=items[0], seat=table.marleens_seat, words=ItemWords("task", "De planning van mei", who="1"))
    assert titles(sam) == ["De mailbox"]
    released(table, sam, items[:1], by="marleen")
    assert titles(sam) == ["De mailbox"]
    released(table, sam, items[:1], by="noor")
    assert sorted(titles(sam)) == ["De mailbox", "De planning van mei"]


def test_a_tick_can_be_taken_back_and_what_was_not_shown_stays(table: Together) -> None:
    items, sam = laid(table), successor_at(table)
    released(table, sam, items)
    release_items(successor=sam, seat=table.noors_seat, items=[], among=items[:1], now=day(3))
    assert titles(sam) == ["De mailbox"]
    drop_item(item=items[1], seat=table.noors_seat, now=day(3))
    assert titles(sam) == []


def test_each_side_sees_the_tick_of_the_other(table: Together) -> None:
    items, sam = laid(table), successor_at(table)
    released(table, sam, items[:1], by="noor")
    planning, mailbox = releases_of(sam, items)
    assert planning.by_party == {table.noors_seat.party_id} and not planning.is_open
    assert not mailbox.by_party


def test_words_for_her_are_released_like_anything_else(table: Together) -> None:
    sam = successor_at(table)
    words = ItemWords("words", "Van Noor", "Wees gerust. Vraag alles.")
    made = add_items(seat=table.noors_seat, items=[words], now=day(1))
    assert not HistoryLine.objects.filter(kind="handover_made").exists(), "words alone are no plan"
    released(table, sam, made, by="noor")
    assert titles(sam) == []
    released(table, sam, made, by="marleen")
    assert titles(sam) == ["Van Noor"]


def test_nothing_of_another_table_or_a_draft_can_be_released(table: Together) -> None:
    other = together(with_rhythm=False, by=table.noor)
    [item] = laid(other, MAILBOX)
    with pytest.raises(NotAllowedError):
        release_items(successor=successor_at(table), seat=table.noors_seat, items=[item], among=[item], now=day(2))


def test_the_history_says_that_and_never_who_or_what(table: Together) -> None:
    sam = successor_at(table)
    assert successor_at(table) == sam
    let_in(table, sam)
    mint_successor_link(successor=sam, seat=table.noors_seat, other_takes_part=True, now=day(3))
    for _twice in range(2):
        withdraw_successor(successor=sam, seat=table.noors_seat, now=day(4))
    expected = ["successor_proposed", "successor_link", "successor_opened", "successor_link", "successor_withdrawn"]
    assert kinds(table) == expected
    assert all("Sam" not in f"{one.data}{one.note}" for one in HistoryLine.objects.all())


def test_the_link_opens_in_one_browser_for_two_weeks(table: Together) -> None:
    sam = successor_at(table)
    key = let_in(table, sam)
    with pytest.raises(GoneError):
        claim_successor(successor=sam, key="", now=day(3))
    assert claim_successor(successor=sam, key=key, now=day(3)) == key
    with pytest.raises(GoneError):
        claim_successor(successor=sam, key=key, now=day(2) + timedelta(days=14))
    withdraw_successor(successor=sam, seat=table.marleens_seat, now=day(4))
    with pytest.raises(GoneError):
        ask_question(successor=sam, key=key, text="Waar?", now=day(4))


def test_alone_nobody_is_let_in() -> None:
    me = noor()
    seat = seat_of(me, started(me))
    sam = propose_successor(seat=seat, name="Sam", now=day(1))
    with pytest.raises(AloneError):
        mint_successor_link(successor=sam, seat=seat, other_takes_part=False, now=day(1))


def test_a_new_link_opened_elsewhere_closes_the_first_browser(table: Together) -> None:
    sam = successor_at(table)
    first = let_in(table, sam)
    second = let_in(table, sam, 3)
    assert first != second
    with pytest.raises(GoneError):
        ask_question(successor=sam, key=first, text="Waar?", now=day(3))


def test_both_see_every_look_to_the_minute(table: Together) -> None:
    sam = successor_at(table)
    for minute in (0, 0, 7):
        log_look(successor=sam, now=day(3, 10, minute))
    for seen in (table.seen_by_noor(), table.seen_by_marleen()):
        assert looks_of(seen, sam) == [day(3, 10, 7), day(3, 10, 0)]


def test_a_question_waits_until_one_of_both_answers(table: Together) -> None:
    sam = successor_at(table)
    key = let_in(table, sam)
    for _twice in range(2):
        ask_question(successor=sam, key=key, text="Wie beslist?", now=day(3))
    assert sam.questions.count() == 1
    assert unanswered_by_table(table.noor, [table.seen_by_noor()])[table.collaboration.pk] == sam
    question = sam.questions.get()
    for text in ("Ik", "Marleen beslist."):
        answer_question(question=question, seat=table.noors_seat, text=text, now=day(4))
    answer_question(question=question, seat=table.marleens_seat, text="Klopt.", now=day(4))
    assert [str(one.text) for one in question.answers.order_by("pk")] == ["Marleen beslist.", "Klopt."]
    assert not unanswered_by_table(table.noor, [table.seen_by_noor()])


def test_she_ticks_only_what_she_was_shown(table: Together) -> None:
    items, sam = laid(table), successor_at(table)
    released(table, sam, items)
    key = let_in(table, sam)
    keys = {one.pk for one in items}
    tick_items(successor=sam, key=key, seen=keys | {9999}, shown=keys, now=day(3))
    assert dossier_of(sam).ticked == keys
    tick_items(successor=sam, key=key, seen=set(), shown={items[0].pk}, now=day(3))
    assert dossier_of(sam).ticked == {items[1].pk}


def test_both_sides_and_their_colleagues_are_inside(table: Together) -> None:
    sam = successor_at(table)
    for person in (table.noor, table.marleen, karin(colleague_of=table.noor)):
        assert is_inside(sam, person)
    assert not is_inside(sam, ruben())


def session(table: Together, sam: Successor | None = None) -> WorkInSession:
    terms = SessionTerms("De planning, met 🌊\nen meer", "Noor en Sam", day(10, 13), 90, sam)
    return propose_session(seat=table.noors_seat, terms=terms, other_takes_part=True, now=day(2))


def test_a_moment_counts_once_both_agreed_and_then_the_successor_reads_it(table: Together) -> None:
    sam = successor_at(table)
    made = session(table, sam)
    assert session(table, sam) == made and not dossier_of(sam).sessions
    with pytest.raises(NotAllowedError):
        agree_session(session=made, seat=table.noors_seat, now=day(3))
    with pytest.raises(NotAllowedError):
        say_held(session=made, seat=table.noors_seat, held="yes", now=day(11))
    agree_session(session=made, seat=table.marleens_seat, now=day(3))
    assert dossier_of(sam).sessions == [made]
    with pytest.raises(NotAllowedError):
        say_held(session=made, seat=table.noors_seat, held="yes", now=day(4))
    say_held(session=made, seat=table.noors_seat, held="yes", now=day(11))
    drop_session(session=made, seat=table.marleens_seat, now=day(12))
    assert not sessions_of(table.seen_by_noor()) and not dossier_of(sam).sessions


def test_the_file_for_a_calendar_reads_back(table: Together) -> None:
    from icalendar import Calendar

    made = session(table)
    body = session_file(made, "samenstroom.voorbeeld.nl")
    assert body == session_file(made, "samenstroom.voorbeeld.nl") and all(len(one) <= 75 for one in body.split(b"\r\n"))
    [event] = Calendar.from_ical(body).walk("VEVENT")
    assert event.decoded("dtstart") == day(10, 13) and event.decoded("dtend") == day(10, 14, 30)
    assert str(event["summary"]) == "De planning, met 🌊\nen meer"
