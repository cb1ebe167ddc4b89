"""Settling when it ends: the list, the closing text, access back, and who may do what."""

from datetime import date

import pytest

from samenstroom.collaborations.actions import NotAllowedError, show_colleague, write_line
from samenstroom.collaborations.models import HistoryLine, Seat
from samenstroom.farewell.actions.accesses import add_access, confirm_access, drop_access, take_access_back
from samenstroom.farewell.actions.settlement import (
    Item,
    add_item,
    choose_end_of_data,
    drop_item,
    open_item,
    tick_item,
)
from samenstroom.farewell.actions.statements import accept_statement, note_statement, propose_statement
from samenstroom.farewell.models import ClosingStatement, SettlementItem
from samenstroom.farewell.queries.accesses import accesses_of, offered_accesses
from samenstroom.farewell.queries.settlement import items_of, offers_of, statement_of, still_open
from samenstroom.rules.visibility import Circle
from tests.people import Together, day, karin, noor, ruben, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def kinds(table: Together) -> list[str]:
    lines = HistoryLine.objects.filter(collaboration=table.collaboration).order_by("pk")
    return list(lines.values_list("kind", flat=True))


def hours(table: Together) -> SettlementItem:
    return add_item(seat=table.noors_seat, item=Item("hours", "Vier uur van oktober", "300"), now=day(1))


def test_each_says_for_her_own_side_when_it_is_done(table: Together) -> None:
    item = hours(table)
    assert hours(table).pk == item.pk, "the same again is one thing"
    tick_item(item=item, seat=table.noors_seat, now=day(2))
    tick_item(item=item, seat=table.noors_seat, now=day(2))
    seen = items_of(table.seen_by_marleen(day(2)))[0]
    assert seen.done_for_them and not seen.done_for_me and not seen.is_done
    tick_item(item=item, seat=table.marleens_seat, now=day(3))
    assert items_of(table.seen_by_noor(day(3)))[0].is_done
    open_item(item=item, seat=table.marleens_seat, now=day(4))
    assert still_open(table.seen_by_noor(day(4)), items_of(table.seen_by_noor(day(4))))
    assert kinds(table).count("settlement_added") == 1 and kinds(table).count("settlement_done") == 2


def test_only_who_added_it_takes_it_off_and_not_what_the_other_ticked(table: Together) -> None:
    item = hours(table)
    with pytest.raises(NotAllowedError):
        drop_item(item=item, seat=table.marleens_seat, now=day(2))
    tick_item(item=item, seat=table.marleens_seat, now=day(2))
    with pytest.raises(NotAllowedError):
        drop_item(item=item, seat=table.noors_seat, now=day(2))
    open_item(item=item, seat=table.marleens_seat, now=day(2))
    drop_item(item=item, seat=table.noors_seat, now=day(3))
    assert items_of(table.seen_by_marleen(day(3))) == []
    with pytest.raises(NotAllowedError):
        tick_item(item=item, seat=table.marleens_seat, now=day(4))


def test_another_choice_about_data_opens_it_again_for_both(table: Together) -> None:
    item = add_item(seat=table.noors_seat, item=Item("data", "De adressenlijst"), now=day(1))
    choose_end_of_data(item=item, seat=table.marleens_seat, end="returned", on=None, words="", now=day(2))
    tick_item(item=item, seat=table.noors_seat, now=day(3))
    choose_end_of_data(item=item, seat=table.marleens_seat, end="returned", on=None, words="", now=day(3))
    assert items_of(table.seen_by_noor(day(3)))[0].done_for_me, "the same choice changes nothing"
    choose_end_of_data(
        item=item, seat=table.noors_seat, end="erased", on=date(2026, 2, 1), words="Ook de kopie.", now=day(4)
    )
    assert not items_of(table.seen_by_noor(day(4)))[0].done_for_me
    with pytest.raises(NotAllowedError):
        choose_end_of_data(item=hours(table), seat=table.noors_seat, end="erased", on=None, words="", now=day(4))


