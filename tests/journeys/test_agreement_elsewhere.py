"""What both signed on paper: Noor notes it on her phone with the PDF, Marleen says it is not right, and then that it is.

The story runs twice: with JavaScript and without.
"""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive
from tests.journeys.someone import Someone

TABLE = "Studio Lindenhof"
PDF = {"name": "getekend.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 door ons allebei getekend"}
PHOTO = {"name": "foto.pdf", "mimeType": "application/pdf", "buffer": b"\xff\xd8\xff\xe0 een foto"}


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_what_both_signed_on_paper_counts_once_both_say_so(arrive: Arrive, has_scripts: bool) -> None:
    noor = arrive("Noor", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE, stage="Afspreken")
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    marleen.claim(noor.copy_link())
    noor_makes_a_mistake_and_then_looks_at_what_marleen_will_see(noor)
    noor_brings_a_photo_first_and_then_the_pdf(noor)
    marleen_says_what_is_not_right(marleen)
    noor_notes_it_again(noor)
    marleen_confirms_it_and_opens_the_pdf(marleen)
    noor_reads_that_it_holds(noor)


def noor_makes_a_mistake_and_then_looks_at_what_marleen_will_see(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Overeenkomst")
    noor.follow("Al getekend op papier of ergens anders?")
    assert noor.title == "Elders getekend"
    noor.looks("elsewhere-write-phone")
    noor.choose("Ik")
    noor.fill("Op welke dag was het getekend?", "2026-01-02")
    noor.page.locator("[name=payment_term_days]").fill("veel")
    noor.press("Bekijk wat Marleen te zien krijgt")
    assert "Vul een getal in, bijvoorbeeld 1.250,50." in noor.reads
    noor.looks("elsewhere-wrong-phone")
    noor.page.locator("[name=payment_term_days]").fill("30")
    noor.page.locator("[name=hourly_rate_eur]").fill("62,50")
    noor.page.locator("[name=notice_days_client]").fill("30")
    noor.press("Bekijk wat Marleen te zien krijgt")
    assert noor.title == "Dit ziet Marleen" and "€ 62,50" in noor.reads and "2 januari 2026" in noor.reads
    noor.looks("elsewhere-look-phone")


def noor_brings_a_photo_first_and_then_the_pdf(noor: Someone) -> None:
    noor.page.locator("[name=file]").set_input_files(PHOTO)  # type: ignore[arg-type]
    noor.press("Deel dit met Marleen")
    assert "Dit is een bestand van het soort JPEG." in noor.reads and "€ 62,50" in noor.reads
    noor.looks("elsewhere-photo-phone")
    noor.page.locator("[name=file]").set_input_files(PDF)  # type: ignore[arg-type]
    noor.press("Deel dit met Marleen")
    assert "Ligt bij Marleen" in noor.reads and "getekend.pdf" in noor.reads
    noor.looks("elsewhere-shared-phone")


def marleen_says_what_is_not_right(marleen: Someone) -> None:
    assert marleen.today()[0].startswith("Noor noteerde wat jullie elders tekenden")
    marleen.follow("Kijk of het klopt")
    assert "Hebben jullie dit getekend?" in marleen.reads and "30 dagen" in marleen.reads
    marleen.looks("elsewhere-asked-phone")
    marleen.follow("Klopt niet")
    marleen.press("Zeg dit tegen Noor")
    assert "Schrijf kort wat er niet klopt." in marleen.reads
    marleen.looks("elsewhere-deny-phone")
    marleen.fill("Wat klopt er niet?", "Betalen was binnen 14 dagen.")
    marleen.press("Zeg dit tegen Noor")
    assert "Zo klopt het niet" in marleen.reads


def noor_notes_it_again(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Overeenkomst")
    assert "Betalen was binnen 14 dagen." in noor.reads
    noor.looks("elsewhere-denied-phone")
    noor.follow("Noteer het opnieuw")
    assert noor.page.locator("[name=payment_term_days]").input_value() == "30"
    noor.page.locator("[name=payment_term_days]").fill("14")
    noor.press("Bekijk wat Marleen te zien krijgt")
    noor.page.locator("[name=file]").set_input_files(PDF)  # type: ignore[arg-type]
    noor.press("Deel dit met Marleen")


def marleen_confirms_it_and_opens_the_pdf(marleen: Someone) -> None:
    assert marleen.today()[0].startswith("Noor noteerde wat jullie elders tekenden")
    marleen.follow("Kijk of het klopt")
    with marleen.page.expect_download() as download:
        marleen.follow("Open getekend.pdf")
    assert download.value.suggested_filename == "getekend.pdf"
    marleen.press("Ja, dit hebben we getekend")
    assert "Dit geldt nu." in marleen.reads
    marleen.looks("elsewhere-holds-phone")


def noor_reads_that_it_holds(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Overeenkomst")
    assert "Bevestigd door Marleen" in noor.reads and "14 dagen" in noor.reads
