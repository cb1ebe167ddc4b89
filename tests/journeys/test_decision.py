"""Deciding after exploring: a no with a message, a yes with one worry on the table, looking back half a year later."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from samenstroom.flows.letting_go import let_go_of_what_is_past
from samenstroom.kit import clock
from tests import people
from tests.journeys.conftest import Arrive, Time
from tests.journeys.crawl import pages_of
from tests.journeys.someone import Someone

FELT, WHY = "Moe na het gesprek, al was het werk leuk.", "Mooi werk, maar ik wil niet weer zonder afspraken beginnen."
WORRY, SHARED = "Ze beslist alles in haar eentje.", "Ik wil graag weten wie er beslist als jij er niet bent."
LESSON = "Vraag eerst wie er beslist."
SECRETS = (FELT, WHY, WORRY, "60 procent", "Eerst een proefproject", LESSON)


def noor_explores(arrive: Arrive, site: str, **how: Any) -> Someone:
    """Noor with an account and a collaboration in the stage of exploring."""
    person = people.noor()
    table = people.started(person, stage="explore")
    client = Client()
    client.force_login(person)
    someone = arrive("Noor", **how)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    someone.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site}])
    someone.has_account = True
    someone.home = f"{site}/s/{table.public_id}/"
    return someone


def everything(someone: Someone) -> str:
    """All pages she can get to, as one text."""
    return "\n".join(text for _address, text in sorted(pages_of(someone).items()))


def explores(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Verkennen", inside=noor.page.get_by_role("region", name="In je binnenzak"))


def notes_a_feeling(noor: Someone, step: str, words: str, *, sussed: bool = False) -> None:
    explores(noor)
    noor.follow("Gevoel", inside=noor.page.get_by_role("main"))
    noor.choose(step)
    noor.fill("Een paar woorden", words)
    if sussed:
        noor.page.get_by_label("Mijn hoofd zegt iets anders").check()
    noor.press("Bewaar mijn gevoel")


def chooses(noor: Someone, word: str) -> None:
    """One of the four; each has a line under it."""
    noor.page.get_by_role("radio", name=re.compile(f"^{word} ")).check()


def decides(noor: Someone, choice: str, *, estimate: str = "", worry: str = WORRY) -> None:
    """From everything side by side to what is kept."""
    explores(noor)
    noor.follow("Besluit", inside=noor.page.get_by_role("main"))
    noor.fill("Wat voel je nu", FELT)
    noor.page.get_by_role("button", name=re.compile("keuze|verder met je besluit")).click()
    chooses(noor, choice)
    noor.press("Volgende")
    noor.fill("Waarom?", WHY)
    noor.fill("Wat nog meer?", worry)
    noor.press("Volgende")
    if estimate:
        noor.page.get_by_label(re.compile("^Hoe waarschijnlijk")).select_option(label=estimate)
    noor.press("Volgende")
    noor.press("Bewaar mijn besluit")


def test_a_no_with_a_message_in_her_own_words(arrive: Arrive, site: str, time: Time) -> None:
    noor = noor_explores(arrive, site, width=390)
    link = noor.copy_link()
    marleen = arrive("Marleen", width=390)
    marleen.claim(link)
    before = everything(marleen)
    explores(noor)
    noor.looks("decision-hub-phone")
    notes_a_feeling(noor, "Best goed", "Precies het werk dat ik zoek.")
    notes_a_feeling(noor, "Liever niet", "Ik heb vooral geluisterd.", sussed=True)
    she_leaves_halfway_and_comes_back(noor)
    she_writes_the_message(noor)
    she_tells_it_and_keeps_it_for_a_year(noor)
    assert everything(marleen) == before, "nothing of it anywhere, until Noor sends it herself"


def she_leaves_halfway_and_comes_back(noor: Someone) -> None:
    explores(noor)
    noor.follow("Besluit", inside=noor.page.get_by_role("main"))
    assert noor.title == "Ga je samenwerken met Marleen?"
    assert "je hoofd zei iets anders: “Ik heb vooral geluisterd.”" in noor.reads
    noor.looks("decision-look-phone")
    noor.fill("Wat voel je nu", FELT)
    noor.press("Ga door naar je keuze")
    noor.press("Volgende")
    expect(noor.page.get_by_role("alert")).to_contain_text("Kies één van de vier.")
    noor.looks("decision-choose-wrong-phone")
    chooses(noor, "Nee")
    noor.press("Bewaar en ga later verder")
    noor.follow("Besluit", inside=noor.page.get_by_role("main"))
    expect(noor.page.get_by_label("Wat voel je nu")).to_have_value(FELT)
    noor.press("Ga verder met je besluit")
    expect(noor.page.get_by_role("radio", name=re.compile("^Nee"))).to_be_checked()
    noor.press("Volgende")
    noor.page.get_by_role("checkbox", name=re.compile("Ik heb vooral geluisterd")).check()
    noor.fill("Waarom?", WHY)
    noor.looks("decision-why-phone")
    noor.press("Volgende")
    noor.looks("decision-estimate-phone")
    noor.press("Volgende")
    noor.looks("decision-check-phone")
    noor.press("Bewaar mijn besluit")
    assert noor.title == "Nee"
    noor.looks("decision-made-no-phone")


def she_writes_the_message(noor: Someone) -> None:
    noor.follow("Schrijf een bericht")
    noor.press("Bekijk je bericht")
    expect(noor.page.get_by_role("alert")).to_contain_text("Zeg in één zin wat je besloot.")
    noor.fill("Wat waardeerde je?", "Ons gesprek over je winkel deed me goed.")
    noor.fill("Wat heb je besloten?", "Ik heb besloten om deze opdracht niet aan te nemen.")
    noor.fill("Ken je iemand die beter past?", "Karin de Boer werkt graag voor winkels.")
    noor.looks("decision-sentences-phone")
    noor.press("Bekijk je bericht")
    text = noor.page.get_by_label("Kort, voor een appje").input_value()
    assert text.splitlines()[0] == "Hoi Marleen," and "Karin de Boer werkt graag voor winkels." in text
    noor.follow("Langer, voor een mail")
    noor.fill("Langer, voor een mail", text + "\n\nSorry, het spijt me. Misschien ooit.")
    noor.press("Bewaar mijn klad")
    assert "Je zegt vaak sorry" in noor.reads and "Hier kan de ander hoop uit halen" in noor.reads
    noor.looks("decision-letter-phone")
    send = noor.page.get_by_role("link", name="Open in je mailprogramma")
    assert "Karin%20de%20Boer" in str(send.get_attribute("href"))
    noor.follow("Terug naar je zinnen")
    noor.follow("Terug naar je besluit")
    noor.follow("Bel of vertel het zelf")
    assert "Ik heb besloten om deze opdracht niet aan te nemen." in noor.reads
    noor.looks("decision-guide-phone")


def she_tells_it_and_keeps_it_for_a_year(noor: Someone) -> None:
    noor.follow("Ik heb het verteld")
    noor.press("Bewaar de dag")
    assert "Je vertelde het op 5 januari 2026." in noor.reads
    explores(noor)
    noor.follow("Bewaren en weggooien")
    assert "Bewaard tot en met 5 januari 2028" in noor.reads
    noor.choose("12 maanden")
    noor.press("Bewaar deze termijn")
    noor.looks("decision-keeping-phone")
    explores(noor)
    noor.follow("Inzage")
    assert WHY in noor.reads
    noor.looks("decision-insight-phone")
    noor.go("/privacy/over-anderen/")
    noor.looks("about-others-phone")


def test_a_yes_with_one_worry_on_the_table_and_what_came_of_it(arrive: Arrive, site: str, time: Time) -> None:
    noor = noor_explores(arrive, site)
    link = noor.copy_link()
    marleen = arrive("Marleen", width=390)
    marleen.claim(link)
    notes_a_feeling(noor, "Best goed", "Precies het werk dat ik zoek.")
    notes_a_feeling(noor, "Ik twijfel", "Ze belde om half elf.")
    before = everything(marleen)
    explores(noor)
    noor.looks("decision-hub")
    noor.follow("Besluit", inside=noor.page.get_by_role("main"))
    noor.looks("decision-look")
    decides(noor, "Ja", estimate="60 procent")
    noor.looks("decision-made-go")
    assert everything(marleen) == before, "a yes of hers moves nothing between the two"
    she_puts_one_worry_on_the_table(noor)
    marleen_reads_that_and_nothing_more(marleen)
    noor.follow("Zet jullie samenwerking op Afspreken")
    noor.looks("decision-go-on")
    noor.press("Zet onze samenwerking op Afspreken")
    assert "Zet jullie samenwerking op Afspreken" not in noor.reads
    assert not [secret for secret in SECRETS if secret in everything(marleen)]
    she_looks_back_after_half_a_year(noor, time)


def she_puts_one_worry_on_the_table(noor: Someone) -> None:
    noor.follow(WORRY)
    assert noor.title == "Hoe zeg je dit tegen Marleen?"
    noor.fill("Dit gaat Marleen lezen", SHARED)
    noor.press("Deel dit met Marleen")
    expect(noor.page.get_by_role("alert")).to_contain_text("Kies waar jullie het bespreken.")
    noor.choose("Bij jullie startgesprek")
    noor.looks("decision-worry")
    noor.press("Deel dit met Marleen")
    assert "Gedeeld met Marleen" in noor.reads


def marleen_reads_that_and_nothing_more(marleen: Someone) -> None:
    told = everything(marleen)
    assert SHARED in told and "Noor legde een punt op tafel voor het startgesprek." in told
    assert not [secret for secret in SECRETS if secret in told]


def she_looks_back_after_half_a_year(noor: Someone, time: Time) -> None:
    time.at(people.day(180))
    assert not any("Kijk terug op je besluit" in one for one in noor.today())
    time.at(people.day(181))
    assert any("Kijk terug op je besluit over Marleen" in one for one in noor.today())
    noor.follow("Kijk terug")
    assert "Je schatte toen: 60 procent." in noor.reads and WHY in noor.reads
    noor.choose("Alleen ik")
    noor.fill("Wat leerde je", LESSON)
    noor.looks("decision-look-back")
    noor.press("Bewaar wat ervan kwam")
    assert LESSON in noor.reads
    assert not any("Kijk terug op je besluit" in one for one in noor.today())


def test_deciding_without_scripts_and_throwing_it_away(arrive: Arrive, site: str, time: Time) -> None:
    noor = noor_explores(arrive, site, width=390, has_scripts=False)
    decides(noor, "Niet nu")
    assert noor.title == "Niet nu"
    explores(noor)
    noor.follow("Bewaren en weggooien")
    noor.follow("Gooi deze verkenning weg")
    noor.press("Gooi deze verkenning nu weg")
    assert "Alles naast elkaar. Daarna kies jij." in noor.reads


def test_after_two_years_it_is_gone_by_itself(arrive: Arrive, site: str, time: Time) -> None:
    noor = noor_explores(arrive, site)
    decides(noor, "Nee")
    time.at(people.day(732))
    let_go_of_what_is_past(now=clock.now())
    explores(noor)
    assert "Alles naast elkaar. Daarna kies jij." in noor.reads
