"""A disagreement between two: each one's side, opened together; what they say together; a step, a blind amount, a file.

Noor works on a wide screen, Marleen on her phone. First once alone; then the story
runs twice: with JavaScript and without.
"""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone

TABLE = "Studio Lindenhof"
SUBJECT = "We zien verschillend wat een ronde feedback is."
NOORS, MARLEENS = "In maart vroeg je om een derde versie.", "De tweede versie miste onze toon."


def test_alone_she_puts_it_in_order_for_herself(noor: Someone) -> None:
    noor.go(noor.home.removeprefix(noor.site) + "bijsturen/meningsverschil/")
    noor.follow("Noteer een meningsverschil")
    noor.fill("Het onderwerp, in één zin", SUBJECT)
    noor.choose("Geld en recht")
    noor.press("Laat zien hoe het wordt")
    noor.press("Noteer dit")
    assert "Alleen het geld" not in noor.reads
    noor.press("Voor mij is het opgelost")
    assert "Opgelost" in noor.reads
    noor.looks("conflict-alone")


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_two_people_disagree_and_come_to_one_text(arrive: Arrive, time: Time, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE, stage="Bijsturen")
    marleen.claim(noor.copy_link())
    noor_puts_it_on_the_table_and_tells_her_side(noor)
    marleen_tells_hers_and_both_open(marleen)
    they_agree_on_sentences_and_who_does_what(noor, marleen)
    they_take_a_step(noor, time)
    they_name_an_amount(noor, marleen)
    noor_looks_at_a_file(noor)
    they_call_it_solved(noor, marleen)


def noor_puts_it_on_the_table_and_tells_her_side(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Meningsverschil")
    noor.looks("conflict-empty")
    noor.follow("Leg iets op tafel")
    noor.press("Laat zien hoe het wordt")
    assert "Kies waar het vooral over gaat." in noor.reads
    noor.looks("conflict-open-wrong")
    noor.fill("Het onderwerp, in één zin", SUBJECT)
    noor.choose("Communicatie en verwachtingen")
    noor.press("Laat zien hoe het wordt")
    assert "Precies deze woorden." in noor.reads
    noor.looks("conflict-open-preview")
    noor.press("Leg dit op tafel")
    assert noor.title == SUBJECT
    noor.follow("Vertel jouw kant")
    noor.fill("Wat gebeurde er, zoals jij het zag?", NOORS)
    noor.fill("Wat heb je nodig?", "Vooraf weten hoeveel versies er zijn.")
    noor.looks("conflict-tell")
    noor.press("Laat zien hoe het wordt")
    noor.looks("conflict-tell-preview")
    noor.press("Houd het dicht tot we allebei klaar zijn")
    assert "Jouw kant is dicht." in noor.reads and NOORS not in noor.reads


def marleen_tells_hers_and_both_open(marleen: Someone) -> None:
    assert "wacht op je bij een meningsverschil" in marleen.today()[0]
    marleen.follow("Kijk wat er ligt")
    assert SUBJECT in marleen.reads and NOORS not in marleen.page.content()
    marleen.looks("conflict-waits")
    marleen.follow("Vertel jouw kant")
    marleen.fill("Wat gebeurde er, zoals jij het zag?", MARLEENS)
    marleen.press("Laat zien hoe het wordt")
    marleen.looks("conflict-tell-preview-link")
    marleen.press("Houd het dicht tot we allebei klaar zijn")
    assert NOORS in marleen.reads and MARLEENS in marleen.reads
    marleen.looks("conflict-opened")


def they_agree_on_sentences_and_who_does_what(noor: Someone, marleen: Someone) -> None:
    marleen.follow("Stel zinnen voor")
    marleen.fill("Welke zinnen kloppen voor jullie allebei?", "Er waren drie versies.\nDe toon was afgesproken.")
    marleen.looks("conflict-sentences")
    marleen.press("Stel voor aan Noor")
    assert noor.today()[0].startswith("Marleen wacht op je bij een meningsverschil")
    noor.follow("Kijk wat er ligt")
    noor.looks("conflict-to-accept")
    noor.press("Ja, dit klopt voor mij")
    assert "Jullie staan hier allebei achter." in noor.reads
    assert "Hierover zijn jullie het nog niet eens" in noor.reads
    noor.follow("Zeg wie wat doet")
    noor.fill("Wat gaat er gebeuren?", "Noor telt de rondes vooraf.")
    noor.choose("Ik")
    noor.fill("Vóór welke dag?", "2026-01-20")
    noor.press("Stel voor aan Marleen")
    marleen.go_home()
    marleen.follow("Meningsverschil")
    marleen.press("Ja, dit klopt voor mij")
    assert "Noor telt de rondes vooraf." in marleen.reads
    marleen.looks("conflict-agreed")


def they_take_a_step(noor: Someone, time: Time) -> None:
    noor.go_home()
    noor.follow("Meningsverschil")
    noor.follow("De stappen")
    assert "Dit hebben jullie niet afgesproken." in noor.reads
    noor.looks("conflict-ladder")
    noor.press("Vraag om een gesprek")
    assert "Hier zijn jullie" in noor.reads
    noor.looks("conflict-ladder-taken")
    time.later(days=15)
    assert any("termijn van een stap" in one for one in noor.today())


def they_name_an_amount(noor: Someone, marleen: Someone) -> None:
    noor.go_home()
    noor.follow("Meningsverschil")
    noor.follow("Alleen het geld")
    noor.looks("conflict-blind-rules")
    noor.press("Ik")
    noor.fill("Wat is het laagste bedrag", "800")
    noor.press("Stuur mijn bedrag, dicht")
    assert "€ 800" in noor.reads
    noor.looks("conflict-blind-sent")
    marleen.go_home()
    marleen.follow("Meningsverschil")
    marleen.follow("Alleen het geld")
    assert "800" not in marleen.page.content()
    marleen.fill("Wat is het hoogste bedrag", "600")
    marleen.press("Stuur mijn bedrag, dicht")
    assert "Nog geen overlap" in marleen.reads and "800" not in marleen.reads
    marleen.looks("conflict-blind-none")
    marleen.fill("Wat is het hoogste bedrag", "900")
    marleen.press("Stuur mijn bedrag, dicht")
    noor.go_home()
    noor.follow("Meningsverschil")
    noor.follow("Alleen het geld")
    noor.fill("Wat is het laagste bedrag", "800")
    noor.press("Stuur mijn bedrag, dicht")
    assert "€ 850" in noor.reads
    noor.looks("conflict-blind-met")
    noor.press("Ja, € 850 is goed")


def noor_looks_at_a_file(noor: Someone) -> None:
    noor.follow("Terug naar het meningsverschil")
    noor.follow("Een dossier over dit meningsverschil")
    noor.looks("conflict-file")
    noor.press("Laat zien hoe het wordt")
    assert NOORS in noor.reads and "Er waren drie versies." in noor.reads
    noor.looks("conflict-file-preview")


def they_call_it_solved(noor: Someone, marleen: Someone) -> None:
    for one in (noor, marleen):
        one.go_home()
        one.follow("Meningsverschil")
        one.press("Voor mij is het opgelost")
    assert "Opgelost" in marleen.reads
    marleen.looks("conflict-solved")
