"""Ends of another kind: not safe, being left, and looking back once."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from samenstroom.collaborations.models import Seat
from samenstroom.farewell.actions.endings import announce_ending
from tests import people
from tests.journeys.conftest import Arrive, Time
from tests.journeys.goodbye import begins, noor_works, on, people_link, ticks, to_steps


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
