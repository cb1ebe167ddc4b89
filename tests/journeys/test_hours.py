"""A week of hours from both sides: one line, agreeing, a word at three quarters, confirming, seeing it otherwise.

Noor works on a wide screen, Marleen on her phone. The story runs twice: with JavaScript and without.
"""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive
from tests.journeys.someone import Someone


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_hours_are_written_agreed_and_confirmed_by_the_other(arrive: Arrive, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    marleen.claim(noor.copy_link())
    noor_writes_and_proposes(noor)
    marleen_agrees(marleen)
    noor_works_three_of_four_hours(noor)
    marleen_confirms_one_and_sees_one_otherwise(marleen)
    noor.go_home()
    noor.follow("Uren en inbreng")
    noor.looks("hours-otherwise")
    assert "Het was korter." in noor.reads


def noor_writes_and_proposes(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Uren en inbreng")
    noor.looks("hours-empty")
    noor.fill("Wat heb je gedaan?", "nieuwsbrief")
    noor.press("Schrijf op")
    assert "Begin met de uren" in noor.reads
    noor.looks("hours-wrong")
    noor.fill("Wat heb je gedaan?", "2,5 vandaag nieuwsbrief")
    noor.press("Schrijf op")
    assert "2,5 uur: nieuwsbrief" in noor.reads
    noor.follow("Spreek af wat ieder inbrengt")
    noor.looks("hours-agree")
    noor.fill("Hoeveel uur?", "4")
    noor.press("Stel voor aan Marleen")


def marleen_agrees(marleen: Someone) -> None:
    assert marleen.today()[0].startswith("Noor stelt voor wie wat inbrengt")
    marleen.follow("Bekijk het voorstel")
    marleen.looks("hours-to-agree")
    marleen.press("Ja, dit spreken we af")
    assert "Nog 1,5 uur" in marleen.reads


def noor_works_three_of_four_hours(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Uren en inbreng")
    noor.fill("Wat heb je gedaan?", "45 min vandaag cijfers")
    noor.press("Schrijf op")
    assert "Driekwart van de uren is gebruikt." in noor.reads
    noor.looks("hours-three-quarters")


def marleen_confirms_one_and_sees_one_otherwise(marleen: Someone) -> None:
    marleen.go_home()
    assert "Noor schreef 2 regels op." in marleen.reads
    marleen.follow("Uren en inbreng")
    marleen.looks("hours-to-confirm")
    marleen.page.get_by_text("Ik zie het anders").first.click()
    marleen.page.get_by_label("Hoe zie jij het?").first.fill("Het was korter.")
    marleen.press("Bewaar hoe ik het zie")
    marleen.press("Zo was het")
    assert "Bevestigd: 1 regel." in marleen.reads
