"""Her profile: each part kept by itself, values in her own order."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils import translation

from samenstroom.profiles.actions.profile import TooManyValuesError, choose_values, order_value, write_profile
from samenstroom.profiles.queries.profile import Value, profile_of
from samenstroom.profiles.wording.profile import part_text, parts_of, rate_text
from tests import people
from tests.people import day

pytestmark = pytest.mark.django_db


def test_each_part_is_kept_by_itself_also_from_two_tabs() -> None:
    noor = people.noor()
    write_profile(person=noor, vision="Tijd over.", now=day(0))
    write_profile(person=noor, expertise="Agenda’s.", now=day(1))
    kept = profile_of(noor)
    assert (kept.vision, kept.expertise, kept.changed_at) == ("Tijd over.", "Agenda’s.", day(1))
    write_profile(person=noor, vision="Tijd over.", now=day(2))
    assert profile_of(noor).changed_at == day(1), "the same words are no change"


def test_a_part_that_does_not_exist_is_refused() -> None:
    with pytest.raises(TypeError):
        write_profile(person=people.noor(), password="x", now=day(0))


def test_who_wrote_nothing_has_an_empty_profile_and_no_row() -> None:
    noor = people.noor()
    assert {one.state for one in parts_of(profile_of(noor))} == {"empty"}
    assert profile_of(noor).pk is None


def test_values_stand_in_her_order_with_her_own_words_among_them() -> None:
    noor, own = people.noor(), {"own": "Lichtheid"}
    choose_values(person=noor, values=["honesty", "calm", own], now=day(0))
    order_value(person=noor, value=own, to=0, now=day(1))
    choose_values(person=noor, values=["craft", "honesty", own], now=day(2))
    assert profile_of(noor).values == [own, "honesty", "craft"]
    assert part_text(profile_of(noor), "values") == "Lichtheid\nEerlijkheid\nVakmanschap"
    with translation.override("en"):
        assert part_text(profile_of(noor), "values") == "Lichtheid\nHonesty\nCraftsmanship"


def test_more_than_seven_values_is_no_order() -> None:
    noor = people.noor()
    many: list[Value] = [{"own": f"woord {number}"} for number in range(8)]
    with pytest.raises(TooManyValuesError):
        choose_values(person=noor, values=many, now=day(0))
    assert profile_of(noor).values == []


def test_state_says_how_far_she_is_and_never_that_something_is_missing() -> None:
    noor = people.noor()
    choose_values(person=noor, values=["honesty"], now=day(0))
    write_profile(person=noor, channels="Mail", hourly_rate="65.00", now=day(0))
    states = {one.id: one.state_word for one in parts_of(profile_of(noor))}
    assert states["values"] == states["working_style"] == "Begonnen"
    assert (states["rates"], states["vision"]) == ("Ingevuld", "Leeg")


def test_an_hourly_rate_reads_the_way_people_write_money() -> None:
    assert [rate_text(one) for one in ("", "65.00", "62.50")] == ["", "€ 65 per uur", "€ 62,50 per uur"]


def test_nothing_of_it_can_be_read_in_the_database() -> None:
    noor = people.noor()
    write_profile(person=noor, vision="geheime droom", rates="weinig", now=day(0))
    choose_values(person=noor, values=["courage", {"own": "stilte"}], now=day(0))
    with connection.cursor() as cursor:
        cursor.execute("select * from profiles_profile")
        row = str(cursor.fetchall())
    assert not [word for word in ("droom", "weinig", "courage", "stilte") if word in row]
