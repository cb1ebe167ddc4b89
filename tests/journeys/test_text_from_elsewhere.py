"""A text made elsewhere: Noor brings a Word file, sees what seems to be in it, ticks two numbers and goes on with them.

The story runs twice: with JavaScript on a wide screen, and without on a phone.
"""

from __future__ import annotations

import pytest

from tests.features.kit.hostile import docx, locked_pdf, written
from tests.journeys.conftest import Arrive
from tests.journeys.someone import Someone

LOCKED = {"name": "dicht.pdf", "mimeType": "application/pdf", "buffer": locked_pdf()}
WORD = {
    "name": "afspraken.docx",
    "mimeType": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "buffer": docx(
        written(
            "Artikel 1. De opdracht", "Opdrachtnemer verzorgt de nieuwsbrief en beheert de agenda.",
            "Artikel 2. Vergoeding", "Het uurtarief is € 62,50 exclusief btw.",
            "Betaling binnen 21 dagen na factuurdatum.", "Artikel 3. Opzegging", "Stoppen kan in onderling overleg.",
            "Artikel 4. Geheimhouding", "Wat vertrouwelijk is, houden we geheim, ook een jaar na het einde.",
        )
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("has_scripts", "width"), [(True, 1280), (False, 390)], ids=["with-javascript", "phone-without-javascript"]
)
def test_a_text_from_elsewhere_is_read_and_gone_on_with(arrive: Arrive, has_scripts: bool, width: int) -> None:
    noor = arrive("Noor", width=width, has_scripts=has_scripts)
    size = "wide" if width == 1280 else "phone"
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof", stage="Afspreken")
    noor.go_home()
    noor.follow("Overeenkomst")
    noor.follow("Een tekst van ergens anders?")
    assert noor.title == "Lees een tekst van ergens anders"
    noor.looks(f"reading-bring-{size}")
    it_is_refused_with_words(noor, size)
    she_reads_what_seems_to_be_in_it(noor, size)
    she_keeps_it_for_herself(noor, size)
    she_ticks_two_numbers(noor)


def it_is_refused_with_words(noor: Someone, size: str) -> None:
    noor.page.locator("[name=file]").set_input_files(LOCKED)  # type: ignore[arg-type]
    noor.press("Lees deze tekst")
    assert "Dit bestand zit op slot met een wachtwoord." in noor.reads
    noor.looks(f"reading-locked-{size}")


def she_reads_what_seems_to_be_in_it(noor: Someone, size: str) -> None:
    noor.page.locator("[name=file]").set_input_files(WORD)  # type: ignore[arg-type]
    noor.press("Lees deze tekst")
    assert noor.title == "Wat we in de tekst zagen"
    assert "Dit is een hulp, geen oordeel. Lees zelf mee." in noor.reads
    assert "‘Betaling binnen 21 dagen na factuurdatum.’" in noor.reads
    assert "‘Stoppen kan in onderling overleg.’" in noor.reads
    noor.looks(f"reading-result-{size}")


def she_keeps_it_for_herself(noor: Someone, size: str) -> None:
    noor.press("Bewaar deze tekst, alleen voor mij")
    assert "Je bewaart deze tekst. Alleen jij ziet hem." in noor.reads
    noor.looks(f"reading-kept-{size}")


def she_ticks_two_numbers(noor: Someone) -> None:
    noor.page.get_by_text("€ 62,50").first.scroll_into_view_if_needed()
    noor.page.locator("[value='hourly_rate_eur=62.50']").check()
    noor.page.locator("[value='payment_term_days=21']").check()
    noor.press("Begin mijn eigen concept hiermee")
    assert "Staat in je concept." in noor.reads and "€ 62,50" in noor.reads and "21 dagen" in noor.reads
    noor.follow("Lees een tekst van ergens anders")
    noor.follow("Artikel 1. De opdracht")
    noor.page.locator("[value='payment_term_days=21']").check()
    noor.press("Al getekend? Noteer dit als elders getekend")
    assert noor.title == "Elders getekend" and noor.page.locator("[name=payment_term_days]").input_value() == "21"
    assert noor.page.locator("[name=hourly_rate_eur]").input_value() == ""
