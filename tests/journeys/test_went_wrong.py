"""What goes wrong without anybody's fault: a check-in closes while she writes, and a mail does not arrive."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from tests.journeys.conftest import Arrive, Time

WORDS = "Fijn dat je belde over de planning."


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_check_in_closes_while_marleen_writes_and_her_words_go_along(
    arrive: Arrive, time: Time, has_scripts: bool
) -> None:
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    marleen.claim(noor.copy_link())
    noor.propose_rhythm("Elke week")
    marleen.accept_rhythm()
    marleen.open_checkin()
    marleen.answer_flow(3)
    marleen.answer_seven(4)
    marleen.fill("Wat waardeer je in", WORDS)
    time.later(weeks=2)
    marleen.press("Sluit mijn envelop")
    expect(marleen.page.get_by_role("heading", level=1)).to_have_text("Deze check-in ging net dicht")
    assert WORDS in marleen.reads
    marleen.looks("check-in-closed-meanwhile")
    marleen.press("Neem mee naar de check-in van nu")
    marleen.open_checkin()
    marleen.answer_flow(3)
    marleen.answer_seven(4)
    assert WORDS in marleen.page.get_by_label("Wat waardeer je in").input_value()


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_mail_that_did_not_arrive_is_told_to_who_sent_it(arrive: Arrive, settings: Any, has_scripts: bool) -> None:
    settings.MAIL_MODE = "preview"
    noor = arrive("Noor", has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    noor.page.goto(f"{noor.home}link/")
    noor.page.get_by_label("E-mailadres van Marleen").fill("marleen@voorbeeld.nl")
    noor.press("Mail de link")
    assert OutgoingMail.objects.filter(kind="invitation").update(failed_at=clock.now()) == 1
    assert noor.today()[0].startswith("De mail aan Marleen kwam niet aan")
    noor.looks("today-mail-failed")
    noor.follow("Naar de link")
    assert "Niet aangekomen" in noor.reads and "Dit ziet alleen jij" in noor.reads
    noor.looks("links-mail-failed")
