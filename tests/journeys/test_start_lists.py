"""The lists of a start: ideas, one of one's own, a secret that is refused, and the other who finishes something.

Noor works on a wide screen, Marleen on her phone. The story runs twice: with JavaScript and without.
"""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_two_people_get_ready_to_begin(arrive: Arrive, time: Time, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    marleen.claim(noor.copy_link())
    noor.go(noor.home.removeprefix(noor.site) + "starten/klaarzetten/")
    noor.looks("ready-empty")
    noor.page.get_by_label("Huisstijl en voorbeelden").check()
    noor.press("Zet dit op de lijst")
    assert "Huisstijl en voorbeelden" in noor.reads
    noor.go(noor.home.removeprefix(noor.site) + "starten/toegang/")
    noor.fill("Welk account of welke plek?", "De mailbox van de studio")
    noor.choose("Ik", question="Wie kan erin?")
    noor.fill("Waar staat het geheim?", "wachtwoord: Welkom01")
    noor.press("Zet op de lijst")
    assert "Zet hier geen wachtwoord" in noor.reads
    noor.looks("access-wrong")
    noor.fill("Waar staat het geheim?", "In de gedeelde kluis")
    noor.press("Zet op de lijst")
    noor.looks("access")
    marleen_reads_and_finishes(marleen)


def marleen_reads_and_finishes(marleen: Someone) -> None:
    marleen.go_home()
    marleen.follow("Klaarzetten")
    marleen.follow("Huisstijl en voorbeelden")
    marleen.looks("ready-item")
    marleen.press("Dit is klaar")
    assert "Klaar op" in marleen.reads
    marleen.go_home()
    marleen.follow("Wie kan waar bij")
    assert "In de gedeelde kluis" in marleen.reads
    marleen.looks("side-access")
