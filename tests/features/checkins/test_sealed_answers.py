"""Sealed until both have sent: what can be read, changed and freed, and by whom."""

import pytest

from samenstroom.checkins import actions
from samenstroom.checkins.actions import AlreadySentError
from samenstroom.checkins.models import Answer, Round
from samenstroom.checkins.queries import RoundView, answers_readable_by, rounds_of
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import HistoryLine
from samenstroom.rules.dimensions import ITEMS
from tests.people import Together, answer, day, ruben, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together()


def noors_view(table: Together) -> RoundView:
    return rounds_of(table.seen_by_noor(day(1)))[0]


def marleens_view(table: Together) -> RoundView:
    return rounds_of(table.seen_by_marleen(day(1)))[0]


def draft(table: Together) -> Answer:
    """What Noor is writing, as a page fetches it."""
    seat = table.noors_seat
    return actions.draft_answer(round_=table.round, seat=seat, party=seat.party)


def closed_with_one(table: Together) -> Answer:
    """Round 1 closed while only Marleen had answered."""
    alone = answer(table.round, table.marleens_seat, every=2, remark="Ik twijfel.", remark_choice="now")
    actions.open_round(collaboration=table.collaboration, now=day(7))
    return Answer.objects.get(pk=alone.pk)


def test_looking_at_the_first_step_keeps_nothing(table: Together) -> None:
    draft(table)
    assert not Answer.objects.exists()


def test_each_step_is_kept_and_the_others_stay(table: Together) -> None:
    actions.save_values(answer=draft(table), values={"flow": 3})
    actions.save_values(answer=draft(table), values={"trust": 2, "money": None})
    actions.save_guess(answer=draft(table), guess=5)
    actions.save_words(answer=draft(table), appreciation="Dank", remark="Iets", remark_choice="talk")
    kept = Answer.objects.get()
    assert kept.values == {"flow": 3, "trust": 2, "money": None}
    assert (kept.guess, kept.appreciation, kept.remark, kept.remark_choice) == (5, "Dank", "Iets", "talk")
    assert kept.sent_at is None


def test_nobody_else_can_tell_that_she_is_writing(table: Together) -> None:
    before = marleens_view(table)
    answer(table.round, table.noors_seat, send=False, every=1)
    assert marleens_view(table) == before
    assert noors_view(table).mine.values == dict.fromkeys(ITEMS, 1)


def test_that_she_sent_is_public_and_how_she_answered_is_not(table: Together) -> None:
    answer(table.round, table.noors_seat, every=1, remark="Slecht", remark_choice="now")
    seen = marleens_view(table)
    assert (seen.they_sent, seen.theirs, seen.is_revealed) == (True, None, False)
    assert seen.their_sent_on == day(0).date()
    assert not answers_readable_by(table.marleen).exists()


def test_the_other_sees_the_same_whatever_she_answers_and_changes(table: Together) -> None:
    answer(table.round, table.noors_seat, every=5)
    before = marleens_view(table)
    actions.save_values(answer=draft(table), values=dict.fromkeys(ITEMS, 1))
    actions.save_words(answer=draft(table), appreciation="", remark="Ik stop ermee.", remark_choice="now")
    actions.send_answer(answer=draft(table), now=day(3))
    assert marleens_view(table) == before
    assert noors_view(table).mine.values["flow"] == 1


@pytest.mark.parametrize("first", ["noor", "marleen"])
def test_both_open_at_the_same_moment_whoever_sends_last(table: Together, first: str) -> None:
    seats = [table.noors_seat, table.marleens_seat]
    early, late = seats if first == "noor" else seats[::-1]
    answer(table.round, early, now=day(0, hour=12), every=2)
    answer(table.round, late, now=day(1, hour=8), every=4)
    for view in (noors_view(table), marleens_view(table)):
        assert view.is_revealed
        assert view.round.revealed_at == day(1, hour=8)
        assert {view.mine.values["flow"], view.theirs.values["flow"]} == {2, 4}
    line = HistoryLine.objects.get(kind="round_opened")
    assert (line.author, line.seat, line.data, line.recorded_at) == (None, None, {"number": 1}, day(1, hour=8))


def test_what_she_sent_changes_until_it_opens(table: Together) -> None:
    answer(table.round, table.noors_seat, every=5)
    actions.save_values(answer=draft(table), values={"flow": 2})
    assert Answer.objects.get().sent_at == day(0, hour=12), "it stays sent"
    answer(table.round, table.marleens_seat)
    assert marleens_view(table).theirs.values["flow"] == 2


def test_nothing_changes_after_it_opened(table: Together) -> None:
    mine = answer(table.round, table.noors_seat, every=5)
    answer(table.round, table.marleens_seat)
    seat = table.noors_seat
    with pytest.raises(NotAllowedError):
        actions.draft_answer(round_=table.round, seat=seat, party=seat.party)
    for change in (
        lambda: actions.save_values(answer=mine, values={"flow": 1}),
        lambda: actions.save_guess(answer=mine, guess=1),
        lambda: actions.save_words(answer=mine, appreciation="x", remark="x", remark_choice="now"),
        lambda: actions.send_answer(answer=mine, now=day(2)),
    ):
        with pytest.raises(AlreadySentError):
            change()
    assert marleens_view(table).theirs.values["flow"] == 5
    assert HistoryLine.objects.filter(kind="round_opened").count() == 1


