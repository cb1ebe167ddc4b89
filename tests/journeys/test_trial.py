"""A trial project of two: proposed on a laptop, changed on a phone, done, looked back on; and alone without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone

SCOPE, QUESTION = "Drie mails voor de lente schrijven.", "Loopt het overleg zonder dat ik erachteraan zit?"
NOORS, MARLEENS = "Twee keer moest ik bellen.", "Het liep vanzelf, heerlijk."


@pytest.fixture
def marleen(arrive: Arrive, link: str) -> Someone:
    """Marleen behind her link on her phone."""
    someone = arrive("Marleen", width=390)
    someone.claim(link)
    return someone


def test_a_trial_project_from_proposal_to_decision(noor: Someone, marleen: Someone, time: Time) -> None:
    noor_proposes(noor)
    marleen_proposes_something_else(marleen)
    noor_agrees(noor)
    time.later(days=15)
    noor_looks_back(noor)
    marleen_cannot_read_it_yet_and_looks_back(marleen)
    both_read_it_side_by_side(noor, marleen)


def noor_proposes(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Proefproject")
    noor.looks("trial-none")
    noor.follow("Stel een proefproject voor")
    noor.fill("Wat gaan jullie doen?", SCOPE)
    noor.fill("Wat willen jullie te weten komen?", QUESTION)
    noor.press("Stel voor aan Marleen")
    assert "Vul dit nog in, bijvoorbeeld 250." in noor.reads
    expect(noor.page.get_by_label("Wat gaan jullie doen?")).to_have_value(SCOPE)
    noor.looks("trial-propose")
    noor.fill("Welk bedrag?", "450")
    noor.press("Stel voor aan Marleen")
    assert "Marleen zegt nog ja of nee" in noor.reads
    noor.looks("trial-proposed")


def marleen_proposes_something_else(marleen: Someone) -> None:
    marleen.go_home()
    assert marleen.today()[0].startswith("Noor stelt een proefproject voor")
    marleen.looks("trial-portal-home")
    marleen.follow("Bekijk het voorstel")
    marleen.looks("trial-portal-proposal")
    marleen.follow("Stel iets anders voor")
    marleen.choose("Per uur")
    marleen.fill("Hoeveel uur?", "7,5")
    marleen.fill("Welk bedrag per uur?", "60")
    marleen.press("Stel voor aan Noor")
    assert "7,5 uur voor € 60 per uur, samen € 450" in marleen.reads


def noor_agrees(noor: Someone) -> None:
    assert noor.today()[0].startswith("Marleen stelt een proefproject voor")
    noor.follow("Bekijk het voorstel")
    noor.press("Ja, dit doen we")
    assert "Jij en Marleen zijn het eens." in noor.reads
    noor.looks("trial-running")


def noor_looks_back(noor: Someone) -> None:
    asks = [one for one in noor.today() if one.startswith("Het proefproject met Marleen is klaar")]
    assert asks
    noor.follow("Kijk terug", inside=noor.page.get_by_role("listitem").filter(has_text="Het proefproject met Marleen"))
    noor.fill(QUESTION, NOORS)
    noor.looks("trial-look-1")
    noor.press("Volgende")
    noor.choose("Wisselend", question="Overleg")
    noor.choose("Heel goed", question="Betalen")
    noor.looks("trial-look-2")
    noor.press("Bewaar en ga later verder")
    noor.follow("Kijk terug: hoe ging het?")
    noor.follow("Kijk terug")
    expect(noor.page.get_by_label(QUESTION)).to_have_value(NOORS)
    noor.press("Volgende")
    noor.press("Volgende")
    noor.choose("Ja, als…")
    noor.looks("trial-look-3")
    noor.press("Sluit mijn envelop")
    assert "Jouw envelop is dicht." in noor.reads and NOORS in noor.reads
    noor.looks("trial-look-waiting")


def marleen_cannot_read_it_yet_and_looks_back(marleen: Someone) -> None:
    marleen.go_home()
    assert NOORS not in marleen.reads
    marleen.follow("Kijk terug")
    assert NOORS not in marleen.reads
    marleen.fill(QUESTION, MARLEENS)
    marleen.press("Volgende")
    marleen.choose("Goed", question="Overleg")
    marleen.press("Volgende")
    marleen.choose("Ja")
    marleen.press("Sluit mijn envelop")


def both_read_it_side_by_side(noor: Someone, marleen: Someone) -> None:
    noor.page.reload()
    for someone in (noor, marleen):
        assert someone.title == "De enveloppen zijn open"
        assert all(words in someone.reads for words in (NOORS, MARLEENS, "Wisselend", "Heel goed", "En nu?"))
    noor.looks("trial-open")
    marleen.looks("trial-open-phone")


def test_noor_alone_without_scripts(arrive: Arrive) -> None:
    noor = arrive("Noor", width=390, has_scripts=False)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof", stage="Verkennen")
    noor.follow("Proefproject")
    noor.follow("Stel een proefproject voor")
    noor.fill("Wat gaan jullie doen?", SCOPE)
    noor.choose("Onbetaald")
    noor.fill("Wat willen jullie te weten komen?", QUESTION)
    noor.press("Stel voor aan Marleen")
    assert "Dit voorstel is onbetaald. Dat mag" in noor.reads
    noor.press("We spraken dit al af, buiten de app")
    assert "Genoteerd door Noor, nog niet bevestigd door Marleen." in noor.reads
    noor.press("Het is klaar")
    noor.follow("Kijk terug: hoe ging het?")
    noor.follow("Kijk terug")
    noor.fill(QUESTION, NOORS)
    noor.press("Volgende")
    noor.press("Volgende")
    noor.choose("Nee")
    noor.press("Sluit mijn envelop")
    assert NOORS in noor.reads and "Zodra Marleen ook terugkijkt" in noor.reads
    noor.looks("trial-alone-phone")
