"""Looking at the balance: two steps, sealed until both, never averaged; and alone, for oneself."""

from __future__ import annotations

import pytest

from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.actions.balance import (
    keep_own_balance,
    name_work,
    propose_balance,
    send_share,
    stop_balance,
)
from samenstroom.contributions.queries.balance import balances_of, own_balance_of
from samenstroom.contributions.wording.balance import balance_page, share_in, total_words
from samenstroom.exchanges.actions import AlreadySentError
from samenstroom.exchanges.models import Exchange
from samenstroom.watch.shelves.balance import SHELF
from tests.people import Together, day, karin, noor, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def says(seen: Visit, exchange: Exchange, named: str, share: int) -> bool:
    name_work(visit=seen, exchange=exchange, named=named)
    return send_share(visit=seen, exchange=exchange, share=share)


def kinds() -> list[str]:
    return list(HistoryLine.objects.filter(kind__startswith="balance").order_by("pk").values_list("kind", flat=True))


def test_it_opens_at_the_second_envelope_and_is_told_once(table: Together) -> None:
    mine, theirs = table.seen_by_noor(), table.seen_by_marleen()
    exchange = propose_balance(visit=mine)
    assert propose_balance(visit=theirs) == exchange
    assert not says(mine, exchange, "Alle foto’s", 60)
    (waits,) = balances_of(theirs)
    assert waits.they_sent and waits.theirs is None
    assert says(theirs, exchange, "De nieuwsbrief", 50)
    assert kinds() == ["balance_proposed", "balance_opened"]
    with pytest.raises(AlreadySentError):
        says(mine, exchange, "Anders", 10)


def test_both_bars_stand_as_they_were_said_and_are_never_averaged(table: Together) -> None:
    mine, theirs = table.seen_by_noor(), table.seen_by_marleen()
    exchange = propose_balance(visit=mine)
    says(mine, exchange, "Alle foto’s", 60)
    says(theirs, exchange, "De nieuwsbrief", 50)
    for seen, bars, named in (
        (mine, [60, 50], ["De nieuwsbrief", "Alle foto’s"]),
        (theirs, [50, 40], ["Alle foto’s", "De nieuwsbrief"]),
    ):
        page = balance_page(seen, balances_of(seen)[0])
        assert [bar.mine for bar in page.bars] == bars
        assert [words for _title, words in page.named] == named
        assert page.total.startswith("Samen komen jullie op 110 procent. Dat is heel gewoon")
    assert balance_page(mine, balances_of(mine)[0]).bars[1].words == "Jij 50 procent, Marleen 50 procent."


@pytest.mark.parametrize(
    ("total", "said"), [(90, "zien allebei veel werk"), (100, "precies op 100 procent"), (130, "heel gewoon")]
)
def test_the_sum_is_told_in_words(total: int, said: str) -> None:
    assert said in total_words(total)


def test_the_own_part_comes_after_the_work_of_the_other(table: Together) -> None:
    mine = table.seen_by_noor()
    exchange = propose_balance(visit=mine)
    with pytest.raises(NotAllowedError):
        send_share(visit=mine, exchange=exchange, share=60)
    assert balances_of(mine)[0].my_sent_on is None


def test_she_may_change_what_she_sent_until_it_opens(table: Together) -> None:
    mine, theirs = table.seen_by_noor(), table.seen_by_marleen()
    exchange = propose_balance(visit=mine)
    says(mine, exchange, "Foto’s", 60)
    says(mine, exchange, "Foto’s en contact", 50)
    says(theirs, exchange, "Alles", 50)
    assert balance_page(theirs, balances_of(theirs)[0]).named[0][1] == "Foto’s en contact"


def test_stopping_opens_nothing_and_a_new_one_may_begin(table: Together) -> None:
    mine, theirs = table.seen_by_noor(), table.seen_by_marleen()
    exchange = propose_balance(visit=mine)
    says(mine, exchange, "Foto’s", 60)
    stop_balance(visit=theirs, exchange=exchange)
    stop_balance(visit=theirs, exchange=exchange)
    assert balances_of(theirs)[0].theirs is None
    with pytest.raises((NotAllowedError, AlreadySentError)):
        says(theirs, Exchange.objects.get(pk=exchange.pk), "Alles", 50)
    assert propose_balance(visit=theirs) != exchange
    assert kinds() == ["balance_proposed", "balance_closed", "balance_proposed"]


def test_who_reads_along_or_sits_alone_begins_nothing(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    with pytest.raises(NotAllowedError):
        propose_balance(visit=visit(colleague, table.collaboration))
    assert not Exchange.objects.exists()


def test_alone_she_looks_for_herself_and_nothing_of_it_is_shared(table: Together) -> None:
    keep_own_balance(visit=table.seen_by_noor(), answers={"named": "GEHEIM"})
    keep_own_balance(visit=table.seen_by_noor(), answers={"share": 70})
    assert own_balance_of(table.seen_by_noor()) == {"named": "GEHEIM", "share": 70}
    assert own_balance_of(table.seen_by_marleen()) == {}
    assert not Exchange.objects.exists() and not kinds()


def test_alone_at_the_table_nothing_of_two_begins() -> None:
    person = noor()
    seen = visit(person, started(person))
    with pytest.raises(NotAllowedError):
        propose_balance(visit=seen)
    keep_own_balance(visit=seen, answers={"named": "Alles", "share": 50})
    assert own_balance_of(seen)["share"] == 50


@pytest.mark.parametrize("share", [None, "60", True, -10, 110, 1.5])
def test_what_is_no_part_is_no_bar(share: object) -> None:
    assert share_in({"share": share}) is None


def test_the_shelf_asks_who_still_has_to_say_and_offers_it_quietly(table: Together) -> None:
    mine, theirs = table.seen_by_noor(), table.seen_by_marleen()
    lies = SHELF.gather(mine.person, [mine])[mine.collaboration.pk]
    assert [row.is_offer for row in SHELF.rows(mine, lies)] == [True]
    assert not list(SHELF.asks(mine, lies))
    exchange = propose_balance(visit=mine)
    says(mine, exchange, "Foto’s", 60)
    assert not list(SHELF.asks(mine, SHELF.gather(mine.person, [mine])[mine.collaboration.pk]))
    lies = SHELF.gather(theirs.person, [theirs])[mine.collaboration.pk]
    assert [ask.act for ask in SHELF.asks(theirs, lies)] == ["Kijk naar de balans"]
    says(theirs, exchange, "Alles", 50)
    lies = SHELF.gather(mine.person, [mine])[mine.collaboration.pk]
    assert [ask.act for ask in SHELF.asks(mine, lies)] == ["Bekijk de balans"]
