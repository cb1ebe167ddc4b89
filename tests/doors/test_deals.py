"""Pages of small agreements: both doors, wrong input, the exact text first, and one tap."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from samenstroom.agreements.models import Advice, ExtraWork, ReadBack
from tests.doors.table_story import door_of, on_day
from tests.people import Together, together

pytestmark = pytest.mark.django_db
BACK, EXTRA, ADVICE = "afspreken/bevestigen/", "afspreken/meerwerk/", "afspreken/advies/"
DEAL = {"words": "We bellen elke maandag.", "how": "phone", "agreed_on": "2026-01-05", "payment_days": "7"}


@pytest.fixture
def table() -> Iterator[Together]:
    with on_day(2):
        yield together(with_rhythm=False)


def test_extra_work_from_asking_to_a_yes(table: Together) -> None:
    noor, marleen = door_of(table.noor, table), door_of(table.marleen, table)
    wrong = marleen.post(EXTRA + "nieuw/", what="", amount="veel")
    assert wrong.status_code == 422 and "veel" in wrong.content.decode()
    marleen.post(EXTRA + "nieuw/", what="Een logo")
    work = ExtraWork.objects.get()
    assert "Jij bent aan zet" in noor.text(EXTRA) and "Nu jij" in noor.text()
    assert "Noor is aan zet" in marleen.text(EXTRA)
    address = f"{EXTRA}{work.public_id}/"
    assert noor.post(address + "voorstel/").status_code == 422
    noor.post(address + "voorstel/", amount="1.250,50", hours="2:30")
    assert "Akkoord" in marleen.text(EXTRA) and "1.250,50" in marleen.text(EXTRA)
    marleen.post(address + "antwoord/", do="agree", offer="1")
    assert "Samen € 1.250,50 en 2,5 uur." in noor.text(EXTRA).replace("\xa0", " ")
    assert noor.post(address + "antwoord/", do="drop").status_code == 302
    assert ExtraWork.objects.get().dropped_at is None


def test_a_deal_is_read_before_it_is_shared_and_confirmed_with_one_tap(table: Together) -> None:
    noor, marleen = door_of(table.noor, table), door_of(table.marleen, table)
    assert noor.post(BACK + "nieuw/", **{**DEAL, "agreed_on": "2027-01-01"}).status_code == 422
    exact = noor.post(BACK + "nieuw/", **DEAL, do="look").content.decode()
    assert "We bellen elke maandag." in exact and "binnen 7 dagen" in exact and not ReadBack.objects.exists()
    noor.post(BACK + "nieuw/", **DEAL, do="share")
    address = f"{BACK}{ReadBack.objects.get().public_id}/"
    assert "Ja, zo is het" in marleen.text(BACK) and "Tekst voor een mail" in noor.text(BACK)
    assert marleen.post(address + "anders/", words="").status_code == 422
    marleen.post(address + "anders/", words="Het was dinsdag.")
    assert "Het was dinsdag." in noor.text(BACK)
    noor.post(address + "opnieuw/", **{**DEAL, "words": "We bellen elke dinsdag."}, do="share")
    newest = ReadBack.objects.order_by("-pk")[0]
    marleen.post(f"{BACK}{newest.public_id}/antwoord/", do="confirm")
    assert "Dit geldt" in noor.text(BACK) and "We bellen elke dinsdag." in noor.text(BACK)


def test_an_advice_is_read_before_it_is_shared_and_answered_freely(table: Together) -> None:
    noor, marleen = door_of(table.noor, table), door_of(table.marleen, table)
    text = {"asked": "Alles op vrijdag.", "instead": "Spreiden.", "why": "Rust."}
    assert noor.post(ADVICE + "nieuw/", **{**text, "why": ""}).status_code == 422
    assert "Spreiden." in noor.post(ADVICE + "nieuw/", **text, do="look").content.decode()
    assert not Advice.objects.exists()
    noor.post(ADVICE + "nieuw/", **text, do="share")
    address = f"{ADVICE}{Advice.objects.get().public_id}/"
    assert "Kies wat je doet" in marleen.text(ADVICE) and "Ik volg het advies" in marleen.text(address + "antwoord/")
    marleen.post(address + "antwoord/", do="otherwise", words="Vrijdag past mij beter.")
    assert "koos anders" in noor.text(ADVICE) and "Vrijdag past mij beter." in noor.text(ADVICE)
    assert noor.post(address + "terugkijken/", outcome="").status_code == 422
    noor.post(address + "terugkijken/", outcome="Het liep goed.")
    assert "Het liep goed." in marleen.text(ADVICE)
