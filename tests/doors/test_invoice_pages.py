"""The pages of invoices behind both doors: typed over, read from a file, wrong input, and as many queries for many."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenstroom.contributions.actions.invoices import InvoiceTerms, note_invoice, note_reminder
from samenstroom.contributions.models import Invoice, InvoiceReminder
from samenstroom.kit import clock
from tests.features.contributions.test_ubl import PEPPOL
from tests.features.watch.test_terms import signed
from tests.people import day, together

pytestmark = pytest.mark.django_db

TYPED = {"sender": "me", "amount": "1.250,50", "issued_on": "2026-01-05", "due_on": "", "number": "7", "what": "Werk"}


@pytest.fixture
def at_work(client: Client) -> Any:
    table = together()
    with clock.frozen(day(100)):
        client.force_login(table.noor)
        yield table, client, f"/s/{table.collaboration.public_id}/samenwerken/rekeningen/"


def brought(text: str, name: str = "factuur.xml") -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, text.encode(), "text/xml")}


def test_an_invoice_is_typed_over_and_gets_the_agreed_day(at_work: Any) -> None:
    table, client, base = at_work
    signed(table)
    assert "14 dagen die jullie afspraken" in client.get(f"{base}nieuw/").content.decode()
    text = client.post(f"{base}nieuw/", TYPED, follow=True).content.decode()
    assert "€ 1.250,50 van jou aan Marleen" in text and "19 januari 2026, uit jullie overeenkomst" in text
    text = client.post(f"{base}nieuw/", TYPED, follow=True).content.decode()
    assert "Deze rekening stond er al" in text and Invoice.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"amount": ""}, "Vul het bedrag in"),
        ({"amount": "veel"}, "Vul een getal in"),
        ({"amount": "0"}, "boven nul"),
        ({"issued_on": "2027-01-01"}, "Deze dag komt nog"),
        ({"due_on": "2025-12-01"}, "voor de datum van de rekening"),
        ({"sender": "iemand"}, "Kies wie de rekening stuurde"),
        ({"number": "9" * 61}, "Maak er maximaal 60"),
    ],
)
def test_wrong_input_keeps_what_was_typed(at_work: Any, wrong: dict[str, str], said: str) -> None:
    _table, client, base = at_work
    page = client.post(f"{base}nieuw/", {**TYPED, "what": "Iets bijzonders", **wrong})
    assert page.status_code == 422
    assert said in page.content.decode() and "Iets bijzonders" in page.content.decode()
    assert not Invoice.objects.exists()


def test_a_file_is_shown_first_and_kept_only_then(at_work: Any) -> None:
    _table, client, base = at_work
    page = client.post(f"{base}inlezen/", brought(PEPPOL))
    text = page.content.decode()
    assert "Studio Lindenhof &amp; Co" in text and "€ 505" in text and not Invoice.objects.exists()
    hidden = page.context["form"]
    given = {name: hidden[name].value() for name in ("number", "amount", "what", "seller", "sender")}
    days = {name: hidden[name].value().isoformat() for name in ("issued_on", "due_on")}
    for _twice in range(2):
        client.post(f"{base}nieuw/", {**given, **days})
    kept = Invoice.objects.get()
    assert kept.content["amount"] == "505.00" and kept.content["number"] == "2026-014"
    assert kept.due_on is not None and kept.due_on.isoformat() == "2026-03-16"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("%PDF-1.7", "geen leesbaar XML-bestand"),
        ("<html/>", "geen factuur in UBL 2.1"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "iets buiten zichzelf"),
        (PEPPOL.replace(">380<", ">381<"), "creditnota"),
        (PEPPOL.replace(">EUR<", ">USD<"), "alleen in euro"),
        (" " * (2 * 1024 * 1024 + 1), "te groot"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(at_work: Any, text: str, said: str) -> None:
    _table, client, base = at_work
    page = client.post(f"{base}inlezen/", brought(text))
    assert page.status_code == 422 and said in page.content.decode()


def test_a_late_invoice_has_letters_for_who_waits_and_costs_with_their_source(at_work: Any) -> None:
    table, client, base = at_work
    signed(table)
    client.post(f"{base}nieuw/", TYPED)
    made = Invoice.objects.get()
    where = f"{base}{made.public_id}/"
    text = client.get(where).content.decode()
    assert "Misschien is het je ontgaan" in text and "Bron:" in text and "Noteer eerst dat je die stuurde" in text
    page = client.post(where, {"do": "remind", "tone": "friendly", "sent_on": "2025-01-01"})
    assert page.status_code == 422 and "voor de datum van de rekening" in page.content.decode()
    client.post(where, {"do": "remind", "tone": "friendly", "sent_on": "2026-02-01"})
    text = client.get(where).content.decode()
    assert "Vriendelijke herinnering, verstuurd op 1 februari 2026" in text
    assert "afspreken/pauze" in text or "vanwege=rekening" in text
    client.post(where, {"do": "paid", "paid_on": "2026-02-02"})
    text = client.get(where).content.decode()
    assert "Betaald op 2 februari 2026" in text and "Bron:" not in text and "Misschien" not in text
    assert InvoiceReminder.objects.count() == 1


def test_what_can_no_longer_be_done_says_so(at_work: Any) -> None:
    _table, client, base = at_work
    client.post(f"{base}nieuw/", TYPED)
    where = f"{base}{Invoice.objects.get().public_id}/"
    client.post(where, {"do": "take_back"})
    text = client.post(where, {"do": "paid", "paid_on": "2026-02-02"}, follow=True).content.decode()
    assert "Dit kan nu niet meer" in text and "Teruggenomen" in text


def test_who_pays_sees_how_it_stands_without_letters(at_work: Any) -> None:
    _table, client, base = at_work
    client.post(f"{base}nieuw/", {**TYPED, "sender": "other", "due_on": "2026-01-10"})
    text = client.get(f"{base}{Invoice.objects.get().public_id}/").content.decode()
    assert "€ 1.250,50 van Marleen aan jou" in text and "Rente volgens de wet" in text
    assert "Misschien is het je ontgaan" not in text and "Noteer dat alles betaald is" in text


def test_the_page_asks_the_same_number_of_queries_for_one_and_for_many(
    at_work: Any, django_assert_max_num_queries: Any
) -> None:
    table, client, base = at_work

    def one_more(number: int) -> None:
        terms = InvoiceTerms(table.noors_seat.party, str(number), Decimal(10), "", day(0).date(), day(5).date())
        made, _new = note_invoice(seat=table.noors_seat, terms=terms, payment_days=None, now=day(9))
        note_reminder(
            invoice=made, seat=table.noors_seat, tone="firm", sent_on=(day(9) - timedelta(days=1)).date(), now=day(9)
        )

    one_more(0)
    with CaptureQueriesContext(connection) as few:
        client.get(base)
    for number in range(1, 25):
        one_more(number)
    with django_assert_max_num_queries(len(few)):
        client.get(base)
