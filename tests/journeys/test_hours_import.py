"""Reading in hours from an export: another column, one project less, kept once; Marleen sees it on her phone.

The story runs twice: with JavaScript and without.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrive
from tests.journeys.someone import Someone

HEAD = "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\n"
ROWS = (
    "Noor,n@v.nl,Lindenhof,Nieuwsbrief,,Schrijven,No,2026-01-02,09:00:00,2026-01-02,10:30:00,01:30:00,\n"
    "Noor,n@v.nl,Lindenhof,Webshop,,Producten,No,2026-01-05,09:00:00,2026-01-05,09:45:00,00:45:00,\n"
    "Noor,n@v.nl,Anders,Iemand anders,,Bellen,No,2026-01-05,09:45:00,2026-01-05,10:00:00,00:15:00,\n"
)


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_an_export_is_read_in_once_and_the_other_sees_it(arrive: Arrive, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    marleen.claim(noor.copy_link())
    noor_brings_a_file(noor)
    noor_looks_and_reads_it_in(noor)
    noor_brings_it_again(noor)
    marleen.go_home()
    assert "Noor schreef 2 regels op." in marleen.reads
    marleen.follow("Uren en inbreng")
    assert "0,75 uur: Webshop" in marleen.reads and "Iemand anders" not in marleen.reads
    marleen_looks_at_the_page_herself(marleen)


def open_import(noor: Someone, content: str) -> None:
    noor.go_home()
    noor.follow("Uren en inbreng")
    noor.follow("Lees uren in uit een bestand")
    file = {"name": "uren.csv", "mimeType": "text/csv", "buffer": content.encode()}
    noor.page.get_by_label("Welk bestand?").set_input_files(file)
    noor.press("Bekijk wat erin staat")


def noor_brings_a_file(noor: Someone) -> None:
    open_import(noor, HEAD)
    assert "In dit bestand staan geen regels." in noor.reads
    noor.looks("hours-import-wrong")
    open_import(noor, HEAD + ROWS)
    assert "Toggl Track. 3 regels, samen 2,5 uur." in noor.reads
    noor.looks("hours-import-look")


def leave_out(noor: Someone, project: str) -> None:
    """With the keyboard: a click may land beside a small box while the page still scrolls to it."""
    box = noor.page.get_by_label(project)
    box.press("Space")
    expect(box).not_to_be_checked()


def noor_looks_and_reads_it_in(noor: Someone) -> None:
    noor.page.get_by_text("Verander de kolommen").click()
    noor.page.get_by_label("Welke kolom zegt wat je deed?").select_option("Project")
    noor.press("Bekijk het opnieuw")
    leave_out(noor, "Iemand anders")
    noor.press("Bekijk het opnieuw")
    assert "2 regels, samen 2,25 uur." in noor.reads
    noor.looks("hours-import-chosen")
    noor.press("Lees deze regels in")
    assert "Ingelezen: 2 regels." in noor.reads


def noor_brings_it_again(noor: Someone) -> None:
    open_import(noor, HEAD + ROWS)
    leave_out(noor, "Iemand anders")
    noor.press("Bekijk het opnieuw")
    assert "2 regels staan er al" in noor.reads
    assert "Hier is niets nieuws bij." in noor.reads


def marleen_looks_at_the_page_herself(marleen: Someone) -> None:
    open_import(marleen, "Date,Hours,Notes\n05/01/2026,1,Meedenken\n")
    assert "Hoe staan de dagen erin?" in marleen.reads
    marleen.looks("hours-import-asked")
    marleen.choose("Eerst de dag, dan de maand")
    marleen.press("Bekijk wat erin staat")
    assert "maandag 5 januari" in marleen.reads
    marleen.looks("hours-import-phone")
    marleen.press("Lees deze regels in")
    assert "Ingelezen: 1 regel." in marleen.reads
