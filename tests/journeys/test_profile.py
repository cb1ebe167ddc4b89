"""Knowing yourself: from an empty profile to a page that others read, by keyboard and phone, with and without scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import Arrive, Time
from tests.journeys.eyes import words_of
from tests.journeys.someone import Someone

NOTHING_IS_MISSING = re.compile(r"nog niet|vergeten|onvolledig|%|[0-9] van [0-9]", re.IGNORECASE)


def arrives(arrive: Arrive, *, width: int = 1280, has_scripts: bool = True) -> Someone:
    noor = arrive("Noor", width=width, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.go("/ik/")
    noor.looks("about-me")
    noor.follow("Mijn profiel", inside=noor.page.get_by_role("main"))
    return noor


@pytest.mark.parametrize(("width", "has_scripts"), [(390, True), (1280, False)])
def test_from_an_empty_profile_to_a_page_that_marleen_reads(
    arrive: Arrive, time: Time, width: int, has_scripts: bool
) -> None:
    noor = arrives(arrive, width=width, has_scripts=has_scripts)
    assert noor.reads.count("Leeg") == 8 and not NOTHING_IS_MISSING.search(noor.reads)
    noor.looks(f"profile-empty-{width}")
    she_chooses_and_orders_her_values(noor, width)
    she_leaves_halfway_and_comes_back(noor)
    she_draws_a_boundary_and_says_it_better(noor, time, width)
    address = she_puts_her_page_online(noor, width)
    marleen = arrive("Marleen", width=width, has_scripts=has_scripts)
    what_marleen_reads(marleen, address, width)
    her_profile_changes_and_the_page_does_not(noor, marleen, address)
    a_new_address_and_offline_again(noor, marleen, address)


def she_chooses_and_orders_her_values(noor: Someone, width: int) -> None:
    noor.follow("Mijn waarden")
    for value in ("Eerlijkheid", "Rust", "Vakmanschap", "Moed", "Humor", "Groei", "Respect"):
        noor.page.get_by_role("checkbox", name=value).check()
    noor.fill("Staat jouw woord er niet bij?", "Lichtheid")
    noor.press("Bewaar en zet op volgorde")
    assert "Dit zijn er 8." in noor.reads
    noor.looks(f"values-too-many-{width}")
    noor.page.get_by_role("checkbox", name="Groei").uncheck()
    noor.press("Bewaar en zet op volgorde")
    assert noor.title == "Wat staat bovenaan?"
    she_moves_it_to_the_top_by_keyboard(noor)
    noor.press("Zet Eerlijkheid lager")
    expect(values_of(noor).nth(2)).to_contain_text("Eerlijkheid")
    noor.looks(f"values-in-order-{width}")
    noor.follow("Klaar, ga verder")


def she_moves_it_to_the_top_by_keyboard(noor: Someone) -> None:
    """The focus stays with the row that moves, also without scripts; on top only the other button is left."""
    noor.page.get_by_role("button", name="Zet Lichtheid hoger").focus()
    for _ in range(6):
        expect(noor.page.get_by_role("button", name="Zet Lichtheid hoger")).to_be_focused()
        with noor.page.expect_navigation():
            noor.page.keyboard.press("Enter")
    expect(noor.page.get_by_role("button", name="Zet Lichtheid lager")).to_be_focused()
    expect(values_of(noor).first).to_contain_text("Lichtheid")


def values_of(noor: Someone) -> Locator:
    return noor.page.get_by_role("main").get_by_role("listitem")


def she_leaves_halfway_and_comes_back(noor: Someone) -> None:
    assert noor.title == "Wanneer ik opbloei"
    noor.fill("Wanneer bloei jij op?", "Als het na mij rustiger is.")
    noor.looks("profile-part")
    noor.press("Bewaar en ga verder")
    noor.fill("Met wie werk je het liefst?", "Met makers die ja en nee durven zeggen.")
    noor.press("Bewaar en ga later verder")
    assert "Bewaard. Alleen jij ziet dit." in noor.reads and noor.reads.count("Ingevuld") == 3
    noor.looks("profile-begun")
    noor.follow("Mijn tarieven")
    noor.fill("Je uurtarief in euro’s", "veel")
    noor.press("Bewaar")
    assert "Vul een getal in" in noor.reads
    noor.fill("Je uurtarief in euro’s", "62,50")
    noor.looks("profile-rates")
    noor.press("Bewaar")
    noor.follow("Hoe ik werk")
    noor.fill("Waar ben je bereikbaar?", "Liever mail dan app.")
    noor.looks("profile-style")
    noor.press("Bewaar en ga later verder")
    assert "Begonnen" in noor.reads


def she_draws_a_boundary_and_says_it_better(noor: Someone, time: Time, width: int) -> None:
    noor.follow("Mijn grenzen")
    noor.looks(f"boundaries-empty-{width}")
    noor.follow("Betalen")
    noor.follow("Ik werk niet zonder voorschot.")
    noor.fill("Waarom is dit een grens?", "Twee keer niet betaald.")
    noor.looks(f"boundary-new-{width}")
    noor.press("Bewaar mijn grens")
    time.later(days=3)
    noor.follow("Ik werk niet zonder voorschot.")
    noor.fill("Mijn grens", "Ik begin als de helft is betaald.")
    noor.press("Bewaar")
    noor.follow("Ik begin als de helft is betaald.")
    assert "Ik werk niet zonder voorschot." in noor.reads
    noor.looks(f"boundary-{width}")
    noor.press("Laat deze grens los")
    noor.looks("boundaries-let-go")
    noor.follow("Ik begin als de helft is betaald.")
    noor.press("Pak deze grens weer op")


def she_puts_her_page_online(noor: Someone, width: int) -> str:
    noor.go("/ik/zo-werk-ik/")
    noor.looks("work-page-empty")
    noor.follow("Kies wat erop staat")
    for piece in ("Wat ik belangrijk vind", "Met wie ik graag werk", "Wat het kost", "Ik begin als de helft"):
        noor.page.get_by_role("checkbox", name=piece).check()
    noor.looks(f"work-page-choose-{width}")
    noor.press("Bewaar mijn keuze")
    noor.follow("Naam, inleiding en taal")
    noor.fill("Een paar woorden vooraf", "Ik breng rust in kleine bedrijven. Mail me gerust.")
    noor.looks("work-page-introduction")
    noor.press("Bewaar")
    noor.follow("Wat het kost")
    noor.fill("Dit komt op je pagina", "Dat bespreken we samen.")
    noor.press("Bewaar deze woorden")
    assert "In je eigen woorden voor deze pagina." in noor.reads
    noor.looks(f"work-page-{width}")
    noor.follow("Bekijk een voorbeeld")
    noor.looks(f"work-page-preview-{width}")
    noor.follow("Ga naar online zetten")
    noor.page.get_by_role("radio", name="Iedereen").check()
    noor.fill("De naam in het adres", "samenstroom")
    noor.press("Zet mijn pagina online")
    assert "Deze naam houden we vrij." in noor.reads
    noor.fill("De naam in het adres", "Noor Jansen")
    noor.looks(f"work-page-go-online-{width}")
    noor.press("Zet mijn pagina online")
    assert "Je pagina staat online" in noor.reads
    noor.looks(f"work-page-online-{width}")
    return noor.page.get_by_label("Het adres van je pagina").input_value()


def what_marleen_reads(marleen: Someone, address: str, width: int) -> None:
    assert address.endswith("/zo-werk-ik/noor-jansen/")
    marleen.go("/zo-werk-ik/noor-jansen/")
    assert marleen.title == "Noor Jansen"
    assert "Ik breng rust" in marleen.reads and "Dat bespreken we samen." in marleen.reads
    assert "Ik begin als de helft is betaald." in marleen.reads
    for private in ("62,50", "Twee keer niet betaald", "zonder voorschot", "na mij rustiger", "Liever mail"):
        assert private not in marleen.reads
    first = marleen.page.get_by_role("main").get_by_role("list").first.get_by_role("listitem").first
    assert words_of(first) == "Lichtheid"
    assert not marleen.page.context.cookies(), "reading leaves no cookie"
    marleen.looks(f"work-page-read-{width}")
    marleen.page.emulate_media(media="print")
    marleen.picture(f"work-page-print-{width}")
    marleen.page.emulate_media(media="screen")


def her_profile_changes_and_the_page_does_not(noor: Someone, marleen: Someone, address: str) -> None:
    before = marleen.reads
    noor.go("/ik/profiel/met-wie/")
    noor.fill("Met wie werk je het liefst?", "Met iedereen die lacht.")
    noor.press("Bewaar en ga later verder")
    noor.go("/ik/zo-werk-ik/")
    assert "Je profiel is veranderd sinds je deze pagina online zette." in noor.reads
    noor.looks("work-page-changed")
    marleen.page.reload()
    assert marleen.reads == before


def a_new_address_and_offline_again(noor: Someone, marleen: Someone, address: str) -> None:
    noor.follow("Zet mijn pagina opnieuw online")
    noor.page.get_by_role("radio", name="Wie de link van mij krijgt").check()
    noor.press("Zet mijn pagina online")
    first = noor.page.get_by_label("Het adres van je pagina").input_value()
    marleen.page.reload()
    assert marleen.title == "Deze pagina is er niet"
    marleen.looks("work-page-gone")
    marleen.go("/zo-werk-ik/" + first.split("/zo-werk-ik/")[1])
    assert "Met iedereen die lacht." in marleen.reads
    noor.press("Maak een nieuw adres")
    assert noor.page.get_by_label("Het adres van je pagina").input_value() != first
    marleen.page.reload()
    assert marleen.title == "Deze pagina is er niet"
    noor.press("Haal mijn pagina offline")
    assert "Niemand kan hem nu nog lezen." in noor.reads


def test_her_profile_goes_into_a_file_and_comes_back(arrive: Arrive, time: Time, tmp_path: Path) -> None:
    noor = arrives(arrive)
    noor.follow("Mijn visie")
    noor.fill("Waarom doe je dit werk", "Tijd over voor wat telt.")
    noor.press("Bewaar en ga later verder")
    noor.follow("Neem je profiel mee")
    noor.looks("profile-file")
    with noor.page.expect_download() as waiting:
        noor.press("Download je profiel")
    file = tmp_path / "profiel.json"
    waiting.value.save_as(file)
    noor.go("/ik/profiel/visie/")
    noor.fill("Waarom doe je dit werk", "Iets van later.")
    noor.press("Bewaar en ga later verder")
    noor.go("/ik/profiel/inlezen/")
    noor.page.get_by_label("Welk bestand?").set_input_files(file)
    noor.press("Lees het in")
    assert "Er is nog niets veranderd." in noor.reads
    noor.looks("profile-import")
    noor.page.get_by_label("Welk bestand?").set_input_files(file)
    noor.page.get_by_label("Ja, vervang wat ik nu heb").check()
    noor.press("Lees het in")
    assert "Je profiel is ingelezen." in noor.reads
    noor.follow("Mijn visie")
    expect(noor.page.get_by_label("Waarom doe je dit werk")).to_have_value("Tijd over voor wat telt.")
