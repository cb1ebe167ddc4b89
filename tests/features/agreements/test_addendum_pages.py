"""Changing a part on the pages: choose, change, look, put on the table, sign, and read the whole."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.agreements.actions.elsewhere import Noted
from samenstroom.agreements.models import AddendumDraft, AgreementVersion
from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.collaborations.models import Collaboration
from samenstroom.flows.elsewhere import note_signed_elsewhere
from samenstroom.kit import clock
from tests.features.agreements.addenda_steps import agreed, offered, signed_by_both
from tests.features.agreements.steps import content_for
from tests.people import Together, day, noor, started, together, visit

pytestmark = pytest.mark.django_db
SHORTER = {"invoicing-payment_term_days": "14", "invoicing-addition": ""}


@pytest.fixture
def two() -> Together:
    return together(with_rhythm=False)


class Door:
    """One person at her own door, with what the last page made her carry along."""

    def __init__(self, person: Person, collaboration: Collaboration, now: Any) -> None:
        self.client, self.now, self.carried = Client(), now, ""
        self.door, self.table = ("workspace" if person.has_account else "portal"), collaboration
        self.client.force_login(person)

    def url(self, name: str, **parts: Any) -> str:
        return reverse(f"{self.door}:{name}", kwargs={"collaboration": self.table.public_id, **parts})

    def get(self, name: str, **parts: Any) -> str:
        with clock.frozen(self.now):
            page = self.client.get(self.url(name, **parts)).content.decode()
        return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)

    def does(self, do: str, **more: str) -> Any:
        with clock.frozen(self.now):
            answer = self.client.post(self.url("addendum"), {"do": do, "carried": self.carried, **more})
        found = re.search(r'name="carried" value="([^"]*)"', answer.content.decode())
        self.carried = found[1] if found else self.carried
        return answer


@pytest.mark.parametrize("who", ["noor", "marleen"])
def test_a_part_is_changed_looked_at_put_on_the_table_and_signed(two: Together, who: str) -> None:
    """The same for who has an account and for who has a link."""
    agreed(two)
    person = getattr(two, who)
    hers = Door(person, two.collaboration, day(5))
    assert "payment_term_days" in hers.does("open", code="invoicing").content.decode()
    hers.does("save", code="invoicing", **SHORTER)
    look = hers.does("look").content.decode()
    assert "<del>30 dagen</del>" in look and "<ins>14 dagen</ins>" in look and "Aanvulling" not in hers.get("agreement")
    assert not AgreementVersion.objects.filter(number=2).exists()
    assert hers.does("put", expires_on="20-1-2026").status_code == 302
    made = AgreementVersion.objects.get(number=2)
    other = Door(two.marleen if who == "noor" else two.noor, two.collaboration, day(6))
    page = other.get("agreement")
    assert "wil een deel veranderen" in page and "Tekenen kan tot en met 20 januari 2026" in page
    assert "<del>30 dagen</del>" in other.get("agreement_version", number=2)
    assert "aanvulling 1 bij versie 1" in other.get("agreement_sign", number=2)
    signed_by_both(two, made, on=7)
    now = Door(two.marleen, two.collaboration, day(8)).get("agreement_now")
    assert "Dit is versie 1 met één aanvulling." in now and "14 dagen" in now
    assert "Aanvulling 1 bij versie 1, getekend op 12 januari 2026" in now


def test_what_she_writes_is_hers_until_she_puts_it_there(two: Together) -> None:
    agreed(two)
    noors, marleens = Door(two.noor, two.collaboration, day(5)), Door(two.marleen, two.collaboration, day(5))
    before = marleens.get("agreement")
    noors.does("save", code="invoicing", **SHORTER)
    assert AddendumDraft.objects.filter(person=two.noor).exists()
    assert "<ins>14 dagen</ins>" in noors.get("addendum")
    assert "14 dagen" not in marleens.get("addendum") and marleens.get("agreement") == before
    noors.does("away")
    assert not AddendumDraft.objects.exists()


def test_clauses_are_dropped_added_and_written_and_each_can_be_put_back(two: Together) -> None:
    agreed(two)
    hers = Door(two.marleen, two.collaboration, day(5))
    hers.does("drop", code="liability")
    hers.does("save", code="eigen-0", title="Honden", text="De hond mag mee.")
    page = hers.does("save", code="processor_agreement", **{"processor_agreement-dpa_breach_hours": "12"})
    said = page.content.decode()
    assert "Dit vervalt." in said and "De hond mag mee." in said and "12 uur" in said
    left = hers.does("back:liability").content.decode()
    assert "Dit vervalt." not in left and "De hond mag mee." in left
    hers.does("put", expires_on="")
    made = AgreementVersion.objects.get(number=2)
    assert made.content["facts"]["provider_role_gdpr"] == "processor"
    assert {one["code"] for one in made.text["clauses"]} >= {"processor_agreement"}


def test_wrong_input_is_said_and_kept(two: Together) -> None:
    agreed(two)
    hers = Door(two.marleen, two.collaboration, day(5))
    assert hers.does("open", code="").status_code == 422
    wrong = hers.does("save", code="invoicing", **{"invoicing-payment_term_days": "heel snel"})
    assert wrong.status_code == 422 and "heel snel" in wrong.content.decode()
    assert hers.does("save", code="eigen-0", title="", text="").status_code == 422
    hers.does("save", code="invoicing", **SHORTER)
    assert hers.does("put", expires_on="1-1-2020").status_code == 422
    assert hers.does("note", signed_on="1-1-2020").status_code == 422
    assert not AgreementVersion.objects.filter(number=2).exists()


def test_what_was_tampered_with_is_as_if_it_was_not_there(two: Together) -> None:
    agreed(two)
    hers = Door(two.marleen, two.collaboration, day(5))
    hers.does("save", code="invoicing", **SHORTER)
    hers.carried = hers.carried[:-4] + "xxxx"
    assert hers.does("put", expires_on="").status_code == 200
    assert not AgreementVersion.objects.filter(number=2).exists()


def test_noted_with_the_other_it_holds_once_she_confirms(two: Together) -> None:
    agreed(two)
    noors = Door(two.noor, two.collaboration, day(5))
    noors.does("save", code="invoicing", **SHORTER)
    noors.does("note", signed_on="8-1-2026")
    assert _days(two) == 30
    marleens = Door(two.marleen, two.collaboration, day(6))
    assert "14 dagen" in marleens.get("agreement_version", number=2)
    with clock.frozen(day(6)):
        marleens.client.post(marleens.url("agreement_elsewhere_answer", number=2), {"do": "confirm"})
    assert _days(two) == 14
    base = AgreementVersion.objects.get(number=1)
    assert base.holds


def _days(two: Together) -> int | None:
    held = in_force_at(two.seen_by_noor(now=day(9)))
    return held.payment_days if held else None


def test_alone_a_change_is_noted_and_holds_at_once() -> None:
    me = noor()
    collaboration = started(me)
    alone = visit(me, collaboration, now=day(2))
    noted = Noted(content=content_for(alone, payment_term_days=30), provider=alone.party, signed_on=date(2026, 1, 6))
    note_signed_elsewhere(visit=alone, noted=noted)
    hers = Door(me, collaboration, day(5))
    hers.does("save", code="invoicing", **SHORTER)
    assert "Noteer dit" in hers.does("look").content.decode()
    hers.does("note", signed_on="9-1-2026")
    held = in_force_at(visit(me, collaboration, now=day(6)))
    assert held is not None
    assert held.payment_days == 14
    assert "14 dagen" in hers.get("agreement_now")


def test_a_page_with_many_addenda_asks_no_more_queries(two: Together) -> None:
    agreed(two)
    counts = []
    for n in range(1, 5):
        made = offered(two.seen_by_noor(now=day(4 + n)), payment_term_days=30 - n)
        signed_by_both(two, made, on=4 + n)
        with CaptureQueriesContext(connection) as seen:
            Door(two.noor, two.collaboration, day(10)).get("agreement")
        counts.append(len(seen))
    assert len(set(counts[1:])) == 1
