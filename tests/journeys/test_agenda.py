"""Noor puts what comes up in her own calendar and finds a word back; Marleen does the same behind her link.

Noor works on a wide screen, Marleen on her phone. The story runs twice: with JavaScript and without.
"""

from __future__ import annotations

from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.features.agenda.rfc5545 import read_calendar
from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone

ADDRESS = "Het adres voor je agenda"


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_what_comes_up_and_what_was_said(arrive: Arrive, time: Time, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    marleen.claim(noor.copy_link())
    noor.propose_rhythm()
    marleen.accept_rhythm()
    noor.log_fact("Iets opschrijven", note="De prijslijst gaat in mei de deur uit.")
    puts_it_in_her_calendar(noor)
    finds_a_word_back(noor)
    behind_her_link(marleen)


def puts_it_in_her_calendar(noor: Someone) -> None:
    noor.go("/instellingen/")
    noor.follow("Je agenda")
    assert "Het staat uit" in noor.reads and "Check-in met Marleen" in noor.reads
    noor.looks("calendar-off")
    noor.press("Maak mijn adres")
    noor.looks("calendar-made")
    first = noor.page.get_by_label(ADDRESS).input_value()
    assert titles_at(first) == ["Check-in met Marleen"] * 2
    noor.follow("Terug naar je agenda")
    noor.press("Maak alles neutraal")
    noor.looks("calendar-on")
    assert titles_at(first) == ["Iets in Samenstroom"] * 2
    noor.press("Maak een nieuw adres")
    assert "Het oude adres werkt niet meer." in noor.reads
    second = noor.page.get_by_label(ADDRESS).input_value()
    assert read_at(first)[0] == 404 and len(titles_at(second)) == 2
    noor.go("/instellingen/agenda/")
    noor.press("Zet het uit")
    assert read_at(second)[0] == 404


def read_at(address: str) -> tuple[int, bytes]:
    """As a calendar reads it: without a browser and without a session."""
    place = urlsplit(address)
    line = HTTPConnection(place.netloc, timeout=30)
    line.request("GET", place.path)
    answer = line.getresponse()
    return answer.status, answer.read()


def titles_at(address: str) -> list[str]:
    return [event.title for event in read_calendar(read_at(address)[1]).events]


def finds_a_word_back(noor: Someone) -> None:
    noor.page.get_by_role("banner").get_by_role("link", name="Zoeken").click()
    noor.looks("search-empty")
    noor.fill("Wat zoek je?", "PRIJS deur")
    with noor.page.expect_navigation():
        noor.page.keyboard.press("Enter")
    assert "zoeken" in noor.page.url and "deur" not in noor.page.url
    assert "1 keer “PRIJS deur”" in noor.reads and "Van ons samen" in noor.reads
    noor.looks("search-found")
    noor.follow("Logboek, Studio Lindenhof")
    assert "De prijslijst gaat in mei de deur uit." in noor.reads
    noor.page.go_back()
    assert "1 keer" in noor.reads
    noor.fill("Wat zoek je?", "zeppelin")
    noor.press("Zoek")
    assert "Niets gevonden voor “zeppelin”" in noor.reads
    noor.looks("search-nothing")


def behind_her_link(marleen: Someone) -> None:
    marleen.go_home()
    marleen.page.get_by_role("banner").get_by_role("link", name="Zoeken").click()
    marleen.fill("Wat zoek je?", "prijslijst")
    marleen.press("Zoek")
    marleen.looks("search-link-holder")
    marleen.follow("Logboek, Studio Lindenhof")
    assert "De prijslijst gaat in mei de deur uit." in marleen.reads
    marleen.go("/kant/agenda/")
    marleen.press("Maak mijn adres")
    marleen.looks("calendar-link-holder")
    assert titles_at(marleen.page.get_by_label(ADDRESS).input_value()) == ["Check-in met Noor"] * 2
