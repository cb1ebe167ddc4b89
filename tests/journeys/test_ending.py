"""The end of two: told on a laptop, another day asked on a phone, settled, thanked, closed; and alone without scripts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone

WORDS = "Dank voor twee mooie jaren. Het werk past niet meer bij mijn leven, daarom stop ik."
WISH = "In februari is onze open dag. Kan het na die dag?"
THANKS = "Jij gaf me vertrouwen toen ik net begon. Dat vergeet ik niet."
PRAISE = "Noor ziet wat er nodig is, nog voor ik het vraag."


def on_day(time: Time, days: int) -> str:
    """The day so many days from now, as one types it."""
    return (time.now + timedelta(days=days)).date().isoformat()


@pytest.fixture
def marleen(arrive: Arrive, link: str) -> Someone:
    """Marleen behind her link on her phone."""
    someone = arrive("Marleen", width=390)
    someone.claim(link)
    return someone


def test_the_whole_end_together(noor: Someone, marleen: Someone, time: Time) -> None:
    noor_lets_it_know(noor, time)
    marleen_asks_for_another_day(marleen, time)
    noor_says_yes(noor)
    both_settle(noor, marleen)
    both_take_access_back(noor, marleen)
    time.later(days=40)
    noor_closes(noor)
    marleen_reads_it_afterwards_and_thanks(marleen)
    noor_reads_the_thanks_and_how_it_went(noor, marleen)


def noor_lets_it_know(noor: Someone, time: Time) -> None:
    noor.go_home()
    noor.follow("Afscheid", inside=noor.page.get_by_role("main"))
    noor.looks("ending-none")
    noor.follow("Laat Marleen weten dat het stopt")
    noor.fill("Dit leest Marleen", WORDS)
    noor.press("Deel dit met Marleen")
    assert "Kies hoe het eindigt." in noor.reads
    expect(noor.page.get_by_label("Dit leest Marleen")).to_have_value(WORDS)
    noor.choose("Ik stop ermee")
    noor.fill("Wat is de laatste dag?", on_day(time, 14))
    noor.looks("ending-announce")
    noor.press("Deel dit met Marleen")
    assert WORDS in noor.reads and "Dat mag." in noor.reads
    noor.looks("ending-told")


def marleen_asks_for_another_day(marleen: Someone, time: Time) -> None:
    marleen.go_home()
    assert marleen.today()[0].startswith("Noor laat weten dat het stopt")
    marleen.looks("ending-portal-home")
    marleen.follow("Lees het rustig")
    assert WORDS in marleen.reads and "Even op adem komen" in marleen.reads
    marleen.looks("ending-left-phone")
    marleen.follow("Vraag een andere laatste dag")
    marleen.fill("Welke dag past jou wel?", on_day(time, 30))
    marleen.fill("Wil je er iets bij zeggen?", WISH)
    marleen.looks("ending-day-phone")
    marleen.press("Stel voor aan Noor")
    assert "Jij vroeg een andere laatste dag." in marleen.reads


def noor_says_yes(noor: Someone) -> None:
    assert noor.today()[0].startswith("Marleen vraagt een andere laatste dag")
    noor.looks("ending-vandaag")
    noor.follow("Bekijk het")
    assert WISH in noor.reads
    noor.looks("ending-other-day")
    noor.page.get_by_role("button", name="is de laatste dag").click()
    assert "Jullie hebben het allebei op papier." in noor.reads


def both_settle(noor: Someone, marleen: Someone) -> None:
    noor.follow("Samen afrekenen")
    noor.follow("Zet iets op de lijst")
    noor.page.get_by_role("radio", name="Gegevens en bestanden").check()
    noor.fill("Wat staat er open?", "De adressenlijst van de winkel")
    noor.choose("Allebei")
    noor.looks("settlement-add")
    noor.press("Deel dit met Marleen")
    noor.follow("Teruggeven of wissen")
    noor.choose("Teruggeven")
    noor.fill("Hoe, en wat blijft er?", "Op een stick, de kopie is weg.")
    noor.looks("settlement-data")
    noor.press("Bewaar, voor jullie allebei")
    noor.press("Voor mij is dit klaar")
    noor.looks("settlement-list")
    noor.follow("Stel een afsluiting voor")
    noor.looks("settlement-statement")
    noor.press("Stel voor aan Marleen")
    marleen.go_home()
    assert marleen.today()[0].startswith("Noor stelt een afsluiting voor")
    marleen.follow("Lees de tekst")
    marleen.looks("settlement-phone")
    marleen.press("Voor mij is dit klaar")
    marleen.press("Ja, dit klopt voor mij")
    assert "Jullie namen deze tekst allebei aan." in marleen.reads and "Klaar voor jullie allebei" in marleen.reads


def both_take_access_back(noor: Someone, marleen: Someone) -> None:
    noor.go_home()
    noor.follow("Het einde, op papier")
    noor.follow("Toegang terug")
    noor.fill("Waar kon iemand bij?", "De webwinkel")
    noor.choose("Noor")
    noor.press("Zet op de lijst")
    noor.press("Dit is terug")
    noor.looks("access-back")
    marleen.go_home()
    marleen.follow("Het einde, op papier")
    marleen.follow("Toegang terug")
    marleen.press("Ja, dat klopt")
    assert "en bevestigd door Marleen" in marleen.reads
    marleen.looks("access-confirmed-phone")


def noor_closes(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Het einde, op papier")
    noor.follow("Afronden")
    assert "Alles is rond" in noor.reads
    noor.looks("ending-close")
    noor.press("Rond de samenwerking af")
    assert "Mooi gedaan." in noor.title
    noor.looks("ending-closed")
    noor.go_home()
    assert "Mooi gedaan." in noor.reads and "Nu jij" not in noor.reads
    noor.looks("ending-closed-home")


def marleen_reads_it_afterwards_and_thanks(marleen: Someone) -> None:
    marleen.go_home()
    assert "Mooi gedaan." in marleen.reads
    marleen.looks("ending-closed-portal")
    marleen.follow("Bedank Noor")
    marleen.looks("thanks-phone")
    marleen.follow("Schrijf Noor een briefje")
    marleen.fill("Wat wil je zeggen?", THANKS)
    marleen.press("Bewaar en ga later verder")
    marleen.follow("Ga verder met je briefje")
    expect(marleen.page.get_by_label("Wat wil je zeggen?")).to_have_value(THANKS)
    marleen.press("Bewaar en lees het nog eens")
    assert "Dit leest Noor" in marleen.title
    marleen.looks("thanks-share-phone")
    marleen.press("Deel dit met Noor")
    marleen.follow("Schrijf een aanbeveling")
    marleen.fill("Jouw woorden", PRAISE)
    marleen.press("Bewaar en lees het nog eens")
    marleen.choose("Overal, ook op een website")
    marleen.looks("testimonial-release-phone")
    marleen.press("Geef dit aan Noor")
    marleen.press("Noor mag mij noemen")
    marleen.looks("thanks-done-phone")


def noor_reads_the_thanks_and_how_it_went(noor: Someone, marleen: Someone) -> None:
    noor.follow("Het einde, op papier")
    noor.follow("Elkaar bedanken")
    assert THANKS in noor.reads and PRAISE in noor.reads and "Overal te gebruiken, zonder naam." in noor.reads
    noor.looks("thanks")
    noor.follow("Schrijf het op, alleen voor jou")
    noor.fill("Wat wil je laten horen", "Vragen hoe de open dag was.")
    noor.looks("keep-in-touch")
    noor.press("Bewaar, alleen voor mij")
    for someone in (noor, marleen):
        someone.go_home()
        someone.follow("Het einde, op papier")
        someone.follow("Hoe het ging")
        someone.choose("Misschien", question="Zou je nog eens met")
        someone.looks(f"how-it-went-{someone.name}")
        someone.press("Sluit mijn envelop")
    assert "opengelaten" in marleen.reads and "Misschien" in marleen.reads
    marleen.looks("how-it-went-open-phone")


def test_noor_alone_without_scripts(arrive: Arrive, time: Time) -> None:
    noor = arrive("Noor", width=390, has_scripts=False)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    noor.follow("Afscheid", inside=noor.page.get_by_role("main"))
    noor.follow("Laat Marleen weten dat het stopt")
    noor.choose("Het contact viel stil")
    noor.fill("Dit leest Marleen", "We hoorden elkaar niet meer. Dank voor het werk.")
    noor.press("Deel dit met Marleen")
    assert "Marleen doet hier niet mee. Jij kunt gewoon verder." in noor.reads
    noor.follow("Samen afrekenen")
    noor.follow("Zet iets op de lijst")
    noor.page.get_by_role("radio", name="Een voorschot of borg").check()
    noor.fill("Wat staat er open?", "Het voorschot van mei")
    noor.fill("Welk bedrag?", "250")
    noor.choose("Marleen")
    noor.press("Deel dit met Marleen")
    noor.follow("Stel een afsluiting voor")
    noor.press("Stel voor aan Marleen")
    noor.press("Noteer dit als mijn afsluiting")
    assert "Genoteerd door Noor, niet bevestigd." in noor.reads
    noor.looks("settlement-alone-phone")
    noor.go_home()
    noor.follow("Het einde, op papier")
    noor.follow("Afronden")
    assert "Het voorschot van mei (€ 250)" in noor.reads
    noor.looks("ending-close-open-phone")
    noor.press("Rond toch af, met wat open is erbij")
    assert "Mooi gedaan." in noor.title
    noor.looks("ending-closed-alone-phone")
