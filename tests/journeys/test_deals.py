"""Small agreements between two: extra work in a few taps, a deal that is read back, and an advice on record.

Noor works on a wide screen, Marleen on her phone. The story runs twice: with JavaScript and without. And once alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.journeys.conftest import Arrive
from tests.journeys.someone import Someone

TABLE = "Studio Lindenhof"
LOGO = "Een tweede versie van het logo, in zwart-wit."
HALF_A_MINUTE = 15
"""So many taps and fields, at two seconds each."""


class Count:
    """How many taps and fields it takes, of everybody who is counted."""

    def __init__(self, *people: Someone) -> None:
        self.total = 0
        self._before = [(one, name, getattr(one, name)) for one in people for name in ("press", "follow", "fill")]
        for one, name, does in self._before:
            setattr(one, name, self._counted(does))

    def _counted(self, does: Callable[..., None]) -> Callable[..., None]:
        def counted(*args: Any, **kwargs: Any) -> None:
            self.total += 1
            does(*args, **kwargs)

        return counted

    def stop(self) -> int:
        """Count no more; how many it were."""
        for one, name, does in self._before:
            setattr(one, name, does)
        return self.total


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_two_people_agree_along_the_way(arrive: Arrive, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE)
    marleen.claim(noor.copy_link())
    assert extra_work_from_wish_to_yes(noor, marleen) <= HALF_A_MINUTE
    the_words_of_extra_work(noor, marleen)
    an_offer_and_another_one(noor, marleen)
    a_deal_is_read_back_and_confirmed(noor, marleen)
    a_deal_is_seen_otherwise_and_read_back_again(noor, marleen)
    an_advice_and_another_choice(noor, marleen)


def extra_work_from_wish_to_yes(noor: Someone, marleen: Someone) -> int:
    """Marleen asks, Noor prices, Marleen says yes: from the page each of them opens, how many taps and fields."""
    marleen.go_home()
    count = Count(noor, marleen)
    marleen.follow("Noteer meerwerk")
    marleen.fill("Wat is er extra?", LOGO)
    marleen.press("Deel dit met Noor")
    assert noor.today()[0].startswith("Marleen legt iets extra’s op tafel")
    noor.follow("Bekijk het meerwerk")
    noor.follow("Noem een prijs")
    noor.fill("Prijs", "250")
    noor.fill("Wanneer klaar?", "2026-01-16")
    noor.press("Stel voor aan Marleen")
    assert marleen.today()[0].startswith("Noor doet een voorstel voor meerwerk")
    marleen.follow("Bekijk het meerwerk")
    marleen.press("Akkoord")
    assert "Afgesproken. Jullie zien dit allebei." in marleen.page.inner_text("body")
    return count.stop()


def the_words_of_extra_work(noor: Someone, marleen: Someone) -> None:
    assert "Samen € 250." in marleen.reads
    marleen.looks("extra-work-agreed")
    noor.go_home()
    noor.follow("Meerwerk")
    assert "Dit hoort nu bij jullie afspraken." in noor.reads and "16 januari" in noor.reads


def an_offer_and_another_one(noor: Someone, marleen: Someone) -> None:
    noor.follow("Zet iets extra’s neer")
    noor.press("Deel dit met Marleen")
    assert "Schrijf hier iets, al is het één zin." in noor.reads
    noor.looks("extra-work-wrong")
    noor.fill("Wat is er extra?", "Een folder van vier bladzijden.")
    noor.fill("Prijs", "1.250,50")
    noor.press("Deel dit met Marleen")
    assert "Marleen is aan zet. Het geldt na een ja." in noor.reads
    noor.looks("extra-work-waits")
    assert marleen.today()[0].startswith("Noor doet een voorstel voor meerwerk")
    marleen.looks("side-extra-work")
    marleen.follow("Bekijk het meerwerk")
    marleen.looks("extra-work-to-answer")
    marleen.follow("Stel iets anders voor")
    assert marleen.page.get_by_label("Prijs").input_value() == "1250,50"
    marleen.looks("extra-work-counter")
    marleen.fill("Prijs", "1.100")
    marleen.press("Stel voor aan Noor")
    assert "Noor is aan zet. Het geldt na een ja." in marleen.reads
    noor.today()
    noor.follow("Bekijk het meerwerk")
    assert "Jij bent aan zet: past het zo?" in noor.reads
    noor.press("Akkoord")
    assert "Samen € 1.350." in noor.reads
    noor.looks("extra-work-two-agreed")


def a_deal_is_read_back_and_confirmed(noor: Someone, marleen: Someone) -> None:
    noor.go_home()
    noor.follow("Bevestigen")
    noor.looks("readbacks-empty")
    read_back(noor, "We bellen elke maandag om tien uur.", payment_days="14")
    noor.looks("readback-exact")
    noor.press("Lees terug aan Marleen")
    assert "Ligt bij Marleen" in noor.reads
    noor.looks("readback-waits")
    assert marleen.today()[0].startswith("Noor leest een afspraak terug")
    marleen.follow("Bekijk de afspraak")
    assert "binnen 14 dagen" in marleen.reads
    marleen.looks("readback-to-confirm")
    marleen.press("Ja, zo is het")
    assert "Bevestigd" in marleen.reads
    marleen.looks("readback-confirmed")


def read_back(someone: Someone, words: str, *, payment_days: str = "") -> None:
    """Write a deal down and read its exact text."""
    someone.page.get_by_role("link", name="Lees iets terug").or_(
        someone.page.get_by_role("link", name="Noteer een afspraak")
    ).first.click()
    someone.fill("Wat spraken jullie af?", words)
    someone.choose("Aan de telefoon")
    if payment_days:
        someone.page.get_by_text("Noem er getallen bij, als die er zijn").click()
        someone.fill("Betalen binnen hoeveel dagen?", payment_days)
    someone.press("Lees de tekst")


def a_deal_is_seen_otherwise_and_read_back_again(noor: Someone, marleen: Someone) -> None:
    noor.go_home()
    noor.follow("Bevestigen")
    read_back(noor, "Ik lever twee teksten per week.")
    noor.press("Lees terug aan Marleen")
    marleen.go_home()
    marleen.follow("Bevestigen")
    marleen.follow("Ik zie het anders")
    marleen.press("Deel dit met Noor")
    marleen.looks("readback-contest")
    marleen.fill("Hoe zie jij het?", "Ik begreep drie teksten.")
    marleen.press("Deel dit met Noor")
    assert "Noor leest hoe jij het ziet." in marleen.page.inner_text("body")
    assert noor.today()[0].startswith("Marleen ziet een afspraak anders")
    noor.follow("Bekijk de afspraak")
    assert "Ik begreep drie teksten." in noor.reads
    noor.looks("readback-contested")
    noor.follow("Lees het opnieuw terug")
    noor.looks("readback-again")
    noor.fill("Wat spraken jullie af?", "Ik lever drie teksten per week.")
    noor.press("Lees de tekst")
    noor.press("Lees terug aan Marleen")
    marleen.today()
    marleen.follow("Bekijk de afspraak")
    marleen.press("Ja, zo is het")
    assert "Ik lever drie teksten per week." in marleen.reads


def an_advice_and_another_choice(noor: Someone, marleen: Someone) -> None:
    noor.go_home()
    noor.follow("Advies")
    noor.follow("Geef een advies")
    noor.press("Lees de tekst")
    noor.looks("advice-wrong")
    noor.fill("Wat werd er gevraagd, of wat is het plan?", "Alle mails op één dag versturen.")
    noor.fill("Wat raad je aan?", "Verdeel ze over de week.")
    noor.fill("Waarom?", "Twee keer zoveel mensen lezen dan de tweede mail.")
    noor.press("Lees de tekst")
    assert "precies zo. Er is nog niets gedeeld." in noor.reads
    noor.looks("advice-exact")
    noor.press("Deel dit met Marleen")
    assert marleen.today()[0].startswith("Noor geeft een advies")
    marleen.follow("Lees het advies")
    marleen.looks("advice-to-read")
    marleen.follow("Kies wat je doet")
    marleen.looks("advice-answer")
    marleen.fill("Wil je er iets bij zeggen?", "Deze week moet alles de deur uit.")
    marleen.press("Ik kies anders")
    assert "Marleen koos anders" in marleen.reads
    noor.go_home()
    noor.page.get_by_role("link", name="Advies", exact=True).click()
    assert "Deze week moet alles de deur uit." in noor.reads
    noor.follow("Zeg hoe het ging")
    noor.looks("advice-outcome")
    noor.fill("Hoe is het gegaan?", "De tweede mail werd ook gelezen.")
    noor.press("Deel dit met Marleen")
    assert "De tweede mail werd ook gelezen." in noor.reads
    noor.looks("advice-told")


def test_alone_everything_is_noted(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Noteer meerwerk")
    noor.looks("extra-work-alone")
    noor.fill("Wat is er extra?", LOGO)
    noor.fill("Prijs", "250")
    noor.press("Noteer dit")
    assert "Genoteerd. Nog niet afgesproken met Marleen." in noor.reads
    noor.press("Mondeling akkoord")
    assert "mondeling, genoteerd op" in noor.reads
    noor.looks("extra-work-alone-agreed")
    noor.go_home()
    noor.follow("Bevestigen")
    read_back(noor, "We bellen elke maandag.")
    noor.press("Noteer dit")
    assert "Niet bevestigd" in noor.reads
    noor.looks("readback-alone")
    noor.go_home()
    noor.follow("Advies")
    noor.follow("Geef een advies")
    noor.fill("Wat werd er gevraagd, of wat is het plan?", "Alles op één dag.")
    noor.fill("Wat raad je aan?", "Verdeel het.")
    noor.fill("Waarom?", "Dat geeft rust.")
    noor.press("Lees de tekst")
    noor.press("Noteer dit")
    assert "Verdeel het." in noor.reads
    noor.looks("advice-alone")
