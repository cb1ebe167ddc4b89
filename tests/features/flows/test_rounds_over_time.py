"""Rounds open when they are due, however often or seldom somebody looks."""

import pytest

from samenstroom.checkins import actions
from samenstroom.checkins.models import Round
from samenstroom.checkins.queries import rounds_of
from samenstroom.collaborations.models import HistoryLine
from samenstroom.flows.rounds import sweep_rounds
from samenstroom.mail.models import OutgoingMail
from tests.people import Together, agree_on_rhythm, answer, day, ruben, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(weeks=1)


def opened(table: Together) -> list[int]:
    """On which days, counted from day 0, a round opened."""
    rounds = Round.objects.filter(collaboration=table.collaboration).order_by("number")
    assert [one.number for one in rounds] == list(range(1, len(rounds) + 1))
    return [(one.opened_on - day(0).date()).days for one in rounds]


def test_nothing_opens_before_its_day(table: Together) -> None:
    assert [sweep_rounds(now=day(n)) for n in range(7)] == [0] * 7
    assert opened(table) == [0]


def test_a_round_opens_on_its_day_and_sweeping_again_changes_nothing(table: Together) -> None:
    assert [sweep_rounds(now=day(7, hour=hour)) for hour in (0, 1, 9, 22)] == [1, 0, 0, 0]
    assert opened(table) == [0, 7]
    first = Round.objects.get(number=1)
    assert (first.closed_at, first.revealed_at) == (day(7, hour=0), None)


def test_the_day_begins_at_midnight_in_amsterdam(table: Together) -> None:
    assert sweep_rounds(now=day(6, hour=22, minute=59)) == 0
    assert sweep_rounds(now=day(6, hour=23, minute=1)) == 1
    assert opened(table) == [0, 7]


def test_weeks_of_sweeps_keep_the_rhythm_also_over_the_change_to_summer_time(table: Together) -> None:
    for n in range(1, 100):
        sweep_rounds(now=day(n, hour=0, minute=5))
    assert opened(table) == list(range(0, 100, 7))


def test_after_a_long_gap_one_round_opens_and_the_rhythm_goes_on_from_there(table: Together) -> None:
    assert sweep_rounds(now=day(100)) == 1
    assert [sweep_rounds(now=day(n)) for n in (101, 106, 107)] == [0, 0, 1]
    assert opened(table) == [0, 100, 107]


def test_a_stopped_rhythm_opens_nothing(table: Together) -> None:
    rhythm = table.collaboration.rhythms.get()
    actions.stop_rhythm(rhythm=rhythm, seat=table.marleens_seat, now=day(3))
    assert sweep_rounds(now=day(30)) == 0
    (view,) = rounds_of(table.seen_by_noor(day(30)))
    assert view.is_open


def test_a_proposal_opens_nothing() -> None:
    table = together(with_rhythm=False)
    actions.propose_rhythm(seat=table.noors_seat, weeks=1, now=day(0))
    assert sweep_rounds(now=day(30)) == 0
    assert opened(table) == []


def test_a_slower_rhythm_counts_from_the_last_round(table: Together) -> None:
    agree_on_rhythm(table, weeks=4, now=day(2))
    assert [sweep_rounds(now=day(n)) for n in (7, 14, 27, 28)] == [0, 0, 0, 1]


def test_an_opened_round_closes_without_changing(table: Together) -> None:
    for seat in (table.noors_seat, table.marleens_seat):
        answer(table.round, seat, now=day(1))
    sweep_rounds(now=day(7))
    first = Round.objects.get(number=1)
    assert (first.revealed_at, first.closed_at) == (day(1), day(7))
    assert rounds_of(table.seen_by_noor(day(8)))[1].is_revealed


def test_a_round_never_opens_by_the_clock(table: Together) -> None:
    answer(table.round, table.marleens_seat)
    for n in range(1, 60):
        sweep_rounds(now=day(n))
    assert not Round.objects.exclude(revealed_at=None).exists()
    assert all(view.theirs is None for view in rounds_of(table.seen_by_noor(day(60))))
    assert not HistoryLine.objects.filter(kind="round_opened").exists()


def test_every_table_has_its_own_rhythm(table: Together) -> None:
    other = together(by=ruben(), weeks=2, now=day(3))
    assert [sweep_rounds(now=day(n)) for n in (7, 14, 17, 21)] == [1, 1, 1, 1]
    assert opened(table) == [0, 7, 14, 21]
    assert opened(other) == [3, 17]


def test_without_mail_nothing_is_put_in_the_outbox(table: Together) -> None:
    sweep_rounds(now=day(10))
    assert not OutgoingMail.objects.exists()


def test_each_letter_leaves_once_and_never_at_night(table: Together, settings) -> None:
    settings.MAIL_MODE = "preview"
    for n in range(7):
        for hour in (0, 9, 21):
            sweep_rounds(now=day(n, hour=hour))
    letters = list(OutgoingMail.objects.order_by("queued_at").values_list("kind", "to_email", "not_before"))
    assert [(kind, to) for kind, to, _ in letters] == [
        ("checkin_invitation", "noor@voorbeeld.nl"),
        ("checkin_reminder", "noor@voorbeeld.nl"),
    ], "Marleen gave no address"
    assert all(7 <= moment.hour <= 17 and moment.weekday() < 5 for _, _, moment in letters)


def test_who_sent_is_not_reminded(table: Together, settings) -> None:
    settings.MAIL_MODE = "preview"
    answer(table.round, table.noors_seat)
    for n in range(6):
        sweep_rounds(now=day(n))
    assert not OutgoingMail.objects.exists()
