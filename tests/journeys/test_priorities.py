"""Priorities of two: a change told, countered, agreed and put on paper; and what comes first, sealed until both."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive
from tests.journeys.someone import CODE, PASSWORD, Someone
from tests.journeys.test_signing import fill_in, noor_puts_an_agreement_on_the_table


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_change_is_told_countered_agreed_and_signed(arrive: Arrive, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof", stage="Afspreken")
    marleen.claim(noor.copy_link())
    noor_puts_an_agreement_on_the_table(noor)
    both_sign(noor, marleen)
    marleen_tells(marleen)
    noor_counters(noor)
    marleen_says_yes_and_puts_it_on_paper(marleen)
    both_sign(noor, marleen, "Lees wat er verandert", "Teken deze aanvulling")
    noor.page.goto(noor.home + "bijsturen/prioriteiten/")
    assert "Het staat in de overeenkomst." in noor.reads


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_both_put_in_order_what_comes_first(arrive: Arrive, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    marleen.claim(noor.copy_link())
    noor.go_home()
    noor.follow("Prioriteiten")
    noor.looks("priorities-empty")
    noor.press("Zet elk op volgorde wat voorgaat")
    noor.press("Doe de envelop dicht")
    assert "De eerste drie horen erbij." in noor.reads
    noor.looks("priorities-order-wrong")
    orders(noor, "calm", "sales", "team")
    noor.looks("priorities-order-waits")
    assert marleen.today()[0].startswith("Wat gaat voor jou voor?")
    marleen.follow("Zet op volgorde")
    marleen.looks("priorities-order-phone")
    orders(marleen, "sales", "sales", "speed")
    assert "Dit staat er al." in marleen.reads
    orders(marleen, "sales", "calm", "speed")
    assert "Sneller klaar: bij jou in de eerste drie." in marleen.reads
    marleen.looks("priorities-order-opened-phone")
    noor.go_home()
    noor.follow("Prioriteiten")
    assert "Een fijne samenwerking: bij jou in de eerste drie." in noor.reads
    noor.looks("priorities-order-opened")


def orders(someone: Someone, *ids: str) -> None:
    for at, one in enumerate(ids, start=1):
        someone.page.locator(f"[name=place_{at}]").select_option(one)
    someone.press("Doe de envelop dicht")


def both_sign(noor: Someone, marleen: Someone, *way: str) -> None:
    """From the page of the agreement; `way` leads to what is signed."""
    for someone, name, secret in ((marleen, "Marleen de Vries", CODE), (noor, "Noor Jansen", PASSWORD)):
        someone.go_home()
        someone.follow("Overeenkomst")
        for link in way or ("Teken deze versie",):
            someone.follow(link)
        fill_in(someone, name, secret)
        someone.press("Teken")


def marleen_tells(marleen: Someone) -> None:
    marleen.go_home()
    marleen.page.goto(marleen.home + "bijsturen/prioriteiten/")
    marleen.follow("Vertel wat er verandert")
    marleen.press("Vertel het aan Noor")
    assert "Schrijf hier iets" in marleen.reads
    marleen.looks("priorities-tell-wrong-phone")
    marleen.page.locator("[name=what]").fill("Ik richt me op een nieuwe doelgroep.")
    marleen.page.locator("[name=time]").fill("Ik heb meer uren nodig.")
    marleen.page.locator("[name=hours_per_week_expected]").fill("12")
    marleen.press("Vertel het aan Noor")
    assert "Dit ligt bij Noor" in marleen.reads
    marleen.looks("priorities-told-phone")


def noor_counters(noor: Someone) -> None:
    assert noor.today()[0].startswith("Marleen vertelt wat er verandert")
    noor.follow("Lees wat er verandert")
    noor.looks("priorities-read")
    noor.follow("Ik stel iets anders voor")
    noor.page.locator("[name=hours_per_week_expected]").fill("10")
    noor.page.locator("[name=hourly_rate_eur]").fill("65")
    noor.looks("priorities-counter")
    noor.press("Vertel het aan Marleen")


def marleen_says_yes_and_puts_it_on_paper(marleen: Someone) -> None:
    marleen.today()
    marleen.follow("Lees wat er verandert")
    marleen.press("Geef dit antwoord")
    assert "Kies wat het best past." in marleen.reads
    marleen.choose("Ja, zo doen we het")
    marleen.press("Geef dit antwoord")
    assert "staat nog niet op papier" in marleen.reads
    marleen.looks("priorities-agreed-phone")
    marleen.follow("Leg het vast in de overeenkomst")
    assert "€ 62,50" in marleen.reads and "€ 65" in marleen.reads
    marleen.looks("priorities-paper-phone")
    marleen.press("Stel deze aanvulling voor aan Noor")
