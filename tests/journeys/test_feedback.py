"""Feedback between two: written, looked at, left to cool, shared and answered; a decision, and a word of thanks.

Noor works on a wide screen, Marleen on her phone. The story runs twice: with JavaScript and without. And once alone.
"""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone

TABLE = "Studio Lindenhof"
SEEN = "De kop van de nieuwsbrief is twee regels lang."
FIRST = "Je luistert nooit naar mij."


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_two_people_give_feedback_decide_and_say_thanks(arrive: Arrive, time: Time, has_scripts: bool) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE)
    marleen.claim(noor.copy_link())
    noor.go_home()
    noor.follow("Feedback")
    noor.looks("feedback-empty")
    she_sleeps_on_it_and_writes_it_softer(noor, time)
    marleen_answers(marleen)
    noor_reads_the_answer_and_notes_a_decision(noor)
    marleen_sees_it_otherwise_and_says_thanks(marleen)
    noor.go_home()
    assert "Wat jij kort houdt, leest iedereen." in noor.reads


def she_sleeps_on_it_and_writes_it_softer(noor: Someone, time: Time) -> None:
    noor.follow("Geef feedback")
    noor.press("Laat zien hoe het wordt")
    assert "Schrijf hier iets, al is het één zin." in noor.reads
    noor.looks("feedback-wrong")
    noor.fill("Wat zie je?", FIRST)
    noor.choose("Smaak")
    noor.press("Laat zien hoe het wordt")
    assert "Dit is smaak, zonder reden" in noor.reads
    noor.looks("feedback-preview")
    noor.press("Bewaar het voor mij")
    assert FIRST in noor.reads
    noor.looks("feedback-draft-kept")
    time.later(days=1)
    assert noor.today()[0].startswith("Je wilde je feedback nog eens lezen")
    noor.follow("Lees het nog eens")
    noor.fill("Wat zie je?", SEEN)
    noor.fill("Waarom telt dit?", "Op een telefoon past hij niet.")
    noor.choose("Een argument")
    noor.fill("Wat stel je voor?", "Hooguit zes woorden.")
    noor.looks("feedback-draft")
    noor.press("Laat zien hoe het wordt")
    noor.press("Deel dit met Marleen")
    assert SEEN in noor.reads and FIRST not in noor.reads


def marleen_answers(marleen: Someone) -> None:
    assert marleen.today()[0].startswith("Er ligt feedback van Noor voor je")
    marleen.looks("side-feedback")
    marleen.follow("Lees de feedback")
    assert SEEN in marleen.reads and FIRST not in marleen.page.content()
    marleen.looks("feedback-to-answer")
    marleen.fill("Wat antwoord je?", "Daar heb je gelijk in.")
    marleen.fill("Wat spraken jullie af?", "Koppen van zes woorden.")
    marleen.press("Deel je antwoord met Noor")
    assert "Koppen van zes woorden." in marleen.reads


def noor_reads_the_answer_and_notes_a_decision(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Feedback")
    noor.follow("Feedback van jou aan Marleen")
    assert "Daar heb je gelijk in." in noor.reads
    noor.looks("feedback-answered")
    noor.go_home()
    noor.follow("Besluiten")
    noor.looks("decisions-empty")
    noor.follow("Noteer een besluit")
    noor.fill("Wat is er besloten?", "De kop blijft lang.")
    noor.choose("Marleen", question="Wie besloot dit?")
    noor.choose("Ik", question="Wiens vak is dit?")
    noor.choose("Ja, en er is anders gekozen")
    noor.fill("Telt er werk door dit besluit niet meer mee?", "een paar")
    noor.press("Bewaar dit besluit")
    assert "Vul een aantal uren in, bijvoorbeeld 2,5." in noor.reads
    noor.looks("decision-wrong")
    noor.fill("Telt er werk door dit besluit niet meer mee?", "1,5")
    noor.press("Bewaar dit besluit")
    assert "1,5 uur werk telt niet meer mee" in noor.reads
    noor.looks("decision")


def marleen_sees_it_otherwise_and_says_thanks(marleen: Someone) -> None:
    marleen.go_home()
    marleen.follow("Besluiten")
    marleen.follow("De kop blijft lang.")
    marleen.choose("Ik zie het anders")
    marleen.fill("Wil je er iets bij zeggen?", "Alleen deze maand.")
    marleen.press("Bewaar mijn antwoord")
    assert "Jij: ik zie het anders." in marleen.reads
    marleen.looks("decision-otherwise")
    marleen.go_home()
    marleen.follow("Waardering")
    marleen.fill("Wat waardeer je aan Noor?", "Wat jij kort houdt, leest iedereen.")
    marleen.looks("appreciation")
    marleen.press("Zeg het tegen Noor")
    assert "Wat jij kort houdt, leest iedereen." in marleen.reads


def test_alone_she_writes_down_what_she_was_told(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Feedback")
    noor.follow("Schrijf op wat je kreeg")
    noor.fill("Wat zei de ander?", "Het mag sneller.")
    noor.press("Laat zien hoe het wordt")
    assert "dat jij het opschreef" in noor.reads
    noor.press("Deel dit met Marleen")
    assert "Feedback van Marleen aan jou" in noor.reads
    noor.looks("feedback-received")
