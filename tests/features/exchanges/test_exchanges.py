"""The same questions answered apart: what can be read, changed, opened and freed, and by whom."""

from typing import Any

import pytest

from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.collaborations.models import HistoryLine
from samenstroom.exchanges import actions
from samenstroom.exchanges.actions import AlreadySentError
from samenstroom.exchanges.models import Exchange, ExchangeAnswer
from samenstroom.exchanges.queries import (
    ExchangeView,
    exchange_answers_readable_by,
    exchange_by_id,
    exchanges_by_table,
    exchanges_of,
)
from tests.people import Together, day, karin, ruben, together, visit

pytestmark = pytest.mark.django_db
PURPOSE, OPENED, STOPPED, FREED = "acquaintance", "round_opened", "left", "answer_freed"


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


@pytest.fixture
def exchange(table: Together) -> Exchange:
    return actions.start_exchange(seat=table.noors_seat, purpose=PURPOSE, now=day(0))


def answered(exchange: Exchange, seat: Any, *, send: bool = True, **answers: Any) -> ExchangeAnswer:
    draft = actions.draft_answer(exchange=exchange, seat=seat)
    actions.save_answers(answer=draft, answers=answers)
    if send:
        actions.send_answer(answer=draft, kind=OPENED, now=day(1))
    return ExchangeAnswer.objects.get(pk=draft.pk)


def fresh(exchange: Exchange) -> Exchange:
    return Exchange.objects.get(pk=exchange.pk)


def noors(table: Together) -> ExchangeView:
    return exchanges_of(table.seen_by_noor(day(2)), PURPOSE)[0]


def marleens(table: Together) -> ExchangeView:
    return exchanges_of(table.seen_by_marleen(day(2)), PURPOSE)[0]


def test_looking_at_the_questions_keeps_nothing(table: Together, exchange: Exchange) -> None:
    actions.draft_answer(exchange=exchange, seat=table.noors_seat)
    assert not ExchangeAnswer.objects.exists()


def test_parts_kept_in_two_tabs_are_both_there(table: Together, exchange: Exchange) -> None:
    one = actions.draft_answer(exchange=exchange, seat=table.noors_seat)
    other = actions.draft_answer(exchange=exchange, seat=table.noors_seat)
    actions.save_answers(answer=one, answers={"hours": 12})
    actions.save_answers(answer=other, answers={"tempo": "rustig"})
    assert ExchangeAnswer.objects.get().answers == {"hours": 12, "tempo": "rustig"}


def test_that_she_sent_is_public_and_how_she_answered_is_not(table: Together, exchange: Exchange) -> None:
    nothing = marleens(table)
    answered(exchange, table.noors_seat, send=False, hours=12)
    assert marleens(table) == nothing
    answered(exchange, table.noors_seat, hours=12)
    sent = marleens(table)
    assert sent.they_sent and sent.theirs is None and sent.waits_for_me
    answered(exchange, table.noors_seat, hours=40)
    assert marleens(table) == sent


def test_both_open_at_the_second_envelope_and_then_nothing_changes(table: Together, exchange: Exchange) -> None:
    hers = answered(exchange, table.noors_seat, hours=12)
    before = HistoryLine.objects.count()
    answered(exchange, table.marleens_seat, hours=30)
    assert HistoryLine.objects.count() == before + 1
    assert (noors(table).mine, noors(table).theirs) == ({"hours": 12}, {"hours": 30})
    assert (marleens(table).mine, marleens(table).theirs) == ({"hours": 30}, {"hours": 12})
    assert noors(table).is_revealed and not noors(table).waits_for_me
    with pytest.raises(AlreadySentError):
        actions.save_answers(answer=hers, answers={"hours": 1})
    with pytest.raises(AlreadySentError):
        actions.send_answer(answer=hers, kind=OPENED, now=day(3))
    with pytest.raises(NotAllowedError):
        actions.draft_answer(exchange=fresh(exchange), seat=table.noors_seat)


def test_an_empty_envelope_may_be_sent(table: Together, exchange: Exchange) -> None:
    draft = actions.draft_answer(exchange=exchange, seat=table.noors_seat)
    assert not actions.send_answer(answer=draft, kind=OPENED, now=day(1))
    assert noors(table).i_sent and noors(table).mine == {}


