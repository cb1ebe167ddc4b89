"""Reading an electronic invoice: shaped as real ones are, and every way in which one may be broken or hostile."""

from __future__ import annotations

import tracemalloc
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenstroom import content
from samenstroom.contributions.ubl import MOST_BYTES, UblError, UblInvoice, read_ubl

PEPPOL = """<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
  <cbc:ID>2026-014</cbc:ID>
  <cbc:IssueDate>2026-03-02</cbc:IssueDate>
  <cbc:DueDate>2026-03-16</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cbc:BuyerReference>Marleen</cbc:BuyerReference>
  <cac:AccountingSupplierParty><cac:Party>
    <cbc:EndpointID schemeID="0106">12345678</cbc:EndpointID>
    <cac:PartyName><cbc:Name>Noor Jansen</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>NL000000000B01</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>Praktijk Noor Jansen</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party>
    <cac:PartyLegalEntity><cbc:RegistrationName>Studio Lindenhof &amp; Co</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingCustomerParty>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">105.00</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="EUR">500.00</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="EUR">500.00</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">605.00</cbc:TaxInclusiveAmount>
    <cbc:PrepaidAmount currencyID="EUR">100.00</cbc:PrepaidAmount>
    <cbc:PayableAmount currencyID="EUR">505.00</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
  <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="HUR">10</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount currencyID="EUR">500.00</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>Nieuwsbrief
      van maart</cbc:Name></cac:Item></cac:InvoiceLine>
</Invoice>
"""


def fault(text: str | bytes) -> str:
    with pytest.raises(UblError) as caught:
        read_ubl(text if isinstance(text, bytes) else text.encode())
    return caught.value.code


def test_an_invoice_of_peppol_is_read() -> None:
    assert read_ubl(PEPPOL.encode()) == UblInvoice(
        number="2026-014",
        issued_on=date(2026, 3, 2),
        due_on=date(2026, 3, 16),
        amount=Decimal("505.00"),
        total=Decimal("605.00"),
        seller="Praktijk Noor Jansen",
        buyer="Studio Lindenhof & Co",
        items=("Nieuwsbrief van maart",),
    )


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_other_encodings_are_read_alike(encoding: str) -> None:
    name = {"utf-8-sig": "UTF-8"}.get(encoding, encoding.upper())
    given = PEPPOL.replace('encoding="UTF-8"', f'encoding="{name}"').replace("Noor Jansen", "Zoë Jansen")
    assert read_ubl(given.encode(encoding)).seller == "Praktijk Zoë Jansen"


def test_another_prefix_a_time_zone_and_the_older_place_of_the_last_day_are_read() -> None:
    given = (
        PEPPOL.replace("cbc:", "b:")
        .replace("xmlns:cbc", "xmlns:b")
        .replace("02</b:IssueDate>", "02+01:00</b:IssueDate>")
    )
    due = "<cac:PaymentMeans><b:PaymentDueDate>2026-03-20</b:PaymentDueDate></cac:PaymentMeans>"
    read = read_ubl(given.replace("<b:DueDate>2026-03-16</b:DueDate>", due).encode())
    assert (read.issued_on, read.due_on) == (date(2026, 3, 2), date(2026, 3, 20))


def test_without_a_last_day_none_is_made_up() -> None:
    assert read_ubl(PEPPOL.replace("<cbc:DueDate>2026-03-16</cbc:DueDate>", "").encode()).due_on is None


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<cbc:ID>2026-014</cbc:ID>", "", "no_number"),
        ("<cbc:ID>2026-014</cbc:ID>", "<cbc:ID>  </cbc:ID>", "no_number"),
        ("<cbc:IssueDate>2026-03-02</cbc:IssueDate>", "", "no_day"),
        ("2026-03-02", "2 maart", "bad_day"),
        ("2026-03-16", "2026-02-31", "bad_day"),
        ("2026-03-02", "0999-03-02", "bad_day"),
        (">505.00<", ">veel<", "bad_amount"),
        (">505.00<", ">NaN<", "bad_amount"),
        (">505.00<", ">1e9<", "bad_amount"),
        (">505.00<", ">999999999999<", "bad_amount"),
        (">505.00<", ">0.00<", "nothing_to_pay"),
        (">505.00<", ">-12.50<", "nothing_to_pay"),
        (">EUR<", ">USD<", "other_currency"),
        ('PayableAmount currencyID="EUR"', 'PayableAmount currencyID="USD"', "other_currency"),
        (">380<", ">381<", "credit_note"),
        ("Invoice-2", "CreditNote-2", "other_xml"),
        ("Invoice-2", "Order-2", "other_xml"),
        ("</cac:LegalMonetaryTotal>", "", "no_xml"),
    ],
)
def test_what_is_missing_or_wrong_has_a_name_of_its_own(old: str, new: str, code: str) -> None:
    assert old in PEPPOL
    assert fault(PEPPOL.replace(old, new)) == code


def test_a_credit_note_is_told_from_an_invoice() -> None:
    given = PEPPOL.replace("<Invoice ", "<CreditNote ").replace("</Invoice>", "</CreditNote>")
    assert fault(given.replace("xsd:Invoice-2", "xsd:CreditNote-2")) == "credit_note"


@pytest.mark.parametrize("given", [b"", b"%PDF-1.7 binary", b"\x00\x01\x02", b"PK\x03\x04", b"just words"])
def test_what_is_no_xml_says_so(given: bytes) -> None:
    assert fault(given) == "no_xml"


def test_a_page_is_xml_but_no_invoice() -> None:
    assert fault("<html><body>Rekening</body></html>") == "other_xml"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
ELSEWHERE = '<!DOCTYPE x SYSTEM "http://voorbeeld.nl/x.dtd">'


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE, ELSEWHERE])
def test_entities_and_what_lies_outside_are_never_opened(declared: str) -> None:
    start, rest = PEPPOL.split("\n", 1)
    assert fault(f"{start}\n{declared}\n{rest.replace('2026-014', '&a;')}") == "unsafe"


def test_what_is_too_large_or_too_deep_is_left_and_memory_stays_small() -> None:
    assert fault(b" " * (MOST_BYTES + 1)) == "too_large"
    head = PEPPOL[: PEPPOL.index("<cbc:ID>")]
    assert fault(head + "<a>" * 500) == "too_large"
    tracemalloc.start()
    assert fault(head + "<a/>" * 400_000) == "too_large"
    long = read_ubl(PEPPOL.replace("Nieuwsbrief", "x" * 1_500_000).encode())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(long.items[0]) <= 300
    assert peak < 16 * 1024 * 1024


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_invoice_is_read_or_refused_and_never_breaks(data: st.DataObject) -> None:
    given = bytearray(PEPPOL.encode())
    for _time in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(given) - 1))
        cut = data.draw(st.integers(0, 40))
        given[at : at + cut] = data.draw(st.binary(max_size=12))
        if not given:
            given = bytearray(b"<")
    try:
        read = read_ubl(bytes(given))
    except UblError as error:
        assert error.code in content.load("invoices", "nl")["errors"]
    else:
        assert read.number and read.amount > 0


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_anything_at_all_is_refused_with_a_name(given: bytes) -> None:
    assert fault(given) in content.load("invoices", "nl")["errors"]
