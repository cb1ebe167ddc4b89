"""All that runs, side by side: hers alone, by name, with its facts, and nothing that the other has not opened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client

from samenstroom.accounts.models import Person
from samenstroom.collaborations.actions import start_collaboration
from samenstroom.collaborations.models import Collaboration
from samenstroom.contributions.actions.invoices import InvoiceTerms, note_invoice
from samenstroom.exploring.actions.room import save_asked, save_room
from samenstroom.kit import clock
from samenstroom.learning.queries.overview import overview_of
from samenstroom.learning.wording.overview import overview_page
from tests.people import day, noor, visit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    with clock.frozen(day(40)):
        yield


@pytest.fixture
def me() -> Person:
    return noor()


def runs(me: Person, name: str, *, hours: str = "", income: str = "", stage: str = "work") -> Collaboration:
    table = start_collaboration(
        by=me, name=name, other_name="Marleen de Vries", kind="client_va", country="NL", stage=stage, origin="",
        now=day(0),
    )  # fmt: skip
    if hours or income:
        save_asked(
            person=me, collaboration=table, hours=_number(hours), income=_number(income), energy=4, starts_on=None,
            is_running=False, now=day(1),
        )  # fmt: skip
    return table


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def test_by_name_only_what_runs_and_free_hours_with_what_is_not_known(me: Person) -> None:
    save_room(person=me, hours=Decimal(30), income=None, energy=None, now=day(1))
    runs(me, "Zonnehoek", hours="12", income="900")
    runs(me, "Atelier", hours="8", income="300")
    runs(me, "Buurthuis")
    runs(me, "Verkenning", hours="20", income="9000", stage="explore")
    page = overview_page(overview_of(me, day(40)))
    assert page.headline == "3 samenwerkingen lopen"
    assert [row.link.text for row in page.rows] == ["Atelier", "Buurthuis", "Zonnehoek"]
    assert page.room == [
        "Je hebt nog 10 uur per week vrij. Bezet: 20 uur van de 30 uur.",
        "Van 1 samenwerking is niet ingevuld hoeveel uren ze vraagt.",
    ]


def test_more_than_half_from_one_is_told_as_a_fact(me: Person) -> None:
    runs(me, "Zonnehoek", hours="12", income="900")
    runs(me, "Atelier", hours="8", income="300")
    page = overview_page(overview_of(me, day(40)))
    assert page.caption == "75 procent van je inkomen komt van Zonnehoek"
    assert [(one.name, one.part) for one in page.income] == [("Atelier", 25), ("Zonnehoek", 75)]
    assert page.source.startswith("Van wat je bij je ruimte invulde.") and len(page.leans) == 2


def test_half_is_not_more_than_half_and_one_is_nothing_to_compare(me: Person) -> None:
    runs(me, "Atelier", income="300")
    page = overview_page(overview_of(me, day(40)))
    assert not page.income and not page.caption and "Met één" in page.lead[0]
    runs(me, "Zonnehoek", income="300")
    page = overview_page(overview_of(me, day(40)))
    assert page.caption == "Geen enkele brengt meer dan de helft van je inkomen" and not page.leans


def test_invoices_of_a_year_go_before_what_was_filled_in(me: Person) -> None:
    for name, money, days in (("Zonnehoek", "100", 0), ("Atelier", "300", 2), ("Zonnehoek", "5000", -400)):
        table = Collaboration.objects.filter(name=name).first() or runs(me, name, income="500")
        bills(me, table, money, days)
    page = overview_page(overview_of(me, day(40)))
    assert [(one.name, one.part) for one in page.income] == [("Atelier", 75), ("Zonnehoek", 25)]
    assert page.source.startswith("Van de rekeningen die je hier sinds")


def bills(me: Person, table: Collaboration, money: str, days: int) -> None:
    issued = clock.day_of(day(days))
    seen, due = visit(me, table, now=day(3)), issued + timedelta(days=30)
    terms = InvoiceTerms(sender=seen.party, number="", amount=Decimal(money), what="Werk", issued_on=issued, due_on=due)
    note_invoice(seat=seen.seat, terms=terms, payment_days=None, now=day(3))


def test_what_is_next_leads_somewhere_and_empty_says_what_comes(me: Person) -> None:
    client = Client()
    client.force_login(me)
    assert "Er loopt nu nog niets" in client.get("/leren/alles-samen/").content.decode()
    runs(me, "Atelier")
    page = client.get("/leren/alles-samen/").content.decode()
    assert "1 samenwerking loopt" in page and "Je zei nog niet of het stroomt." in page
