"""Noor prepares a handover, both tick it, and a successor reads what both released; without JavaScript too.

Noor works on a wide screen, Marleen and Sam on their phones, each in a browser of her own.
"""

from __future__ import annotations

import re

import pytest

from tests.journeys.conftest import Arrive
from tests.journeys.someone import Someone

TABLE = "Studio Lindenhof"
MINE, MAILBOX, SECRET = "De planning van mei", "De mailbox", "Wachtwoord: Zomer2026!"
QUESTION, ANSWER = "Wie beslist er als jij op reis bent?", "Dan beslist Anna."


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_handover_from_first_line_to_successor(arrive: Arrive, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE)
    marleen.claim(noor.copy_link())
    marleen.log_fact("Toegang bij één persoon", note="De webwinkel", about="Over mij")
    noor_prepares_for_herself(noor)
    marleen_sees_nothing_of_it(marleen)
    noor_puts_one_thing_on_the_table(noor)
    marleen_adds_and_takes_along_what_runs(marleen)
    both_tick(noor, marleen)
    both_release(noor, marleen)
    address = noor_makes_a_link(noor)
    sam = arrive("Sam", width=390, has_scripts=has_scripts)
    sam_reads_what_both_released(sam, address)
    somebody_else_finds_the_link(arrive("somebody who found the link", has_scripts=has_scripts), address)
    marleen_answers(marleen)
    sam_reads_the_answer(sam)
    they_plan_to_work_in(noor, marleen, sam)
    noor_takes_the_link_back(noor, sam)


def noor_prepares_for_herself(noor: Someone) -> None:
    noor.go_home()
    noor.go(f"{noor.home.removeprefix(noor.site)}afscheid/overdracht/")
    noor.follow("Eerst voor jezelf")
    assert "Marleen ziet dit niet" in noor.reads
    noor.looks("handover-own-empty")
    noor.press("Bewaar voor mezelf")
    assert "Schrijf één ding op, of kies er een uit de lijst." in noor.reads
    noor.fill("Wat draag je over?", f"- {MINE}\n- {SECRET}")
    noor.press("Bewaar voor mezelf")
    assert "Dit lijkt op een wachtwoord of code." in noor.reads
    noor.looks("handover-own-secret")
    noor.fill("Wat draag je over?", f"- {MINE}\n- {MAILBOX}")
    noor.press("Bewaar voor mezelf")
    noor.page.get_by_role("link", name=re.compile(f"^Vul aan.*{MAILBOX}")).click()
    noor.fill("Waar staat het, of hoe gaat het?", "In de kluis van Marleen")
    noor.page.get_by_label("Wat voor ding is het?").select_option("access")
    noor.press("Bewaar voor mezelf")
    noor.looks("handover-own")


def marleen_sees_nothing_of_it(marleen: Someone) -> None:
    marleen.go_home()
    assert "Overdracht" not in marleen.reads


def noor_puts_one_thing_on_the_table(noor: Someone) -> None:
    noor.press("Zet op tafel")
    assert noor.title == "Zet dit op tafel" and MINE in noor.reads and "In de kluis van Marleen" in noor.reads
    noor.looks("handover-exact")
    noor.press("Deel dit met Marleen")
    assert noor.title == "Overdragen" and MINE in noor.reads
    noor.looks("handover-plan")


def marleen_adds_and_takes_along_what_runs(marleen: Someone) -> None:
    marleen.go_home()
    marleen.follow("Overdracht")
    assert MINE in marleen.reads
    marleen.looks("handover-plan-phone")
    marleen.follow("Zet er iets bij")
    marleen.fill("Wat draag je over?", "De nieuwsbrief")
    marleen.looks("handover-add-phone")
    marleen.press("Zet het op de lijst")
    marleen.follow("Neem mee wat al loopt")
    marleen.looks("handover-take-phone")
    marleen.press("Neem alles mee")
    assert "De webwinkel" in marleen.reads and "De nieuwsbrief" in marleen.reads


def both_tick(noor: Someone, marleen: Someone) -> None:
    tick(noor, "Dit is klaar", MINE)
    assert marleen.today()[0].startswith("De overdracht wacht op jou")
    marleen.looks("side-handover")
    marleen.follow("Bekijk de overdracht")
    tick(marleen, "Ik heb het gezien", MINE)
    assert "Gezien door jou" in marleen.reads
    marleen.looks("handover-ticked-phone")


def tick(someone: Someone, act: str, title: str) -> None:
    someone.go_home()
    someone.page.get_by_role("link", name=re.compile("^Overdracht$")).first.click()
    someone.page.get_by_role("button", name=re.compile(f"^{act}.*{title}")).click()


