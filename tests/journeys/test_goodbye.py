"""A goodbye by somebody who is nervous about it: calm steps, nothing seen by the other until she says so."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from samenstroom.collaborations.models import Seat
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.farewell.actions.endings import announce_ending
from tests import people
from tests.journeys.conftest import Arrive, Time
from tests.journeys.crawl import pages_of
from tests.journeys.someone import Someone

WHY = "De avonden zijn te veel geworden."
GOOD = "Jij gaf me vertrouwen toen ik net begon."
DECISION = "Ik heb besloten om te stoppen."
REASON = "Het werk is veranderd, en dat past niet meer bij mijn leven."


def noor_works(arrive: Arrive, site: str, **how: Any) -> Someone:
    """Noor with an account and a collaboration that runs; she noted a feeling once."""
    person = people.noor()
    table = people.started(person)
    note_feeling(
        person=person, collaboration=table, step=2, sussed=False, words="Weer een bericht om tien uur.", subject="",
        prediction="", percent=None, known_on=None, now=people.START,
    )  # fmt: skip
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


def to_steps(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Afscheid", inside=noor.page.get_by_role("region", name="In je binnenzak"))


def begins(noor: Someone, way: str) -> None:
    to_steps(noor)
    noor.page.get_by_role("radio", name=re.compile(f"^{way}")).check()
    noor.press("Begin rustig")


def ticks(noor: Someone, words: str) -> None:
    noor.page.get_by_role("checkbox", name=re.compile(words)).check()


def picks(noor: Someone, words: str) -> None:
    noor.page.get_by_role("radio", name=re.compile(f"^{words}")).check()


def on(noor: Someone) -> None:
    noor.press("Bewaar en ga verder")


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


def people_link(noor: Someone) -> str:
    """The link she made for Marleen; without scripts it is on the page just the same."""
    noor.go_home()
    return noor.copy_link()


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


def test_unsafe_stops_safely_without_a_talk(arrive: Arrive, site: str, time: Time) -> None:
    noor = noor_works(arrive, site, width=390)
    begins(noor, "Het voelt niet veilig")
    assert "Een gesprek raden we af." in noor.reads and "Bereid het gesprek voor" not in noor.reads
    assert noor.page.title().startswith("Jouw stappen, ")
    noor.looks("goodbye-unsafe-hub")
    noor.follow("Stop veilig")
    assert "bel 112" in noor.reads and "0900-8844" in noor.reads
    leave = noor.page.get_by_role("link", name="Snel weg van deze pagina")
    assert str(leave.get_attribute("href")).startswith("https://nl.wikipedia.org")
    noor.looks("goodbye-unsafe-safe")
    noor.press("Verder: Wie je kunt bellen")
    noor.looks("goodbye-unsafe-help")
    noor.press("Verder: Zet je toegang en bewijs veilig")
    noor.looks("goodbye-unsafe-access")
    to_steps(noor)
    noor.follow("Eén regel is genoeg")
    noor.fill("Eén regel", "Ik stop met deze samenwerking.")
    on(noor)
    assert noor.page.get_by_label("Voor een mail").input_value() == "Ik stop met deze samenwerking."
    noor.looks("goodbye-unsafe-line")


def test_the_one_who_is_left_gets_help_too(arrive: Arrive, site: str, time: Time) -> None:
    noor = noor_works(arrive, site, width=390)
    marleen = arrive("Marleen", width=390)
    marleen.claim(people_link(noor))
    seat = the_others_seat()
    announce_ending(seat=seat, how="one_side", last_on=None, words="Ik stop ermee.", now=people.day(0, 11))
    to_steps(noor)
    assert "Marleen liet weten dat het stopt" in noor.reads
    expect(noor.page.get_by_role("radio", name=re.compile("^De ander stopt"))).to_be_checked()
    noor.looks("goodbye-left-begin")
    noor.press("Begin rustig")
    noor.looks("goodbye-left-hub")
    noor.follow("De eerste dagen")
    noor.looks("goodbye-left-days")
    noor.follow("Begin", inside=noor.page.get_by_role("main"))
    noor.fill("Zo voelt het", "Verdrietig, en ook opgelucht.")
    on(noor)
    noor.press("Verder: Wat mag je vragen?")
    noor.follow("Begin", inside=noor.page.get_by_role("main"))
    ticks(noor, "Hoe krijg ik alles overgedragen")
    noor.looks("goodbye-left-questions")
    on(noor)
    assert "Hoe krijg ik alles overgedragen?" in noor.reads
    noor.press("Verder: Wat is aan jou, en wat niet?")
    assert "Niet aan jou: de ander van gedachten laten veranderen." in noor.reads
    noor.looks("goodbye-left-mine")


def the_others_seat() -> Seat:
    """Where Marleen sits."""
    return Seat.objects.select_related("party", "collaboration").get(person__name__startswith="Marleen")


def test_how_it_ended_is_asked_once(arrive: Arrive, site: str, time: Time) -> None:
    noor = noor_works(arrive, site, width=390)
    begins(noor, "Het loopt af")
    noor.follow("Kies hoe je het vertelt")
    for _page in range(4):
        on(noor)
    noor.fill("Mijn laatste dag", "2026-01-31")
    on(noor)
    to_steps(noor)
    noor.follow("Ik heb het verteld")
    noor.press("Bewaar de dag")
    time.at(people.day(55))
    assert any("Hoe eindigde het met Marleen?" in item for item in noor.today())
    noor.follow("Kijk terug", inside=noor.page.get_by_role("listitem").filter(has_text="Hoe eindigde het"))
    noor.looks("goodbye-lesson")
    noor.choose("Rustig")
    noor.fill("Wat leerde je", "Eerder zeggen wat ik nodig heb.")
    noor.press("Bewaar")
    assert "Eerder zeggen wat ik nodig heb." in noor.reads
    assert not any("Hoe eindigde het" in item for item in noor.today())
