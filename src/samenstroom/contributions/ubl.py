"""Reads one electronic invoice: UBL 2.1, as in Peppol BIS Billing 3.0. Hostile until it was read.

The file is walked once and only the few texts that are asked for are kept, so memory does not grow with the file. A
document type, an entity or anything outside the file ends the reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

MOST_BYTES = 2 * 1024 * 1024
MOST_DEPTH, MOST_ELEMENTS, MOST_TEXT, MOST_OF_ONE = 40, 100_000, 300, 5
MOST_AMOUNT = Decimal(100_000_000)

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
INVOICE, CREDIT_NOTE = f"{{{UBL}Invoice-2}}Invoice", f"{{{UBL}CreditNote-2}}CreditNote"
PARTS = (f"{{{UBL}CommonAggregateComponents-2}}", f"{{{UBL}CommonBasicComponents-2}}")
CREDITS = frozenset({"381", "396", "81", "83", "532"})
"""Codes of UNTDID 1001 for a credit note."""

SELLER, BUYER = "AccountingSupplierParty/Party/", "AccountingCustomerParty/Party/"
TOTAL = "LegalMonetaryTotal/"
WANTED = frozenset(
    {
        "ID",
        "IssueDate",
        "DueDate",
        "InvoiceTypeCode",
        "DocumentCurrencyCode",
        "PaymentMeans/PaymentDueDate",
        f"{SELLER}PartyName/Name",
        f"{SELLER}PartyLegalEntity/RegistrationName",
        f"{BUYER}PartyName/Name",
        f"{BUYER}PartyLegalEntity/RegistrationName",
        f"{TOTAL}PayableAmount",
        f"{TOTAL}TaxInclusiveAmount",
        "InvoiceLine/Item/Name",
    }
)


class UblError(ValueError):
    """Why a file was not read: `code` names it, for words elsewhere."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class UblInvoice:
    """What stands on an electronic invoice. `amount` is what is to be paid, VAT included."""

    number: str
    issued_on: date
    due_on: date | None
    amount: Decimal
    total: Decimal
    seller: str
    buyer: str
    items: tuple[str, ...]


def read_ubl(content: bytes) -> UblInvoice:
    """Read an invoice in euros. Raises UblError, and nothing else, for anything else."""
    if len(content) > MOST_BYTES:
        raise UblError("too_large")
    walk = _Walk()
    parser = DefusedXMLParser(target=walk, forbid_dtd=True)
    try:
        parser.feed(content)
        parser.close()
    except DefusedXmlException:
        raise UblError("unsafe") from None
    except UblError:
        raise
    except (ParseError, ValueError, LookupError):
        raise UblError("no_xml") from None
    return _invoice(walk.found)


class _Walk:
    """The target of the parser: where it is, and the texts that were asked for."""

    def __init__(self) -> None:
        self.found: dict[str, list[str]] = {}
        self._steps: list[str] = []
        self._text: list[str] | None = None
        self._length = self._elements = 0
        self._currencies: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self._steps) >= MOST_DEPTH:
            raise UblError("too_large")
        self._steps.append(self._step(tag))
        place = "/".join(self._steps[1:])
        self._text = None
        if place in WANTED and len(self.found.get(place, ())) < MOST_OF_ONE:
            self._text, self._length = [], 0
            self._currencies[place] = attributes.get("currencyID", "")[:MOST_TEXT]
            if self._currencies[place]:
                self.found.setdefault("currency", []).append(self._currencies[place])

    def data(self, text: str) -> None:
        if self._text is not None and self._length < MOST_TEXT:
            self._text.append(text[: MOST_TEXT - self._length])
            self._length += len(text)

    def end(self, _tag: str) -> None:
        place = "/".join(self._steps[1:])
        if self._text is not None and (said := " ".join("".join(self._text).split())):
            self.found.setdefault(place, []).append(said)
        self._text = None
        self._steps.pop()

    def close(self) -> None:
        """Nothing is left to do."""

    def _step(self, tag: str) -> str:
        if not self._steps:
            if tag == CREDIT_NOTE:
                raise UblError("credit_note")
            if tag != INVOICE:
                raise UblError("other_xml")
            return tag
        for space in PARTS:
            if tag.startswith(space):
                return tag.removeprefix(space)
        return "?"


def _invoice(found: dict[str, list[str]]) -> UblInvoice:
    def one(*places: str) -> str:
        return next((found[place][0] for place in places if place in found), "")

    if one("InvoiceTypeCode") in CREDITS:
        raise UblError("credit_note")
    number, issued = one("ID"), one("IssueDate")
    if not number:
        raise UblError("no_number")
    if not issued:
        raise UblError("no_day")
    if {*found.get("DocumentCurrencyCode", ()), *found.get("currency", ())} != {"EUR"}:
        raise UblError("other_currency")
    payable, total = one(f"{TOTAL}PayableAmount"), one(f"{TOTAL}TaxInclusiveAmount")
    if not (payable or total):
        raise UblError("no_amount")
    amount = _amount(payable or total)
    if amount <= 0:
        raise UblError("nothing_to_pay")
    due = one("DueDate", "PaymentMeans/PaymentDueDate")
    return UblInvoice(
        number=number[:60],
        issued_on=_day(issued),
        due_on=_day(due) if due else None,
        amount=amount,
        total=_amount(total or payable),
        seller=one(f"{SELLER}PartyLegalEntity/RegistrationName", f"{SELLER}PartyName/Name"),
        buyer=one(f"{BUYER}PartyLegalEntity/RegistrationName", f"{BUYER}PartyName/Name"),
        items=tuple(found.get("InvoiceLine/Item/Name", ())),
    )


def _day(text: str) -> date:
    """An xsd:date, with or without a time zone, of our days."""
    said = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?", text, re.ASCII)
    try:
        day = date.fromisoformat(said.group(1)) if said else None
    except ValueError:
        day = None
    if day is None or not 2000 <= day.year <= 2100:
        raise UblError("bad_day")
    return day


def _amount(text: str) -> Decimal:
    """An amount as the format writes it: `1250.50`."""
    if not re.fullmatch(r"[+-]?\d{1,12}(\.\d{1,12})?", text, re.ASCII):
        raise UblError("bad_amount")
    try:
        amount = Decimal(text).quantize(Decimal("0.01"))
    except InvalidOperation:
        raise UblError("bad_amount") from None
    if abs(amount) > MOST_AMOUNT:
        raise UblError("bad_amount")
    return amount
