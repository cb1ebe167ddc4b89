"""When and how often one is mailed, what did not arrive, and the link under a mail; wide and on a phone."""

from __future__ import annotations

import re
from typing import Any

import pytest

from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import as_message
from samenstroom.mail.ways import way_from
from tests.journeys.conftest import Arrive


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_noor_sets_her_hours_and_marleen_stops_a_kind_of_mail(arrive: Arrive, settings: Any, has_scripts: bool) -> None:
    settings.MAIL_MODE = "smtp"
    noor = arrive("Noor", has_scripts=has_scripts)
    marleen = arrive("Marleen", width=390, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    noor.page.goto(f"{noor.home}link/")
    noor.page.get_by_label("E-mailadres van Marleen").fill("marleen@voorbeeld.nl")
    noor.press("Mail de link")
    OutgoingMail.objects.update(uncertain_at=clock.now())
    noor.go("/instellingen/")
    assert "1 mail kwam misschien niet aan" in noor.reads
    noor.looks("mail-hub")
    noor.follow("Mail en herinneringen")
    noor.looks("mail-choices")
    noor.press("Stuur opnieuw")
    assert "De mail staat weer klaar om te vertrekken." in noor.reads
    noor.page.get_by_label("Tot", exact=True).select_option(label="8 uur")
    noor.page.get_by_label("Voorstellen en vragen").select_option(label="Eén keer per week, bij elkaar")
    noor.press("Bewaar")
    assert "Kies een uur dat later is dan het begin." in noor.reads
    noor.looks("mail-wrong")
    noor.page.get_by_label("Tot", exact=True).select_option(label="16 uur")
    noor.press("Bewaar")
    assert "Bewaard. Dit geldt ook voor mail die al klaarstaat." in noor.reads
    noor.press("Stuur mij een proefmail")
    assert "De proefmail staat klaar." in noor.reads
    noor.looks("mail-trial")
    invitation = OutgoingMail.objects.get(kind="invitation")
    marleen.page.goto(re.sub(r".*(/l/mail/\S+)", rf"{marleen.site}\1", way_address(invitation)))
    assert marleen.title == "Geen mail meer namens Noor?"
    marleen.looks("mail-stop-phone")
    marleen.press("Stop met deze mail")
    assert "Noor ziet dat zo’n mail niet wordt verstuurd." in marleen.reads
    marleen.claim(noor.copy_link())
    marleen.follow("Mail en herinneringen")
    assert "We hebben geen e-mailadres van je." in marleen.reads
    marleen.looks("mail-choices-phone")
    noor.go("/onderdelen/mail/")
    noor.looks("mail-all")
    noor.follow("Marleen, jullie antwoorden liggen klaar")
    noor.looks("mail-one")
    noor.follow("Bekijk als html")
    noor.looks("mail-html")


def way_address(mail: OutgoingMail) -> str:
    """The address under the mail, as it stands in the text."""
    text = str(as_message(mail).body)
    return next(line for line in text.splitlines() if way_from(mail) in line)
