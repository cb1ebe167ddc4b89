"""The whole way before a yes: Noor explores alone, decides to try first, and only then Marleen joins."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone
from tests.journeys.test_decision import decides, everything, explores, noor_explores, notes_a_feeling
from tests.journeys.test_scan import answer, answer_rest

FELT, NOTE, HEARD = "Vlinders, en een knoop.", "Hij belde drie keer op een dag.", "Betaalt netjes, beslist langzaam."
OWN_GUIDE, SCOPE, QUESTION = "Ik wil vrijdag vrij.", "Eén nieuwsbrief maken.", "Past ons tempo?"
PRIVATE = (FELT, NOTE, HEARD, OWN_GUIDE, "Wim Bakker", "Rode vlaggen", "Navragen", "Eerst een proefproject")


def test_alone_first_and_no_trace_of_it_when_marleen_joins(arrive: Arrive, site: str, time: Time) -> None:
    noor = noor_explores(arrive, site)
    notes_a_feeling(noor, "Ik twijfel", FELT, sussed=True)
    she_scans(noor)
    she_hears_somebody_by_phone(noor)
    she_prepares_her_own_conversation(noor)
    decides(noor, "Eerst een proefproject", estimate="60 procent")
    time.later(days=2)
    marleen = arrive("Marleen", width=390)
    marleen.claim(noor.copy_link())
    seen = everything(marleen)
    assert not [words for words in PRIVATE if words in seen]
    assert "Fase 1 van 7" in seen or "Verkennen" in seen, "the shared stage is still where it began"
    they_try_it_small(noor, marleen, time)
    she_decides_with_all_of_it_in_sight(noor, marleen)


def she_scans(noor: Someone) -> None:
    explores(noor)
    noor.follow("Rode vlaggen", inside=noor.page.get_by_role("main"))
    noor.press("Begin met de eerste vraag")
    answer(noor, "Een beetje", NOTE)
    answer_rest(noor, snel_beslissen="Ja")
    noor.press("Rond mijn scan af")
    assert "Er is haast bij je besluit." in noor.reads and NOTE in noor.reads


def she_hears_somebody_by_phone(noor: Someone) -> None:
    explores(noor)
    noor.follow("Navragen", inside=noor.page.get_by_role("main"))
    noor.fill("Wie vraag je?", "Wim Bakker")
    noor.press("Bewaar en kies hoe je vraagt")
    noor.follow("Noteer wat je zelf hoorde")
    noor.page.locator("#id_ending-words").fill(HEARD)
    noor.press("Bewaar wat je hoorde")
    assert HEARD in noor.reads


def she_prepares_her_own_conversation(noor: Someone) -> None:
    explores(noor)
    noor.follow("Gids voor een kennismaking", inside=noor.page.get_by_role("main"))
    noor.follow("Vul dit deel in", inside=noor.page.get_by_role("region", name="Wat je wilt bereiken"))
    noor.page.get_by_label("Wat ik ervan vind").nth(1).fill(OWN_GUIDE)
    noor.press("Bewaar en ga later verder")
    assert OWN_GUIDE in noor.reads


def they_try_it_small(noor: Someone, marleen: Someone, time: Time) -> None:
    explores(noor)
    noor.follow("Proefproject", inside=noor.page.get_by_role("main"))
    noor.follow("Stel een proefproject voor")
    noor.fill("Wat gaan jullie doen?", SCOPE)
    noor.fill("Wat willen jullie te weten komen?", QUESTION)
    noor.fill("Welk bedrag?", "150")
    noor.press("Stel voor aan Marleen")
    marleen.go_home()
    marleen.follow("Bekijk het voorstel")
    marleen.press("Ja, dit doen we")
    time.later(days=20)
    for someone, words in ((noor, "Ja, het tempo past."), (marleen, "Fijn, en snel.")):
        someone.today()
        asks = someone.page.get_by_role("listitem").filter(has_text="Het proefproject met Marleen is klaar")
        someone.follow("Kijk terug", inside=asks if someone.has_account else None)
        someone.fill(QUESTION, words)
        someone.press("Volgende")
        someone.press("Volgende")
        someone.choose("Ja")
        someone.press("Sluit mijn envelop")


def she_decides_with_all_of_it_in_sight(noor: Someone, marleen: Someone) -> None:
    explores(noor)
    noor.follow("Besluit", inside=noor.page.get_by_role("main"))
    side_by_side = noor.reads
    assert "Er is haast bij je besluit." in side_by_side and FELT in side_by_side
    noor.looks("whole-exploration-decision")
    everything(marleen)  # what she sees for the first time is noted for her; from here on nothing is new to her
    before = everything(marleen)
    noor.fill("Wat voel je nu", "Rustig.")
    noor.page.get_by_role("main").get_by_role("button").first.click()
    noor.page.get_by_role("radio", name="Ja").first.check()
    noor.press("Volgende")
    noor.fill("Waarom?", "Het tempo past.")
    noor.press("Volgende")
    noor.page.get_by_label(re.compile("^Hoe waarschijnlijk")).select_option(label="80 procent")
    noor.press("Volgende")
    noor.press("Bewaar mijn besluit")
    expect(noor.page.get_by_role("heading", level=1)).to_have_text("Ja")
    assert everything(marleen) == before, "a yes of her own moves nothing on the table"
