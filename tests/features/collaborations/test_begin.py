"""Beginning a collaboration on a page: pressed twice it is begun once; meant twice it is begun twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samenstroom.accounts.models import Person
from samenstroom.collaborations.actions import begin_collaboration
from samenstroom.collaborations.models import Collaboration
from tests.people import START, noor, ruben

pytestmark = pytest.mark.django_db


def begins(
    person: Person, *, name: str = "Atelier Hofman", other: str = "Irene Hofman", after: int = 0
) -> Collaboration:
    return begin_collaboration(
        by=person, name=name, other_name=other, kind="client_va", country="NL", stage="explore", origin="",
        now=START + timedelta(seconds=after),
    )  # fmt: skip


def test_pressed_twice_is_begun_once() -> None:
    me = noor()
    assert begins(me) == begins(me, after=2)
    assert Collaboration.objects.count() == 1


def test_another_name_another_other_another_person_or_a_while_later_is_another_one() -> None:
    me = noor()
    made = {
        begins(me), begins(me, name="Hofman, de winkel"), begins(me, other="Bram Hofman"), begins(ruben()),
        begins(me, after=90),
    }  # fmt: skip
    assert len(made) == 5
