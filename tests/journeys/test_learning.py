"""Noor looks back over three years: what comes back, how she estimates, when she flies, what it brought.

Her practice is made through the real actions (`tests/practice.py`). She looks on a wide screen and on her phone, with
JavaScript and without.
"""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from tests import people
from tests.journeys.conftest import Arrive
from tests.journeys.someone import Someone
from tests.practice import live_all


def sits_down(arrive: Arrive, site: str, *, width: int, has_scripts: bool) -> Someone:
    client = Client()
    client.force_login(people.noor(now=people.day(-1000)))
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    someone = arrive("Noor", width=width, has_scripts=has_scripts)
    someone.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site}])
    someone.has_account = True
    return someone


@pytest.mark.parametrize(
    ("width", "has_scripts"), [(1280, True), (390, False)], ids=["wide", "phone-without-javascript"]
)
def test_she_learns_from_three_years(arrive: Arrive, site: str, width: int, has_scripts: bool) -> None:
    noor = sits_down(arrive, site, width=width, has_scripts=has_scripts)
    noor.go("/vandaag/")
    noor.page.get_by_role("navigation", name="Hoofdmenu").get_by_text("Leren").click()
    assert "Komt vanzelf als je gevoel en afloop noteert." in noor.reads
    noor.looks(f"learn-hub-empty-{width}")
    noor.follow("Wat terugkomt")
    assert "Hier komt te staan wat je samenwerkingen je leren" in noor.reads
    noor.looks(f"learn-patterns-empty-{width}")
    live_all(noor_herself())
    noor.go("/leren/")
    assert "Je gevoel had gelijk in 5 van de 6 keer" in noor.reads
    noor.looks(f"learn-hub-{width}")
    noor.follow("Wat terugkomt")
    assert "Haast. Waarom moet alles morgen?" in noor.reads and "Vals alarm" in noor.page.content()
    noor.looks(f"learn-patterns-{width}")
    noor.follow("Villa Verde", inside=noor.page.locator(".match"))
    assert noor.title.startswith("Villa Verde")
    noor.go("/leren/vliegen/")
    assert "Jullie begonnen met een proefproject" in noor.reads
    noor.looks(f"learn-flying-{width}")
    noor.go("/leren/inschattingen/")
    assert "Een oordeel geven we pas vanaf 10. Je hebt er nu 6." in noor.reads
    noor.looks(f"learn-estimates-{width}")
    noor.go("/leren/jaar/2023/")
    assert "Wat begon" in noor.reads and "€ 1.300 in 52 uur" in noor.reads
    noor.looks(f"learn-year-{width}")
    noor.follow("Laat de namen weg, om te laten zien")
    assert "Villa Verde" not in noor.reads and "Samenwerking 1" in noor.reads
    noor.go("/leren/opbrengst/")
    assert "€ 25 per uur, alles meegeteld" in noor.reads
    noor.looks(f"learn-yields-{width}")
    noor.go("/leren/alles-samen/")
    assert "Er loopt nu nog niets" in noor.reads
    noor.looks(f"learn-together-{width}")


def noor_herself() -> people.Person:
    return people.Person.objects.get(email="noor@voorbeeld.nl")
