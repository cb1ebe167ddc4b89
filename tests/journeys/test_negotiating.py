"""Two people make an agreement their own: Marleen reads on her phone, proposes, both agree part by part, and both sign.

The story runs twice: with JavaScript and without.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.journeys.conftest import Arrive
from tests.journeys.someone import CODE, PASSWORD, Someone
from tests.journeys.test_signing import fill_in, noor_puts_an_agreement_on_the_table, they_sit_at_a_table


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_two_people_make_the_next_version_together_and_sign_it(arrive: Arrive, has_scripts: bool) -> None:
    noor, marleen = they_sit_at_a_table(arrive, has_scripts=has_scripts)
    noor_puts_an_agreement_on_the_table(noor)
    marleen_reads_it_part_by_part(marleen)
    marleen_proposes_two_things(marleen)
    noor_says_yes_to_one_and_counters_the_other(noor)
    marleen_takes_the_counter_proposal(marleen)
    noor_makes_the_next_version(noor)
    both_read_what_differs(noor, marleen)
    marleen_agrees_with_the_rest_and_signs(marleen)
    noor_signs(noor)


def about(someone: Someone, role: Any, words: str, title: str) -> None:
    """Press or follow what belongs to one part; the part is named for who hears the page."""
    someone.page.get_by_role(role, name=re.compile(rf"^{words}\s*: {title}")).first.click()


def marleen_reads_it_part_by_part(marleen: Someone) -> None:
    assert marleen.today()[0].startswith("Noor legde een overeenkomst op tafel")
    marleen.follow("Lees de overeenkomst")
    marleen.looks("negotiating-marleen-agreement")
    marleen.follow("Bespreek de tekst, stuk voor stuk")
    marleen.looks("negotiating-marleen-talk")
    about(marleen, "button", "Akkoord", "Doel van de samenwerking")
    assert "Het is nog geen handtekening" in marleen.page.locator("body").inner_text()
    about(marleen, "link", "Bespreek", "De opdracht")
    marleen.press("Deel dit met Noor")
    assert "Schrijf eerst iets op." in marleen.reads
    marleen.looks("negotiating-marleen-no-words")
    marleen.page.locator("[name=words]").fill("Hoort de nieuwsbrief hier ook bij?")
    marleen.press("Deel dit met Noor")
    marleen.looks("negotiating-marleen-said")


def marleen_proposes_two_things(marleen: Someone) -> None:
    marleen.follow("Terug naar de hele tekst")
    about(marleen, "link", "Bespreek", "Factureren en betalen")
    marleen.follow("Stel iets anders voor")
    marleen.looks("negotiating-marleen-fields")
    marleen.page.locator("[name=payment_term_days]").fill("dertig")
    marleen.press("Bekijk de tekst")
    marleen.looks("negotiating-marleen-wrong")
    marleen.page.locator("[name=payment_term_days]").fill("30")
    marleen.page.locator("[name=why]").fill("Mijn klanten betalen mij ook laat.")
    marleen.press("Bekijk de tekst")
    assert "Er is nog niets gedeeld" in marleen.reads and "30 dagen" in marleen.reads
    marleen.looks("negotiating-marleen-look")
    marleen.press("Stel voor aan Noor")
    assert "Noor heeft nog niet geantwoord" in marleen.reads
    marleen.looks("negotiating-marleen-proposed")
    marleen.follow("Terug naar de hele tekst")
    marleen.follow("Stel iets voor dat er nog niet in staat")
    marleen.looks("negotiating-marleen-add")
    marleen.follow("Schrijf het zelf")
    marleen.fill("Waar gaat het over?", "Vakantie")
    marleen.page.locator("[name=text]").fill("We melden vakantie vier weken vooraf.")
    marleen.press("Bekijk de tekst")
    marleen.press("Pas het nog aan")
    marleen.page.locator("[name=text]").fill("We melden vakantie zes weken vooraf.")
    marleen.press("Bekijk de tekst")
    marleen.press("Stel voor aan Noor")
    marleen.go_home()
    assert "Nu Noor: 2 voorstellen van jou" in marleen.reads


def noor_says_yes_to_one_and_counters_the_other(noor: Someone) -> None:
    assert noor.today()[0].startswith("Nu jij: 2 voorstellen van Marleen")
    noor.looks("negotiating-noor-today")
    noor.follow("Bekijk en antwoord")
    noor.looks("negotiating-noor-talk")
    about(noor, "link", "Bekijk en antwoord", "Factureren en betalen")
    assert "Mijn klanten betalen mij ook laat." in noor.reads
    noor.looks("negotiating-noor-reads")
    noor.page.locator("[name=word]").fill("Dat past.")
    noor.press("Akkoord met dit voorstel")
    assert "Jullie zijn het eens over een andere tekst" in noor.reads
    noor.looks("negotiating-noor-accepted")
    noor.follow("Terug naar de hele tekst")
    about(noor, "link", "Bekijk en antwoord", "Vakantie")
    noor.follow("Stel iets anders voor")
    noor.page.locator("[name=text]").fill("We melden vakantie vier weken vooraf.")
    noor.press("Bekijk de tekst")
    noor.press("Stel voor aan Marleen")
    noor.follow("Terug naar de hele tekst")
    about(noor, "link", "Bekijk en antwoord", "De opdracht")
    noor.page.locator("[name=words]").fill("Ja, de nieuwsbrief hoort erbij.")
    noor.press("Deel dit met Marleen")
    noor.looks("negotiating-noor-said")


def marleen_takes_the_counter_proposal(marleen: Someone) -> None:
    marleen.go("/kant/")
    assert "Nu jij: 1 voorstel van Noor" in marleen.reads
    marleen.looks("negotiating-marleen-first-page")
    marleen.follow("Bekijk en antwoord")
    about(marleen, "link", "Bekijk en antwoord", "Vakantie")
    marleen.looks("negotiating-marleen-counter")
    marleen.press("Akkoord met dit voorstel")
    marleen.follow("Terug naar de hele tekst")
    marleen.looks("negotiating-marleen-agreed")


def noor_makes_the_next_version(noor: Someone) -> None:
    assert noor.today()[0].startswith("Eens over 2 veranderingen")
    noor.follow("Bekijk wat jullie afspraken")
    noor.follow("Maak de volgende versie")
    assert "30 dagen" in noor.reads and "vier weken vooraf" in noor.reads
    noor.choose("14 dagen de tijd")
    noor.looks("negotiating-noor-next")
    noor.press("Leg deze versie bij Marleen op tafel")
    assert "Versie 2" in noor.reads and "Tekenen kan tot en met" in noor.reads
    noor.looks("negotiating-noor-version-two")


def both_read_what_differs(noor: Someone, marleen: Someone) -> None:
    for someone in (noor, marleen):
        someone.go_home()
        someone.follow("Overeenkomst")
        someone.follow("Bekijk wat er per versie veranderde")
        someone.looks(f"negotiating-{someone.name}-versions".lower())
        someone.follow("Verschil met versie 1")
        assert "Vakantie" in someone.reads and "30 dagen" in someone.reads
        someone.looks(f"negotiating-{someone.name}-difference".lower())


def marleen_agrees_with_the_rest_and_signs(marleen: Someone) -> None:
    marleen.go_home()
    marleen.follow("Overeenkomst")
    marleen.follow("Bespreek de tekst, stuk voor stuk")
    marleen.press("Ik ben akkoord met die")
    assert "Jij hebt overal iets over gezegd" in marleen.reads
    marleen.looks("negotiating-marleen-all-agreed")
    marleen.follow("Verder naar de overeenkomst")
    marleen.follow("Teken deze versie")
    fill_in(marleen, "Marleen de Vries", CODE)
    marleen.press("Teken")


def noor_signs(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Overeenkomst")
    noor.follow("Teken deze versie")
    fill_in(noor, "Noor Jansen", PASSWORD)
    noor.press("Teken")
    assert "Jullie hebben allebei getekend." in noor.reads
