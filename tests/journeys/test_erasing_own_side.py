"""Noor erases what is hers at a closed collaboration and keeps an outline; Marleen, on her phone, notices nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings
from django.test import Client

from samenstroom.farewell.actions.keeping import agree_term, propose_term
from samenstroom.farewell.models import Ending
from tests.features.learning.test_outlines import lived
from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone
from tests.people import PASSWORD, Person, Together, day
from tests.practice import STORIES, live

WORDS = "Zij belt altijd op zondag."


def sits_down(arrive: Arrive, site: str, person: Person, *, width: int, has_scripts: bool) -> Someone:
    client = Client()
    client.force_login(person)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    someone = arrive(person.first_name, width=width, has_scripts=has_scripts)
    someone.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site}])
    return someone


def closed_with_a_day() -> Together:
    """They closed it, and agreed until when they keep it."""
    table = lived(day(7), name="Studio Lindenhof", theirs=5, words=WORDS)
    Ending.objects.update(closed_at=day(30))
    term = propose_term(seat=table.noors_seat, until=date(2026, 6, 1), now=day(31))
    agree_term(term=term, seat=table.marleens_seat, now=day(31))
    return table


@pytest.mark.parametrize(
    ("width", "has_scripts"), [(1280, True), (390, False)], ids=["wide", "phone-without-javascript"]
)
def test_what_is_hers_goes_and_only_she_can_tell(
    arrive: Arrive, site: str, time: Time, width: int, has_scripts: bool
) -> None:
    time.at(day(130))
    table = closed_with_a_day()
    live(table.noor, STORIES[0], start=day(-300))
    here = f"/{table.collaboration.public_id}/"
    noor = sits_down(arrive, site, table.noor, width=width, has_scripts=has_scripts)
    marleen = sits_down(arrive, site, table.marleen, width=390, has_scripts=has_scripts)
    marleen.go(f"/kant{here}logboek/")
    before = marleen.reads
    noor.go(f"/s{here}afscheid/einde/afronden/")
    noor.follow("Wat er met jouw eigen kant gebeurt")
    noor.press("Bewaar dan een omtrek")
    assert "Op die dag blijft er een omtrek zonder namen" in noor.reads
    noor.looks(f"own-side-{width}")
    noor.follow("Wis wat van mij is")
    noor.fill("Je wachtwoord", PASSWORD)
    noor.press("Ga verder")
    noor.looks(f"own-side-erase-{width}")
    noor.press("Wis wat van mij is")
    assert "Kies ja of nee. Er is nog niets gewist." in noor.reads
    noor.looks(f"own-side-erase-wrong-{width}")
    noor.choose("Ja, bewaar een omtrek zonder namen")
    noor.press("Wis wat van mij is")
    assert "Gewist" in noor.page.content() and noor.title.startswith("Studio Lindenhof")
    noor.go(f"/s{here}verkennen/inzage/")
    assert WORDS not in noor.reads
    marleen.go(f"/kant{here}logboek/")
    assert marleen.reads == before
    she_erases_one_that_was_hers_alone(noor, width)
    she_reads_what_is_left(noor, width)


def she_erases_one_that_was_hers_alone(noor: Someone, width: int) -> None:
    noor.go("/samenwerkingen/")
    noor.follow("Villa Verde")
    noor.go(noor.page.url.removeprefix(noor.site) + "van-mij/wissen/")
    assert "De hele samenwerking gaat weg" in noor.reads
    noor.looks(f"own-side-whole-{width}")
    noor.choose("Ja, bewaar een omtrek zonder namen")
    noor.press("Wis wat van mij is")
    noor.go("/leren/patronen/")
    assert "Een samenwerking die je wiste (2025)" in noor.reads and "Villa Verde" not in noor.reads
    noor.looks(f"outline-patterns-{width}")
    noor.go("/leren/opbrengst/")
    assert "Ongeveer" in noor.reads
    noor.looks(f"outline-yields-{width}")


def she_reads_what_is_left(noor: Someone, width: int) -> None:
    noor.go("/instellingen/privacy/")
    noor.follow("Bekijk je omtrekken")
    noor.looks(f"outlines-{width}")
    noor.follow("Een samenwerking die je wiste (2025)")
    assert "63 dagen na het begin" in noor.reads
    noor.page.get_by_text("Bekijk het precies zoals het bewaard is").click()
    noor.looks(f"outline-{width}")
    noor.page.get_by_text("Gooi deze omtrek weg").click()
    noor.press("Gooi deze omtrek nu weg")
    assert "Het telt nergens meer mee" in noor.page.content() and "Een samenwerking die je wiste" not in noor.reads
