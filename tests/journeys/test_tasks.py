"""The action plan: one line is enough, what the other asks, a day that is told in time; and the same alone.

Noor works on a wide screen, Marleen on her phone. The story runs twice: with JavaScript and without.
"""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone

PLAN, LATER = "starten/actieplan/", "2026-01-12"


def to_plan(one: Someone) -> None:
    one.go(one.home.removeprefix(one.site) + PLAN)


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_two_people_keep_one_plan(arrive: Arrive, time: Time, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    marleen.claim(noor.copy_link())
    to_plan(noor)
    noor.looks("plan-empty")
    noor.fill("Wat moet er gebeuren?", "Prijslijst sturen over 3 dagen")
    noor.press("Zet op het plan")
    assert "Op het plan: Prijslijst sturen (Jij), voor" in noor.reads
    noor.fill("Wat moet er gebeuren?", "Foto’s kiezen")
    noor.page.get_by_label("Wie doet het?").select_option("Marleen")
    noor.press("Zet op het plan")
    noor.looks("plan")
    noor.follow("Bekijk als bord")
    noor.looks("plan-board")
    marleen_takes_it_on(marleen)
    noor_will_not_make_it(noor)
    marleen.go_home()
    marleen.follow("Bekijk de nieuwe dag")
    marleen.looks("task-new-day")
    marleen.choose("Ja, dat is goed", question="Kan dat voor jou?")
    marleen.press("Laat het Noor weten")
    assert "Jij: dat is goed." in marleen.reads
    to_plan(noor)
    noor.follow("Prijslijst sturen")
    noor.press("Dit is klaar")
    assert "Klaar: Prijslijst sturen" in noor.reads
    noor.looks("plan-done")


def marleen_takes_it_on(marleen: Someone) -> None:
    marleen.go_home()
    marleen.follow("Actieplan")
    marleen.looks("plan-side")
    marleen.follow("Foto’s kiezen")
    marleen.looks("task-asked")
    marleen.press("Dat doe ik")
    marleen.press("Ik ben ermee bezig")
    assert "Mee bezig" in marleen.reads


def noor_will_not_make_it(noor: Someone) -> None:
    to_plan(noor)
    noor.follow("Prijslijst sturen")
    noor.page.get_by_text("Ik ga het niet halen").click()
    noor.fill("Welke dag haal je wel?", "2020-01-01")
    noor.press("Stel deze dag voor")
    assert "Deze dag is al geweest" in noor.reads
    noor.looks("task-wrong")
    noor.fill("Welke dag haal je wel?", LATER)
    noor.press("Stel deze dag voor")
    assert "De nieuwe dag staat erop. Marleen ziet het." in noor.reads


def test_alone_a_plan_works_as_well(arrive: Arrive, time: Time) -> None:
    noor = arrive("Noor", has_scripts=False)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    to_plan(noor)
    noor.fill("Wat moet er gebeuren?", "Prijslijst sturen morgen")
    noor.press("Zet op het plan")
    noor.follow("Prijslijst sturen")
    noor.press("Dit wacht op Marleen")
    assert "Wacht op Marleen" in noor.reads
    noor.press("Ik kan verder")
    noor.press("Dit is klaar")
    assert "Alles is klaar." in noor.reads
