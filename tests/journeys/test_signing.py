"""Two people sign: Noor puts an agreement on the table, Marleen signs on her phone, Noor signs, and both keep the PDF.

The story runs twice: with JavaScript and without. And once it is not signed, with a reason.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.conftest import Arrive
from tests.journeys.someone import CODE, PASSWORD, Someone

TABLE = "Studio Lindenhof"
NO = "De looptijd is mij te lang. Liever eerst drie maanden."


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_two_people_sign_each_from_her_own_place(arrive: Arrive, tmp_path: Path, has_scripts: bool) -> None:
    noor, marleen = they_sit_at_a_table(arrive, has_scripts=has_scripts)
    noor_puts_an_agreement_on_the_table(noor)
    marleen_reads_and_signs_with_her_own_code(marleen)
    noor_sees_it_and_signs_with_her_password(noor)
    files = [kept(noor, tmp_path / "noor.pdf"), kept(marleen, tmp_path / "marleen.pdf")]
    assert files[0].read_bytes() == files[1].read_bytes()
    anybody_checks_the_file(noor, files[0])
    a_changed_file_is_refused(marleen, files[1])


def test_marleen_does_not_sign_and_says_why(arrive: Arrive) -> None:
    noor, marleen = they_sit_at_a_table(arrive, has_scripts=False)
    noor_puts_an_agreement_on_the_table(noor)
    marleen.go("/kant/")
    marleen.follow("Lees de overeenkomst")
    marleen.follow("Ik teken deze niet")
    marleen.press("Ik teken deze versie niet")
    assert "Jullie lezen allebei waarom" not in marleen.reads
    marleen.looks("signing-no-wrong")
    marleen.page.locator("[name=reason]").fill(NO)
    marleen.looks("signing-no")
    marleen.press("Ik teken deze versie niet")
    assert NO in marleen.reads
    marleen.looks("signing-declined")
    noor.go_home()
    noor.follow("Overeenkomst")
    assert "Niet getekend" in noor.reads
    noor.looks("signing-noor-declined")
    noor.follow("Lees waarom niet")
    assert NO in noor.reads


def they_sit_at_a_table(arrive: Arrive, *, has_scripts: bool) -> tuple[Someone, Someone]:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE, stage="Afspreken")
    marleen.claim(noor.copy_link())
    return noor, marleen


def noor_puts_an_agreement_on_the_table(noor: Someone) -> None:
    """From the first question on, the short way: what is not filled in can be told later."""
    noor.go_home()
    noor.follow("Overeenkomst")
    noor.follow("Schrijf een overeenkomst")
    noor.press("Begin met de vragen")
    noor.press("Volgende vraag")
    noor.fill("Wat hoort erbij?", "De mailbox bijhouden\nDe planning maken")
    noor.press("Volgende vraag")
    noor.page.locator("[name=hourly_rate_eur]").fill("62,50")
    for _ in range(4):
        noor.press("Volgende vraag")
    noor.press("Bekijk de overeenkomst")
    noor.follow("Bekijk wat Marleen te zien krijgt")
    noor.press("Leg op tafel bij Marleen")
    assert "Ligt bij Marleen" in noor.reads
    noor.looks("signing-lies-there")


def marleen_reads_and_signs_with_her_own_code(marleen: Someone) -> None:
    assert marleen.today()[0].startswith("Noor legde een overeenkomst op tafel")
    marleen.follow("Lees de overeenkomst")
    assert "62,50" in marleen.reads
    marleen.looks("signing-marleen-reads")
    marleen.follow("Teken deze versie")
    marleen.looks("signing-marleen-signs")
    marleen.press("Teken")
    marleen.looks("signing-marleen-forgot")
    fill_in(marleen, "Marleen de Vries", "rode fiets")
    marleen.press("Teken")
    assert "Deze code klopt niet." in marleen.reads
    marleen.looks("signing-marleen-wrong-code")
    fill_in(marleen, "Marleen de Vries", CODE)
    marleen.press("Teken")
    assert "Zodra Noor ook tekent, geldt de overeenkomst." in marleen.page.locator("body").inner_text()
    marleen.looks("signing-marleen-signed")


def fill_in(someone: Someone, name: str, secret: str) -> None:
    """The yes, the name and what only she knows."""
    someone.page.locator("[name=agrees]").check()
    someone.page.locator("[name=typed_name]").fill(name)
    someone.page.locator("[name=secret]").fill(secret)


def noor_sees_it_and_signs_with_her_password(noor: Someone) -> None:
    assert noor.today()[0].startswith("Marleen tekende de overeenkomst")
    noor.looks("signing-noor-today")
    noor.follow("Lees de overeenkomst")
    assert "Marleen heeft getekend" in noor.reads
    noor.looks("signing-noor-reads")
    noor.follow("Teken deze versie")
    assert "Ik teken deze niet" not in noor.reads, "she put it there: she can take it off the table"
    fill_in(noor, "Noor Jansen", PASSWORD)
    noor.looks("signing-noor-signs")
    noor.press("Teken")
    assert "Jullie hebben allebei getekend." in noor.reads
    assert "Elke regel houdt de regel ervoor vast. De keten is heel." in noor.reads
    noor.looks("signing-noor-signed")


def kept(someone: Someone, file: Path) -> Path:
    """The PDF as she keeps it, from the page of the agreement."""
    someone.go_home()
    someone.follow("Overeenkomst")
    someone.looks(f"signing-{someone.name}-holds".lower())
    with someone.page.expect_download() as coming:
        someone.follow("Bewaar de pdf")
    coming.value.save_as(file)
    assert file.read_bytes().startswith(b"%PDF")
    return file


def anybody_checks_the_file(someone: Someone, file: Path) -> None:
    check(someone, file)
    assert "Echt en niet veranderd" in someone.reads
    someone.looks("signing-genuine")


def a_changed_file_is_refused(someone: Someone, file: Path) -> None:
    whole = bytearray(file.read_bytes())
    whole[len(whole) // 2] ^= 1
    file.write_bytes(whole)
    check(someone, file)
    assert "Dit bestand is veranderd" in someone.reads and "Echt en niet veranderd" not in someone.reads
    someone.looks("signing-changed")


def check(someone: Someone, file: Path) -> None:
    """Give a file to the page where anybody can check one."""
    someone.go("/controleer/")
    someone.page.locator("input[type=file]").set_input_files(file)
    someone.press("Controleer")
