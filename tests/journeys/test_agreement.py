"""From the first question to a version on the table: on a phone, alone first, and then with Marleen who reads it.

The story runs twice: with JavaScript and without.
"""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive
from tests.journeys.someone import Someone

TABLE = "Studio Lindenhof"
SECRET = "Alleen Noor weet waarom."


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_from_the_first_question_to_a_version_that_both_read(arrive: Arrive, has_scripts: bool) -> None:
    noor = arrive("Noor", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", TABLE, stage="Afspreken")
    noor_answers_the_questions_and_first_makes_a_mistake(noor)
    noor_changes_a_clause_and_adds_her_own(noor)
    noor_follows_the_check(noor)
    noor_lays_it_ready_while_she_is_alone(noor)
    marleen = arrive("Marleen", width=1280, has_scripts=has_scripts)
    marleen.claim(noor.copy_link())
    marleen_reads_the_same_text_and_nothing_of_the_check(marleen)


def noor_answers_the_questions_and_first_makes_a_mistake(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Overeenkomst")
    noor.looks("agreement-none-phone")
    noor.follow("Schrijf een overeenkomst")
    noor.looks("agreement-begin-phone")
    noor.press("Begin met de vragen")
    assert noor.title == "Wie zijn jullie?"
    noor.looks("agreement-question-1-phone")
    noor.press("Volgende vraag")
    noor.fill("Wat hoort erbij?", "De mailbox bijhouden\nDe planning maken")
    noor.fill("Wat hoort er niet bij?", "Boekhouding")
    noor.looks("agreement-question-2-phone")
    noor.press("Volgende vraag")
    noor.page.locator("[name=hourly_rate_eur]").fill("veel")
    noor.press("Volgende vraag")
    assert "Vul een getal in, bijvoorbeeld 1.250,50." in noor.reads
    assert noor.page.locator("[name=hourly_rate_eur]").input_value() == "veel"
    noor.looks("agreement-question-wrong-phone")
    noor.page.locator("[name=hourly_rate_eur]").fill("62,50")
    for _ in range(4):
        noor.press("Volgende vraag")
    noor.looks("agreement-question-last-phone")
    noor.press("Bekijk de overeenkomst")


def noor_changes_a_clause_and_adds_her_own(noor: Someone) -> None:
    assert noor.title == "Jouw overeenkomst met Marleen"
    noor.looks("agreement-draft-phone")
    noor.page.locator("a[href*='open=invoicing']").first.click()
    noor.looks("agreement-clause-phone")
    noor.picture("agreement-clause-screen", whole=False)
    noor.page.locator("[name=invoicing-payment_term_days]").fill("x")
    noor.press("Bewaar deze bepaling")
    assert "Vul een getal in" in noor.reads
    noor.page.locator("[name=invoicing-payment_term_days]").fill("21")
    noor.press("Bewaar deze bepaling")
    assert "21" in noor.page.get_by_role("article").inner_text()
    noor.follow("Schrijf een eigen bepaling")
    noor.fill("Waar gaat het over?", "De hond")
    noor.fill("Wat spreken jullie af?", "De hond mag mee naar kantoor.")
    noor.press("Bewaar deze bepaling")
    assert "De hond mag mee naar kantoor." in noor.reads


def noor_follows_the_check(noor: Someone) -> None:
    noor.page.locator("a[href*='open=invoicing']").first.click()
    noor.page.locator("[name=invoicing-payment_term_days]").fill("75")
    noor.press("Bewaar deze bepaling")
    assert "Meer dan 60 dagen" in noor.reads and "Informatie, geen juridisch advies." in noor.reads
    noor.looks("agreement-check-phone")
    noor.press("Zet op 30 dagen")
    assert "Meer dan 60 dagen" not in noor.reads and "is nu 30 dagen" in noor.reads
    noor.follow("Leg opzij")
    noor.looks("agreement-aside-phone")
    noor.press("Leg dit punt opzij")
    assert "Schrijf kort waarom, dan weet je het later nog." in noor.reads
    noor.fill("Waarom past dit hier niet?", SECRET)
    noor.press("Leg dit punt opzij")
    assert "Opzijgelegd. Het komt pas terug als deze bepaling verandert." in noor.reads


def noor_lays_it_ready_while_she_is_alone(noor: Someone) -> None:
    noor.follow("Bekijk de tekst en leg haar klaar")
    noor.looks("agreement-put-phone")
    noor.press("Leg deze versie klaar")
    assert "Ligt klaar" in noor.reads
    noor.looks("agreement-ready-phone")


def marleen_reads_the_same_text_and_nothing_of_the_check(marleen: Someone) -> None:
    assert marleen.today()[0].startswith("Noor legde een overeenkomst op tafel")
    marleen.follow("Lees de overeenkomst")
    assert "De hond mag mee naar kantoor." in marleen.reads
    assert SECRET not in marleen.page.content()
    marleen.looks("agreement-marleen")
    marleen.picture("agreement-marleen-screen", whole=False)
