"""Noor mistypes her address: who has it frees it, and Noor proves her own. Marleen turns her link into an account."""

from __future__ import annotations

from typing import Any

import pytest

from samenstroom.mail.models import OutgoingMail
from tests.journeys.conftest import Arrive
from tests.journeys.someone import PASSWORD, Someone


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_mistyped_address_is_freed_and_an_address_is_proven(arrive: Arrive, settings: Any, has_scripts: bool) -> None:
    settings.MAIL_MODE = "preview"
    noor = arrive("Noor", width=1280 if has_scripts else 390, has_scripts=has_scripts)
    reader = arrive("Ruben", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@vorbeeld.nl")
    noor.go("/vandaag/")
    assert "noor@vorbeeld.nl is nog niet bevestigd" in noor.reads
    noor.looks("today-unproven")
    frees(reader, newest("address_claimed")["link"])
    noor.go("/vandaag/")
    noor.looks("today-freed")
    noor.follow("Geef je eigen e-mailadres")
    noor.fill("Je nieuwe e-mailadres", "noor@voorbeeld.nl")
    noor.press("Mail een code naar dit adres")
    noor.looks("prove-address")
    noor.fill("De code uit je mail", newest("address_code")["code"])
    noor.press("Bevestig")
    assert noor.title == "Hoe je inlogt" and "nog niet bevestigd" not in noor.reads
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    becomes_an_account(arrive("Marleen", width=390, has_scripts=has_scripts), noor.copy_link())


def frees(reader: Someone, link: str) -> None:
    reader.go("/account/" + link.split("/account/")[1])
    assert reader.title == "Is dit account niet van jou?"
    reader.looks("not-mine")
    reader.press("Dit ben ik niet, maak mijn adres vrij")
    assert reader.title == "Je adres is weer vrij"
    reader.looks("not-mine-freed")


def becomes_an_account(marleen: Someone, link: str) -> None:
    marleen.claim(link)
    marleen.go("/kant/account/")
    marleen.fill("E-mailadres", "marleen@voorbeeld.nl")
    marleen.fill("Wachtwoord", PASSWORD)
    marleen.press("Maak mijn account")
    assert marleen.title == "Bevestig je e-mailadres"
    marleen.looks("account-code")
    marleen.fill("De code uit je mail", newest("address_code")["code"])
    marleen.press("Maak mijn account")
    assert "/vandaag/" in marleen.page.url


def newest(kind: str) -> dict[str, str]:
    """What stands in the newest mail of this kind."""
    secret = OutgoingMail.objects.filter(kind=kind).latest("pk").secret
    assert secret is not None
    return dict(secret)