def both_release(noor: Someone, marleen: Someone) -> None:
    noor.follow("Een opvolger")
    noor.fill("Wie neemt het over?", "Sam Visser")
    noor.press("Noem deze opvolger")
    noor.looks("successor-named")
    noor.follow("Kies wat vrij is")
    for title in (MINE, MAILBOX):
        noor.page.get_by_role("checkbox", name=re.compile(f"^{title}")).check()
    noor.looks("successor-release")
    noor.press("Bewaar mijn vinkjes")
    marleen.follow("Een opvolger")
    marleen.follow("Sam Visser")
    marleen.follow("Kies wat vrij is")
    assert "Noor gaf het vrij. Jij nog niet." in marleen.reads
    marleen.page.get_by_role("checkbox", name=re.compile(f"^{MINE}")).check()
    marleen.looks("successor-release-phone")
    marleen.press("Bewaar mijn vinkjes")
    marleen.follow("Dit ziet Sam")
    assert MINE in marleen.reads and MAILBOX not in marleen.reads
    marleen.looks("successor-preview-phone")


def noor_makes_a_link(noor: Someone) -> str:
    noor.press("Kopieer", inside=noor.page.get_by_role("main"))
    noor.looks("successor-link")
    address = noor.page.get_by_label("De link voor Sam").input_value()
    noor.page.goto(address)
    assert noor.title == "Deze link is voor iemand anders"
    return address


def sam_reads_what_both_released(sam: Someone, address: str) -> None:
    sam.page.goto(address)
    assert sam.title == "Sam, Noor nodigt je uit" and MINE not in sam.reads
    sam.looks("successor-landing")
    sam.press("Lees mee")
    assert MINE in sam.reads and MAILBOX not in sam.reads
    sam.page.get_by_role("checkbox", name=re.compile("Dit heb ik gezien")).check()
    sam.press("Bewaar wat ik heb gezien")
    sam.press("Vraag het aan Noor en Marleen")
    assert "Schrijf eerst je vraag op." in sam.reads
    sam.fill("Wat wil je weten?", QUESTION)
    sam.press("Vraag het aan Noor en Marleen")
    assert QUESTION in sam.reads and "Nog geen antwoord." in sam.reads
    sam.looks("successor-dossier")
    sam.home = sam.page.url


def somebody_else_finds_the_link(stranger: Someone, address: str) -> None:
    stranger.page.goto(address)
    assert stranger.title == "Deze link werkt niet meer"


def marleen_answers(marleen: Someone) -> None:
    marleen.follow("Terug naar Sam")
    assert "gezien door Sam" in marleen.reads and QUESTION in marleen.reads and "5 januari, 10:00" in marleen.reads
    marleen.fill("Jouw antwoord", ANSWER)
    marleen.press("Deel dit met Sam")
    marleen.looks("successor-one-phone")


def sam_reads_the_answer(sam: Someone) -> None:
    sam.go_home()
    assert ANSWER in sam.reads


def they_plan_to_work_in(noor: Someone, marleen: Someone, sam: Someone) -> None:
    """A moment is proposed, agreed, and moved by the other; who takes over reads it while both agree."""
    for someone in (noor, marleen):
        someone.go_home()
        someone.follow("Overdracht")
        someone.follow("Inwerken")
    noor.fill("Waar gaat het over?", "De planning doorlopen")
    noor.fill("Op welke dag?", "2026-01-20")
    noor.press("Stel voor aan Marleen")
    assert "Vul een tijd in, bijvoorbeeld 10:00." in noor.reads
    noor.fill("Hoe laat?", "10:00")
    noor.page.get_by_label("Voor wie is het?").select_option(label="Sam Visser")
    noor.press("Stel voor aan Marleen")
    noor.looks("work-in")
    marleen.page.reload()
    marleen.press("Ja, zo doen we het")
    sam.go_home()
    assert "dinsdag 20 januari, 10:00 tot 11:00" in sam.reads
    marleen.looks("work-in-phone")
    marleen.follow("Kies een ander moment")
    assert marleen.title == "Kies een ander moment" and "zodra Noor ja zegt" in marleen.reads
    marleen.looks("work-in-move-phone")
    marleen.fill("Hoe laat?", "14:00")
    marleen.press("Stel voor aan Noor")
    sam.go_home()
    assert "De planning doorlopen" not in sam.reads
    noor.page.reload()
    noor.press("Ja, zo doen we het")
    sam.go_home()
    assert "14:00 tot 15:00" in sam.reads


def noor_takes_the_link_back(noor: Someone, sam: Someone) -> None:
    noor.go_home()
    noor.follow("Overdracht")
    noor.follow("Op papier")
    noor.looks("handover-paper")
    noor.follow("Terug naar de overdracht")
    noor.follow("Een opvolger")
    noor.follow("Sam Visser")
    assert ANSWER in noor.reads
    noor.press("Trek de link in")
    sam.page.goto(sam.home)
    assert sam.title == "Deze link werkt niet meer"
