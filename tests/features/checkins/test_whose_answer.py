"""Whose answer it is: remarks the writer keeps or shares, colleagues who read along, and seats that change hands."""

import pytest

from samenstroom.accounts.models import Person
from samenstroom.checkins import actions
from samenstroom.checkins.actions import AlreadySentError
from samenstroom.checkins.models import Answer
from samenstroom.checkins.queries import RoundView, answers_readable_by, rounds_by_table, rounds_of
from samenstroom.collaborations.actions import NotAllowedError, fresh_seat, make_link, show_colleague, stand_up
from samenstroom.collaborations.models import HistoryLine
from samenstroom.flows.claiming import claim_by_code
from tests.people import Together, answer, day, karin, marleen_at, ruben, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together()


def noors_view(table: Together) -> RoundView:
    return rounds_of(table.seen_by_noor(day(1)))[0]


def marleens_view(table: Together) -> RoundView:
    return rounds_of(table.seen_by_marleen(day(1)))[0]


@pytest.mark.parametrize(("choice", "is_read"), [("now", True), ("talk", False), ("mine", False), ("", False)])
def test_the_writer_chooses_what_happens_with_her_remark(table: Together, choice: str, is_read: bool) -> None:
    answer(table.round, table.noors_seat, remark="Ik wil minder uren.", remark_choice=choice, appreciation="Dank je.")
    answer(table.round, table.marleens_seat)
    hers, other = noors_view(table).mine, marleens_view(table).theirs
    assert (hers.remark, hers.remark_choice) == ("Ik wil minder uren.", choice)
    assert other.remark == ("Ik wil minder uren." if is_read else "")
    assert other.remark_choice == "", "also the choice itself is hers"
    assert other.appreciation == "Dank je."


def test_a_kept_remark_is_shared_later_by_her_own_act(table: Together) -> None:
    mine = answer(table.round, table.noors_seat, remark="Toch dit.", remark_choice="mine")
    with pytest.raises(NotAllowedError):
        actions.share_remark(answer=mine, person=table.noor, now=day(1))
    answer(table.round, table.marleens_seat)
    mine = Answer.objects.select_related("round").get(pk=mine.pk)
    with pytest.raises(NotAllowedError):
        actions.share_remark(answer=mine, person=table.marleen, now=day(1))
    actions.share_remark(answer=mine, person=table.noor, now=day(1))
    assert marleens_view(table).theirs.remark == "Toch dit."
    line = HistoryLine.objects.get(kind="remark_shared")
    assert (line.author, line.note, line.data) == (table.noor, "", {"number": 1})


def test_there_is_nothing_to_share_without_a_remark_or_after_sharing_it(table: Together) -> None:
    for seat, words in ((table.noors_seat, {}), (table.marleens_seat, {"remark": "Hoi", "remark_choice": "now"})):
        answer(table.round, seat, **words)
    silent, shared = Answer.objects.select_related("round").order_by("pk")
    with pytest.raises(NotAllowedError):
        actions.share_remark(answer=silent, person=table.noor, now=day(1))
    actions.share_remark(answer=shared, person=table.marleen, now=day(1))
    assert not HistoryLine.objects.filter(kind="remark_shared").exists()


def test_a_colleague_reads_neither_draft_nor_answer_before_it_opens(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    seat = show_colleague(by=table.noors_seat, colleague=colleague, now=day(0))
    look = visit(colleague, table.collaboration, now=day(1))
    for send in (False, True):
        answer(table.round, table.noors_seat, send=send, every=1, remark="Geheim", remark_choice="talk")
        assert rounds_of(look)[0].mine is None
        assert not answers_readable_by(colleague).exists()
    with pytest.raises(NotAllowedError):
        actions.draft_answer(round_=table.round, seat=seat, party=seat.party)
    answer(table.round, table.marleens_seat)
    opened = rounds_of(look)[0]
    assert (opened.mine.name, opened.mine.values["flow"], opened.mine.remark) == ("Noor", 1, "")


def test_a_round_of_another_table_and_a_party_of_another_side_are_refused(table: Together) -> None:
    outsider = ruben()
    elsewhere = seat_of(outsider, started(outsider))
    with pytest.raises(NotAllowedError):
        actions.draft_answer(round_=table.round, seat=elsewhere, party=elsewhere.party)
    with pytest.raises(NotAllowedError):
        actions.draft_answer(round_=table.round, seat=table.noors_seat, party=table.marleens_seat.party)


def test_a_fresh_seat_never_takes_over_what_was_sent(table: Together) -> None:
    sent = answer(table.round, table.marleens_seat, every=1)
    someone = sits_down_afresh(table)
    seat = seat_of(someone, table.collaboration)
    with pytest.raises(AlreadySentError):
        actions.draft_answer(round_=table.round, seat=seat, party=seat.party)
    answer(table.round, table.noors_seat)
    assert Answer.objects.get(pk=sent.pk).person == table.marleen


def test_a_draft_of_who_left_goes_away_unread(table: Together) -> None:
    left = answer(table.round, table.marleens_seat, send=False, every=1, remark="Niet voor jou.", remark_choice="now")
    stand_up(seat=table.marleens_seat, now=day(1))
    newcomer = marleen_at(table.collaboration, now=day(2), code="andere code")
    assert rounds_of(visit(newcomer, table.collaboration))[0].mine is None
    mine = answer(table.round, seat_of(newcomer, table.collaboration), every=5)
    assert (mine.remark, mine.values["flow"], mine.person) == ("", 5, newcomer)
    assert not Answer.objects.filter(person=table.marleen).exists()
    with pytest.raises(AlreadySentError):
        actions.save_values(answer=left, values={"flow": 1})


def sits_down_afresh(table: Together) -> Person:
    seat = fresh_seat(by=table.noors_seat, other=table.marleens_seat, now=day(1))
    link = make_link(by=table.noors_seat, other=seat, channel="copy", now=day(1)).link
    return claim_by_code(link=link, code="nieuwe code", language="nl", now=day(1))


def test_pages_over_many_tables_hold_the_steps_and_not_a_word(table: Together) -> None:
    answer(table.round, table.noors_seat, remark="Hier niet.", remark_choice="now", appreciation="Hier ook niet.")
    answer(table.round, table.marleens_seat, guess=2, appreciation="Niet.")
    look = table.seen_by_marleen(day(1))
    (view,) = rounds_by_table(table.marleen, [look])[table.collaboration.pk]
    assert view.theirs.values == marleens_view(table).theirs.values
    assert (view.theirs.remark, view.theirs.appreciation, view.mine.appreciation, view.mine.guess) == ("", "", "", None)


def test_both_ways_of_fetching_agree_on_who_sees_what(table: Together) -> None:
    answer(table.round, table.noors_seat)
    for look in (table.seen_by_noor(day(1)), table.seen_by_marleen(day(1))):
        (one,), (many,) = rounds_of(look), rounds_by_table(look.person, [look])[table.collaboration.pk]
        assert (one.mine is None, one.theirs is None) == (many.mine is None, many.theirs is None)
        assert (one.my_sent_on, one.their_sent_on) == (many.my_sent_on, many.their_sent_on)
