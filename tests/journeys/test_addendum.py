"""A part of what both agreed changes: Noor offers it, both sign only that, and both read how it stands now.

The story runs twice: with JavaScript and without. Marleen has no account: she changes a part herself, too.
"""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Arrive
from tests.journeys.someone import CODE, PASSWORD, Someone
from tests.journeys.test_signing import fill_in, they_sit_at_a_table


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_part_changes_and_both_sign_only_that(arrive: Arrive, has_scripts: bool) -> None:
    noor, marleen = they_sit_at_a_table(arrive, has_scripts=has_scripts)
    they_signed_on_paper(noor, marleen)
    noor_changes_a_part(noor)
    marleen_reads_what_changes_and_signs(marleen)
    noor_signs_and_reads_the_whole(noor)
    marleen_begins_a_change_of_her_own(marleen)
    they_look_at_it_together(noor, marleen)


def they_signed_on_paper(noor: Someone, marleen: Someone) -> None:
    noor.go_home()
    noor.follow("Overeenkomst")
    noor.follow("Al getekend op papier of ergens anders?")
    noor.choose("Ik")
    noor.fill("Op welke dag was het getekend?", "2026-01-02")
    noor.page.locator("[name=payment_term_days]").fill("30")
    noor.press("Bekijk wat Marleen te zien krijgt")
    noor.press("Deel dit met Marleen")
    marleen.go("/kant/")
    marleen.follow("Kijk of het klopt")
    marleen.press("Ja, dit hebben we getekend")


def noor_changes_a_part(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Overeenkomst")
    noor.looks("addendum-holds")
    noor.follow("Verander een deel")
    noor.looks("addendum-choose")
    noor.press("Open deze bepaling")
    assert "Kies wat er anders moet." in noor.reads
    noor.page.locator("[name=code]").select_option("invoicing")
    noor.press("Open deze bepaling")
    noor.page.locator("[name=invoicing-payment_term_days]").fill("14")
    noor.looks("addendum-clause")
    noor.press("Neem deze verandering mee")
    assert "Dit verandert" in noor.reads
    noor.looks("addendum-changed")
    noor.press("Bekijk wat Marleen te zien krijgt")
    noor.looks("addendum-look")
    noor.press("Leg op tafel bij Marleen")
    assert "Ligt bij Marleen" in noor.reads
    noor.looks("addendum-lies-there")


def marleen_reads_what_changes_and_signs(marleen: Someone) -> None:
    assert marleen.today()[0].startswith("Noor wil een deel van de overeenkomst veranderen")
    marleen.follow("Lees wat er verandert")
    assert "30 dagen" in marleen.reads and "14 dagen" in marleen.reads
    marleen.looks("addendum-marleen-reads")
    marleen.follow("Teken deze aanvulling")
    marleen.looks("addendum-marleen-signs")
    fill_in(marleen, "Marleen de Vries", CODE)
    marleen.press("Teken")
    assert "Zodra Noor ook tekent, geldt de aanvulling." in marleen.page.locator("body").inner_text()


def noor_signs_and_reads_the_whole(noor: Someone) -> None:
    assert noor.today()[0].startswith("Marleen tekende een aanvulling")
    noor.follow("Lees wat er verandert")
    noor.follow("Teken deze aanvulling")
    fill_in(noor, "Noor Jansen", PASSWORD)
    noor.press("Teken")
    assert "Bewaar de pdf" in noor.reads
    noor.go_home()
    noor.follow("Overeenkomst")
    noor.follow("Lees hoe de overeenkomst nu luidt")
    assert "Dit is versie 1 met één aanvulling." in noor.reads and "14 dagen" in noor.reads
    noor.looks("addendum-now")


def marleen_begins_a_change_of_her_own(marleen: Someone) -> None:
    """Nothing of it is kept before she puts it there, so she carries it along."""
    marleen.go("/kant/")
    marleen.follow("Overeenkomst")
    marleen.follow("Verander een deel")
    marleen.follow("Voeg een verwerkersovereenkomst toe")
    marleen.looks("addendum-marleen-annex")
    marleen.press("Neem dit mee")
    assert "Dit komt erbij." in marleen.reads
    marleen.press("Bekijk wat Noor te zien krijgt")
    assert "Bijlage: Verwerkersovereenkomst" in marleen.reads
    marleen.looks("addendum-marleen-look")


def they_look_at_it_together(noor: Someone, marleen: Someone) -> None:
    noor.go_home()
    noor.follow("Overeenkomst")
    noor.follow("Kijk er samen naar")
    noor.looks("review-empty")
    noor.choose("Het is nog goed zo")
    noor.press("Vertel het aan Marleen")
    marleen.go("/kant/")
    marleen.follow("Lees het")
    marleen.looks("review-asked")
    marleen.press("Ja, zo was het")
    assert "Jullie allebei" in marleen.reads
    marleen.looks("review-agreed")
