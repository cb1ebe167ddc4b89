"""Getting acquainted: the same questions, answered apart, laid side by side; and a guide for who does it alone.

Noor works on a wide screen, Marleen on her phone behind her link. The story runs with JavaScript and without.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrive
from tests.journeys.crawl import pages_of
from tests.journeys.someone import Someone

TABLE = "Studio Lindenhof"
SUCCESS = "Dat ik op vrijdag gewoon vrij ben."
WORRY = "Als ik iets pas op het laatst hoor."
SAID = "We bellen meteen als het tijd of geld kost."
KEEP = "Bewaar en ga verder"


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_two_people_get_acquainted_apart_and_then_side_by_side(arrive: Arrive, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE, stage="Verkennen")
    marleen.claim(noor.copy_link())
    noor_invites(noor)
    marleen_is_asked_first(marleen)
    noor_answers_part_by_part(noor)
    if has_scripts:  # What the app sends is the same without.
        marleen_sees_that_noor_sent_and_nothing_more(noor, marleen)
    marleen_answers_halfway_and_comes_back(marleen)
    both_see_it_side_by_side(noor, marleen)
    they_write_down_what_they_said(noor, marleen)


def noor_invites(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Kennismaking")
    assert noor.title == "Kennismaken"
    assert "Noor stelde een kennismaking voor, met vragen voor jullie allebei." in noor.reads
    noor.looks("acquaintance-start")
    noor.press("Nodig Marleen uit voor een kennismaking")
    assert noor.title == "Jullie kennismaking staat klaar"
    noor.looks("acquaintance-begun")


def marleen_is_asked_first(marleen: Someone) -> None:
    assert marleen.today()[0].startswith("Noor wil graag kennismaken")
    marleen.looks("acquaintance-side")


def noor_answers_part_by_part(noor: Someone) -> None:
    noor.follow("Begin met de vragen")
    assert noor.title == "Wat je belangrijk vindt"
    places = noor.page.get_by_role("combobox")
    for place, words in enumerate(("Eerlijk zeggen wat er speelt", "Goed werk leveren", "Goed werk leveren")):
        places.nth(place).select_option(label=words)
    noor.choose("Het meteen zeggen, ook zonder oplossing")
    noor.press(KEEP)
    assert "Dit staat al hoger. Kies hier iets anders, of laat het open." in noor.reads
    noor.looks("acquaintance-twice-the-same")
    places.nth(2).select_option(label="Doen wat je zegt")
    noor.press(KEEP)
    noor.choose("Rust: het werk is goed geregeld")
    noor.fill("Over een half jaar ben je blij dat je dit deed.", SUCCESS)
    noor.press(KEEP)
    noor.press(KEEP)
    noor.fill("Aan hoeveel uur werk per week", "veel")
    noor.press(KEEP)
    assert "Vul een heel getal in van 1 tot en met 80." in noor.reads
    noor.fill("Aan hoeveel uur werk per week", "8")
    noor.fill("Wat zou jou teleurstellen", WORRY)
    noor.press(KEEP)
    noor.press(KEEP)
    assert noor.title == "Zo gaat het in je envelop"
    noor.looks("acquaintance-look-through")
    noor.press("Sluit mijn envelop")
    assert noor.title == "Jouw envelop is dicht"
    noor.looks("acquaintance-sent")


def marleen_sees_that_noor_sent_and_nothing_more(noor: Someone, marleen: Someone) -> None:
    """Not a letter on her pages changes when Noor changes everything in her envelope."""
    assert marleen.today()[0].startswith("Noor is klaar met de kennismaking")
    before = pages_of(marleen)
    assert not [address for address, html in before.items() if SUCCESS in html or WORRY in html]
    noor.follow("Pas je antwoord aan")
    noor.page.get_by_role("link", name="Verander Aan hoeveel uur werk per week").click()
    noor.fill("Aan hoeveel uur werk per week", "40")
    noor.press("Bewaar en ga later verder")
    assert pages_of(marleen) == before
    noor.follow("Kennismaking")
    noor.follow("Pas je antwoord aan")
    noor.page.get_by_role("link", name="Verander Aan hoeveel uur werk per week").click()
    noor.fill("Aan hoeveel uur werk per week", "8")
    noor.press("Bewaar en ga later verder")


def marleen_answers_halfway_and_comes_back(marleen: Someone) -> None:
    marleen.go_home()
    marleen.follow("Beantwoord de vragen")
    marleen.looks("acquaintance-part-phone")
    places = marleen.page.get_by_role("combobox")
    for place, words in enumerate(("Plezier en lichtheid", "Samen beter worden", "Eerlijk zeggen wat er speelt")):
        places.nth(place).select_option(label=words)
    marleen.choose("Alleen iets zeggen als het groot is")
    marleen.page.get_by_label("In jouw woorden").nth(1).fill("Kleine dingen kosten mij te veel hoofd.")
    marleen.press("Bewaar en ga later verder")
    assert marleen.title == "Dag Marleen"
    marleen.follow("Beantwoord de vragen")
    assert marleen.title == "Wat je wilt bereiken", "she goes on where she was"
    marleen.choose("Rust: het werk is goed geregeld")
    marleen.press(KEEP)
    marleen.press(KEEP)
    marleen.fill("Aan hoeveel uur werk per week", "20")
    marleen.press(KEEP)
    marleen.press(KEEP)
    marleen.looks("acquaintance-look-through-phone")
    marleen.press("Sluit mijn envelop")


def both_see_it_side_by_side(noor: Someone, marleen: Someone) -> None:
    assert marleen.title == "Jullie kennismaking, naast elkaar"
    marleen.looks("acquaintance-side-by-side-phone")
    assert noor.today()[0].startswith("Je kennismaking met Marleen ligt open")
    noor.follow("Lees jullie antwoorden")
    first = noor.page.get_by_role("heading", level=2).first
    expect(first).to_have_text("Er gaat iets mis. Wat hoop je dat de ander doet?")
    headings = [one.inner_text() for one in noor.page.get_by_role("heading", level=2).all()]
    assert headings[1] == "Hier kan het botsen", "what asks for a talk comes first"
    assert headings.index("Hier denken jullie gelijk") < headings.index("Dit liet een van jullie open")
    assert "Kleine dingen kosten mij te veel hoofd." in noor.reads
    rule = "Deze twee keuzes trekken elk een andere kant op."
    expect(noor.page.get_by_text(rule)).not_to_be_visible()
    noor.page.locator("#mistake").get_by_text("De regel").click()
    expect(noor.page.get_by_text(rule)).to_be_visible()
    noor.looks("acquaintance-side-by-side")


def they_write_down_what_they_said(noor: Someone, marleen: Someone) -> None:
    noor.page.locator("#mistake").get_by_role("link", name="Schrijf op wat jullie erover zeiden").click()
    assert "Marleen leest precies deze woorden." in noor.reads
    noor.press("Bewaar voor ons samen")
    assert "Schrijf hier iets, al is het één zin." in noor.reads
    noor.fill("Wat zeiden jullie erover?", SAID)
    noor.looks("acquaintance-said")
    noor.press("Bewaar voor ons samen")
    assert SAID in noor.reads
    marleen.page.reload()
    assert SAID in marleen.reads
    marleen.go_home()
    marleen.follow("Kennismaking")
    marleen.looks("acquaintance-list-phone")
    noor.page.locator("#mistake").get_by_role("link", name="Bereid hierover een gesprek voor").click()
    expect(noor.page.get_by_label("Waar wil je het over hebben?")).to_have_value("Wat je hoopt als er iets misgaat")


def test_alone_the_same_questions_are_a_guide_for_her_own_talk(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Verkennen", inside=noor.page.get_by_role("main"))
    noor.follow("Gids voor een kennismaking")
    assert noor.title == "Je eigen gids voor een kennismaking"
    noor.looks("own-guide-empty")
    noor.follow("Vul dit deel in", inside=noor.page.get_by_role("region", name="Wat je wilt bereiken"))
    noor.page.get_by_label("Wat ik ervan vind").nth(1).fill(SUCCESS)
    noor.page.get_by_label("Wat Marleen zei").nth(1).fill("Dat het werk klaar is als zij terugkomt.")
    noor.looks("own-guide-part")
    noor.press("Bewaar en ga later verder")
    assert "Bewaard. Alleen jij ziet dit." in noor.reads
    assert SUCCESS in noor.reads
    noor.looks("own-guide")
    noor.follow("Of maak samen kennis")
    assert SUCCESS not in noor.reads, "nothing of it moves by itself"
