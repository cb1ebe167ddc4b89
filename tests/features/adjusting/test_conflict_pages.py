"""The pages of a disagreement behind both doors: exact words first, faults in words, and nothing of the other's."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from samenstroom.adjusting.actions.blind import send_limit
from samenstroom.adjusting.actions.conflicts import keep_version
from samenstroom.adjusting.actions.summaries import accept_sentences
from samenstroom.adjusting.models import (
    BlindLimit,
    BlindRound,
    Conflict,
    ConflictDraft,
    ConflictPart,
    LadderMove,
    SummarySentence,
)
from samenstroom.kit import clock
from samenstroom.watch.attention import attention
from samenstroom.watch.overview import tables_of_person
from tests.features.adjusting.conflict_steps import SUBJECT, VERSION, limits, opened, says
from tests.people import Together, day, started, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


class Page:
    """Noor at the pages of one table, on day 3."""

    def __init__(self, table: Together, path: str) -> None:
        self.client, self.base = Client(), f"/s/{table.collaboration.public_id}/bijsturen/meningsverschil/{path}"
        self.client.force_login(table.noor)

    def get(self, path: str = "") -> str:
        with clock.frozen(day(3)):
            return self.client.get(self.base + path).content.decode()

    def post(self, path: str, **data: Any) -> Any:
        with clock.frozen(day(3)):
            return self.client.post(self.base + path, data)


def test_a_subject_is_read_before_it_is_shared_and_a_fault_keeps_what_was_typed(table: Together) -> None:
    page = Page(table, "nieuw/")
    wrong = page.post("", subject=SUBJECT, do="show")
    assert wrong.status_code == 422 and "Kies waar het vooral over gaat." in wrong.content.decode()
    assert SUBJECT in wrong.content.decode()
    looked = page.post("", subject=SUBJECT, dimension="money", do="show")
    assert SUBJECT in looked.content.decode() and not Conflict.objects.exists()
    assert page.post("", subject=SUBJECT, dimension="money", do="share").status_code == 302
    assert Conflict.objects.get().subject == SUBJECT


def test_her_side_is_kept_looked_at_and_given_part_by_part(table: Together) -> None:
    conflict = opened(table)
    page = Page(table, f"{conflict.public_id}/vertellen/")
    assert page.post("", do="show").status_code == 422
    page.post("", **VERSION, do="keep")
    assert VERSION["effect"] in page.get() and not ConflictPart.objects.exists()
    assert page.post("", **VERSION, do="give").status_code == 422, "nothing was ticked"
    page.post("", **VERSION, do="give", give=["offer"])
    assert [one.part for one in ConflictPart.objects.all()] == ["offer"]
    assert set(ConflictDraft.objects.get().parts) == {"happened", "effect", "need"}


def test_the_room_shows_nothing_of_what_is_kept_or_closed(table: Together) -> None:
    conflict = opened(table)
    keep_version(conflict=conflict, visit=table.seen_by_noor(day(1)), parts=VERSION)
    page = Page(table, f"{conflict.public_id}/")
    assert "Je schreef al iets over jouw kant." in page.get()
    assert VERSION["effect"] not in page.get()


def test_a_step_needs_a_day_that_was_and_says_where_it_comes_from(table: Together) -> None:
    conflict = opened(table)
    page = Page(table, f"{conflict.public_id}/stappen/")
    assert "Dit hebben jullie niet afgesproken." in page.get()
    wrong = page.post("", step="talk", on="2026-02-01")
    assert wrong.status_code == 422 and "Kies vandaag, of een dag die al was." in wrong.content.decode()
    page.post("", step="talk", on="2026-01-07")
    assert LadderMove.objects.get().step == "talk" and "Tot en met 21 januari 2026" in page.get()
    early = page.post("", step="mediator", on="2026-01-06")
    assert early.status_code == 422 and "Kies een dag na het begin van de vorige stap." in early.content.decode()


def test_the_rules_stand_before_the_first_limit_and_a_limit_is_told_to_nobody(table: Together) -> None:
    conflict = opened(table, dimension="money")
    page = Page(table, f"{conflict.public_id}/bedrag/")
    assert "hoogstens vier keer" in page.get() and "uitrekenen wat de ander noemde" in page.get()
    page.post("", do="start", receiver="me")
    asked = page.get()
    for told in (
        "de ander wat jij noemde",
        "het midden is 150 euro",
        "Is er een midden, dan is het wel uit te rekenen.",
    ):
        assert told in asked and asked.index(told) < asked.index('value="send"')
    assert asked.count("de ander wat jij noemde") == 2, "also beside the field"
    wrong = page.post("", do="send", amount="veel")
    assert wrong.status_code == 422 and "Vul een getal in" in wrong.content.decode()
    page.post("", do="send", amount="1.333,25")
    assert BlindLimit.objects.get().amount == "1333.25" and "1.333,25" in page.get()
    send_limit(conflict=conflict, seat=table.marleens_seat, amount=Decimal("777"), now=day(3))
    after = page.get()
    assert BlindRound.objects.get().compared_at and "Nog geen overlap" in after
    assert "777" not in after and "1.333,25" not in after


def test_sentences_one_a_line_and_another_one_instead(table: Together) -> None:
    conflict = opened(table)
    page = Page(table, f"{conflict.public_id}/samen/")
    assert page.post("", sentences=" ").status_code == 422
    page.post("", sentences="Er waren drie versies.\n\n  De prijs  is af. ")
    assert [str(one.words) for one in SummarySentence.objects.all()] == ["Er waren drie versies.", "De prijs is af."]
    (theirs,) = says(conflict, table.marleens_seat, "De prijs is open.")
    page.post(f"?anders={theirs.public_id}", sentences="De prijs bespreken we in maart.")
    theirs.refresh_from_db()
    assert theirs.gone_at


def test_what_both_will_do_can_become_a_repair_attempt(table: Together) -> None:
    conflict = opened(table)
    made = says(conflict, table.noors_seat, "Noor telt de rondes.", does=True)
    accept_sentences(conflict=conflict, seat=table.marleens_seat, sentences=made, now=day(3))
    page = Page(table, "")
    page.base = f"/s/{table.collaboration.public_id}/bijsturen/poging/voorstel/?meningsverschil={conflict.public_id}"
    assert SUBJECT in page.get() and "Noor telt de rondes." in page.get()


def test_alone_the_words_are_about_noting(table: Together) -> None:
    lonely = Together(started(table.noor, name="Bureau Zee"), table.noor, table.marleen)
    looked = Page(lonely, "nieuw/").post("", subject=SUBJECT, dimension="money", do="show").content.decode()
    assert "Dit noteer je" in looked and "Noteer dit" in looked
    Page(lonely, "nieuw/").post("", subject=SUBJECT, dimension="money", do="share")
    made = Conflict.objects.get()
    assert made.noted_at and "Een bedrag, dicht" not in Page(lonely, f"{made.public_id}/").get()


def test_vandaag_asks_who_is_waited_for_and_costs_the_same_for_many(
    table: Together, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    def asked() -> list[str]:
        return [one.title for one in attention(tables_of_person(table.noor, day(4)), day(4).date())]

    def lay_down(number: int) -> None:
        more = opened(table, subject=f"Punt {number}")
        limits(table, more, "900", None)
        says(more, table.noors_seat, "Een zin.")

    limits(table, opened(table), None, "900")
    lay_down(0)
    with django_assert_max_num_queries(200) as one:
        assert "Marleen wacht op je bij een meningsverschil" in asked()
    for number in range(1, 4):
        lay_down(number)
    with django_assert_num_queries(len(one.captured_queries)):
        assert asked().count("Marleen wacht op je bij een meningsverschil") == 1
