"""Another last day, closing, what stays possible after it, and how it was for each."""

from datetime import date

import pytest

from samenstroom.checkins.models import Round
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import Collaboration, HistoryLine
from samenstroom.exchanges.actions import AlreadySentError
from samenstroom.farewell.actions.closing import close_ending, keep_closing_answers, send_closing_answers
from samenstroom.farewell.actions.endings import announce_ending, confirm_ending, withdraw_ending
from samenstroom.farewell.actions.keeping import agree_term, propose_term
from samenstroom.farewell.actions.last_days import agree_last_day, propose_last_day
from samenstroom.farewell.actions.settlement import Item, add_item
from samenstroom.farewell.actions.statements import accept_statement, propose_statement
from samenstroom.farewell.actions.tables import ClosedError
from samenstroom.farewell.actions.testimonials import (
    ask_testimonial,
    decline_testimonial,
    draft_testimonial,
    release_testimonial,
    withdraw_testimonial,
)
from samenstroom.farewell.actions.thanks import draft_thanks, share_thanks
from samenstroom.farewell.models import Ending
from samenstroom.farewell.queries.closing import closing_of
from samenstroom.farewell.queries.endings import ending_of
from samenstroom.farewell.queries.partings import parting_of, term_of
from samenstroom.farewell.queries.thanks import both_testimonials, thanks_of
from samenstroom.flows.rounds import sweep_rounds
from tests.people import Together, day, noor, started, together, visit

pytestmark = pytest.mark.django_db
LAST = date(2026, 1, 20)


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def announced(table: Together) -> Ending:
    return announce_ending(seat=table.noors_seat, how="one_side", last_on=LAST, words="Dank je.", now=day(1))


def kinds(table: Together) -> list[str]:
    lines = HistoryLine.objects.filter(collaboration=table.collaboration).order_by("pk")
    return list(lines.values_list("kind", flat=True))


def test_another_last_day_goes_back_and_forth_until_one_says_yes(table: Together) -> None:
    ending = announced(table)
    first = propose_last_day(
        ending=ending, seat=table.marleens_seat, last_on=date(2026, 2, 1), words="Meer tijd.", now=day(2)
    )
    assert parting_of(table.seen_by_noor(day(2))).day_waits and not parting_of(table.seen_by_marleen(day(2))).end_waits
    with pytest.raises(NotAllowedError):
        agree_last_day(day=first, seat=table.marleens_seat, now=day(2))
    second = propose_last_day(ending=ending, seat=table.noors_seat, last_on=date(2026, 1, 27), words="", now=day(3))
    with pytest.raises(NotAllowedError):
        agree_last_day(day=first, seat=table.noors_seat, now=day(3))
    agree_last_day(day=second, seat=table.marleens_seat, now=day(4))
    agree_last_day(day=second, seat=table.marleens_seat, now=day(5))
    view = ending_of(table.seen_by_noor(day(5)))
    assert view is not None and view.ending.last_on == date(2026, 1, 27) and view.confirmed_on == date(2026, 1, 9)
    assert kinds(table).count("last_day_proposed") == 2 and kinds(table).count("last_day_agreed") == 1


def test_confirming_after_all_takes_her_wish_for_another_day_off_the_table(table: Together) -> None:
    ending = announced(table)
    wish = propose_last_day(ending=ending, seat=table.marleens_seat, last_on=date(2026, 2, 1), words="", now=day(2))
    confirm_ending(ending=ending, seat=table.marleens_seat, now=day(3))
    assert parting_of(table.seen_by_noor(day(3))).day is None
    with pytest.raises(NotAllowedError):
        agree_last_day(day=wish, seat=table.noors_seat, now=day(4))


def test_it_closes_after_the_last_day_once_and_either_may_do_it(table: Together) -> None:
    ending = announced(table)
    confirm_ending(ending=ending, seat=table.marleens_seat, now=day(2))
    with pytest.raises(NotAllowedError):
        close_ending(ending=ending, seat=table.marleens_seat, still_open=[], now=day(15))
    close_ending(ending=ending, seat=table.marleens_seat, still_open=["Afrekenen: de borg"], now=day(16))
    close_ending(ending=ending, seat=table.noors_seat, still_open=[], now=day(16))
    assert kinds(table).count("end_closed") == 1
    assert HistoryLine.objects.get(kind="end_closed").note == "Afrekenen: de borg"
    assert Collaboration.objects.get(pk=table.collaboration.pk).stage == "learn"
    with pytest.raises(NotAllowedError):
        withdraw_ending(ending=ending, seat=table.noors_seat, now=day(17))


def test_without_an_answer_it_closes_after_fourteen_days(table: Together) -> None:
    ending = announce_ending(seat=table.noors_seat, how="faded", last_on=None, words="", now=day(1))
    with pytest.raises(NotAllowedError):
        close_ending(ending=ending, seat=table.noors_seat, still_open=[], now=day(14))
    close_ending(ending=ending, seat=table.noors_seat, still_open=[], now=day(15))
    with pytest.raises(NotAllowedError):
        confirm_ending(ending=ending, seat=table.marleens_seat, now=day(16))


