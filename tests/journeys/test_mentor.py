"""Ellen looks along with Noor: by a link, with what Noor shows; and with what Marleen wrote once Marleen says yes.

Noor works on a wide screen, Ellen and Marleen on their phones. The story runs twice: with JavaScript and without.
"""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone

TABLE = "Studio Lindenhof"
FELT = "Ik zei ja, en het knaagt."
HERS = "We kiezen voor een andere opmaak."


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_mentor_looks_along_and_leaves(arrive: Arrive, time: Time, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    ellen = arrive("Ellen", width=390, has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE)
    marleen.claim(noor.copy_link())
    noor.go_home()
    noor.page.locator("header").get_by_role("link", name="Gevoel noteren").click()
    noor.choose("Ik twijfel")
    noor.fill("Een paar woorden", FELT)
    noor.press("Bewaar mijn gevoel")
    link = noor_invites_her(noor)
    ellen_comes_in(ellen, link)
    time.later(days=1)
    noor_shows_one_thing_and_a_kind(noor)
    ellen_reads_and_asks(ellen)
    noor_answers_and_asks_marleen(noor)
    marleen_says_yes(marleen)
    ellen_reads_a_line_of_marleen(ellen)
    noor_sees_the_looks(noor)
    ellen_leaves(ellen, noor)
    marleen.go_home()
    assert "Ellen Bakker kijkt mee" not in marleen.reads


def noor_invites_her(noor: Someone) -> str:
    noor.go("/ik/")
    noor.follow("Instellingen", inside=noor.page.get_by_role("main"))
    noor.follow("Laten meekijken")
    noor.looks("mentors-empty")
    noor.press("Ga verder")
    assert "Vul de naam in van wie je laat meekijken." in noor.reads
    noor.looks("mentors-wrong")
    noor.fill("Wie laat je meekijken?", "Ellen Bakker")
    noor.press("Ga verder")
    noor.looks("mentor-asked")
    noor.press("Kopieer")
    noor.looks("mentor-link")
    return noor.page.get_by_label("De link voor Ellen").input_value()


def ellen_comes_in(ellen: Someone, link: str) -> None:
    ellen.page.goto(link)
    assert "Kijk je mee met Noor Jansen?" in ellen.reads
    ellen.looks("mentor-join")
    ellen.press("Ga verder")
    ellen.follow("Maak een account")
    ellen.fill("Je naam", "Ellen Bakker")
    ellen.fill("E-mailadres", "ellen@voorbeeld.nl")
    ellen.fill("Wachtwoord", "een zin die je onthoudt")
    ellen.press("Maak mijn account")
    ellen.has_account = True
    ellen.press("Ja, ik kijk mee")
    assert "Er wordt nu niets getoond." in ellen.reads
    ellen.looks("mentee-nothing")


def noor_shows_one_thing_and_a_kind(noor: Someone) -> None:
    noor.go("/instellingen/meekijken/")
    noor.follow("Ellen Bakker")
    noor.follow(TABLE, inside=noor.page.get_by_role("main"))
    noor.looks("mentor-table")
    noor.follow("Gevoelens")
    noor.looks("mentor-kind")
    noor.follow("Ik twijfel")
    assert FELT in noor.reads and "Dit ziet Ellen, precies zo" in noor.reads
    noor.looks("mentor-item")
    noor.press("Laat alleen dit zien aan Ellen")
    noor.follow("Logboek")
    noor.choose("Wat er nu is, en ook wat er nog bij komt")
    noor.press("Laat dit zien aan Ellen")
    noor.looks("mentor-table-shown")


def ellen_reads_and_asks(ellen: Someone) -> None:
    assert ellen.today() and ellen.today()[0].startswith("Noor laat je iets nieuws zien")
    ellen.looks("today-of-a-mentor")
    ellen.go("/meekijken/")
    assert "Er is iets nieuws sinds je laatst keek." in ellen.reads
    ellen.looks("mentees")
    ellen.follow("Noor Jansen")
    ellen.follow("De opdrachtgever")
    assert "Marleen" not in ellen.page.content() and TABLE not in ellen.page.content()
    ellen.looks("mentee-table")
    ellen.follow("Ik twijfel")
    assert FELT in ellen.reads
    ellen.press("Bewaar")
    assert "Schrijf eerst wat je wilt zeggen." in ellen.reads
    ellen.fill("Schrijf Noor", "Wat knaagt er precies?")
    ellen.page.get_by_label("Dit is een vraag").check()
    ellen.press("Bewaar")
    assert "Wat knaagt er precies?" in ellen.reads
    ellen.looks("mentee-item")


def noor_answers_and_asks_marleen(noor: Someone) -> None:
    assert noor.today()[0].startswith("Ellen stelt je een vraag")
    noor.follow("Lees de vraag")
    noor.fill("Je antwoord", "Dat ik mijn prijs liet zakken.")
    noor.looks("mentor-question")
    noor.press("Bewaar je antwoord")
    assert "Dat ik mijn prijs liet zakken." in noor.reads
    noor.follow(TABLE, inside=noor.page.get_by_role("main"))
    noor.follow("Vraag het aan Marleen")
    noor.looks("mentor-both")
    noor.press("Leg het voor aan Marleen")
    assert "Je vroeg of Ellen Bakker met jullie mag meekijken" in noor.reads


def marleen_says_yes(marleen: Someone) -> None:
    marleen.log_fact("Iets opschrijven", note=HERS)
    assert marleen.today()[0].startswith("Noor vraagt of Ellen Bakker mag meekijken")
    marleen.follow("Lees wat het betekent")
    marleen.looks("companion-asked")
    marleen.press("Ja, dat mag")
    assert "Ellen Bakker kijkt mee met jullie" in marleen.reads
    marleen.looks("companion-agreed")


def ellen_reads_a_line_of_marleen(ellen: Someone) -> None:
    ellen.go("/meekijken/")
    ellen.follow("Noor Jansen")
    assert "Dat ik mijn prijs liet zakken." in ellen.reads
    ellen.follow("De opdrachtgever")
    ellen.page.get_by_role("main").get_by_role("link", name="opdrachtgever schreef iets op").first.click()
    assert HERS in ellen.reads and "Marleen" not in ellen.page.content()


def noor_sees_the_looks(noor: Someone) -> None:
    noor.go("/instellingen/meekijken/")
    noor.follow("Ellen Bakker")
    noor.looks("mentor")
    noor.follow("Wanneer Ellen wat bekeek")
    assert "Gevoelens" in noor.reads and "Het overzicht" in noor.reads
    noor.looks("mentor-looks")


def ellen_leaves(ellen: Someone, noor: Someone) -> None:
    here = ellen.page.url
    ellen.go("/meekijken/")
    ellen.follow("Noor Jansen")
    ellen.looks("mentee")
    ellen.press("Stop met meekijken")
    assert "Je kijkt nu met niemand mee." in ellen.reads
    ellen.page.goto(here)
    assert FELT not in ellen.page.content() and HERS not in ellen.page.content()
    ellen.go("/meekijken/eerder/")
    assert "Wat knaagt er precies?" in ellen.reads
    ellen.looks("mentees-before")
    noor.go("/instellingen/meekijken/")
    assert "Ellen ziet niets meer." in noor.reads
