"""The end on record: announced once, confirmed by the other, taken back by who announced it."""

from datetime import date

import pytest

from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.collaborations.models import Collaboration, HistoryLine
from samenstroom.farewell.actions.endings import announce_ending, confirm_ending, withdraw_ending
from samenstroom.farewell.models import Ending
from samenstroom.farewell.queries.endings import EndingView, ending_of
from tests.people import Together, day, karin, ruben, started, together, visit

pytestmark = pytest.mark.django_db
LAST = date(2026, 3, 1)


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def announced(table: Together) -> Ending:
    words = "Dank voor twee mooie jaren."
    return announce_ending(seat=table.noors_seat, how="one_side", last_on=LAST, words=words, now=day(1))


def seen_by_marleen(table: Together) -> EndingView:
    found = ending_of(table.seen_by_marleen(day(2)))
    assert found is not None
    return found


def kinds(table: Together) -> list[str]:
    return list(
        HistoryLine.objects.filter(collaboration=table.collaboration).order_by("pk").values_list("kind", flat=True)
    )


def test_announcing_is_one_act_with_one_line_and_moves_the_shared_stage(table: Together) -> None:
    before = len(kinds(table))
    announced(table)
    assert kinds(table)[before:] == ["end_announced"]
    assert Collaboration.objects.get(pk=table.collaboration.pk).stage == "farewell"
    assert seen_by_marleen(table).waits_for_me
    assert seen_by_marleen(table).ending.words == "Dank voor twee mooie jaren."


def test_announcing_twice_also_by_the_other_keeps_the_first(table: Together) -> None:
    first = announced(table)
    again = announce_ending(seat=table.marleens_seat, how="conflict", last_on=None, words="Weg.", now=day(3))
    assert again.pk == first.pk and Ending.objects.count() == 1
    assert kinds(table).count("end_announced") == 1


def test_the_other_confirms_once_and_the_announcer_cannot(table: Together) -> None:
    ending = announced(table)
    with pytest.raises(NotAllowedError):
        confirm_ending(ending=ending, seat=table.noors_seat, now=day(2))
    confirm_ending(ending=ending, seat=table.marleens_seat, now=day(2))
    confirm_ending(ending=ending, seat=table.marleens_seat, now=day(4))
    found = ending_of(table.seen_by_noor(day(5)))
    assert found is not None and found.confirmed_on == date(2026, 1, 7)
    assert kinds(table).count("end_agreed") == 1


def test_who_announced_it_may_take_it_back_and_begin_again(table: Together) -> None:
    ending = announced(table)
    with pytest.raises(NotAllowedError):
        withdraw_ending(ending=ending, seat=table.marleens_seat, now=day(2))
    withdraw_ending(ending=ending, seat=table.noors_seat, now=day(2))
    withdraw_ending(ending=ending, seat=table.noors_seat, now=day(3))
    assert ending_of(table.seen_by_marleen(day(4))) is None
    assert Collaboration.objects.get(pk=table.collaboration.pk).stage == "adjust"
    assert kinds(table).count("end_withdrawn") == 1
    with pytest.raises(NotAllowedError):
        confirm_ending(ending=ending, seat=table.marleens_seat, now=day(4))
    announced(table)
    assert Ending.objects.count() == 2


def test_a_colleague_and_an_outsider_end_nothing(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    reading = show_colleague(by=table.noors_seat, colleague=colleague, now=day(0))
    with pytest.raises(NotAllowedError):
        announce_ending(seat=reading, how="one_side", last_on=None, words="", now=day(1))
    ending = announced(table)
    outsider = ruben()
    elsewhere = started(outsider)
    assert ending_of(visit(outsider, elsewhere)) is None
    with pytest.raises(NotAllowedError):
        confirm_ending(ending=ending, seat=elsewhere.seats.get(person=outsider), now=day(2))


def test_a_way_that_does_not_exist_is_refused(table: Together) -> None:
    with pytest.raises(ValueError, match="not a valid"):
        announce_ending(seat=table.noors_seat, how="weg", last_on=None, words="", now=day(1))
    assert not Ending.objects.exists()
