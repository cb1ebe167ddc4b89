"""The balance of two, sealed until both, on a wide screen and a phone, with and without JavaScript; and of one alone."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive
from tests.journeys.someone import Someone


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_both_say_how_they_see_it_and_then_read_each_other(arrive: Arrive, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    noor_looks_for_herself(noor)
    marleen.claim(noor.copy_link())
    noor.go_home()
    noor.follow("De balans")
    noor.press("Kijk samen naar de balans")
    noor.press("Bewaar en ga verder")
    assert "Noem minstens één ding." in noor.reads
    noor.looks("balance-wrong")
    says(noor, "De foto’s en de winkel.", "60 procent ik, 40 procent Marleen")
    assert "Je envelop is dicht." in noor.reads
    noor.looks("balance-waits")
    marleen_says_hers(marleen)
    noor.go_home()
    noor.follow("De balans")
    assert "De nieuwsbrief en het uitzoeken." in noor.reads
    assert "Samen komen jullie op 110 procent." in noor.reads
    noor.looks("balance-opened-wide")


def says(someone: Someone, named: str, share: str) -> None:
    someone.page.get_by_role("textbox").fill(named)
    someone.press("Bewaar en ga verder")
    someone.looks("balance-share")
    someone.choose(share)
    someone.press("Doe de envelop dicht")


def noor_looks_for_herself(noor: Someone) -> None:
    """Nobody else is there yet."""
    noor.page.goto(noor.home + "samenwerken/balans/")
    noor.looks("balance-alone")
    noor.follow("Kijk voor jezelf naar de balans")
    noor.page.get_by_role("textbox").fill("Zij denkt mee.")
    noor.press("Bewaar en ga verder")
    noor.choose("70 procent ik, 30 procent Marleen")
    noor.press("Bewaar")
    assert "Jij 70 procent, Marleen 30 procent." in noor.reads
    noor.looks("balance-own")


def marleen_says_hers(marleen: Someone) -> None:
    assert "Zij denkt mee." not in marleen.reads
    assert marleen.today()[0].startswith("Hoe zie jij wie wat doet?")
    marleen.follow("Kijk naar de balans")
    assert "De foto’s" not in marleen.reads
    marleen.follow("Begin")
    marleen.looks("balance-named-phone")
    says(marleen, "De nieuwsbrief en het uitzoeken.", "50 procent ik, 50 procent Noor")
    assert "De foto’s en de winkel." in marleen.reads
    marleen.looks("balance-opened-phone")
