"""An invoice between two: noted, late, reminded and paid. Noor works on a wide screen, Marleen on her phone.

The story runs with JavaScript and without. And once alone, on a phone, with an e-invoice.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.features.contributions.test_ubl import PEPPOL
from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone

TABLE = "Studio Lindenhof"


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_two_people_see_how_an_invoice_stands(arrive: Arrive, time: Time, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE)
    marleen.claim(noor.copy_link())
    noor_notes_an_invoice(noor, time)
    time.later(days=20)
    noor_reminds_by_hand(noor)
    marleen_notes_that_she_paid(marleen)
    noor.go_home()
    noor.follow("Rekeningen")
    assert "€ 1.250,50 van jou aan Marleen" in noor.reads and "na de laatste dag" in noor.reads
    noor.looks("invoices-paid")


def noor_notes_an_invoice(noor: Someone, time: Time) -> None:
    noor.go_home()
    noor.follow("Rekeningen")
    assert "Dit is geen boekhouding." in noor.reads
    noor.looks("invoices-empty")
    noor.follow("Noteer een rekening")
    noor.fill("Hoeveel is het, met btw?", "veel")
    noor.press("Bewaar deze rekening")
    assert "Vul een getal in" in noor.reads
    noor.looks("invoice-wrong")
    noor.fill("Hoeveel is het, met btw?", "1.250,50")
    noor.fill("Wat is de laatste dag om te betalen?", (time.now + timedelta(days=10)).date().isoformat())
    noor.fill("Welk nummer staat erop?", "2026-7")
    noor.press("Bewaar deze rekening")
    assert "Nog 10 dagen om te betalen." in noor.reads
    noor.looks("invoice")


def noor_reminds_by_hand(noor: Someone) -> None:
    assert "Je rekening van € 1.250,50 staat nog open" in " ".join(noor.today())
    noor.follow("Bekijk de rekening")
    assert "Misschien is het je ontgaan" in noor.page.content()
    noor.looks("invoice-late")
    noor.press("Noteer dat ik die stuurde")
    assert "Vriendelijke herinnering, verstuurd op" in noor.reads
    assert "Je rekening van" not in " ".join(noor.today())


def marleen_notes_that_she_paid(marleen: Someone) -> None:
    assert "Er staat een rekening van Noor open" in " ".join(marleen.today())
    marleen.looks("side-invoice")
    marleen.follow("Bekijk de rekening")
    assert "Misschien is het je ontgaan" not in marleen.page.content()
    marleen.looks("invoice-to-pay")
    marleen.press("Noteer dat alles betaald is")
    assert "Betaald op" in marleen.reads


def test_alone_she_reads_an_electronic_invoice(arrive: Arrive, tmp_path: Path) -> None:
    noor = arrive("Noor", width=390, has_scripts=False)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE)
    noor.go_home()
    noor.follow("Rekeningen")
    noor.follow("Lees een e-factuur in")
    wrong, right = tmp_path / "brief.xml", tmp_path / "factuur.xml"
    wrong.write_text("<html/>")
    right.write_text(PEPPOL.replace("2026-03-", "2026-01-"))
    noor.page.get_by_label("Welk bestand?").set_input_files(wrong)
    noor.press("Laat zien wat erin staat")
    assert "geen factuur in UBL 2.1" in noor.reads
    noor.looks("invoice-import-wrong")
    noor.page.get_by_label("Welk bestand?").set_input_files(right)
    noor.press("Laat zien wat erin staat")
    assert "Er is nog niets bewaard." in noor.reads
    noor.looks("invoice-import")
    noor.press("Bewaar deze rekening")
    assert "€ 505 van jou aan Marleen" in noor.reads
    noor.looks("invoice-imported")
