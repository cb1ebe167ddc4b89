"""What one person sealed or kept is nowhere in what the other can open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from samenstroom.checkins.models import Answer
from samenstroom.collaborations.actions import show_colleague
from samenstroom.collaborations.models import HistoryLine
from tests.doors.table_story import Door, Story, on_day, story
from tests.doors.test_table_pages import pages
from tests.people import day, karin

pytestmark = pytest.mark.django_db

SEALED = ("NOG-IN-DE-ENVELOP", "OOK-DICHT", "DICHT-GEBLEVEN")
KEPT = ("BEWAARD-DOOR-NOOR", "ALLEEN-VAN-NOOR", "Je gok van stap 1")


@pytest.fixture
def told() -> Iterator[Story]:
    with on_day(29):
        yield story()


def everything(told: Story, door: Door) -> str:
    return "\n".join(door.text(page) for page in ["", *pages(told)])


def test_nothing_sealed_or_kept_is_in_any_page_of_the_other(told: Story) -> None:
    hers = everything(told, told.marleen)
    for secret in (*SEALED, *KEPT):
        assert secret not in hers, secret
    # The same pages do show it to who wrote it, so the words are the right ones to look for.
    own = everything(told, told.noor)
    for secret in (*SEALED, *KEPT):
        assert secret in own, secret


def test_the_mirror_shows_nothing_of_ones_own(told: Story) -> None:
    for door in (told.noor, told.marleen):
        html = door.text("zoals-de-ander/")
        for secret in (*SEALED, *KEPT):
            assert secret not in html


def test_both_envelopes_open_with_the_second_answer(told: Story) -> None:
    page = told.checkin(told.open)
    assert "NOG-IN-DE-ENVELOP" not in told.marleen.text(page)
    assert told.marleen.post(told.checkin(told.open, "1/"), flow="4").status_code == 302
    assert told.marleen.post(told.checkin(told.open, "2/"), trust="5").status_code == 302
    assert "NOG-IN-DE-ENVELOP" not in told.marleen.text(page)
    sent = told.marleen.post(told.checkin(told.open, "3/"), appreciation="ANTWOORD-VAN-MARLEEN")
    assert sent["Location"] == told.marleen.root + page
    for door in (told.noor, told.marleen):
        html = door.text(page)
        for words in ("De enveloppen zijn open", "NOG-IN-DE-ENVELOP", "OOK-DICHT", "ANTWOORD-VAN-MARLEEN"):
            assert words in html


def test_who_has_sent_is_told_without_a_clock_or_blame(told: Story) -> None:
    assert "Marleen heeft nog niet geantwoord. Dat mag." in told.noor.text(told.checkin(told.open))
    hers = told.marleen.text(told.checkin(told.open))
    assert "Noor heeft geantwoord. Nu jij" in hers
    assert "Pas je antwoord aan" not in hers


def test_one_answer_of_a_closed_round_opens_only_by_its_writer(told: Story) -> None:
    page = told.checkin(told.closed)
    told.marleen.post(told.checkin(told.closed, "vrijgeven/"))
    assert "DICHT-GEBLEVEN" not in told.marleen.text(page)
    assert "Laat Marleen dit antwoord lezen" in told.noor.text(page)
    told.noor.post(told.checkin(told.closed, "vrijgeven/"))
    told.noor.post(told.checkin(told.closed, "vrijgeven/"))
    assert "DICHT-GEBLEVEN" in told.marleen.text(page)
    assert "Je antwoord ligt open voor Marleen" in told.noor.text(page)
    # Exactly this answer opened.
    assert "NOG-IN-DE-ENVELOP" not in everything(told, told.marleen)
    assert HistoryLine.objects.filter(kind="answer_freed").count() == 1


def test_a_kept_remark_opens_by_its_own_button_and_not_before(told: Story) -> None:
    page = told.checkin(told.apart)
    assert "Nu alsnog delen met Marleen" in told.noor.text(page)
    told.marleen.post(told.checkin(told.apart, "opmerking-delen/"))
    assert "BEWAARD-DOOR-NOOR" not in told.marleen.text(page)
    told.noor.post(told.checkin(told.apart, "opmerking-delen/"))
    assert "BEWAARD-DOOR-NOOR" in told.marleen.text(page)
    assert "Nu alsnog delen" not in told.noor.text(page)


@pytest.mark.parametrize("choice", ["mine", "talk"])
def test_a_remark_that_is_kept_stays_out_of_the_opened_round(told: Story, choice: str) -> None:
    told.noor.post(told.checkin(told.open, "3/"), remark="VOOR-LATER", remark_choice=choice)
    for number, given in ((1, {"flow": "4"}), (2, {}), (3, {})):
        told.marleen.post(told.checkin(told.open, f"{number}/"), **given)
    page = told.checkin(told.open)
    assert "VOOR-LATER" in told.noor.text(page)
    assert "VOOR-LATER" not in told.marleen.text(page)


def test_a_private_line_is_a_pocket_for_its_writer_and_not_there_for_the_other(told: Story) -> None:
    line = told.lines("private")[0]
    assert "pocket" in told.noor.text("logboek/")
    assert "pocket" not in told.marleen.text("logboek/")
    assert '<body data-circle="private"' in told.noor.text(f"logboek/{line.public_id}/")
    assert told.marleen.get(f"logboek/{line.public_id}/").status_code == 404


def test_sharing_a_private_line_shows_the_exact_text_first_and_shares_just_that(told: Story) -> None:
    line = told.lines("private")[0]
    html = told.noor.text(f"logboek/{line.public_id}/")
    # As Marleen reads it: with Noor's name.
    assert "Noor schreef iets op." in html
    told.noor.post(f"logboek/{line.public_id}/", note="ZACHTER-GEZEGD")
    hers = told.marleen.text("logboek/")
    assert "ZACHTER-GEZEGD" in hers
    assert "ALLEEN-VAN-NOOR" not in hers
    assert "ALLEEN-VAN-NOOR" in told.noor.text("logboek/")


def test_without_a_pocket_everything_written_is_shared_and_says_so(told: Story) -> None:
    html = told.marleen.text("logboek/nieuw/note/")
    assert "visibility--shared" in html
    assert told.marleen.post(
        "logboek/nieuw/note/", note="x", happened_on="2026-01-20", circle="private"
    ).status_code == 422  # fmt: skip
    # Kinds that start private are not offered to who has no private side.
    assert "unsafe_asked" not in told.marleen.text("logboek/nieuw/")
    assert "unsafe_asked" in told.noor.text("logboek/nieuw/")


def test_a_colleague_reads_nothing_that_is_private_or_sealed(told: Story) -> None:
    colleague = karin(colleague_of=told.table.noor, now=day(1))
    show_colleague(by=told.table.noors_seat, colleague=colleague, now=day(2))
    client = Client()
    client.force_login(colleague)
    door = Door(client, told.noor.root)
    reading = ["samenwerken/check-in/", *(told.checkin(on) for on in (told.apart, told.closed, told.open)), "logboek/"]
    html = "\n".join(door.text(page) for page in reading)
    for secret in (*SEALED, *KEPT):
        assert secret not in html, secret


def test_an_answer_is_still_hers_to_change_until_both_have_sent(told: Story) -> None:
    assert "Pas je antwoord aan" in told.noor.text(told.checkin(told.open))
    told.noor.post(told.checkin(told.open, "1/"), flow="5")
    answer = Answer.objects.get(round__opened_on=told.open, person=told.table.noor)
    assert answer.values["flow"] == 5
    assert answer.sent_at is not None
