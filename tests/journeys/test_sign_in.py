"""Noor makes coming in easier for herself and harder for others: a passkey, a second step, spare codes.

She works on a wide screen with JavaScript, and the same story without passkeys runs on a phone without it. The device
with her passkey is a virtual one, in a real browser.
"""

from __future__ import annotations

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

from tests.journeys.conftest import Arrive
from tests.journeys.someone import PASSWORD, Someone

DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_coming_in_safely(arrive: Arrive, has_scripts: bool) -> None:
    noor = arrive("Noor", width=1280 if has_scripts else 390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.go("/instellingen/")
    noor.follow("Hoe je inlogt")
    noor.looks("sign-in")
    if has_scripts:
        with_a_passkey(noor)
    else:
        noor.follow("Toegangssleutels")
        assert "Je browser kan dit nu niet." in noor.reads
        noor.looks("passkeys-without-scripts")
    codes = turns_the_second_step_on(noor)
    comes_in_with_a_spare_code(noor, codes[0])
    noor.go("/instellingen/inloggen/")
    noor.looks("sign-in-safe")
    noor.follow("Een extra stap na je wachtwoord")
    noor.looks("second-step-on")
    noor.page.get_by_text("Wil je de extra stap niet meer").click()
    noor.press("Zet de extra stap uit")
    assert "De extra stap staat uit." in noor.page.content()


def with_a_passkey(noor: Someone) -> None:
    device = noor.page.context.new_cdp_session(noor.page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    noor.follow("Toegangssleutels")
    noor.looks("passkeys-empty")
    noor.fill("Hoe noem je deze toegangssleutel?", "mijn laptop")
    noor.press("Maak een toegangssleutel")
    noor.page.get_by_role("link", name="mijn laptop").wait_for()
    noor.looks("passkeys")
    noor.follow("mijn laptop")
    noor.looks("passkey")
    noor.fill("Hoe noem je deze toegangssleutel?", "de laptop op mijn bureau")
    noor.press("Bewaar")
    signs_out(noor)
    noor.go("/account/inloggen/")
    noor.looks("sign-in-page")
    noor.press("Log in met een toegangssleutel")
    noor.page.wait_for_url("**/vandaag/")
    noor.go("/bevestigen/?next=/instellingen/inloggen/")
    noor.looks("prove")
    noor.press("Gebruik je toegangssleutel")
    noor.page.wait_for_url("**/instellingen/inloggen/")
    assert "de laptop op mijn bureau" in noor.reads


def turns_the_second_step_on(noor: Someone) -> list[str]:
    noor.go("/instellingen/inloggen/")
    noor.follow("Een extra stap na je wachtwoord")
    noor.looks("second-step-begin")
    noor.page.get_by_text("Ik kan niet scannen").click()
    noor.looks("second-step-typing")
    secret = noor.page.get_by_label("Typ of plak deze code in je app").input_value()
    noor.fill("De zes cijfers uit je app", "12")
    noor.press("Zet de extra stap aan")
    noor.looks("second-step-wrong")
    noor.fill("De zes cijfers uit je app", digits(secret))
    noor.press("Zet de extra stap aan")
    assert noor.title == "Bewaar deze noodcodes"
    noor.looks("spare-codes")
    return re.findall(r"\d{4} \d{4}", noor.page.get_by_label("Je noodcodes").input_value())


def comes_in_with_a_spare_code(noor: Someone, code: str) -> None:
    signs_out(noor)
    noor.go("/account/inloggen/")
    noor.fill("E-mailadres", "noor@voorbeeld.nl")
    noor.fill("Wachtwoord", PASSWORD)
    noor.page.get_by_role("main").get_by_role("button", name="Log in", exact=True).click()
    assert noor.title == "Nog één stap"
    noor.looks("second-step-asked")
    noor.fill("Je code", code)
    noor.press("Log in")
    noor.page.wait_for_url("**/vandaag/")


def signs_out(noor: Someone) -> None:
    noor.go("/ik/")
    noor.press("Log uit")


def digits(secret: str) -> str:
    """What her app shows now."""
    now = list(yield_hotp_counters_from_time())[1]
    return str(format_hotp_value(hotp_value(secret.replace(" ", ""), now)))
