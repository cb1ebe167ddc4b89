"""What is kept about her, of two, on a wide screen and a phone: seeing, correcting, wanting it erased, coming back."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import CODE
from tests.people import PASSWORD


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_both_see_what_is_kept_and_decide_about_it(arrive: Arrive, time: Time, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof", stage="Samenwerken")
    marleen.claim(noor.copy_link())
    time.later(days=1)
    noor.go("/instellingen/")
    noor.follow("Wat er van je bewaard wordt")
    assert "Samenwerkingen waar je aan tafel zit" in noor.reads
    noor.looks("privacy-kept")
    noor.follow("Neem alles mee")
    noor.fill("Je wachtwoord", PASSWORD)
    noor.press("Ga verder")
    noor.looks("privacy-take-all")
    with noor.page.expect_download() as download:
        noor.page.get_by_role("button", name="Download alles").click()
    assert download.value.suggested_filename.startswith("samenstroom-alles-")
    marleen.go("/kant/privacy/")
    marleen.looks("privacy-kept-phone")
    marleen.follow("Verbeter wat niet klopt")
    marleen.looks("privacy-correct-phone")
    marleen.follow("Studio Lindenhof")
    marleen.press("Zet mijn opmerking erbij")
    assert "Schrijf waar het staat" in marleen.reads
    marleen.looks("privacy-correct-table-phone")
    marleen.go("/kant/privacy/wissen/")
    marleen.page.locator("[name=name]").fill("Marleen de Vries")
    marleen.looks("privacy-erase-phone")
    marleen.page.locator("[name=password]").fill("mis")
    marleen.press("Laat alles wissen")
    assert "Er is niets gewist" in marleen.reads
    marleen.looks("privacy-erase-wrong-phone")
    marleen.page.locator("[name=name]").fill("Marleen de Vries")
    marleen.page.locator("[name=password]").fill(CODE)
    marleen.press("Laat alles wissen")
    assert "Je bent nu uitgelogd" in marleen.reads
    marleen.looks("privacy-asked-phone")
    noor.go("/instellingen/privacy/wissen/")
    noor.looks("privacy-erase")
    for number, name in enumerate(("", "verklaring/", "verwerkersovereenkomst/", "register/", "vraag/")):
        noor.go("/privacy/" + name)
        noor.looks(f"privacy-public-{number}")
    noor.press("Stel je vraag")
    assert "Schrijf wat je wilt vragen." in noor.reads
