"""Clauses that work: what both signed decides what is late, what is silence, how many hours and how much notice."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.collaborations.actions import write_line
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.agreed_notice import agreed_notice
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Side
from samenstroom.rules.indicators import look_at
from samenstroom.rules.notice import Notice, Unit
from samenstroom.watch.gather import history_of, known_of
from samenstroom.watch.queries import noticed
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db

TERMS: dict[str, Any] = {
    "payment_term_days": 14,
    "response_hours": 24,
    "notice_days_client": 30,
    "notice_days_provider": 14,
    "suspension_right": True,
    "reminder_days_before_suspension": 7,
    "review_months": 6,
}


def signed(table: Together, at: int = 0, *, by_noor: bool = True, number: int = 1, **terms: Any) -> AgreementVersion:
    """A version that both signed on a day, with these terms; Noor does the work."""
    known = TERMS | terms
    facts = {"hours_per_week_expected": known.pop("hours_per_week_expected", "8")}
    return AgreementVersion.objects.create(
        collaboration=table.collaboration,
        number=number,
        provider=table.noors_seat.party if by_noor else table.marleens_seat.party,
        content={"jurisdiction": "NL", "facts": facts, "clauses": [{"code": "all", "terms": known}]},
        put_by=table.noors_seat,
        put_at=day(at),
        signed_at=day(at),
    )


def history(visit: Visit) -> History:
    return history_of(visit, known_of(visit.person, [visit])[visit.collaboration.pk])


def test_the_terms_that_hold_fill_the_limits_of_the_rules_for_both_sides_alike() -> None:
    table = together(weeks=2)
    signed(table)
    hers, theirs = history(table.seen_by_noor(day(1))), history(table.seen_by_marleen(day(1)))
    for known, side in ((hers, Side.SELF), (theirs, Side.OTHER)):
        assert (known.payment_days, known.response_days, known.notice_days) == (14, 3, 30)
        assert (known.hours_per_period, known.hours_side) == (16.0, side)


def test_without_an_agreement_nothing_is_known_and_what_is_not_filled_in_stays_unknown() -> None:
    table = together()
    assert history(table.seen_by_noor(day(1))).payment_days is None
    signed(table, payment_term_days=None, response_hours=None)
    known = history(table.seen_by_noor(day(1)))
    assert (known.payment_days, known.response_days, known.notice_days) == (None, None, 30)


def test_a_text_that_nobody_signed_or_that_was_replaced_does_not_hold() -> None:
    table = together()
    old = signed(table, payment_term_days=60)
    AgreementVersion.objects.filter(pk=old.pk).update(replaced_at=day(2))
    lies = signed(table, 2, number=2, payment_term_days=90)
    AgreementVersion.objects.filter(pk=lies.pk).update(signed_at=None)
    assert in_force_at(table.seen_by_noor(day(3))) is None
    signed(table, 4, number=3)
    held = in_force_at(table.seen_by_marleen(day(5)))
    assert held is not None and held.payment_days == 14


def test_an_invoice_is_late_by_the_agreed_term_and_not_a_day_before() -> None:
    table = together()
    signed(table)
    write_line(seat=table.noors_seat, kind="invoice_sent", now=day(0), about=table.noors_seat.party)
    assert "invoice_late" not in codes(table.seen_by_noor(day(14)))
    assert "invoice_late" in codes(table.seen_by_noor(day(15)))


def codes(visit: Visit) -> set[str]:
    return {one.code for one in look_at(history(visit))}


def test_an_answer_within_the_agreed_days_is_no_silence() -> None:
    table = together()
    signed(table)
    about = table.marleens_seat.party
    write_line(seat=table.noors_seat, kind="message_unanswered", now=day(3), about=about, data={"days": 3})
    assert "unanswered" not in codes(table.seen_by_noor(day(3)))
    write_line(seat=table.noors_seat, kind="message_unanswered", now=day(4), about=about, data={"days": 4})
    assert "unanswered" in codes(table.seen_by_noor(day(4)))


def test_the_day_to_look_at_it_again_comes_from_the_agreement() -> None:
    table = together()
    signed(table)
    assert "date_near" not in codes(table.seen_by_noor(day(150)))
    assert "date_near" in codes(table.seen_by_noor(day(155)))


def test_terms_for_one_side_are_told_to_both() -> None:
    table = together()
    signed(table)
    assert {"one_sided"} <= codes(table.seen_by_noor(day(1))) & codes(table.seen_by_marleen(day(1)))


def test_notice_is_that_of_the_side_that_stops() -> None:
    table = together()
    signed(table, notice_starts="first_of_month")
    assert agreed_notice(table.seen_by_noor(day(1))) == Notice(14, Unit.DAYS, from_month_start=True)
    assert agreed_notice(table.seen_by_marleen(day(1))) == Notice(30, Unit.DAYS, from_month_start=True)


def test_telling_the_end_shows_the_earliest_last_day_by_the_agreement(client: Client, settings: Any) -> None:
    table = together()
    signed(table)
    client.force_login(table.noor)
    page = client.get(f"/s/{table.collaboration.public_id}/afscheid/einde/laten-weten/").content.decode()
    assert "opzegtermijn van 14 dagen" in page


def late_page(table: Together, client: Client, *, as_noor: bool) -> str:
    write_line(seat=table.noors_seat, kind="invoice_sent", now=day(0), about=table.noors_seat.party)
    visit = table.seen_by_noor(day(30)) if as_noor else table.seen_by_marleen(day(30))
    late = next(one for one in noticed(visit) if one.finding.code == "invoice_late")
    client.force_login(visit.person)
    door = "s" if as_noor else "kant"
    return client.get(f"/{door}/{table.collaboration.public_id}/signalen/{late.mark}/").content.decode()


def test_a_late_invoice_offers_the_pause_that_was_agreed_to_who_waits(client: Client) -> None:
    table = together()
    signed(table)
    page = late_page(table, client, as_noor=True)
    assert "7 dagen na een herinnering mag het werk stilstaan" in page
    form = client.get(f"/s/{table.collaboration.public_id}/bijsturen/pauze/voorstel/?vanwege=rekening")
    assert form.context["form"].initial["still"] == ["work"]


def test_without_that_clause_no_pause_is_offered(client: Client) -> None:
    table = together()
    signed(table, suspension_right=False)
    assert "mag het werk stilstaan" not in late_page(table, client, as_noor=True)
