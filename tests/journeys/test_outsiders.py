"""Two people from outside: a lawyer whom Noor asks for herself, and a mediator whom both ask; without JavaScript too.

Noor works on a wide screen; Marleen, the lawyer and the mediator on their phones, each in a browser of her own.
"""

from __future__ import annotations

import re

import pytest

from tests.journeys.conftest import Arrive
from tests.journeys.someone import Someone

TABLE = "Studio Lindenhof"
REMARK, TEXT = "Zonder grens loop je veel risico.", "Tot ten hoogste tienduizend euro."
BILL, TALK = "De rekening van maart bleef liggen.", "Zullen we er een uur voor nemen?"

both_ways = pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])


def begin(arrive: Arrive, stage: str, *, has_scripts: bool) -> tuple[Someone, Someone]:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE, stage=stage)
    marleen.claim(noor.copy_link())
    return noor, marleen


@both_ways
def test_a_lawyer_reads_along_and_noor_takes_a_text_over(arrive: Arrive, has_scripts: bool) -> None:
    noor, marleen = begin(arrive, "Afspreken", has_scripts=has_scripts)
    address = noor_asks_a_lawyer(noor)
    sara = arrive("Sara", width=390, has_scripts=has_scripts)
    sara_reads_and_writes(sara, address)
    marleen.go_home()
    assert "Jurist" not in marleen.reads and "jurist" not in marleen.reads
    noor_takes_it_over_and_shares(noor)
    marleen.go_home()
    marleen.follow("Opmerkingen van een jurist")
    assert REMARK in marleen.reads and "Sara" not in marleen.reads
    marleen.looks("shared-remarks-phone")
    noor_gives_the_newer_text(noor)
    sara.go_home()
    assert "Veranderd sinds wat je nakeek: Concept 1" in sara.reads and f"Nu: {TEXT}" in sara.reads
    sara.looks("lawyer-changes-phone")


def noor_asks_a_lawyer(noor: Someone) -> str:
    here = noor.home.removeprefix(noor.site)
    noor.go(f"{here}afspreken/opstellen/")
    noor.press("Begin met de vragen")
    noor.go(f"{here}afspreken/opstellen/")
    noor.follow("Laat een jurist meelezen")
    assert noor.title == "Laat een jurist meelezen"
    noor.press("Bewaar en kies hoe je vraagt")
    assert "Vul de naam van de jurist in." in noor.reads
    noor.fill("Wie leest er mee?", "Sara Mulder")
    noor.fill("Waar moet de jurist op letten?", "Vooral het geld.")
    noor.looks("lawyer-ask")
    noor.press("Bewaar en kies hoe je vraagt")
    noor.looks("lawyer-one")
    noor.press("Kopieer", inside=noor.page.get_by_role("main"))
    noor.looks("lawyer-link")
    return noor.page.get_by_label("De link voor Sara").input_value()


def sara_reads_and_writes(sara: Someone, address: str) -> None:
    sara.page.goto(address)
    assert sara.title == "Sara, Noor vraagt je om mee te lezen" and "Vooral het geld." in sara.reads
    sara.looks("lawyer-landing-phone")
    sara.press("Lees de tekst")
    sara.home = sara.page.url
    sara.looks("lawyer-review-phone")
    sara.page.get_by_role("link", name=re.compile("^Schrijf een opmerking")).first.click()
    sara.press("Bewaar voor Noor")
    assert "Schrijf eerst je opmerking." in sara.reads
    sara.fill("Je opmerking", REMARK)
    sara.fill("Een tekst die je voorstelt", TEXT)
    sara.looks("lawyer-remark-phone")
    sara.press("Bewaar voor Noor")
    assert REMARK in sara.reads
    sara.press("Ja, nagekeken")
    assert "Nagekeken tot en met concept 1 door Sara Mulder" in sara.reads
    sara.looks("lawyer-reviewed-phone")


def noor_takes_it_over_and_shares(noor: Someone) -> None:
    noor.go("/vandaag/")
    assert "Sara las je overeenkomst" in noor.reads
    noor.follow("Bekijk wat er staat")
    assert REMARK in noor.reads and "Nagekeken tot en met concept 1" in noor.reads
    noor.looks("lawyer-remarks")
    noor.follow("Neem over of deel")
    noor.looks("lawyer-take")
    noor.press("Zet dit in mijn concept")
    assert TEXT in noor.reads
    noor.follow("Laat een jurist meelezen")
    noor.follow("Sara Mulder")
    noor.follow("Neem over of deel")
    noor.press("Deel precies deze tekst")
    assert REMARK in noor.reads and "Van een jurist. Gedeeld door jou" in noor.reads
    noor.looks("shared-remarks")


