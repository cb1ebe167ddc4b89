"""Pages of the balance: two steps behind both doors, wrong input, nothing seen too early, and alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from samenstroom.contributions.models import OwnBalance
from samenstroom.exchanges.models import Exchange
from tests.doors.table_story import door_of, on_day
from tests.people import Together, noor, started, together

pytestmark = pytest.mark.django_db
BALANS = "samenwerken/balans/"


@pytest.fixture
def table() -> Iterator[Together]:
    with on_day(2):
        yield together(with_rhythm=False)


def test_both_say_it_in_two_steps_and_then_see_each_other(table: Together) -> None:
    mine, theirs = door_of(table.noor, table), door_of(table.marleen, table)
    mine.post(BALANS)
    root = f"{BALANS}{Exchange.objects.get().public_id}/"
    assert mine.get(root + "2/").status_code == 302
    mine.post(root + "1/", named="Alle <b>foto’s</b>")
    mine.post(root + "2/", share="60")
    assert "Je envelop is dicht." in mine.text(BALANS)
    early = theirs.text(BALANS) + theirs.text(root + "1/")
    assert "foto’s" not in early and "60 procent, Noor" not in early
    theirs.post(root + "1/", named="De nieuwsbrief")
    theirs.post(root + "2/", share="50")
    seen = theirs.text(BALANS)
    assert "Alle &lt;b&gt;foto’s&lt;/b&gt;" in seen
    assert "Jij 40 procent, Noor 60 procent." in seen
    assert "Samen komen jullie op 110 procent." in seen
    assert "De nieuwsbrief" in mine.text(BALANS)
    assert mine.post(root + "1/", named="Later").status_code == 302
    assert "Later" not in theirs.text(BALANS)


def test_what_is_missing_is_said_next_to_the_field(table: Together) -> None:
    mine = door_of(table.marleen, table)
    mine.post(BALANS)
    root = f"{BALANS}{Exchange.objects.get().public_id}/"
    empty = mine.post(root + "1/", named=" ")
    assert empty.status_code == 422 and "Noem minstens één ding." in empty.content.decode()
    long = mine.post(root + "1/", named="x" * 2001)
    assert long.status_code == 422 and "maximaal 2000 tekens" in long.content.decode()
    mine.post(root + "1/", named="Alles")
    for share in ("", "55", "110", "x"):
        odd = mine.post(root + "2/", share=share)
        assert odd.status_code == 422 and "Kies wat er het dichtst bij komt." in odd.content.decode()
    assert mine.get(root + "3/").status_code == 404
    assert mine.get(BALANS + "bestaatniet/1/").status_code == 404


def test_stopping_says_so_to_both(table: Together) -> None:
    mine, theirs = door_of(table.noor, table), door_of(table.marleen, table)
    mine.post(BALANS)
    theirs.post(f"{BALANS}{Exchange.objects.get().public_id}/stoppen/")
    assert "Gestopt." in theirs.text(BALANS)
    assert "Kijk samen naar de balans" in mine.text(BALANS)


def test_her_own_look_is_hers_and_not_behind_a_link(table: Together) -> None:
    mine, theirs = door_of(table.noor, table), door_of(table.marleen, table)
    mine.post(BALANS + "eigen/", named="GEHEIM")
    mine.post(BALANS + "eigen/", share="70")
    assert OwnBalance.objects.get().answers == {"named": "GEHEIM", "share": 70}
    said = mine.text(BALANS + "eigen/")
    assert "Jij 70 procent, Marleen 30 procent." in said and "GEHEIM" in said
    assert "GEHEIM" in mine.text(BALANS + "eigen/?stap=1")
    assert theirs.get(BALANS + "eigen/").status_code == 404
    assert "eigen/" not in theirs.text(BALANS) and "GEHEIM" not in theirs.text(BALANS)


def test_alone_at_the_table_only_her_own_look_is_offered() -> None:
    with on_day(2):
        person = noor()
        mine = door_of(person, Together(started(person), person, person))
        assert "Kijk voor jezelf naar de balans" in mine.text(BALANS)
        assert "Kijk samen naar de balans" not in mine.text(BALANS)
        assert mine.post(BALANS).status_code == 302
        assert not Exchange.objects.exists()
        empty = mine.post(BALANS + "eigen/", named="")
        assert empty.status_code == 422
