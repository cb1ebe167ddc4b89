"""Before the yes: much hangs on it, she reads what that asks, asks around, and it is quiet again. For her alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrive
from tests.journeys.someone import Someone
from tests.journeys.test_from_signal_to_talk import all_pages

OPEN = "Er hangt veel van af, en je kunt nog navragen"
ASKED = "Je vroeg het na"


@pytest.fixture
def on_her_phone(noor: Someone) -> Someone:
    noor.page.set_viewport_size({"width": 390, "height": 844})
    return noor


def test_much_hangs_on_it_until_she_asked_around(on_her_phone: Someone, arrive: Arrive, link: str) -> None:
    noor, marleen = on_her_phone, arrive("Marleen", width=390)
    marleen.claim(link)
    before = all_pages(marleen)
    she_looks_for_the_words_in_the_logbook(noor)
    a_wrong_part_is_kept_and_told_kindly(noor)
    she_reads_the_signal(noor)
    noor.log_fact("Navraag gedaan", circle="Alleen voor mij")
    (good,) = noor.signals()
    assert ASKED in good
    assert all_pages(marleen) == before, "nothing of it anywhere"


def she_looks_for_the_words_in_the_logbook(noor: Someone) -> None:
    noor.go_home()
    noor.page.get_by_role("link", name="Noteer iets").first.click()
    noor.looks("logbook-choose")
    noor.follow("Er hangt voor mij veel van af")


def a_wrong_part_is_kept_and_told_kindly(noor: Someone) -> None:
    expect(noor.page.get_by_role("radio", name="Alleen voor mij")).to_be_checked()
    part = noor.page.get_by_label("Welk deel, in procenten?")
    part.evaluate("field => field.form.noValidate = true")
    noor.fill("Welk deel, in procenten?", "400")
    noor.press("Bewaar")
    assert part.input_value() == "400" and "Vul een getal van 1 tot 100 in" in noor.reads
    noor.looks("logbook-stakes")
    noor.fill("Welk deel, in procenten?", "60")
    noor.press("Bewaar")


def she_reads_the_signal(noor: Someone) -> None:
    (told,) = noor.signals()
    assert OPEN in told
    noor.page.get_by_role("link", name=OPEN).click()
    assert noor.title == OPEN
    assert "ongeveer 60 % van de tijd of het geld" in noor.reads
    assert "Vraag iemand, of doe eerst iets kleins" in noor.reads and "Uit je eigen notities" in noor.reads
    noor.looks("finding-stakes")
