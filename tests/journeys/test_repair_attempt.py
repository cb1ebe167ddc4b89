"""Mending together: a proposal, a counter-proposal, both say apart how it is; standing still; and trying alone.

Noor works on a wide screen, Marleen on her phone. The story runs twice: with JavaScript and without.
"""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone

TABLE = "Studio Lindenhof"
STUCK = "Ik merk dat ik opzie tegen je berichten in de avond."
SECRET = "Ik slaap er slecht van."


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_two_people_try_to_mend_it_and_say_apart_how_it_is(arrive: Arrive, time: Time, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE)
    marleen.claim(noor.copy_link())
    noor_proposes_and_first_forgets_something(noor)
    marleen_proposes_something_else(marleen)
    noor_agrees_and_moves_the_stage_herself(noor)
    time.later(weeks=3)
    noor_begins_to_say_how_it_is_and_comes_back(noor)
    marleen_reads_nothing_of_it_and_answers(marleen, time)
    both_read_the_same_and_go_on(noor, marleen)
    they_stand_still_for_a_while(noor, marleen, time)


def noor_proposes_and_first_forgets_something(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Herstelpoging")
    noor.looks("attempt-empty")
    noor.follow("Stel iets voor")
    noor.fill("Wat stroomt er niet meer?", STUCK)
    noor.press("Stel voor aan Marleen")
    assert "Schrijf hier iets, al is het één zin." in noor.reads
    assert noor.page.get_by_label("Wat stroomt er niet meer?").input_value() == STUCK
    noor.looks("attempt-wrong")
    noor.fill("Wat gaan jullie proberen?", "Na zes uur wachten we tot de ochtend.")
    noor.press("Stel voor aan Marleen")
    assert "Jouw voorstel ligt bij Marleen" in noor.reads
    noor.looks("attempt-proposed")


def marleen_proposes_something_else(marleen: Someone) -> None:
    assert marleen.today()[0].startswith("Noor stelt voor om samen iets te proberen")
    marleen.looks("side-attempt")
    marleen.follow("Bekijk het voorstel")
    assert STUCK in marleen.reads
    marleen.looks("attempt-to-answer")
    marleen.follow("Stel iets anders voor")
    assert marleen.page.get_by_label("Wat gaan jullie proberen?").input_value().startswith("Na zes uur")
    marleen.page.get_by_text("Nog één of twee dingen erbij").click()
    marleen.fill("En nog iets?", "Ik stuur alles in één bericht.")
    marleen.looks("attempt-counter")
    marleen.press("Stel voor aan Noor")
    assert "Jouw voorstel ligt bij Noor" in marleen.reads


def noor_agrees_and_moves_the_stage_herself(noor: Someone) -> None:
    assert noor.today()[0].startswith("Marleen stelt voor om samen iets te proberen")
    noor.follow("Bekijk het voorstel")
    noor.press("Ja, dit proberen we")
    assert "Jullie proberen dit samen" in noor.reads
    noor.looks("attempt-running")
    noor.press("Zet jullie fase op bijsturen")
    noor.go_home()
    now = noor.page.get_by_role("navigation", name="Fasen van deze samenwerking").locator("[aria-current=step]")
    assert "Bijsturen" in now.inner_text()


def noor_begins_to_say_how_it_is_and_comes_back(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Herstelpoging")
    noor.follow("Zeg nu al hoe het is")
    noor.looks("attempt-say")
    noor.press("Sluit mijn envelop")
    assert "Kies een van de drie antwoorden." in noor.reads
    noor.fill("Waarom? In één zin", SECRET)
    noor.press("Bewaar en ga later verder")
    noor.follow("Zeg nu al hoe het is")
    assert noor.page.get_by_label("Waarom? In één zin").input_value() == SECRET
    noor.page.get_by_role("radio", name="We gaan door met proberen").check()
    noor.press("Sluit mijn envelop")
    assert noor.title == "Jouw envelop is dicht"
    noor.looks("attempt-sent")


def marleen_reads_nothing_of_it_and_answers(marleen: Someone, time: Time) -> None:
    time.later(weeks=1)
    assert marleen.today()[0].startswith("Hoe is het nu?")
    marleen.follow("Zeg hoe het is")
    assert SECRET not in marleen.page.content()
    marleen.looks("attempt-say-phone")
    marleen.page.get_by_role("radio", name="Het stroomt weer").check()
    marleen.fill("Wat hielp?", "De rustige avonden.")
    marleen.press("Sluit mijn envelop")


def both_read_the_same_and_go_on(noor: Someone, marleen: Someone) -> None:
    assert marleen.title == "Voor jou stroomt het weer, Noor wil nog even verder proberen"
    assert SECRET in marleen.reads
    marleen.looks("attempt-opened-phone")
    noor.go_home()
    noor.follow("Herstelpoging")
    noor.follow("Lees wat jullie zeiden")
    assert noor.title == "Marleen vindt dat het weer stroomt, jij wilt nog even verder proberen"
    assert "De rustige avonden." in noor.reads
    noor.looks("attempt-opened")
    noor.press("Stel voor om vier weken door te gaan")
    assert "Jouw voorstel ligt bij Marleen" in noor.reads
    noor.looks("attempt-again")


def they_stand_still_for_a_while(noor: Someone, marleen: Someone, time: Time) -> None:
    marleen.go_home()
    marleen.follow("Pauze")
    marleen.looks("pause-empty-phone")
    marleen.follow("Stel een pauze voor")
    marleen.fill("Vanaf welke dag?", "2026-02-09")
    marleen.press("Stel voor aan Noor")
    assert "Kies een einde, of een dag waarop jullie er opnieuw naar kijken." in marleen.reads
    marleen.looks("pause-wrong-phone")
    marleen.fill("Tot welke dag?", "2026-05-01")
    marleen.choose("Ziekte")
    marleen.press("Stel voor aan Noor")
    assert noor.today()[0].startswith("Marleen stelt een pauze voor")
    noor.follow("Bekijk het voorstel")
    noor.looks("pause-to-answer")
    noor.press("Ja, we staan even stil")
    time.later(weeks=2)
    noor.go_home()
    assert "Jullie staan even stil tot 1 mei." in noor.reads
    noor.looks("home-in-pause")
    marleen.go_home()
    marleen.follow("Pauze")
    assert "Jullie staan even stil tot 1 mei" in marleen.reads
    marleen.looks("pause-running-phone")
    marleen.press("We gaan weer verder")
    noor.go_home()
    assert "Jullie staan even stil" not in noor.reads


def test_noor_tries_something_alone_and_notes_a_pause(arrive: Arrive, time: Time) -> None:
    noor = arrive("Noor", width=390)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE)
    noor.go_home()
    noor.follow("Herstelpoging")
    noor.looks("attempt-alone")
    noor.follow("Probeer iets voor jezelf")
    noor.fill("Wat stroomt er niet meer?", "Ik wacht te lang met vragen.")
    noor.fill("Wat ga je proberen?", "Dezelfde dag bellen.")
    noor.looks("own-attempt")
    noor.press("Bewaar in mijn binnenzak")
    noor.looks("own-attempt-running")
    time.later(weeks=4)
    assert any(one.startswith("Hoe is het nu, voor jou, met Marleen?") for one in noor.today())
    noor.page.get_by_role("link", name="Kijk terug").first.click()
    noor.page.get_by_role("radio", name="We gaan uit elkaar").check()
    noor.press("Bewaar mijn antwoord")
    assert noor.title == "Voor jou is het klaar"
    noor.looks("own-attempt-said")
    noor.go_home()
    noor.follow("Pauze")
    noor.follow("Noteer een pauze")
    noor.fill("Wanneer kijken jullie er opnieuw naar?", "2026-03-02")
    noor.looks("pause-note")
    noor.press("Noteer deze pauze")
    assert "door Noor" in noor.reads
    noor.looks("pause-noted")
