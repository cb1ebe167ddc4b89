"""Getting acquainted: who may begin, what can be read when and by whom, what is told, and what it weighs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.collaborations.models import HistoryLine
from samenstroom.exchanges import actions
from samenstroom.exchanges.models import Exchange, ExchangeAnswer
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.actions.acquaintance import (
    CLOSED,
    FREED,
    keep_own_acquaintance,
    note_said,
    propose_acquaintance,
)
from samenstroom.exploring.queries.acquaintance import (
    acquaintances_by_table,
    acquaintances_of,
    own_acquaintance_of,
    own_words,
    said_at,
)
from samenstroom.exploring.side_by_side import build_side_by_side
from samenstroom.exploring.weighed import Lean
from samenstroom.exploring.wording.acquaintance import next_part, parts, questions, way_in, weighed_acquaintance
from samenstroom.flows.acquaintances import close_acquaintance_envelope, invite_to_acquaintance, stop_acquaintance
from samenstroom.mail.models import OutgoingMail
from samenstroom.rules.visibility import Circle
from samenstroom.watch.attention import attention
from samenstroom.watch.board import board_of
from samenstroom.watch.overview import tables_of_person
from tests.people import Together, day, karin, ruben, started, together, visit

pytestmark = pytest.mark.django_db

CALM = {"purpose": "calm", "purpose_why": "Ik heb het druk genoeg.", "hours": 8, "never": "Liegen."}
GROWTH = {"purpose": "growth", "hours": 9, "contact": "fixed"}


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False, stage="explore")


@pytest.fixture
def exchange(table: Together) -> Exchange:
    return invite_to_acquaintance(visit=table.seen_by_noor(day(0)))


def answered(exchange: Exchange, seat: Any, given: dict[str, Any], *, send: bool = True, n: int = 1) -> ExchangeAnswer:
    draft = actions.draft_answer(exchange=Exchange.objects.get(pk=exchange.pk), seat=seat)
    actions.save_answers(answer=draft, answers=given)
    if send:
        close_acquaintance_envelope(answer=draft, exchange=exchange, now=day(n))
    return draft


def opened(table: Together, exchange: Exchange) -> None:
    answered(exchange, table.noors_seat, CALM)
    answered(exchange, table.marleens_seat, GROWTH)


def noors(table: Together) -> ExchangeView:
    return acquaintances_of(table.seen_by_noor(day(2)))[0]


def marleens(table: Together) -> ExchangeView:
    return acquaintances_of(table.seen_by_marleen(day(2)))[0]


def kinds() -> list[str]:
    found = HistoryLine.objects.filter(kind__startswith="acquaintance").order_by("pk")
    return list(found.values_list("kind", flat=True))


def test_either_side_begins_and_pressing_twice_begins_one(table: Together) -> None:
    first, is_new = propose_acquaintance(visit=table.seen_by_marleen(day(0)))
    again, is_new_again = propose_acquaintance(visit=table.seen_by_noor(day(1)))
    assert (first, is_new, is_new_again) == (again, True, False)
    assert kinds() == ["acquaintance_proposed"]


def test_who_reads_along_begins_nothing(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(0))
    with pytest.raises(NotAllowedError):
        propose_acquaintance(visit=visit(colleague, table.collaboration))


def test_that_she_sent_her_acquaintance_is_public_and_how_she_answered_is_not(
    table: Together, exchange: Exchange
) -> None:
    nothing = marleens(table)
    answered(exchange, table.noors_seat, CALM, send=False)
    assert marleens(table) == nothing
    answered(exchange, table.noors_seat, CALM)
    sent, today = marleens(table), attention(tables_of_person(table.marleen, day(2)), day(2).date())
    board = board_of(table.seen_by_marleen(day(2)))
    assert sent.they_sent and sent.theirs is None
    answered(exchange, table.noors_seat, GROWTH)
    assert marleens(table) == sent
    assert attention(tables_of_person(table.marleen, day(2)), day(2).date()) == today
    assert board_of(table.seen_by_marleen(day(2))).acquaintance == board.acquaintance


def test_both_open_at_the_second_envelope_with_one_line(table: Together, exchange: Exchange) -> None:
    opened(table, exchange)
    assert kinds() == ["acquaintance_proposed", "acquaintance_opened"]
    assert noors(table).theirs == marleens(table).mine == GROWTH


def test_one_that_stopped_stays_sealed_until_its_writer_frees_it(table: Together, exchange: Exchange) -> None:
    hers = answered(exchange, table.noors_seat, CALM)
    actions.close_exchange(exchange=exchange, seat=table.marleens_seat, kind=CLOSED, now=day(2))
    assert marleens(table).theirs is None and noors(table).can_free
    hers.refresh_from_db()
    with pytest.raises(NotAllowedError):
        actions.free_answer(answer=hers, person=table.marleen, kind=FREED, now=day(3))
    actions.free_answer(answer=hers, person=table.noor, kind=FREED, now=day(3))
    assert marleens(table).theirs == CALM
    assert kinds() == ["acquaintance_proposed", "acquaintance_closed", "acquaintance_freed"]
    assert propose_acquaintance(visit=table.seen_by_marleen(day(4)))[1], "beginning again is possible"


def test_a_colleague_reads_it_once_it_opened_and_an_outsider_never(table: Together, exchange: Exchange) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(0))
    answered(exchange, table.noors_seat, CALM)
    seen = acquaintances_of(visit(colleague, table.collaboration))[0]
    assert (seen.mine, seen.theirs) == (None, None)
    answered(exchange, table.marleens_seat, GROWTH)
    seen = acquaintances_of(visit(colleague, table.collaboration))[0]
    assert (seen.mine, seen.theirs) == (CALM, GROWTH)
    assert acquaintances_by_table(ruben(), [table.seen_by_noor()])[table.collaboration.pk] == []


def test_page_begins_with_what_clashes_and_gives_both_the_same(table: Together, exchange: Exchange) -> None:
    opened(table, exchange)
    mine = build_side_by_side(table.seen_by_noor(day(2)), noors(table), [])
    theirs = build_side_by_side(table.seen_by_marleen(day(2)), marleens(table), [])
    assert [group.outcome for group in mine.groups] == ["clash", "same", "open"]
    assert [[row.question for row in group.rows] for group in mine.groups] == [
        [row.question for row in group.rows] for group in theirs.groups
    ]
    assert mine.first and mine.first.question == "purpose"
    assert [voice.who for voice in mine.first.voices] == ["Jij", "Marleen"]
    assert mine.first.voices[0].why == "Ik heb het druk genoeg."
    assert "trekken elk een andere kant op" in mine.first.rule[0]
    assert len(mine.untouched) == len(questions()) - 4


def test_rules_take_their_numbers_in_words(table: Together, exchange: Exchange) -> None:
    top = {"matters": ["honest", "word", "joy"]}
    answered(exchange, table.noors_seat, top)
    answered(exchange, table.marleens_seat, {"matters": ["word", "honest", "care"]})
    (row,) = build_side_by_side(table.seen_by_noor(day(2)), noors(table), []).groups[0].rows
    assert row.rule[0] == (
        "Bij jullie eerste drie zijn er twee hetzelfde: ‘Eerlijk zeggen wat er speelt’, ‘Doen wat je zegt’."
    )
    assert row.voices[0].lines[0] == "1. Eerlijk zeggen wat er speelt"


def test_what_was_said_is_a_line_of_both_that_is_kept_once_and_can_be_taken_back(
    table: Together, exchange: Exchange
) -> None:
    with pytest.raises(NotAllowedError):
        note_said(visit=table.seen_by_noor(day(1)), exchange=exchange, question="purpose", text="Te vroeg.")
    opened(table, exchange)
    exchange.refresh_from_db()
    for _ in range(2):
        note_said(visit=table.seen_by_noor(day(3)), exchange=exchange, question="purpose", text="Rust eerst.")
    (said,) = said_at(table.seen_by_marleen(day(3)), exchange)
    assert (said.question, said.text, said.who) == ("purpose", "Rust eerst.", "Noor")
    HistoryLine.objects.filter(public_id=said.line).update(withdrawn_at=day(4))
    assert said_at(table.seen_by_noor(day(4)), exchange) == []


def test_it_weighs_a_clash_against_until_both_spoke_about_it_and_what_is_the_same_for(
    table: Together, exchange: Exchange
) -> None:
    seen = table.seen_by_noor(day(3))
    assert weighed_acquaintance(seen) == []
    opened(table, exchange)
    found = {one.text: one.lean for one in weighed_acquaintance(seen)}
    assert found == {
        "Over wat je in deze samenwerking zoekt botsen jullie antwoorden.": Lean.AGAINST,
        "Over hoeveel uur werk het is denken jullie gelijk.": Lean.FOR,
    }
    assert {one.circle for one in weighed_acquaintance(seen)} == {Circle.SHARED}
    exchange.refresh_from_db()
    note_said(visit=seen, exchange=exchange, question="purpose", text="Rust eerst.")
    assert {one.lean for one in weighed_acquaintance(seen)} == {Lean.OPEN, Lean.FOR}


def test_her_own_guide_is_kept_part_by_part_for_her_alone(table: Together) -> None:
    seen = table.seen_by_noor(day(1))
    keep_own_acquaintance(visit=seen, answers={"never": {"mine": "Liegen.", "said": ""}})
    keep_own_acquaintance(visit=seen, answers={"success": {"mine": "", "said": "Vrij op vrijdag."}})
    assert own_words(own_acquaintance_of(seen)) == {
        "never": {"mine": "Liegen.", "said": ""},
        "success": {"mine": "", "said": "Vrij op vrijdag."},
    }
    assert own_acquaintance_of(table.seen_by_marleen(day(1))) is None
    (line,) = weighed_acquaintance(seen)
    assert (line.lean, line.circle, line.page) == (Lean.OPEN, Circle.PRIVATE, "own_acquaintance")
    assert not ExchangeAnswer.objects.exists(), "nothing of it moves by itself"


def test_she_goes_on_where_she_was(table: Together, exchange: Exchange) -> None:
    seen = table.seen_by_noor(day(1))
    assert way_in(seen, None) == ("acquaintance", {})
    assert way_in(seen, noors(table))[1]["number"] == 1
    kept = {one.id: None for one in parts()[0].questions}
    answered(exchange, table.noors_seat, kept, send=False)
    assert next_part(noors(table).mine) == 2
    answered(exchange, table.noors_seat, {one.id: None for one in questions()}, send=False)
    assert way_in(seen, noors(table))[0] == "acquaintance_send"
    answered(exchange, table.noors_seat, {})
    assert way_in(seen, noors(table))[0] == "acquaintance_opened"


def test_today_tells_it_to_whose_turn_it_is(table: Together, exchange: Exchange) -> None:
    def titles(person: Any) -> list[str]:
        return [one.title for one in attention(tables_of_person(person, day(2)), day(2).date())]

    assert titles(table.noor) == ["De kennismaking met Marleen staat klaar"]
    assert titles(table.marleen) == ["De kennismaking met Noor staat klaar"]
    answered(exchange, table.noors_seat, CALM)
    assert titles(table.noor) == []
    assert titles(table.marleen) == ["Noor is klaar met de kennismaking"]
    answered(exchange, table.marleens_seat, GROWTH)
    assert titles(table.noor) == ["Je kennismaking met Marleen ligt open"]


@pytest.fixture
def with_mail(settings: Any, table: Together) -> None:
    settings.MAIL_MODE = "preview"
    table.marleen.email = "marleen@voorbeeld.nl"
    table.marleen.save()


@pytest.mark.usefixtures("with_mail")
def test_mail_tells_once_that_there_is_something_and_never_what(table: Together) -> None:
    exchange = invite_to_acquaintance(visit=table.seen_by_noor(day(0)))
    invite_to_acquaintance(visit=table.seen_by_noor(day(0)))
    (invitation,) = OutgoingMail.objects.all()
    assert (invitation.kind, invitation.to_email) == ("acquaintance_invitation", "marleen@voorbeeld.nl")
    answered(exchange, table.marleens_seat, GROWTH)
    invitation.refresh_from_db()
    assert invitation.cancelled_at, "who answered is not asked again"
    answered(exchange, table.noors_seat, CALM)
    told = OutgoingMail.objects.filter(kind="acquaintance_opened")
    assert sorted(told.values_list("to_email", flat=True)) == ["marleen@voorbeeld.nl", "noor@voorbeeld.nl"]
    assert not [one for one in OutgoingMail.objects.all() if set(one.words) - {"name", "other", "until"}]


@pytest.mark.usefixtures("with_mail")
def test_an_invitation_that_has_not_left_stays_home_when_it_stops(table: Together) -> None:
    exchange = invite_to_acquaintance(visit=table.seen_by_noor(day(0)))
    stop_acquaintance(visit=table.seen_by_noor(day(0)), exchange=exchange)
    assert OutgoingMail.objects.get().cancelled_at
    assert acquaintances_of(table.seen_by_marleen(day(0)))[0].is_open is False


def test_queries_stay_three_for_any_number_of_tables(
    table: Together, exchange: Exchange, django_assert_num_queries: Any
) -> None:
    others = [started(table.noor, name=f"Tafel {n}") for n in range(3)]
    visits = [visit(table.noor, one) for one in (table.collaboration, *others)]
    with django_assert_num_queries(3):
        found = acquaintances_by_table(table.noor, visits)
    assert [len(found[one.collaboration.pk]) for one in visits] == [1, 0, 0, 0]
