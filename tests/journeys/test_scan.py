"""Noor listens to her doubt: halfway and back, on her phone, without scripts, and once more a week later."""

from __future__ import annotations

import re

from tests.journeys.conftest import Arrive, Time
from tests.journeys.crawl import pages_of
from tests.journeys.someone import Someone

SECRET = "Ik wil dit vooral omdat mijn zomer leeg is."
ODD = "<script>alert('x')</script> 🙂 שלום, dit blijft staan."


def phone(noor: Someone) -> Someone:
    """The same person, with her phone in her hand."""
    noor.page.set_viewport_size({"width": 390, "height": 844})
    return noor


def open_scan(noor: Someone) -> None:
    noor.go(f"{noor.home.removeprefix(noor.site)}verkennen/rode-vlaggen/")


def answer(noor: Someone, given: str, note: str = "") -> None:
    """Answer the question on this page."""
    noor.page.get_by_role("radio", name=re.compile(f"^{given}")).first.check()
    if note:
        noor.page.get_by_role("textbox").fill(note)
    noor.press("Bewaar en ga verder")


def answer_rest(noor: Someone, **waves: str) -> None:
    """Everything is fine, except the questions that hold these words."""
    while "Vraag " in noor.page.title() and " van 32" in noor.page.title():
        question = noor.title
        given = next((given for words, given in waves.items() if words.replace("_", " ") in question), "")
        if not given and noor.page.get_by_role("radio", name="Nee", exact=True).count() == 0:
            noor.page.get_by_role("radio").first.check()
            noor.press("Bewaar en ga verder")
        else:
            answer(noor, given or ("Ja" if question.startswith("Durf je") else "Nee"))


def test_a_scan_halfway_and_back_then_once_more(noor: Someone, time: Time) -> None:
    phone(noor)
    open_scan(noor)
    noor.looks("scan-start")
    noor.press("Begin met de eerste vraag")
    noor.press("Bewaar en ga verder")
    assert "Kies een antwoord. Weet je het nog niet? Dat kan ook." in noor.reads
    noor.looks("scan-question-empty")
    answer(noor, "Ja", SECRET)
    answer(noor, "Een beetje", ODD)
    noor.page.get_by_role("radio", name="Een beetje").check()
    noor.looks("scan-question")
    noor.press("Bewaar en ga later verder")
    assert "Bewaard. Je kunt later verder gaan waar je was." in noor.page.content()
    assert "Je bent bij vraag 4 van 32." in noor.reads
    noor.looks("scan-halfway")
    noor.press("Ga verder waar je was")
    noor.page.get_by_role("textbox").fill("é" * 50_000)
    noor.page.get_by_role("radio", name="Nee", exact=True).check()
    noor.press("Bewaar en ga verder")
    assert "Maak er maximaal 2000 tekens van." in noor.reads
    noor.page.get_by_role("textbox").fill("")
    noor.press("Sla deze vraag over")
    answer_rest(
        noor, korting_op_je_prijs="Ja", snel_beslissen="Ja", eigen_regel="Ja", vaag_over_geld="Weet ik nog niet"
    )
    she_checks_changes_and_finishes(noor)
    she_reads_what_waves(noor)
    time.later(days=8)
    she_looks_once_more(noor)


def she_checks_changes_and_finishes(noor: Someone) -> None:
    assert noor.title == "Kijk je antwoorden na"
    assert ODD in noor.page.get_by_role("main").inner_text()
    noor.looks("scan-check")
    noor.follow("Verander Vraagt Marleen om korting op je prijs?")
    answer(noor, "Een beetje", "Tien procent, zei ze.")
    assert noor.title == "Kijk je antwoorden na" and "Een beetje: Tien procent, zei ze." in noor.reads
    noor.press("Rond mijn scan af")


def she_reads_what_waves(noor: Someone) -> None:
    assert noor.title == "Wat je scan laat zien"
    assert SECRET in noor.reads and "Zou ik dit ook kiezen als mijn agenda al vol zat?" in noor.reads
    assert "kijk dinsdag 6 januari nog eens" in noor.reads, "a night's sleep has a day"
    assert "Blijft Marleen vaag over geld?" in noor.reads
    assert "Je durft je prijs te noemen." in noor.reads and "Je rekt" in noor.reads
    assert not re.search(r"\b\d+ (van de|punten|procent van|vlaggen)\b", noor.reads), "no total anywhere"
    assert SECRET not in noor.page.title()
    noor.looks("scan-result")
    noor.press("Bereid dit gesprek voor Er is haast bij je besluit.")
    assert "Wat zie je?" in noor.title
    noor.go_back()
    assert noor.title == "Wat je scan laat zien"


def she_looks_once_more(noor: Someone) -> None:
    open_scan(noor)
    noor.press("Begin een nieuwe scan")
    answer_rest(noor, hebt_gezegd="Ja", snel_beslissen="Een beetje", korting_op_je_prijs="Ja")
    noor.press("Rond mijn scan af")
    assert "Je nee werd niet gehoord" in noor.reads and "Bij direct gevaar bel je 112." in noor.reads
    noor.looks("scan-result-stop")
    noor.follow("Leg deze scan naast je vorige")
    assert noor.title == "Toen en nu"
    assert "Marleen gaat door na jouw nee." in noor.reads and "Je bent bang dat er geen ander werk komt." in noor.reads
    noor.looks("scan-compare")


def test_nothing_waves_on_a_wide_screen(noor: Someone) -> None:
    open_scan(noor)
    noor.press("Begin met de eerste vraag")
    noor.looks("scan-question-wide")
    answer_rest(noor)
    noor.press("Rond mijn scan af")
    assert "Je ziet geen rode vlaggen" in noor.reads and "Een scan ziet alleen wat jij nu weet." in noor.reads
    noor.looks("scan-result-calm")


def test_a_scan_works_without_scripts(arrive: Arrive, time: Time) -> None:
    noor = arrive("Noor", width=390, has_scripts=False)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof", stage="Verkennen")
    open_scan(noor)
    noor.press("Begin met de eerste vraag")
    answer(noor, "Ja", SECRET)
    noor.press("Sla deze vraag over")
    noor.press("Bewaar en ga later verder")
    noor.press("Ga verder waar je was")
    assert "Vraag 3 van 32" in noor.reads
    answer_rest(noor)
    noor.press("Rond mijn scan af")
    assert "Je bent bang dat er geen ander werk komt." in noor.reads and SECRET in noor.reads


def test_marleen_finds_no_trace_of_it(noor: Someone, marleen: Someone) -> None:
    before = "\n".join(pages_of(marleen).values())
    open_scan(noor)
    noor.press("Begin met de eerste vraag")
    answer(noor, "Ja", SECRET)
    noor.press("Sla deze vraag over")
    open_scan(noor)
    noor.press("Ga verder waar je was")
    answer_rest(noor, korting_op_je_prijs="Ja")
    noor.press("Rond mijn scan af")
    assert "\n".join(pages_of(marleen).values()) == before
