"""A blind proposal, looked at as somebody who wants to find out the limit of the other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from samenstroom.adjusting.actions.blind import answer_middle, send_limit, start_blind, stop_blind
from samenstroom.adjusting.models import BlindLimit, BlindRound, Conflict
from samenstroom.adjusting.queries.blind import BlindView, limits_readable_by
from samenstroom.adjusting.wording.ladders import blind_line
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import HistoryLine
from samenstroom.rules.blind import MOST_ROUNDS, middle_of
from tests.features.adjusting.conflict_steps import limits, lines_of, opened, seen
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


@pytest.fixture
def conflict(table: Together) -> Conflict:
    return opened(table, dimension="money")


def blind(table: Together, conflict: Conflict, *, by_noor: bool) -> BlindView:
    found = seen(table, conflict, by_noor=by_noor, n=4).blind
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("least", "most", "middle"),
    [
        ("800", "1000", "900"),
        ("800", "800", "800"),
        ("800.01", "800", None),
        ("0", "0.01", "0"),
        ("0.01", "0.02", "0.02"),
    ],
)
def test_the_middle_in_whole_cents(least: str, most: str, middle: str | None) -> None:
    found = middle_of(least=Decimal(least), most=Decimal(most))
    assert found == (Decimal(middle) if middle else None)


def test_nothing_is_compared_until_both_sent_and_a_change_before_that_leaves_no_trace(
    table: Together, conflict: Conflict
) -> None:
    limits(table, conflict, "900", None)
    before = lines_of(table.collaboration), BlindLimit.objects.get().sent_at
    send_limit(conflict=conflict, seat=table.noors_seat, amount=Decimal("850"), now=day(4))
    assert (lines_of(table.collaboration), BlindLimit.objects.get().sent_at) == before
    theirs = blind(table, conflict, by_noor=False)
    assert theirs.they_sent and theirs.waits_for_me and theirs.mine is None and theirs.compared == 0
    assert blind(table, conflict, by_noor=True).mine == Decimal("850")


def test_without_an_overlap_both_learn_only_that(table: Together, conflict: Conflict) -> None:
    round_ = limits(table, conflict, "900", "500")
    assert round_.compared_at and not round_.middle
    for by_noor in (True, False):
        found = blind(table, conflict, by_noor=by_noor)
        assert (found.middle, found.mine, found.left) == (None, None, MOST_ROUNDS - 1)
    assert lines_of(table.collaboration)[-1] == "blind_compared"
    assert not any(one.data or one.note for one in HistoryLine.objects.filter(kind__startswith="blind"))


def test_nobody_tries_one_limit_after_another_against_the_same_one(table: Together, conflict: Conflict) -> None:
    limits(table, conflict, "900", "500")
    for amount in ("700", "600", "500"):
        assert not send_limit(conflict=conflict, seat=table.noors_seat, amount=Decimal(amount), now=day(5))
    assert BlindRound.objects.count() == 2 and blind(table, conflict, by_noor=True).compared == 1
    assert blind(table, conflict, by_noor=False).they_sent


def test_after_four_rounds_nobody_may_try_again(table: Together, conflict: Conflict) -> None:
    for _ in range(MOST_ROUNDS):
        limits(table, conflict, "900", "500")
    assert not blind(table, conflict, by_noor=True).can_send
    for again in (
        lambda: send_limit(conflict=conflict, seat=table.noors_seat, amount=Decimal("1"), now=day(6)),
        lambda: start_blind(
            conflict=conflict, seat=table.noors_seat, receiver=table.noors_seat.party, other_takes_part=True, now=day(6)
        ),
    ):
        with pytest.raises(NotAllowedError):
            again()


def test_when_they_meet_the_middle_is_for_both_and_no_limit_is_named_after_it(
    table: Together, conflict: Conflict
) -> None:
    limits(table, conflict, "800", "1000.01")
    assert blind(table, conflict, by_noor=True).middle == blind(table, conflict, by_noor=False).middle == Decimal("900")
    with pytest.raises(NotAllowedError):
        send_limit(conflict=conflict, seat=table.marleens_seat, amount=Decimal("1"), now=day(5))
    assert not answer_middle(conflict=conflict, seat=table.noors_seat, says_yes=True, now=day(5))
    assert answer_middle(conflict=conflict, seat=table.marleens_seat, says_yes=True, now=day(5))
    assert not limits_readable_by(table.noor).exclude(person=table.noor).exists()
    assert lines_of(table.collaboration)[-1] == "blind_agreed"


def test_a_no_to_the_middle_stays_a_no(table: Together, conflict: Conflict) -> None:
    limits(table, conflict, "800", "1000")
    for says_yes in (False, True):
        answer_middle(conflict=conflict, seat=table.marleens_seat, says_yes=says_yes, now=day(5))
    answer_middle(conflict=conflict, seat=table.noors_seat, says_yes=True, now=day(5))
    assert not blind(table, conflict, by_noor=True).is_agreed
    assert "blind_agreed" not in lines_of(table.collaboration)


def test_of_what_is_solved_the_middle_asks_nothing_any_more(table: Together, conflict: Conflict) -> None:
    limits(table, conflict, "800", "1000")
    seen, found = table.seen_by_noor(day(5)), blind(table, conflict, by_noor=True)
    assert blind_line(seen, found, is_open=True) == "Het midden is € 900. Is dat voor jou goed?"
    assert blind_line(seen, found, is_open=False) == "Het midden was € 900."


def test_a_round_that_is_stopped_is_never_compared(table: Together, conflict: Conflict) -> None:
    limits(table, conflict, "900", None)
    stop_blind(conflict=conflict, seat=table.marleens_seat, now=day(4))
    with pytest.raises(NotAllowedError):
        send_limit(conflict=conflict, seat=table.marleens_seat, amount=Decimal("1000"), now=day(5))
    assert not BlindRound.objects.get().middle


def test_alone_there_is_nobody_to_meet(table: Together, conflict: Conflict) -> None:
    with pytest.raises(NotAllowedError):
        start_blind(
            conflict=conflict, seat=table.noors_seat, receiver=table.noors_seat.party, other_takes_part=False,
            now=day(1),
        )  # fmt: skip
