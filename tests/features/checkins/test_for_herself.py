"""What a person keeps for herself: her own check-ins and whether she would carry on. Nobody else can tell."""

import pytest

from samenstroom.checkins import actions
from samenstroom.checkins.actions import AlreadySentError
from samenstroom.checkins.models import OwnCheckIn, OwnRhythm
from samenstroom.checkins.queries import carrying_on_by_table, carrying_on_of, own_of
from samenstroom.collaborations.actions import show_colleague
from samenstroom.collaborations.models import Collaboration, HistoryLine
from samenstroom.watch.board import board_of
from samenstroom.watch.overview import tables_of_person
from tests.people import Together, day, karin, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together()


def own_checkin(person, collaboration: Collaboration, n: int, remark: str = "", **values: int | None) -> OwnCheckIn:
    draft = actions.own_draft(person=person, collaboration=collaboration, today=day(n).date())
    actions.save_own(draft=draft, values=values)
    actions.save_own(draft=draft, remark=remark)
    actions.close_own(draft=draft, now=day(n))
    return draft


def test_she_goes_on_with_the_draft_she_left(table: Together) -> None:
    draft = actions.own_draft(person=table.noor, collaboration=table.collaboration, today=day(1).date())
    actions.save_own(draft=draft, values={"flow": 2}, remark="Moe")
    again = actions.own_draft(person=table.noor, collaboration=table.collaboration, today=day(3).date())
    assert again == draft
    actions.save_own(draft=again, values={"trust": 4})
    again.refresh_from_db()
    assert (again.values, again.remark) == ({"flow": 2, "trust": 4}, "Moe")
    actions.close_own(draft=again, now=day(3))
    assert own_of(table.seen_by_noor()).done[0].answered_on == day(3).date()


def test_a_closed_one_does_not_change(table: Together) -> None:
    done = own_checkin(table.noor, table.collaboration, 1, flow=3)
    with pytest.raises(AlreadySentError):
        actions.save_own(draft=done, values={"flow": 5})
    with pytest.raises(AlreadySentError):
        actions.close_own(draft=done, now=day(2))


def test_nobody_else_can_tell_from_anything_she_sees(table: Together) -> None:
    show_colleague(by=table.noors_seat, colleague=(colleague := karin(colleague_of=table.noor)), now=day(0))
    others = (table.marleen, colleague)

    def everything() -> list[object]:
        looks = [visit(person, table.collaboration, now=day(40)) for person in others]
        return [
            [(own_of(look), carrying_on_of(look), board_of(look)) for look in looks],
            [tables_of_person(person, day(40)) for person in others],
            list(HistoryLine.objects.values_list("pk", flat=True)),
        ]

    before = everything()
    actions.set_own_rhythm(person=table.noor, collaboration=table.collaboration, weeks=1, today=day(1).date())
    for n in (1, 8, 15, 22, 29, 36):
        own_checkin(table.noor, table.collaboration, n, remark="Ik wil weg.", flow=1 if n > 22 else 5, trust=1)
    actions.note_carrying_on(person=table.noor, collaboration=table.collaboration, step=1, today=day(36).date())
    assert everything() == before
    assert len(own_of(table.seen_by_noor()).done) == 6


def test_her_rhythm_with_herself_says_when_it_is_time(table: Together) -> None:
    def is_due(n: int) -> bool:
        return own_of(table.seen_by_noor(day(n))).is_due(day(n).date())

    assert not is_due(0)
    actions.set_own_rhythm(person=table.noor, collaboration=table.collaboration, weeks=2, today=day(0).date())
    assert is_due(0)
    own_checkin(table.noor, table.collaboration, 0, flow=4)
    assert [is_due(n) for n in (0, 13, 14, 30)] == [False, False, True, True]
    actions.set_own_rhythm(person=table.noor, collaboration=table.collaboration, weeks=4, today=day(14).date())
    assert [is_due(n) for n in (27, 28)] == [False, True]
    actions.set_own_rhythm(person=table.noor, collaboration=table.collaboration, weeks=None, today=day(14).date())
    assert not OwnRhythm.objects.exists()
    assert not is_due(90)


def test_whether_she_would_carry_on_is_kept_per_table_and_newest_counts(table: Together) -> None:
    elsewhere = started(table.noor, name="Elders")
    for collaboration, n, step in ((table.collaboration, 1, 2), (table.collaboration, 30, None), (elsewhere, 5, 5)):
        actions.note_carrying_on(person=table.noor, collaboration=collaboration, step=step, today=day(n).date())
    looks = [table.seen_by_noor(), visit(table.noor, elsewhere)]
    assert [one.step for one in carrying_on_of(looks[0])] == [2, None]
    newest = carrying_on_by_table(table.noor, looks)
    assert newest[table.collaboration.pk].asked_on == day(30).date()
    assert newest[elsewhere.pk].step == 5
    assert carrying_on_of(table.seen_by_marleen()) == []
