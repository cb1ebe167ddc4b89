"""For when it ever stops, of two, on a wide screen and a phone, with and without JavaScript; and a plan of one's own."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_both_agree_beforehand_and_noor_has_a_plan_of_her_own(arrive: Arrive, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof", stage="Starten")
    marleen.claim(noor.copy_link())
    noor.go_home()
    noor.follow("Als het ooit stopt")
    noor.looks("exit-empty")
    noor.follow("Stel iets voor")
    noor.press("Stel voor aan Marleen")
    assert "Vul iets in, al is het één ding." in noor.reads
    noor.looks("exit-wrong")
    noor.page.locator("[name=owners]").fill("Het domein is van Marleen.")
    noor.press("Stel voor aan Marleen")
    assert "Jouw voorstel ligt bij Marleen" in noor.reads
    noor.follow("Bedenk voor jezelf wat je dan doet")
    noor.page.locator("[name=signs]").fill("Als ik mijn mail niet meer open.")
    noor.press("Bewaar")
    noor.looks("exit-own")
    assert marleen.today()[0].startswith("Noor wil vooraf bespreken hoe jullie ooit stoppen")
    marleen.follow("Bekijk het voorstel")
    assert "mijn mail" not in marleen.reads
    marleen.looks("exit-proposed-phone")
    marleen.press("Ja, zo spreken we het af")
    assert "Zo gaat het als het stopt" in marleen.reads
    noor.go_home()
    noor.follow("Als het ooit stopt")
    assert "Afgesproken op" in noor.reads
    noor.looks("exit-agreed")