def test_the_logbook_offers_and_adds_nothing_by_itself(table: Together) -> None:
    sent = write_line(
        seat=table.noors_seat, kind="invoice_sent", now=day(1), about=table.noors_seat.party, data={"amount": "450"}
    )
    write_line(seat=table.noors_seat, kind="hours_unbilled", now=day(1), circle=Circle.PRIVATE, data={"hours": "6"})
    mine = offers_of(table.seen_by_noor(day(2)), [])
    assert [(one.kind, one.is_private) for one in mine] == [("invoice", False), ("hours", True)]
    assert [one.kind for one in offers_of(table.seen_by_marleen(day(2)), [])] == ["invoice"], "private stays private"
    assert not SettlementItem.objects.exists()
    add_item(seat=table.noors_seat, item=Item("invoice", "De rekening", "450", source=sent.public_id), now=day(2))
    again = items_of(table.seen_by_marleen(day(3)))
    assert offers_of(table.seen_by_marleen(day(3)), again) == []
    write_line(seat=table.marleens_seat, kind="invoice_paid", now=day(4), data={"amount": "450"})
    assert [one.kind for one in offers_of(table.seen_by_noor(day(5)), [])] == ["hours"], "paid is not offered"


def propose(seat: Seat, words: str = "Wij zijn klaar.", n: int = 1) -> ClosingStatement:
    return propose_statement(seat=seat, words=words, except_for=["De borg"], now=day(n))


def test_one_text_is_proposed_by_one_and_accepted_by_the_other(table: Together) -> None:
    first = propose(table.noors_seat)
    assert propose(table.noors_seat, n=2).pk == first.pk
    with pytest.raises(NotAllowedError):
        accept_statement(statement=first, seat=table.noors_seat, now=day(2))
    changed = propose(table.marleens_seat, "Wij zijn bijna klaar.", 3)
    with pytest.raises(NotAllowedError):
        accept_statement(statement=first, seat=table.marleens_seat, now=day(3))
    accept_statement(statement=changed, seat=table.noors_seat, now=day(4))
    accept_statement(statement=changed, seat=table.noors_seat, now=day(5))
    view = statement_of(table.seen_by_marleen(day(5)))
    assert view is not None and view.is_accepted and not view.waits_for_me
    assert kinds(table).count("statement_accepted") == 1
    assert propose(table.noors_seat, "Wij zijn bijna klaar.", 6).pk == changed.pk, "what both accepted stays"
    with pytest.raises(NotAllowedError):
        note_statement(statement=changed, seat=table.marleens_seat, now=day(6))


def test_alone_it_is_noted_as_not_confirmed() -> None:
    me = noor()
    seat = started(me).seats.get(person=me)
    statement = propose(seat)
    note_statement(statement=statement, seat=seat, now=day(2))
    view = statement_of(visit(me, seat.collaboration, now=day(3)))
    assert view is not None and view.is_noted and not view.is_accepted


def test_access_is_taken_back_by_one_and_confirmed_by_the_other(table: Together) -> None:
    write_line(
        seat=table.noors_seat, kind="access_one_person", now=day(0), about=table.noors_seat.party, note="De webwinkel"
    )
    offer = offered_accesses(table.seen_by_marleen(day(1)), [])[0]
    assert offer.text == "De webwinkel"
    access = add_access(seat=table.marleens_seat, text=offer.text, taker=None, source=offer.source, now=day(1))
    assert offered_accesses(table.seen_by_noor(day(1)), accesses_of(table.seen_by_noor(day(1)))) == []
    with pytest.raises(NotAllowedError):
        confirm_access(access=access, seat=table.noors_seat, now=day(1))
    take_access_back(access=access, seat=table.marleens_seat, now=day(2))
    take_access_back(access=access, seat=table.noors_seat, now=day(3))
    with pytest.raises(NotAllowedError):
        confirm_access(access=access, seat=table.marleens_seat, now=day(3))
    with pytest.raises(NotAllowedError):
        drop_access(access=access, seat=table.marleens_seat, now=day(3))
    confirm_access(access=access, seat=table.noors_seat, now=day(4))
    assert accesses_of(table.seen_by_marleen(day(4)))[0].is_confirmed
    assert kinds(table).count("access_back") == 1


def test_a_colleague_and_an_outsider_settle_nothing(table: Together) -> None:
    item = hours(table)
    reading = show_colleague(by=table.noors_seat, colleague=karin(colleague_of=table.noor), now=day(0))
    outsider = ruben()
    elsewhere = started(outsider).seats.get(person=outsider)
    for seat in (reading, elsewhere):
        with pytest.raises(NotAllowedError):
            tick_item(item=item, seat=seat, now=day(2))
        with pytest.raises(NotAllowedError):
            accept_statement(statement=propose(table.noors_seat), seat=seat, now=day(2))
    with pytest.raises(NotAllowedError):
        add_item(seat=reading, item=Item("hours", "Iets"), now=day(2))
    assert items_of(visit(outsider, elsewhere.collaboration)) == []
