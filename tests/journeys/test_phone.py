"""The app on a phone: it can be installed, says so without a connection, keeps no page, and waits with what was typed."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone

KEPT = """async () => {
  const names = await caches.keys();
  const found = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((one) => one.url)));
  return found.flat();
}"""


@pytest.fixture
def noor_on_her_phone(arrive: Arrive) -> Someone:
    someone = arrive("Noor", width=390, service_workers="allow")
    someone.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    someone.page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    return someone


def test_it_is_installed_and_a_lost_connection_loses_nothing(noor_on_her_phone: Someone, time: Time) -> None:
    noor = noor_on_her_phone
    its_own_browser_finds_it_installable(noor)
    noor.go("/gevoel/")
    noor.fill("Een paar woorden", "Ik zei ja, en het knaagt.")
    noor.choose("Ik twijfel")
    noor.page.context.set_offline(True)
    noor.press("Bewaar mijn gevoel")
    assert "Je hebt geen verbinding. Wat je typte, staat nog hier." in noor.reads
    assert noor.page.get_by_label("Een paar woorden").input_value() == "Ik zei ja, en het knaagt."
    noor.picture("phone-typed-offline")
    noor.page.context.set_offline(False)
    noor.press("Bewaar mijn gevoel")
    assert "Ik zei ja, en het knaagt." in noor.reads and "geen verbinding" not in noor.reads
    noor.page.context.set_offline(True)
    noor.go("/vandaag/")
    assert noor.title == "Je hebt geen verbinding" and "Ik zei ja" not in noor.reads
    noor.picture("phone-offline")
    assert not noor.sticks_out()
    kept = noor.page.evaluate(KEPT)
    assert kept and all("/static/" in url or url.endswith("/offline/") for url in kept), kept
    noor.page.context.set_offline(False)
    # Chromium says of each request that failed that it did; here they were meant to.
    noor.complaints = [said for said in noor.complaints if "ERR_INTERNET_DISCONNECTED" not in said]
    noor.page.get_by_role("navigation", name="Hoofdmenu").wait_for()
    noor.complaints = [said for said in noor.complaints if "ERR_INTERNET_DISCONNECTED" not in said]


def its_own_browser_finds_it_installable(noor: Someone) -> None:
    """What Chromium itself says about putting it on the home screen; a private window may never do that."""
    asks = noor.page.context.new_cdp_session(noor.page)
    errors = {one["errorId"] for one in asks.send("Page.getInstallabilityErrors")["installabilityErrors"]}
    assert errors <= {"in-incognito"}, errors
    found = asks.send("Page.getAppManifest")
    assert found["url"].endswith("/app.webmanifest") and not found["errors"], found
    for icon in noor.page.evaluate("fetch('/app.webmanifest').then((answer) => answer.json())")["icons"]:
        assert noor.page.request.get(noor.site + icon["src"]).status == 200
