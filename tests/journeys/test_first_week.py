"""A first week: what each expects, apart and then side by side; one sentence of both, a moment to talk, how to work.

Noor works on a wide screen, Marleen on her phone behind her link. The story runs with JavaScript and without.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone

TABLE = "Studio Lindenhof"
BOOKINGS = "Ik wil elke week een boeking zien."
KNOWN = "Eerst moeten ze weten dat we bestaan."
SENTENCE = "Over zes maanden krijgen we vier aanvragen per maand."
BETTER = "Over zes maanden kennen duizend mensen ons, en komen er vier aanvragen per maand."
POINT = "Wat doen we in de zomer?"
DECIDED = "Eerst bekend worden, vanaf mei aanvragen."
KEEP = "Bewaar en ga verder"


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_two_people_begin_with_the_same_picture(arrive: Arrive, time: Time, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE, stage="Starten")
    marleen.claim(noor.copy_link())
    noor_lays_the_questions_ready(noor)
    marleen_answers_first(marleen)
    noor_answers_and_both_open(noor)
    they_find_one_sentence(noor, marleen)
    they_plan_a_talk(noor, marleen)
    time.later(days=8)
    marleen_writes_down_what_they_decided(noor, marleen)
    they_agree_how_to_work(noor, marleen)


def noor_lays_the_questions_ready(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Startgesprek")
    assert noor.title == "Jullie startgesprek"
    assert "Noor legde de vragen voor jullie startgesprek klaar." in noor.reads
    noor.looks("kickoff-start")
    noor.press("Leg de vragen klaar voor jullie allebei")
    assert noor.title == "De vragen staan klaar"


def marleen_answers_first(marleen: Someone) -> None:
    assert marleen.today()[0].startswith("Wat verwacht jij van het werk met Noor?")
    marleen.follow("Beantwoord de vragen")
    marleen.choose("Bekend worden: meer mensen die ons kennen")
    marleen.fill("In jouw woorden", KNOWN)
    marleen.looks("kickoff-part-phone")
    marleen.press(KEEP)
    marleen.fill("Wat verwacht je van de ander?", "Dat je zelf ideeën brengt.")
    marleen.choose("Elke maand")
    marleen.press(KEEP)
    marleen.press(KEEP)
    assert marleen.title == "Zo gaat het in je envelop"
    marleen.press("Sluit mijn envelop")
    assert marleen.title == "Jouw envelop is dicht"
    marleen.looks("kickoff-sent-phone")


def noor_answers_and_both_open(noor: Someone) -> None:
    noor.go_home()
    assert KNOWN not in noor.reads
    noor.follow("Startgesprek")
    assert KNOWN not in noor.reads and "Marleen is klaar. Nu jij" in noor.reads
    noor.looks("kickoff-waits")
    noor.follow("Begin met de vragen")
    noor.choose("Aanvragen: mensen die iets willen kopen of boeken")
    noor.fill("In jouw woorden", BOOKINGS)
    noor.press(KEEP)
    noor.choose("Elke week")
    noor.press(KEEP)
    noor.press(KEEP)
    noor.press("Sluit mijn envelop")
    assert noor.title == "Dit verwachten jullie van elkaar"
    expect(noor.page.locator("#grootste")).to_contain_text("Jij wilt aanvragen.")
    expect(noor.page.locator("#grootste")).to_contain_text("Marleen wil bekend worden.")
    assert KNOWN in noor.reads and BOOKINGS in noor.reads
    assert "Marleen wil elke maand praten." in noor.reads
    noor.looks("kickoff-side-by-side")


def they_find_one_sentence(noor: Someone, marleen: Someone) -> None:
    noor.follow("Maak een zin over aanvragen")
    noor.press("Stel voor aan Marleen")
    assert "Schrijf hier iets, al is het één zin." in noor.reads
    noor.looks("kickoff-goal-wrong")
    noor.fill("Jullie doel in één zin", SENTENCE)
    noor.press("Stel voor aan Marleen")
    assert "Ligt bij Marleen" in noor.reads
    assert marleen.today()[0].startswith("Noor stelt een zin voor over jullie doel")
    marleen.follow("Lees de zin")
    marleen.looks("kickoff-page-phone")
    marleen.follow("Lees ze naast elkaar")
    expect(marleen.page.locator("#grootste")).to_contain_text("Jij wilt bekend worden.")
    marleen.looks("kickoff-side-by-side-phone")
    marleen.follow("Terug naar het startgesprek")
    marleen.follow("Zeg het anders")
    marleen.fill("Jullie doel in één zin", BETTER)
    marleen.press("Stel voor aan Noor")
    noor.go_home()
    noor.follow("Startgesprek")
    noor.press("Ja, dit willen we allebei")
    assert "Van jullie allebei" in noor.reads and SENTENCE not in noor.reads


def they_plan_a_talk(noor: Someone, marleen: Someone) -> None:
    noor.follow("Zet iets op de agenda")
    noor.fill("Waar wil je het over hebben?", POINT)
    noor.press("Zet op onze agenda")
    assert POINT in noor.reads and "Jij wilt aanvragen. Marleen wil bekend worden." in noor.reads
    noor.follow("Stel een moment voor")
    noor.fill("Op welke dag?", "2025-01-12")
    noor.fill("Hoe laat?", "10:00")
    noor.press("Stel voor aan Marleen")
    assert "Kies een moment dat nog komt." in noor.reads
    noor.looks("kickoff-moment-wrong")
    noor.fill("Op welke dag?", "2026-01-12")
    noor.fill("Waar?", "https://bellen.example/kamer")
    noor.press("Stel voor aan Marleen")
    assert "Jouw voorstel ligt bij Marleen" in noor.reads
    assert marleen.today()[0].startswith("Noor stelt een moment voor om te praten")
    marleen.follow("Bekijk het moment")
    marleen.press("Ja, dan praten we")
    with marleen.page.expect_download() as download:
        marleen.follow("Zet in mijn agenda")
    assert download.value.suggested_filename == "gesprek.ics"
    marleen.looks("kickoff-planned-phone")
    noor.page.reload()
    noor.looks("kickoff-page")


def marleen_writes_down_what_they_decided(noor: Someone, marleen: Someone) -> None:
    marleen.go_home()
    marleen.follow("Startgesprek")
    assert "Jullie startgesprek is geweest" in marleen.reads
    marleen.follow("Schrijf het op")
    marleen.fill("Wat zeiden en besloten jullie?", DECIDED)
    marleen.looks("kickoff-record-phone")
    marleen.press("Bewaar voor ons samen")
    noor.go_home()
    noor.follow("Startgesprek")
    assert DECIDED in noor.reads


def they_agree_how_to_work(noor: Someone, marleen: Someone) -> None:
    noor.go_home()
    noor.follow("Werkafspraken")
    noor.follow("Stel werkafspraken voor")
    noor.press("Stel voor aan Marleen")
    assert "Vul iets in, al is het één ding." in noor.reads
    noor.looks("working-form")
    noor.fill("Mail", "Vragen die even mogen wachten")
    noor.fill("Appje of chat", "Alleen bij haast")
    noor.choose("Binnen twee werkdagen")
    noor.press("Stel voor aan Marleen")
    noor.looks("working-proposed")
    assert marleen.today()[0].startswith("Noor stelt werkafspraken voor")
    marleen.follow("Bekijk de afspraken")
    marleen.looks("working-phone")
    marleen.press("Ja, zo doen we het")
    assert "Zo werken jullie samen" in marleen.reads
    marleen.looks("working-agreed-phone")


def test_alone_she_prepares_and_notes_and_waits_for_nobody(noor: Someone) -> None:
    noor.go_home()
    noor.page.goto(noor.home + "starten/startgesprek/")
    noor.follow("Open je voorbereiding")
    assert noor.title == "Je voorbereiding op het startgesprek"
    noor.follow("Vul dit deel in", inside=noor.page.get_by_role("region", name="Waar je naartoe wilt"))
    noor.page.get_by_label("Wat ik ervan vind").first.fill(BOOKINGS)
    noor.page.get_by_label("Wat Marleen zal zeggen, denk ik").first.fill(KNOWN)
    noor.looks("own-kickoff-part")
    noor.press("Bewaar en ga later verder")
    assert BOOKINGS in noor.reads and KNOWN in noor.reads
    noor.looks("own-kickoff")
    noor.follow("Terug naar het startgesprek")
    assert BOOKINGS not in noor.reads, "nothing of it moves by itself"
    noor.follow("Noteer een zin")
    noor.choose("Aanvragen")
    noor.fill("Jullie doel in één zin", SENTENCE)
    noor.press("Noteer deze zin")
    assert "Door jou genoteerd" in noor.reads
    noor.follow("Schrijf het op")
    noor.fill("Wat zeiden en besloten jullie?", DECIDED)
    noor.press("Bewaar voor ons samen")
    noor.looks("kickoff-alone")
    assert DECIDED in noor.reads
