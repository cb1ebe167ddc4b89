"""A goodbye by somebody who is nervous about it: calm steps, nothing seen by the other until she says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrive, Time
from tests.journeys.goodbye import begins, everything, noor_works, on, people_link, picks, ticks, to_steps
from tests.journeys.someone import Someone

WHY = "De avonden zijn te veel geworden."
GOOD = "Jij gaf me vertrouwen toen ik net begon."
DECISION = "Ik heb besloten om te stoppen."
REASON = "Het werk is veranderd, en dat past niet meer bij mijn leven."


@pytest.mark.parametrize(("width", "has_scripts"), [(1280, True), (390, True), (390, False)])
def test_she_ends_it_calmly_and_the_other_sees_nothing_until_she_says_so(
    arrive: Arrive, site: str, time: Time, width: int, has_scripts: bool
) -> None:
    size = f"{'desktop' if width > 400 else 'phone'}{'' if has_scripts else '-plain'}"
    noor = noor_works(arrive, site, width=width, has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390)
    marleen.claim(people_link(noor))
    before = everything(marleen)
    she_stands_still(noor, size)
    she_is_sure(noor, size)
    assert everything(marleen) == before
    she_plans_to_tell_it(noor, size)
    she_writes_it(noor, size)
    she_prepares_the_talk(noor, size)
    she_notes_that_she_told_it(noor, size)
    assert everything(marleen) == before, "nothing of it anywhere, until she puts the end on record"
    she_puts_it_on_record(noor, size)
    seen = everything(marleen)
    assert "Noor liet weten dat de samenwerking stopt." in seen
    assert not any(words in seen for words in (WHY, GOOD, DECISION, REASON, "avonden"))


def she_stands_still(noor: Someone, size: str) -> None:
    to_steps(noor)
    noor.looks(f"goodbye-begin-{size}")
    noor.press("Begin rustig")
    expect(noor.page.get_by_role("alert")).to_contain_text("Kies wat nu het best past.")
    begins(noor, "Ik stop")
    noor.looks(f"goodbye-hub-{size}")
    noor.follow("Sta stil bij wat was")
    noor.looks(f"goodbye-what-{size}")
    ticks(noor, "Mijn leven of mijn werk")
    ticks(noor, "Ik ga zelf een andere kant op")
    noor.fill("In je eigen woorden", WHY)
    on(noor)
    noor.fill("Dit heb ik geprobeerd", "In mei vroeg ik om vaste dagen.")
    noor.press("Bewaar en ga later verder")
    assert "Begonnen" in noor.reads
    noor.follow("Sta stil bij wat was")
    noor.looks(f"goodbye-halfway-{size}")
    noor.follow("Ga verder waar je was")
    expect(noor.page.get_by_label("Dit heb ik geprobeerd")).to_have_value("In mei vroeg ik om vaste dagen.")
    on(noor)
    noor.fill("Dit was goed", GOOD)
    on(noor)
    noor.looks(f"goodbye-chance-{size}")
    picks(noor, "Nee, nog niet")
    on(noor)
    assert "Een laatste kans mag ook" in noor.reads and WHY in noor.reads
    noor.looks(f"goodbye-still-{size}")
    noor.press("Verder: Weet je het zeker?")


def she_is_sure(noor: Someone, size: str) -> None:
    assert noor.title == "Slaap er een nacht over" and "Weer een bericht om tien uur." in noor.reads
    noor.fill("Wanneer kijk je weer?", "2026-01-06")
    noor.looks(f"goodbye-night-{size}")
    on(noor)
    noor.fill("Wat zou Marleen zeggen", "Dat het in juni rustiger wordt.")
    on(noor)
    on(noor)
    on(noor)
    on(noor)
    expect(noor.page.get_by_role("alert")).to_contain_text("Kies wat nu het best past.")
    noor.looks(f"goodbye-sure-wrong-{size}")
    picks(noor, "Ik ga door met het afscheid")
    on(noor)
    noor.looks(f"goodbye-sure-{size}")
    noor.press("Verder: Kies hoe je het vertelt")


def she_plans_to_tell_it(noor: Someone, size: str) -> None:
    assert "Bel of spreek eerst" in noor.reads
    noor.looks(f"goodbye-channel-{size}")
    picks(noor, "Bellen")
    on(noor)
    picks(noor, "Ik bewaar het voor het gesprek")
    on(noor)
    noor.fill("Opzegtermijn", "een")
    on(noor)
    expect(noor.page.get_by_role("alert")).to_contain_text("Vul een heel getal in")
    noor.fill("Opzegtermijn", "1")
    picks(noor, "maanden")
    noor.looks(f"goodbye-notice-{size}")
    on(noor)
    noor.fill("Die dag", "2026-01-08")
    on(noor)
    assert "op zijn vroegst 8 februari 2026" in noor.reads
    noor.fill("Mijn laatste dag", "2026-02-01")
    noor.looks(f"goodbye-lastday-{size}")
    on(noor)
    assert "Je laatste dag ligt voor 8 februari 2026" in noor.reads
    noor.looks(f"goodbye-plan-{size}")
    noor.press("Verder: Schrijf je bericht")


def she_writes_it(noor: Someone, size: str) -> None:
    noor.fill("Wat waardeerde je?", GOOD)
    on(noor)
    expect(noor.page.get_by_role("alert")).to_contain_text("Schrijf hier iets, al is het één zin.")
    noor.fill("Wat is je besluit?", DECISION)
    noor.fill("Wat is voor jou de reden?", REASON)
    noor.looks(f"goodbye-sentences-{size}")
    on(noor)
    last_day = noor.page.get_by_label("Wanneer is je laatste dag?")
    expect(last_day).to_have_value("Mijn laatste werkdag is zondag 1 februari.")
    on(noor)
    noor.fill("Waar zeg je dank voor?", "Dank je wel voor twee mooie jaren.")
    on(noor)
    text = noor.page.get_by_label("Voor een mail").input_value()
    assert text.startswith("Beste Marleen,") and text.endswith("Met warme groet,\nNoor")
    assert f"Ik vertel je graag eerlijk waarom. {REASON}" in text
    noor.looks(f"goodbye-letter-{size}")
    noor.fill("Voor een mail", text + "\n\nJe mag me altijd bellen.")
    noor.press("Bewaar en lees het op één pagina")
    assert "Je mag me altijd bellen." in noor.reads
    noor.looks(f"goodbye-read-{size}")
    noor.follow("Terug naar schrijven")
    send = noor.page.get_by_role("link", name="Open in je mailprogramma")
    assert "Je%20mag%20me%20altijd%20bellen" in str(send.get_attribute("href"))
    noor.page.get_by_text("Andere toon of lengte").click()
    picks(noor, "Nuchter")
    noor.press("Maak hem opnieuw uit mijn zinnen")
    assert "eerlijk waarom" not in noor.page.get_by_label("Voor een mail").input_value()
    noor.press("Zet mijn vorige tekst terug")
    assert "Je mag me altijd bellen." in noor.page.get_by_label("Voor een mail").input_value()
    noor.follow("Voor een appje")
    assert noor.page.get_by_label("Voor een appje").input_value().startswith("Hoi Marleen,")


def she_prepares_the_talk(noor: Someone, size: str) -> None:
    to_steps(noor)
    noor.follow("Bereid het gesprek voor")
    assert DECISION in noor.reads and "Wordt de ander boos?" in noor.reads
    noor.looks(f"goodbye-guide-{size}")
    noor.follow("Begin", inside=noor.page.get_by_role("main"))
    noor.fill("Je eerste zin", "Fijn dat je even tijd hebt.")
    on(noor)
    on(noor)
    lines = noor.page.get_by_role("group", name="Regel 1")
    lines.get_by_label("Wat").fill("De agenda")
    lines.get_by_label("Wie").fill("Noor")
    lines.get_by_label("Tot wanneer").fill("2026-02-01")
    noor.looks(f"goodbye-lines-{size}")
    on(noor)
    on(noor)
    assert "De agenda, Noor, 1 februari 2026" in noor.reads
    noor.looks(f"goodbye-talk-{size}")


def she_notes_that_she_told_it(noor: Someone, size: str) -> None:
    to_steps(noor)
    noor.follow("Ik heb het verteld")
    noor.fill("Wanneer heb je het verteld?", "2027-01-01")
    noor.press("Bewaar de dag")
    expect(noor.page.get_by_role("alert")).to_contain_text("Kies vandaag of een dag die al geweest is.")
    noor.fill("Wanneer heb je het verteld?", "2026-01-05")
    noor.looks(f"goodbye-told-{size}")
    noor.press("Bewaar de dag")
    assert "Mooi dat je het verteld hebt." in noor.page.content()


def she_puts_it_on_record(noor: Someone, size: str) -> None:
    noor.follow("Leg het einde vast")
    assert "Noor stopt met deze samenwerking." in noor.reads
    noor.looks(f"goodbye-announce-{size}")
    noor.fill("Jouw woorden", "Dank voor alles.")
    noor.press("Leg dit vast, voor ons allebei")
    assert "Het ligt vast, voor jullie allebei." in noor.reads
    noor.looks(f"goodbye-hub-done-{size}")
