"""Noor makes a key for her time tracker, sees what it did, and takes it back."""

from __future__ import annotations

import pytest

from tests.doors.api_client import Program
from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone


@pytest.mark.parametrize(
    ("width", "has_scripts"), [(1280, True), (390, False)], ids=["wide-with-javascript", "phone-without-javascript"]
)
def test_a_key_is_made_used_and_taken_back(arrive: Arrive, time: Time, width: int, has_scripts: bool) -> None:
    noor = arrive("Noor", width=width, has_scripts=has_scripts)
    noor.sign_up("Noor Jansen", "noor@voorbeeld.nl")
    noor.start_collaboration("Marleen de Vries", "Studio Lindenhof")
    program = she_makes_a_key(noor)
    table = program.get("/collaborations").json()["items"][0]["id"]
    assert program.post(f"/collaborations/{table}/hours", {"amount": "2.5", "what": "Nieuwsbrief"}).status_code == 201
    assert program.get("/feelings").status_code == 403
    noor.go("/instellingen/")
    noor.follow("Koppelingen")
    noor.looks("connections")
    noor.follow("Urenklok")
    assert "Uren: geschreven, 1 keer" in noor.reads
    assert "Wat alleen voor jou is, blijft dicht." in noor.reads
    noor.looks("connection")
    noor.press("Trek deze koppeling in")
    assert "Deze koppeling opent niets meer." in noor.reads
    noor.looks("connections-over")
    assert program.get("/me").status_code == 401
    noor.follow("Hoe een programma binnenkomt")
    assert noor.title == "Voor programma’s"
    noor.looks("api-documentation")


def she_makes_a_key(noor: Someone) -> Program:
    noor.go("/instellingen/koppelingen/")
    noor.looks("connections-empty")
    noor.follow("Maak een koppeling")
    noor.looks("connection-new")
    noor.press("Maak de sleutel")
    assert "Geef de koppeling een naam." in noor.reads
    noor.looks("connection-wrong")
    noor.fill("Hoe noem je deze koppeling?", "Urenklok")
    noor.page.get_by_role("checkbox", name="Iets toevoegen aan wat van jullie samen is").check()
    noor.press("Maak de sleutel")
    assert noor.title == "De sleutel is klaar"
    noor.looks("connection-made")
    return Program(noor.page.get_by_label("De sleutel").input_value())