def test_sending_twice_keeps_the_first_day(table: Together, exchange: Exchange) -> None:
    answer = answered(exchange, table.noors_seat, hours=12)
    actions.send_answer(answer=answer, kind=OPENED, now=day(5))
    assert ExchangeAnswer.objects.get().sent_at == day(1)


def test_what_stopped_with_one_answer_stays_sealed_until_she_frees_it(table: Together, exchange: Exchange) -> None:
    hers = answered(exchange, table.noors_seat, hours=12)
    actions.close_exchange(exchange=exchange, seat=table.marleens_seat, kind=STOPPED, now=day(2))
    actions.close_exchange(exchange=exchange, seat=table.marleens_seat, kind=STOPPED, now=day(3))
    assert fresh(exchange).closed_at == day(2)
    assert marleens(table).theirs is None and not marleens(table).can_free
    assert noors(table).can_free
    hers.refresh_from_db()
    with pytest.raises(NotAllowedError):
        actions.free_answer(answer=hers, person=table.marleen, kind=FREED, now=day(3))
    actions.free_answer(answer=hers, person=table.noor, kind=FREED, now=day(3))
    lines = HistoryLine.objects.count()
    actions.free_answer(answer=hers, person=table.noor, kind=FREED, now=day(4))
    assert HistoryLine.objects.count() == lines
    assert marleens(table).theirs == {"hours": 12} and not noors(table).can_free


def test_a_draft_that_was_never_sent_stays_closed_after_it_stopped(table: Together, exchange: Exchange) -> None:
    answered(exchange, table.noors_seat, send=False, hours=12)
    actions.close_exchange(exchange=exchange, seat=table.noors_seat, kind=STOPPED, now=day(2))
    assert marleens(table).theirs is None and not noors(table).can_free


def test_a_colleague_who_reads_along_answers_nothing_and_reads_what_opened(table: Together, exchange: Exchange) -> None:
    colleague = karin(colleague_of=table.noor)
    seat = show_colleague(by=table.noors_seat, colleague=colleague, now=day(0))
    answered(exchange, table.noors_seat, hours=12)
    with pytest.raises(NotAllowedError):
        actions.draft_answer(exchange=exchange, seat=seat)
    with pytest.raises(NotAllowedError):
        actions.close_exchange(exchange=exchange, seat=seat, kind=STOPPED, now=day(1))
    reading = exchanges_of(visit(colleague, table.collaboration, now=day(2)), PURPOSE)[0]
    assert (reading.mine, reading.theirs, reading.i_sent) == (None, None, True)
    answered(exchange, table.marleens_seat, hours=30)
    reading = exchanges_of(visit(colleague, table.collaboration, now=day(2)), PURPOSE)[0]
    assert (reading.mine, reading.theirs) == ({"hours": 12}, {"hours": 30})


def test_an_outsider_reads_nothing_also_with_the_id(table: Together, exchange: Exchange) -> None:
    answered(exchange, table.noors_seat, hours=12)
    answered(exchange, table.marleens_seat, hours=30)
    outsider = ruben()
    elsewhere = together(by=outsider, with_rhythm=False)
    assert not exchange_answers_readable_by(outsider).exists()
    assert exchange_by_id(visit(outsider, elsewhere.collaboration), exchange.public_id) is None
    with pytest.raises(NotAllowedError):
        actions.draft_answer(exchange=exchange, seat=elsewhere.noors_seat)
    with pytest.raises(NotAllowedError):
        actions.close_exchange(exchange=exchange, seat=elsewhere.noors_seat, kind=STOPPED, now=day(1))


def test_queries_stay_three_for_any_number_of_tables(table: Together, django_assert_num_queries: Any) -> None:
    other = together_again(table)
    for one in (table, other):
        for _ in range(3):
            made = actions.start_exchange(seat=one.noors_seat, purpose=PURPOSE, now=day(0))
            answered(made, one.noors_seat, hours=1)
    visits = [one.seen_by_noor() for one in (table, other)]
    with django_assert_num_queries(3):
        found = exchanges_by_table(table.noor, visits, PURPOSE)
    assert [len(views) for views in found.values()] == [3, 3]


def together_again(table: Together) -> Together:
    """A second table of the same two people's Noor."""
    return together(by=table.noor, with_rhythm=False)


def test_other_purposes_stay_apart(table: Together, exchange: Exchange) -> None:
    assert exchanges_of(table.seen_by_noor(), "trial") == []
    assert exchange_by_id(table.seen_by_noor(), exchange.public_id) is not None