def noor_gives_the_newer_text(noor: Someone) -> None:
    noor.go(f"{noor.home.removeprefix(noor.site)}afspreken/jurist/")
    noor.follow("Sara Mulder")
    noor.press("Geef ook: Mijn concept, zoals het nu is")
    assert "Concept 2" in noor.reads


@both_ways
def test_a_mediator_sees_what_both_ticked_writes_and_it_ends(arrive: Arrive, has_scripts: bool) -> None:
    noor, marleen = begin(arrive, "Bijsturen", has_scripts=has_scripts)
    noor.log_fact("Toegang bij één persoon", note=BILL, about="Over mij")
    both_want_her(noor, marleen)
    address = noor_makes_a_link(noor)
    bea = arrive("Bea", width=390, has_scripts=has_scripts)
    bea.page.goto(address)
    bea.looks("mediator-landing-phone")
    bea.press("Kijk mee")
    bea.home = bea.page.url
    assert BILL not in bea.reads
    ticks(noor)
    bea.go_home()
    assert BILL not in bea.reads
    ticks(marleen, "mediation-given-phone")
    bea_writes(bea)
    marleen.go_home()
    marleen.follow("Bemiddelaar")
    assert TALK in marleen.reads
    marleen.press("Ik kan dan")
    marleen.looks("mediation-phone")
    noor.go(f"{noor.home.removeprefix(noor.site)}bijsturen/bemiddelaar/")
    noor.press("Ik kan dan")
    assert "Zet het in je agenda" in noor.reads and TALK in noor.reads
    noor.looks("mediation")
    marleen.press("Stop met de bemiddelaar")
    assert "Gestopt" in marleen.reads
    bea.page.goto(bea.home)
    assert bea.title == "Deze link werkt niet meer"


def both_want_her(noor: Someone, marleen: Someone) -> None:
    noor.go_home()
    noor.follow("Bemiddelaar")
    noor.looks("mediation-empty")
    noor.follow("Stel iemand voor")
    noor.press("Stel voor aan Marleen")
    assert "Vul de naam van de bemiddelaar in." in noor.reads
    noor.fill("Wie vragen jullie?", "Bea Kramer")
    noor.looks("mediation-propose")
    noor.press("Stel voor aan Marleen")
    marleen.go_home()
    assert marleen.today()[0].startswith("Noor wil er iemand bij vragen")
    marleen.follow("Bekijk het voorstel")
    marleen.looks("mediation-proposal-phone")
    marleen.press("Ja, vraag Bea erbij")
    assert "Bea leest alleen wat jullie allebei aanvinkten" in marleen.reads


def noor_makes_a_link(noor: Someone) -> str:
    noor.go(f"{noor.home.removeprefix(noor.site)}bijsturen/bemiddelaar/")
    noor.press("Kopieer", inside=noor.page.get_by_role("main"))
    noor.looks("mediator-link")
    return noor.page.get_by_label("De link voor Bea").input_value()


def ticks(someone: Someone, picture: str = "mediation-given") -> None:
    someone.go(f"{someone.home.removeprefix(someone.site)}bijsturen/bemiddelaar/")
    someone.follow("Kies wat er gelezen mag worden")
    someone.page.get_by_role("checkbox", name=re.compile(BILL)).check()
    someone.looks(picture)
    someone.press("Bewaar mijn vinkjes")


def bea_writes(bea: Someone) -> None:
    bea.go_home()
    assert BILL in bea.reads
    bea.press("Stuur aan allebei")
    assert "Schrijf hier iets, al is het één zin." in bea.reads
    bea.fill("Wat wil je aan allebei schrijven?", TALK)
    bea.press("Stuur aan allebei")
    bea.fill("Op welke dag?", "2026-02-02")
    bea.fill("Hoe laat?", "10:00")
    bea.fill("Waar?", "Het buurthuis")
    bea.press("Stel dit voor aan allebei")
    assert "maandag 2 februari, van 10:00 tot 11:00" in bea.reads
    bea.looks("mediator-phone")
