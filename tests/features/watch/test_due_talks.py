"""A talk that was held asks, on the day she chose and only of her, whether it helped."""

from __future__ import annotations

import pytest

from samenstroom.adjusting.actions.talks import hold_talk, look_back_on_talk, start_talk
from samenstroom.kit import clock
from samenstroom.watch.attention import attention
from samenstroom.watch.overview import tables_of_person
from tests.people import day, together

pytestmark = pytest.mark.django_db


def asked(person: object, moment: object) -> list[str]:
    items = attention(tables_of_person(person, moment), clock.day_of(moment))  # type: ignore[arg-type]
    return [item.title for item in items if item.page == "talk_look"]


def test_on_the_day_she_chose_she_is_asked_and_after_her_answer_no_more() -> None:
    table = together()
    talk = start_talk(visit=table.seen_by_noor(day(1)), subject="De avonden", offered=[])
    hold_talk(talk=talk, held_on=clock.day_of(day(2)), agreed="We bellen eerst.", look_back_on=clock.day_of(day(20)))
    assert asked(table.noor, day(19)) == []
    assert asked(table.noor, day(20)) == ["Kijk terug op je gesprek met Marleen"]
    assert asked(table.marleen, day(20)) == []
    look_back_on_talk(talk=talk, helped="yes", now=day(21))
    assert asked(table.noor, day(22)) == []