def test_alone_it_closes_after_the_last_day() -> None:
    me = noor()
    seat = started(me).seats.get(person=me)
    ending = announce_ending(seat=seat, how="runs_out", last_on=LAST, words="", now=day(1))
    close_ending(ending=ending, seat=seat, still_open=[], now=day(16))
    found = closing_of(visit(me, seat.collaboration, now=day(17)))
    assert found is not None and found.how == "finished" and found.ended_badly is None


def closed(table: Together) -> None:
    ending = announced(table)
    confirm_ending(ending=ending, seat=table.marleens_seat, now=day(2))
    statement = propose_statement(seat=table.noors_seat, words="Klaar.", except_for=[], now=day(2))
    accept_statement(statement=statement, seat=table.marleens_seat, now=day(3))
    close_ending(ending=ending, seat=table.noors_seat, still_open=[], now=day(16))


def test_after_closing_nothing_new_lies_on_the_table_but_thanks_stay_possible(table: Together) -> None:
    closed(table)
    with pytest.raises(ClosedError):
        add_item(seat=table.noors_seat, item=Item("hours", "Toch nog"), now=day(17))
    share_thanks(seat=table.marleens_seat, words="Dank je wel.", now=day(17))
    ask_testimonial(seat=table.noors_seat, now=day(17))
    term = propose_term(seat=table.noors_seat, until=date(2030, 1, 1), now=day(17))
    with pytest.raises(NotAllowedError):
        agree_term(term=term, seat=table.noors_seat, now=day(17))
    agree_term(term=term, seat=table.marleens_seat, now=day(18))
    agreed = term_of(table.seen_by_noor(day(18))).agreed
    assert agreed is not None and agreed.until == date(2030, 1, 1)


def test_a_closed_table_gets_no_rounds_whatever_its_stage_says() -> None:
    table = together()
    before = Round.objects.count()
    ending = announced(table)
    confirm_ending(ending=ending, seat=table.marleens_seat, now=day(2))
    close_ending(ending=ending, seat=table.noors_seat, still_open=[], now=day(16))
    Collaboration.objects.filter(pk=table.collaboration.pk).update(stage="work")
    for n in range(20, 29):
        sweep_rounds(now=day(n))
    assert Round.objects.count() == before


def test_a_note_is_hers_until_she_shares_it(table: Together) -> None:
    draft_thanks(visit=table.seen_by_noor(day(1)), draft="Nog niet af")
    assert thanks_of(table.seen_by_marleen(day(1))).theirs == ""
    share_thanks(seat=table.noors_seat, words="Dank je.", now=day(2))
    share_thanks(seat=table.noors_seat, words="Dank je.", now=day(3))
    with pytest.raises(NotAllowedError):
        share_thanks(seat=table.noors_seat, words="Iets anders", now=day(3))
    assert thanks_of(table.seen_by_marleen(day(3))).theirs == "Dank je."
    assert kinds(table).count("thanks_shared") == 1


def test_a_testimonial_is_asked_only_after_the_settlement_and_can_be_taken_back(table: Together) -> None:
    with pytest.raises(NotAllowedError):
        ask_testimonial(seat=table.noors_seat, now=day(1))
    closed(table)
    ask_testimonial(seat=table.noors_seat, now=day(17))
    ask_testimonial(seat=table.noors_seat, now=day(17))
    decline_testimonial(seat=table.marleens_seat, now=day(18))
    assert both_testimonials(table.seen_by_noor(day(18))).theirs.is_declined
    draft_testimonial(visit=table.seen_by_marleen(day(19)), draft="Ze ziet alles.")
    assert both_testimonials(table.seen_by_noor(day(19))).theirs.words == ""
    release_testimonial(
        seat=table.marleens_seat, words="Ze ziet alles.", is_public=True, with_name=False, now=day(20)
    )  # fmt: skip
    assert both_testimonials(table.seen_by_noor(day(20))).theirs.words == "Ze ziet alles."
    withdraw_testimonial(seat=table.marleens_seat, now=day(21))
    assert both_testimonials(table.seen_by_noor(day(21))).theirs.words == ""
    assert kinds(table).count("testimonial_asked") == 1 and kinds(table).count("testimonial_withdrawn") == 1


def test_how_it_was_opens_only_when_both_have_sent(table: Together) -> None:
    with pytest.raises(NotAllowedError):
        keep_closing_answers(seat=table.noors_seat, answers={}, now=day(1))
    announced(table)
    said = {"planned": "no", "conflict": "no", "kept": "no", "would_again": "no"}
    mine = keep_closing_answers(seat=table.noors_seat, answers=said, now=day(2))
    assert send_closing_answers(answer=mine, now=day(2)) is False
    me, other = table.noors_seat.party.pk, table.marleens_seat.party.pk
    hers = closing_of(table.seen_by_marleen(day(3)))
    assert hers is not None and hers.would_again == {me: None, other: None} and hers.ended_badly is None
    assert hers.how == "ended_by_other"
    theirs = keep_closing_answers(seat=table.marleens_seat, answers={"would_again": "yes"}, now=day(4))
    assert send_closing_answers(answer=theirs, now=day(4)) is True
    found = closing_of(table.seen_by_noor(day(5)))
    assert found is not None and found.would_again == {me: "no", other: "yes"} and found.ended_badly is True
    assert found.how == "ended_by_self" and kinds(table).count("closing_opened") == 1
    with pytest.raises((NotAllowedError, AlreadySentError)):
        keep_closing_answers(seat=table.noors_seat, answers={}, now=day(6))