def test_sending_again_before_it_opens_changes_nothing(table: Together) -> None:
    mine = answer(table.round, table.noors_seat)
    assert actions.send_answer(answer=mine, now=day(2)) is False
    assert Answer.objects.get().sent_at == day(0, hour=12)


def test_a_page_that_was_open_in_another_tab_does_not_take_a_sent_answer_back(table: Together) -> None:
    answer(table.round, table.noors_seat, send=False, every=3)
    old_tab = draft(table)
    actions.send_answer(answer=draft(table), now=day(0, hour=12))
    actions.save_values(answer=old_tab, values={"flow": 5})
    kept = Answer.objects.get()
    assert (kept.sent_at, kept.values["flow"], kept.values["trust"]) == (day(0, hour=12), 5, 3)


def test_a_first_step_that_is_sent_twice_is_kept_once(table: Together) -> None:
    first_tap, second_tap = draft(table), draft(table)
    actions.save_values(answer=first_tap, values={"flow": 4, "trust": 2})
    actions.save_values(answer=second_tap, values={"flow": 4})
    assert Answer.objects.get().values == {"flow": 4, "trust": 2}


def test_a_round_that_closed_with_one_answer_stays_sealed(table: Together) -> None:
    closed_with_one(table)
    view = rounds_of(table.seen_by_noor(day(8)))[1]
    assert (view.is_revealed, view.is_open, view.theirs, view.they_sent) == (False, False, None, True)
    assert not answers_readable_by(table.noor).exists()


def test_a_draft_that_comes_too_late_does_not_open_what_the_other_sealed(table: Together) -> None:
    """Noor was halfway when the next round opened. If she could still send, Marleen's answer would open with it."""
    answer(table.round, table.noors_seat, send=False)
    stale = draft(table)
    closed = closed_with_one(table)
    first = Round.objects.get(number=1)
    seat = table.noors_seat
    with pytest.raises(NotAllowedError):
        actions.draft_answer(round_=first, seat=seat, party=seat.party)
    for attempt in (
        lambda: actions.save_values(answer=stale, values={"flow": 1}),
        lambda: actions.send_answer(answer=stale, now=day(8)),
    ):
        with pytest.raises(AlreadySentError):
            attempt()
    first.refresh_from_db()
    assert first.revealed_at is None
    assert closed not in answers_readable_by(table.noor)


def test_who_sent_alone_cannot_change_it_after_the_round_closed(table: Together) -> None:
    closed = closed_with_one(table)
    with pytest.raises(AlreadySentError):
        actions.save_values(answer=closed, values={"flow": 5})


def test_only_its_author_frees_it_and_then_the_other_reads_it(table: Together) -> None:
    closed = closed_with_one(table)
    with pytest.raises(NotAllowedError):
        actions.free_answer(answer=closed, person=table.noor, now=day(8))
    actions.free_answer(answer=closed, person=table.marleen, now=day(8))
    actions.free_answer(answer=closed, person=table.marleen, now=day(9))
    view = rounds_of(table.seen_by_noor(day(9)))[1]
    assert (view.theirs.values["flow"], view.theirs.remark, view.theirs.is_freed) == (2, "Ik twijfel.", True)
    assert not view.is_revealed
    assert HistoryLine.objects.filter(kind="answer_freed", author=table.marleen).count() == 1
    assert Answer.objects.get(pk=closed.pk).freed_at == day(8)
    assert not answers_readable_by(ruben()).exists()


def test_an_answer_is_not_freed_while_the_round_is_open_or_unsent_or_after_it_opened(table: Together) -> None:
    waiting = answer(table.round, table.marleens_seat)
    with pytest.raises(NotAllowedError):
        actions.free_answer(answer=waiting, person=table.marleen, now=day(1))
    answer(table.round, table.noors_seat)
    actions.open_round(collaboration=table.collaboration, now=day(7))
    with pytest.raises(NotAllowedError):
        actions.free_answer(answer=Answer.objects.get(pk=waiting.pk), person=table.marleen, now=day(8))
    unsent = answer(table.round, table.marleens_seat, send=False)
    actions.open_round(collaboration=table.collaboration, now=day(14))
    with pytest.raises(NotAllowedError):
        actions.free_answer(answer=Answer.objects.get(pk=unsent.pk), person=table.marleen, now=day(15))


def test_what_someone_may_do_with_a_round_follows_from_it(table: Together) -> None:
    assert noors_view(table).waits_for_me
    closed_with_one(table)
    newest, first = rounds_of(table.seen_by_marleen(day(8)))
    assert first.can_free
    assert not newest.can_free
    assert not rounds_of(table.seen_by_noor(day(8)))[1].can_free
