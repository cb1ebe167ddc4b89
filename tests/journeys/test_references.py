"""Noor asks somebody who worked with Marleen; he answers on his phone, without scripts; Marleen never knows."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.conftest import Arrive
from tests.journeys.crawl import pages_of
from tests.journeys.someone import Someone

OWN_WORDS = "Ik hoorde dat jij vorig jaar met Marleen werkte."
AGAIN, FIRST = "Als er vooraf betaald wordt.", "Wie beslist er als jij op reis bent?"
BY_PHONE = "Hij lachte toen ik over datums begon."


def test_a_referee_answers_and_only_noor_reads_it(arrive: Arrive, noor: Someone, link: str) -> None:
    marleen = arrive("Marleen", width=390)
    marleen.claim(link)
    before = everything(marleen)
    address = noor_asks(noor)
    wim = arrive("Wim", width=390, has_scripts=False)
    wim_reads_first_what_it_is(wim, address)
    he_begins_and_comes_back(wim)
    somebody_else_finds_the_link(arrive("somebody who found the link"), address)
    he_sends(wim)
    noor_reads_it(noor)
    she_notes_what_she_heard(noor)
    assert everything(marleen) == before, "nothing of it anywhere"


def everything(someone: Someone) -> str:
    """Everything that she can get to."""
    someone.go_home()
    return "\n".join(pages_of(someone).values())


def noor_asks(noor: Someone) -> str:
    noor.go_home()
    noor.follow("Verkennen")
    noor.follow("Navragen")
    assert noor.title == "Wie werkte eerder met Marleen?"
    noor.press("Bewaar en kies hoe je vraagt")
    assert "Vul de naam in van wie je iets wilt vragen." in noor.reads
    noor.fill("Wie vraag je?", "Wim Bakker")
    noor.fill("Een zin van jou erbij", OWN_WORDS)
    noor.looks("references")
    noor.press("Bewaar en kies hoe je vraagt")
    assert noor.title == "Wim Bakker" and "Nog geen link" in noor.reads
    noor.looks("reference-not-asked")
    noor.press("Kopieer", inside=noor.page.get_by_role("main"))
    noor.looks("reference-link")
    address = noor.page.get_by_label("De link voor Wim").input_value()
    noor.follow("Terug naar Wim")
    assert "Nog niets gehoord. Dat zegt niets." in noor.reads
    noor.page.goto(address)
    assert noor.title == "Deze link is voor iemand anders"
    noor.looks("reference-own-side")
    return address


def wim_reads_first_what_it_is(wim: Someone, address: str) -> None:
    wim.page.goto(address)
    assert wim.title == "Wim, Noor vraagt je iets"
    assert OWN_WORDS in wim.reads and "Alleen Noor leest je antwoorden." in wim.reads
    wim.looks("referee-landing")
    wim.press("Bekijk de vragen")
    assert wim.title == "Jouw ervaring met Marleen"


def he_begins_and_comes_back(wim: Someone) -> None:
    wim.press("Verstuur aan Noor")
    assert "Er staat nog niets in." in wim.reads
    wim.choose("Ja, als we iets anders afspreken", question="Zou je het weer doen?")
    wim.page.locator("#id_again-words").fill(AGAIN)
    wim.press("Bewaar en ga later verder")
    assert "Bewaard in deze browser. Er is nog niets verstuurd." in wim.reads
    wim.home = wim.page.url
    wim.go("/")
    wim.go_home()
    expect(wim.page.locator("#id_again-words")).to_have_value(AGAIN)
    wim.looks("referee-questions")


def somebody_else_finds_the_link(somebody: Someone, address: str) -> None:
    somebody.page.goto(address)
    assert somebody.title == "Deze link werkt niet meer"
    somebody.looks("referee-gone")


def he_sends(wim: Someone) -> None:
    wim.choose("Soms later, na een herinnering", question="Hoe ging het met betalen?")
    wim.fill("Wat zou ik Marleen als eerste moeten vragen?", FIRST)
    wim.press("Verstuur aan Noor")
    assert wim.title == "Dank je wel, Wim"
    wim.go_home()
    assert wim.title == "Dank je wel, Wim", "once is enough"
    wim.looks("referee-thanks")


def noor_reads_it(noor: Someone) -> None:
    assert noor.today()[0].startswith("Wim heeft je vragen beantwoord")
    noor.follow("Lees het antwoord")
    assert AGAIN in noor.reads and FIRST in noor.reads and "Wim op 5 januari 2026" in noor.reads
    noor.looks("reference-heard")


def she_notes_what_she_heard(noor: Someone) -> None:
    noor.follow("Noteer wat je zelf hoorde")
    noor.choose("Goed, en netjes afgerond", question="Hoe eindigde het?")
    noor.page.locator("#id_ending-words").fill(BY_PHONE)
    noor.looks("reference-note")
    noor.press("Bewaar wat je hoorde")
    assert "Door jou genoteerd op 5 januari 2026" in noor.reads and BY_PHONE in noor.reads


def test_her_own_room_on_a_phone_without_scripts(arrive: Arrive) -> None:
    noor = arrive("Noor", width=390, has_scripts=False)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    for name, stage in (("Anker", "Samenwerken"), ("Boog", "Verkennen"), ("Cirkel", "Verkennen")):
        noor.start_collaboration("Marleen de Vries", name, stage=stage)
    noor.go_home()
    noor.follow("Verkennen")
    noor.follow("Je eigen ruimte")
    noor.fill("Hoeveel uur per week heb je om te werken?", "32")
    noor.fill("Welk inkomen heb je per maand nodig?", "2.500")
    noor.press("Bewaar wat ik heb")
    for hours, income, runs in (
        ("16", "1.400", True),
        ("12", "900", False),
        ("8", "", False),
    ):
        noor.follow("Vul in wat het vraagt")
        if runs:
            noor.page.get_by_role("checkbox").check()
        noor.fill("Hoeveel uur per week vraagt het?", hours)
        noor.fill("Wat brengt het per maand op?", income)
        noor.choose("Geeft me wat")
        noor.press("Bewaar wat dit vraagt")
    assert "Er blijft 4 uur over." in noor.reads and "Dat is 4 uur meer dan de 32 uur die je hebt." in noor.reads
    assert "Nog niet alles ingevuld: Cirkel." in noor.reads
    noor.looks("room-phone")


def test_her_own_room_looks_right(noor: Someone) -> None:
    noor.go("/ik/ruimte/")
    noor.looks("room-empty")
    noor.follow("Vul in wat het vraagt")
    noor.looks("room-asked")
    noor.fill("Hoeveel uur per week vraagt het?", "veel")
    noor.press("Bewaar wat dit vraagt")
    assert "Vul een getal in" in noor.reads
    noor.fill("Hoeveel uur per week vraagt het?", "12")
    noor.press("Bewaar wat dit vraagt")
    noor.looks("room")
