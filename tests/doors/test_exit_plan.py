"""For when it ever stops, page by page: no secret on a page of both, twice changes nothing, and her own stays hers."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from samenstroom.collaborations.models import HistoryLine
from samenstroom.farewell.models import Farewell
from samenstroom.kit import clock
from samenstroom.planning.actions.exit_plans import keep_own_exit_plan
from samenstroom.planning.models import ExitPlan, OwnExitPlan
from samenstroom.workspace.goodbye_beside import her_own_facts
from tests.features.agreements.lawyer_steps import asked as lawyer_asked
from tests.features.agreements.lawyer_steps import said
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db
SIGNS = "Als ik mijn mail niet meer open."


@pytest.fixture(autouse=True)
def _now() -> Any:
    with clock.frozen(day(9)):
        yield


@pytest.fixture
def two() -> Together:
    return together(with_rhythm=False, stage="start")


@pytest.fixture
def noors(two: Together) -> Client:
    client = Client()
    client.force_login(two.noor)
    return client


def at(two: Together, rest: str) -> str:
    return f"/s/{two.collaboration.public_id}/{rest}"


def test_a_secret_is_refused_beside_the_field_and_what_was_typed_stays(two: Together, noors: Client) -> None:
    typed = {"owners": "Het wachtwoord is Geheim123", "days": "Twee weken."}
    answer = noors.post(at(two, "afspreken/als-het-stopt/voorstel/"), typed)
    assert answer.status_code == 422
    assert "Zet hier geen wachtwoord of code." in answer.content.decode()
    assert "Twee weken." in answer.content.decode() and not ExitPlan.objects.exists()


def test_pressed_twice_it_lies_there_once(two: Together, noors: Client) -> None:
    for _twice in range(2):
        noors.post(at(two, "afspreken/als-het-stopt/voorstel/"), {"owners": "Het domein is van Marleen."})
    assert ExitPlan.objects.count() == 1
    assert HistoryLine.objects.filter(kind="exit_plan_proposed").count() == 1


def test_what_no_longer_lies_there_is_told_calmly(two: Together, noors: Client) -> None:
    answer = noors.post(at(two, "afspreken/als-het-stopt/onbekend/antwoord/"), {"do": "accept"}, follow=True)
    assert "Dit kan nu niet meer." in answer.content.decode()


def test_her_own_plan_is_found_again_on_her_pages_and_at_the_farewell(two: Together, noors: Client) -> None:
    noors.post(at(two, "afspreken/als-het-stopt/eigen/"), {"signs": SIGNS})
    assert OwnExitPlan.objects.get().person == two.noor
    assert SIGNS in noors.get(at(two, "afspreken/als-het-stopt/eigen/")).content.decode()
    assert SIGNS in noors.get(at(two, "verkennen/inzage/")).content.decode()
    assert (SIGNS, "Vooraf bedacht: Wanneer wil je erover praten?") in her_own_facts(two.seen_by_noor(day(9)))
    assert her_own_facts(two.seen_by_marleen(day(9))) == []
    assert not Farewell.objects.exists()


def test_what_she_keeps_with_a_lawyer_stands_in_her_own_overview(two: Together, noors: Client) -> None:
    said(lawyer_asked(two, words="Let op de aansprakelijkheid."), place="", words="Zet er een grens bij.")
    page = noors.get(at(two, "verkennen/inzage/")).content.decode()
    assert "Let op de aansprakelijkheid." in page and "Zet er een grens bij." in page
    assert "De overeenkomst die je schrijft" in page


def test_writing_it_for_herself_changes_nothing_for_the_other(two: Together) -> None:
    before = list(HistoryLine.objects.values_list("kind", flat=True))
    keep_own_exit_plan(visit=two.seen_by_noor(day(9)), answers={"signs": SIGNS})
    assert list(HistoryLine.objects.values_list("kind", flat=True)) == before
