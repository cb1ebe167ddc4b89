"""A rhythm is proposed by one and accepted by the other; then rounds open and close over time."""

import pytest

from samenstroom.checkins import actions
from samenstroom.checkins.models import Rhythm, Round
from samenstroom.checkins.queries import rhythm_by_id, rhythm_of, round_on, rounds_of
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import HistoryLine
from samenstroom.kit import clock
from tests.people import Together, agree_on_rhythm, day, ruben, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def last_kind(table: Together) -> str:
    return HistoryLine.objects.filter(collaboration=table.collaboration).order_by("-pk")[0].kind


def test_a_proposal_lies_on_the_table_for_the_other(table: Together) -> None:
    rhythm = actions.propose_rhythm(seat=table.noors_seat, weeks=2, now=day(1))
    assert (rhythm_of(table.seen_by_noor()).proposed, rhythm_of(table.seen_by_noor()).proposed_by_me) == (rhythm, True)
    hers = rhythm_of(table.seen_by_marleen())
    assert (hers.proposed, hers.proposed_by_me, hers.running) == (rhythm, False, None)
    assert not Round.objects.exists()
    assert last_kind(table) == "rhythm_proposed"


def test_a_yes_opens_the_first_round_at_once(table: Together) -> None:
    rhythm = actions.propose_rhythm(seat=table.marleens_seat, weeks=1, now=day(1))
    actions.accept_rhythm(rhythm=rhythm, seat=table.noors_seat, now=day(3))
    seen = rhythm_of(table.seen_by_marleen())
    assert (seen.running.weeks, seen.proposed) == (1, None)
    assert (table.round.number, table.round.opened_on) == (1, day(3).date())
    assert last_kind(table) == "rhythm_accepted"


def test_a_new_proposal_replaces_the_open_one(table: Together) -> None:
    first = actions.propose_rhythm(seat=table.noors_seat, weeks=1, now=day(1))
    second = actions.propose_rhythm(seat=table.marleens_seat, weeks=4, now=day(2))
    assert rhythm_of(table.seen_by_noor()).proposed == second
    with pytest.raises(NotAllowedError):
        actions.accept_rhythm(rhythm=first, seat=table.marleens_seat, now=day(3))


def test_nobody_says_yes_for_the_other(table: Together) -> None:
    rhythm = actions.propose_rhythm(seat=table.noors_seat, weeks=1, now=day(1))
    outsider = ruben()
    elsewhere = seat_of(outsider, started(outsider))
    for seat in (table.noors_seat, elsewhere):
        with pytest.raises(NotAllowedError):
            actions.accept_rhythm(rhythm=rhythm, seat=seat, now=day(1))
    with pytest.raises(NotAllowedError):
        actions.stop_rhythm(rhythm=rhythm, seat=elsewhere, now=day(1))
    assert rhythm_by_id(visit(outsider, elsewhere.collaboration), rhythm.public_id) is None


def test_a_rhythm_is_one_two_or_four_weeks(table: Together) -> None:
    """One row with another number would stop the rounds of everybody."""
    with pytest.raises(ValueError, match="a rhythm is one of"):
        actions.propose_rhythm(seat=table.noors_seat, weeks=3, now=day(1))
    assert not Rhythm.objects.exists()


def test_a_yes_counts_once(table: Together) -> None:
    rhythm = agree_on_rhythm(table)
    with pytest.raises(NotAllowedError):
        actions.accept_rhythm(rhythm=rhythm, seat=table.marleens_seat, now=day(1))


def test_an_accepted_proposal_ends_the_rhythm_before_it_and_leaves_the_open_round(table: Together) -> None:
    first = agree_on_rhythm(table, weeks=1)
    agree_on_rhythm(table, weeks=4, now=day(2))
    first.refresh_from_db()
    assert first.ended_at == day(2)
    assert rhythm_of(table.seen_by_noor()).running.weeks == 4
    assert Round.objects.count() == 1


def test_either_side_stops_it_and_the_open_round_stays_open(table: Together) -> None:
    rhythm = agree_on_rhythm(table)
    actions.stop_rhythm(rhythm=rhythm, seat=table.marleens_seat, now=day(1))
    actions.stop_rhythm(rhythm=rhythm, seat=table.noors_seat, now=day(2))
    assert rhythm_of(table.seen_by_noor()).running is None
    assert HistoryLine.objects.filter(kind="rhythm_stopped").count() == 1
    (view,) = rounds_of(table.seen_by_noor())
    assert view.is_open


def test_a_proposal_can_be_turned_down(table: Together) -> None:
    rhythm = actions.propose_rhythm(seat=table.noors_seat, weeks=1, now=day(1))
    actions.stop_rhythm(rhythm=rhythm, seat=table.marleens_seat, now=day(2))
    assert rhythm_of(table.seen_by_noor()).proposed is None


def test_opening_twice_on_a_day_gives_the_same_round(table: Together) -> None:
    first = actions.open_round(collaboration=table.collaboration, now=day(1, hour=8))
    assert actions.open_round(collaboration=table.collaboration, now=day(1, hour=20)) == first
    second = actions.open_round(collaboration=table.collaboration, now=day(2))
    first.refresh_from_db()
    assert (second.number, first.closed_at) == (2, day(2))


def test_a_round_opens_on_the_day_in_amsterdam(table: Together) -> None:
    late = day(1, hour=23, minute=30)
    assert actions.open_round(collaboration=table.collaboration, now=late).opened_on == clock.day_of(late)
    assert clock.day_of(late) == day(2).date()


def test_rounds_are_found_at_their_own_table_only(table: Together) -> None:
    agree_on_rhythm(table)
    outsider = ruben()
    elsewhere = visit(outsider, started(outsider))
    assert round_on(table.seen_by_noor(), day(0).date()).round == table.round
    assert round_on(elsewhere, day(0).date()) is None
    assert rounds_of(elsewhere) == []
