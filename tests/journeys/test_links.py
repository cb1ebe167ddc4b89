"""Marleen's personal link: on a new device, expired, withdrawn, lost, and as the start of an account."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import CODE, KEEP_FOR_TALK, PASSWORD, Someone

TABLE = "Studio Lindenhof"


def test_a_new_device_takes_the_link_and_her_code(arrive: Arrive, link: str) -> None:
    arrive("Marleen", width=390).claim(link)
    laptop = arrive("Marleen on her laptop")
    laptop.open_link(link)
    assert laptop.title == "Vul je eigen code in"
    laptop.fill("Je eigen code", "rode fiets")
    laptop.press("Open mijn kant")
    assert "Deze code klopt niet. Kijk nog eens, of vraag een nieuwe start." in laptop.reads
    expect(laptop.page.get_by_role("alert")).to_be_focused()
    laptop.looks("link-wrong-code")
    laptop.fill("Je eigen code", f" {CODE} ")
    laptop.press("Open mijn kant")
    assert laptop.title == "Dag Marleen"


def test_guessing_the_code_is_slowed_down(arrive: Arrive, link: str) -> None:
    arrive("Marleen", width=390).claim(link)
    somebody = arrive("somebody who found the link")
    somebody.open_link(link)
    for number in range(12):
        somebody.fill("Je eigen code", f"gok nummer {number}")
        somebody.press("Open mijn kant")
        if "Dat was te vaak." in somebody.reads:
            break
    else:
        pytest.fail("twelve wrong codes in a row were all looked at")
    somebody.fill("Je eigen code", CODE)
    somebody.press("Open mijn kant")
    assert somebody.title == "Vul je eigen code in", "not even the right one for a while"


def test_an_expired_link_asks_for_a_new_one_and_noor_grants_it(
    arrive: Arrive, noor: Someone, link: str, time: Time
) -> None:
    marleen = arrive("Marleen", width=390)
    marleen.claim(link)
    time.later(weeks=3)
    new_phone = arrive("Marleen on a new phone", width=390)
    answer = new_phone.page.goto(link)
    assert answer is not None and answer.status == 410
    assert new_phone.title == "Deze link werkt niet meer"
    new_phone.looks("link-gone")
    new_phone.press("Vraag een nieuwe link")
    assert new_phone.title == "Je vraag is genoteerd"
    marleen.go_home()
    assert marleen.title == "Dag Marleen", "where she was already in, she stays in"
    assert noor.today()[0].startswith("Marleen vraagt een nieuwe link")
    noor.looks("today-link-asked")
    noor.follow("Maak een nieuwe link")
    noor.press("Kopieer", inside=noor.page.get_by_role("main"))
    renewed = noor.page.get_by_label("De link van Marleen").input_value()
    assert renewed != link
    assert not [one for one in noor.today() if "nieuwe link" in one]
    new_phone.open_link(renewed)
    new_phone.fill("Je eigen code", CODE)
    new_phone.press("Open mijn kant")
    assert new_phone.title == "Dag Marleen"
    new_phone.follow("Alles wat ooit is gedeeld")
    assert new_phone.reads.count("link") >= 2, "both see each copy that was made"


def test_an_unknown_link_looks_just_like_an_expired_one(arrive: Arrive, site: str, link: str, time: Time) -> None:
    time.later(weeks=3)
    ruben = arrive("Ruben")
    said = []
    for address in (link, f"{site}/l/bestaatniet/"):
        ruben.page.goto(address)
        before = ruben.reads
        ruben.press("Vraag een nieuwe link")
        said.append((before, ruben.reads))
    assert said[0] == said[1]


def test_a_withdrawn_copy_stops_and_the_others_go_on(arrive: Arrive, noor: Someone, link: str) -> None:
    second = noor.copy_link()
    noor.follow("Alle links tot nu toe")
    noor.looks("links")
    noor.press("Trek in")  # The newest stands first.
    assert "Ingetrokken. Deze kopie werkt niet meer." in noor.reads
    marleen = arrive("Marleen", width=390)
    marleen.page.goto(second)
    assert marleen.title == "Deze link werkt niet meer"
    marleen.claim(link)
    assert marleen.title == "Dag Marleen"


def test_a_fresh_start_when_she_lost_her_code(arrive: Arrive, noor: Someone, link: str) -> None:
    marleen = arrive("Marleen", width=390)
    marleen.claim(link)
    noor.propose_rhythm()
    marleen.accept_rhythm()
    marleen.answer_checkin(4, appreciation="Je luistert goed.", remark="Dit zeg ik nog niet.", choice=KEEP_FOR_TALK)
    noor.answer_checkin(4)
    noor.go_home()
    noor.follow("Alle links tot nu toe")
    noor.follow("Bekijk wat een nieuwe start betekent")
    noor.looks("link-fresh")
    noor.press("Maak een nieuwe start voor Marleen")
    assert "Er is een nieuwe plek. Stuur Marleen nu een link." in noor.reads
    noor.press("Kopieer", inside=noor.page.get_by_role("main"))
    renewed = noor.page.get_by_label("De link van Marleen").input_value()
    new_phone = arrive("Marleen on a new phone", width=390)
    new_phone.claim(renewed, code="een andere code")
    said = what_both_said(new_phone)
    assert "Je luistert goed." in said, "what both shared is there again"
    assert "Dit zeg ik nog niet." not in said, "what was hers alone does not open for the new place"
    assert "nieuwe start" in noor_reads_the_logbook(noor)
    assert "Dit zeg ik nog niet." in what_both_said(marleen), "where she was in, it is still hers"


def what_both_said(someone: Someone) -> str:
    """The page of the last check-in that opened."""
    someone.go_home()
    someone.follow("Check-ins")
    someone.page.get_by_role("main").get_by_role("list").first.get_by_role("link").first.click()
    assert someone.title == "De enveloppen zijn open"
    return someone.reads


def noor_reads_the_logbook(noor: Someone) -> str:
    noor.go_home()
    noor.follow("Logboek")
    return noor.reads


def test_she_becomes_an_account_and_has_a_pocket_of_her_own(arrive: Arrive, noor: Someone, link: str) -> None:
    marleen = arrive("Marleen", width=390)
    marleen.claim(link)
    marleen.log_fact("Gesprek gehad", note="Van voor haar account.")
    marleen.go_home()
    marleen.follow("Maak een account")
    marleen.looks("side-account")
    marleen.fill("E-mailadres", "marleen@voorbeeld.nl")
    marleen.fill("Wachtwoord", PASSWORD)
    marleen.press("Maak mijn account")
    marleen.has_account = True
    assert "Je hebt nu een account. Alles wat je deelde, staat er nog." in marleen.reads
    marleen.open_card(TABLE)
    pocket = marleen.page.get_by_role("region", name="In je binnenzak")
    expect(pocket.get_by_role("link", name="Je eigen check-in")).to_be_visible()
    marleen.looks("collaboration-phone")
    marleen.log_fact("Iets opschrijven", note="Dit is van mij.", circle="Alleen voor mij")
    assert "Dit is van mij." in marleen.reads and "Van voor haar account." in marleen.reads
    assert "Dit is van mij." not in noor_reads_the_logbook(noor)
    back = arrive("Marleen with her old link")
    back.open_link(link)
    assert back.title == "Log in"


def test_she_stops_taking_part(arrive: Arrive, noor: Someone, link: str) -> None:
    marleen = arrive("Marleen", width=390)
    marleen.claim(link)
    marleen.log_fact("Gesprek gehad", note="Dit blijft te lezen.")
    marleen.go_home()
    marleen.follow("Stop met meedoen")
    marleen.looks("side-stop")
    marleen.press("Stop met meedoen")
    assert marleen.title == "Je bent gestopt"
    marleen.looks("side-stopped")
    marleen.page.goto(link)
    assert marleen.title == "Deze link werkt niet meer"
    assert "Dit blijft te lezen." in noor_reads_the_logbook(noor)
