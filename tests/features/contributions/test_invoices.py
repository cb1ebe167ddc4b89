"""Invoices: noted once, due by what was agreed, paid by either's word, reminded by hand; what the rules hear of it."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.collaborations.actions import NotAllowedError, show_colleague, write_line
from samenstroom.contributions.actions.invoices import (
    InvoiceTerms,
    note_invoice,
    note_reminder,
    pay_invoice,
    reopen_invoice,
    take_back_invoice,
)
from samenstroom.contributions.models import Invoice, InvoiceReminder
from samenstroom.contributions.queries.invoices import invoice_by_id, invoices_of
from samenstroom.contributions.wording.invoices import invoice_state
from samenstroom.contributions.wording.overdue import costs_of, costs_words, letters, pause_words
from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from samenstroom.rules.entries import Entry
from samenstroom.rules.indicators import look_at
from samenstroom.watch.gather import history_of, known_of
from samenstroom.watch.shelves import asks_of, laid_ready, rows_of
from tests.features.watch.test_terms import signed
from tests.people import Together, day, karin, noor, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


def noted(table: Together, n: int = 0, *, by_marleen: bool = False, days: int | None = None, **more: Any) -> Invoice:
    """Noor sent an invoice on day n; one of the two notes it."""
    told: dict[str, Any] = {
        "sender": table.noors_seat.party, "number": "2026-7", "amount": Decimal("1250.50"), "what": "Nieuwsbrief",
        "issued_on": day(n).date(), "due_on": None,
    }  # fmt: skip
    seat = table.marleens_seat if by_marleen else table.noors_seat
    return note_invoice(seat=seat, terms=InvoiceTerms(**(told | more)), payment_days=days, now=day(n))[0]


def seen(table: Together, made: Invoice, n: int, *, as_noor: bool = True) -> Any:
    view = invoice_by_id(table.seen_by_noor(day(n)) if as_noor else table.seen_by_marleen(day(n)), made.public_id)
    assert view is not None
    return view


def kinds(table: Together) -> list[str]:
    return list(table.collaboration.lines.order_by("pk").values_list("kind", flat=True))


def entries(table: Together, n: int, kind: str, *, as_noor: bool = True) -> list[Entry]:
    look = table.seen_by_noor(day(n)) if as_noor else table.seen_by_marleen(day(n))
    known = known_of(look.person, [look])[look.collaboration.pk]
    return [one for one in history_of(look, known).entries if one.kind == kind]


def asked(table: Together, n: int, *, as_noor: bool = True) -> list[tuple[int, str]]:
    look = table.seen_by_noor(day(n)) if as_noor else table.seen_by_marleen(day(n))
    lies = laid_ready(look.person, [look])[look.collaboration.pk]
    return [(one.weight, one.title) for one in asks_of(look, lies) if one.page == "invoice"]


def test_the_same_number_of_the_same_sender_changes_nothing_whoever_notes_it() -> None:
    table = together()
    made = noted(table)
    assert noted(table, by_marleen=True, amount=Decimal(1)) == made
    assert noted(table, sender=table.marleens_seat.party) != made
    assert noted(table, number="") != made
    assert noted(table, number="") == noted(table, number="")
    assert kinds(table).count("invoice_noted") == 3
    take_back_invoice(invoice=made, seat=table.noors_seat, now=day(1))
    assert noted(table) != made


def test_the_last_day_comes_from_the_invoice_or_the_agreement_and_is_else_unknown() -> None:
    table = together()
    given = noted(table, days=14, due_on=date(2026, 1, 20), number="1")
    agreed, unknown = noted(table, days=14, number="2"), noted(table, number="3")
    assert [one.due_on for one in (given, agreed, unknown)] == [date(2026, 1, 20), date(2026, 1, 19), None]
    assert seen(table, agreed, 14).days_late == 0
    assert "Vandaag is de laatste dag" in invoice_state(seen(table, agreed, 14))
    assert seen(table, agreed, 15).is_overdue and "1 dag na" in invoice_state(seen(table, agreed, 15))
    assert not seen(table, unknown, 900).is_overdue
    assert "geen laatste dag" in invoice_state(seen(table, unknown, 900))


def test_either_side_notes_that_it_is_paid_and_it_can_be_undone() -> None:
    table = together()
    made = noted(table, days=14)
    for n in (20, 25):
        pay_invoice(invoice=made, seat=table.marleens_seat, paid_on=day(n).date(), now=day(n))
    view = seen(table, made, 30)
    assert (view.invoice.paid_on, view.days_late) == (day(20).date(), 6)
    assert "6 dagen na de laatste dag" in invoice_state(view)
    assert kinds(table).count("invoice_settled") == 1
    reopen_invoice(invoice=made, seat=table.noors_seat, now=day(31))
    assert seen(table, made, 31).is_overdue


def test_who_only_reads_along_who_pays_and_another_table_are_refused() -> None:
    table = together()
    made = noted(table, days=14)
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    seat = seat_of(colleague, table.collaboration)
    terms = InvoiceTerms(seat.party, "9", Decimal(5), "", day(1).date(), None)
    told: dict[str, Any] = {"invoice": made, "tone": "friendly", "sent_on": day(20).date(), "now": day(20)}
    for refused in (
        lambda: note_invoice(seat=seat, terms=terms, payment_days=None, now=day(1)),
        lambda: pay_invoice(invoice=made, seat=seat, paid_on=day(1).date(), now=day(1)),
        lambda: note_reminder(seat=table.marleens_seat, **told),
        lambda: take_back_invoice(invoice=made, seat=table.marleens_seat, now=day(1)),
    ):
        with pytest.raises(NotAllowedError):
            refused()
    take_back_invoice(invoice=made, seat=table.noors_seat, now=day(21))
    with pytest.raises(NotAllowedError):
        note_reminder(seat=table.noors_seat, **told)


def test_a_late_invoice_asks_both_and_rests_for_a_week_after_a_reminder() -> None:
    table = together()
    made = noted(table, days=14)
    assert asked(table, 14) == asked(table, 14, as_noor=False) == []
    assert [weight for weight, _title in asked(table, 15)] == [70]
    assert asked(table, 15, as_noor=False) == [(68, "Er staat een rekening van Noor open")]
    for _twice in range(2):
        note_reminder(invoice=made, seat=table.noors_seat, tone="friendly", sent_on=day(15).date(), now=day(15))
    assert InvoiceReminder.objects.count() == kinds(table).count("invoice_reminded") == 1
    assert asked(table, 21) == [] and asked(table, 21, as_noor=False)
    assert asked(table, 22) and seen(table, made, 22).next_tone == "firm"


def test_the_rules_hear_of_it_once_from_both_sides() -> None:
    table = together()
    made = noted(table, days=14)
    write_line(
        seat=table.noors_seat, kind="invoice_sent", now=day(0), about=table.noors_seat.party,
        data={"amount": "1250.50"},
    )  # fmt: skip
    assert len(entries(table, 20, "invoice_sent")) == 1
    noted(table, days=14, number="2026-8", amount=Decimal(80))
    assert len(entries(table, 20, "invoice_sent")) == 2
    look = table.seen_by_noor(day(40))
    found = look_at(history_of(look, known_of(look.person, [look])[look.collaboration.pk]))
    assert "invoice_late" in {one.code for one in found}
    pay_invoice(invoice=made, seat=table.noors_seat, paid_on=day(41).date(), now=day(41))
    for as_noor, side in ((True, "other"), (False, "self")):
        paid = entries(table, 42, "invoice_paid", as_noor=as_noor)[0]
        assert (paid.whom, paid.number("days"), paid.number("amount")) == (side, 27, 1250.5)


def test_a_reminder_is_friendly_first_and_only_the_last_names_interest_and_costs() -> None:
    table = together()
    made = noted(table, days=14)
    look, view = table.seen_by_noor(day(44)), seen(table, made, 44)
    found = costs_of(look, view, None)
    assert found is not None and found.interest is not None
    friendly, firm, last = letters(look, view, found)
    assert friendly.is_next and not firm.is_next
    # 30 days at 10.15 percent over 1250.50, and the scale of the law.
    assert found.interest.total == Decimal("10.43") and found.costs == Decimal("187.58")
    for letter, names_it in ((friendly, False), (firm, False), (last, True)):
        assert ("€ 187,58" in letter.text) is ("€ 10,43" in letter.text) is names_it
        assert ("{" not in letter.text and "Hoi Marleen" in letter.text) or "Beste Marleen" in letter.text
    words = costs_words(found, view.today)
    assert "10,15% per jaar" in words["lines"][0][0] and words["lines"][0][1].startswith("Bron:")
    assert "21 november 2026" in words["compiled"]


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({"interest_rule": "excluded", "collection_costs_rule": "excluded"}, "geen rente"),
        ({"interest_rule": "contract_rate", "interest_rate_percent": None}, "vulden geen percentage in"),
        ({"interest_rule": "contract_rate", "interest_rate_percent": "6"}, "Rente die jullie afspraken: € 6,17"),
        ({"collection_costs_rule": "percent", "collection_costs_percent": "10"}, "zoals jullie afspraken: € 125,05"),
        ({"collection_costs_rule": "fixed", "collection_costs_fixed_eur": None}, "vulden geen bedrag in"),
    ],
)
def test_what_both_agreed_about_paying_late_goes_before_the_law(terms: dict[str, Any], said: str) -> None:
    table = together()
    signed(table, **terms)
    made = noted(table, days=14)
    look, view = table.seen_by_noor(day(44)), seen(table, made, 44)
    found = costs_of(look, view, in_force_at(look))
    assert found is not None
    assert any(said in sentence for sentence in costs_words(found, view.today)["said"])


def test_days_without_a_known_rate_are_said_and_never_guessed() -> None:
    table = together()
    made = noted(table, days=14)
    look, view = table.seen_by_noor(day(400)), seen(table, made, 400)
    found = costs_of(look, view, None)
    assert found is not None
    assert "niet bekend" in costs_words(found, view.today)["lines"][-1][0]
    assert "rente rekenen" not in letters(look, view, found)[2].text


def test_a_pause_is_offered_to_who_waits_once_the_days_after_a_reminder_have_passed() -> None:
    table = together()
    signed(table)
    made = noted(table, days=14)

    def told(n: int, *, as_noor: bool = True) -> tuple[str, bool]:
        look = table.seen_by_noor(day(n)) if as_noor else table.seen_by_marleen(day(n))
        return pause_words(look, seen(table, made, n, as_noor=as_noor), in_force_at(look))

    assert "Noteer eerst" in told(20)[0]
    note_reminder(invoice=made, seat=table.noors_seat, tone="friendly", sent_on=day(20).date(), now=day(20))
    assert told(23) == (told(23)[0], False) and "4 dagen" in told(23)[0]
    assert told(27)[1]
    assert told(27, as_noor=False) == ("", False)


def test_invoices_come_out_of_a_dossier_as_they_went_in() -> None:
    table = together()
    made = noted(table, days=14)
    note_reminder(invoice=made, seat=table.noors_seat, tone="firm", sent_on=day(20).date(), now=day(20))
    paid = noted(table, number="", days=14, amount=Decimal("12.00"))
    pay_invoice(invoice=paid, seat=table.marleens_seat, paid_on=day(3).date(), now=day(3))
    take_back_invoice(invoice=noted(table, number="fout"), seat=table.noors_seat, now=day(4))
    out = json.loads(json.dumps(export(table.seen_by_noor(day(30)))))
    again = read_in(document=out, person=table.noor, now=day(31))
    back = json.loads(json.dumps(export(visit(table.noor, again, now=day(31)))))
    assert back["invoices_kept"] == out["invoices_kept"]
    assert len(out["invoices_kept"]) == 3 and out["invoices_kept"][0]["reminders"]


def test_alone_an_invoice_is_noted_and_paid() -> None:
    person = noor()
    look = visit(person, started(person), now=day(1))
    terms = InvoiceTerms(look.other_party, "", Decimal(50), "", day(0).date(), day(10).date())
    made, is_new = note_invoice(seat=look.seat, terms=terms, payment_days=None, now=day(1))
    assert is_new and not invoices_of(look)[0].i_sent
    pay_invoice(invoice=made, seat=look.seat, paid_on=day(1).date(), now=day(1))
    assert not invoices_of(look)[0].is_open


def test_the_row_offers_quietly_and_then_says_what_is_open() -> None:
    table = together()

    def row(n: int) -> Any:
        look = table.seen_by_noor(day(n))
        lies = laid_ready(look.person, [look])[look.collaboration.pk]
        return next(one for one in rows_of(look, lies) if one.title == "Rekeningen")

    assert row(1).is_offer
    noted(table, days=14)
    assert row(1).hint == "1 rekening open" and not row(1).is_offer
    assert row(20).tone == "now" and row(20).page == "invoice" and row(20).both == "1 rekening open"
