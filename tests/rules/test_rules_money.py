"""Bills, prices and income: what is told, and what is left in peace."""

from collections.abc import Sequence
from typing import Any

import pytest

from samenstroom.rules.bills import bills_of
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side
from samenstroom.rules.indicators import look_at
from tests.rules.conftest import fact, happened, seen

Told = list[tuple[str, str, str]]
SENT = fact("invoice_sent", 0, "self", amount=500, due_on="2026-01-19")
PAID = fact("invoice_paid", 4, "other", amount=500)
OVERDUE = fact("invoice_overdue", 3)


def in_time(*weeks: float) -> list[Entry]:
    return [
        one for week in weeks for one in (fact("invoice_sent", week, "self"), fact("invoice_paid", week + 1, "other"))
    ]


def late(*weeks: float) -> list[Entry]:
    return [
        one
        for week in weeks
        for one in (fact("invoice_sent", week, "self"), fact("invoice_paid", week + 1, "other", days=9))
    ]


@pytest.mark.parametrize(
    ("entries", "week", "told"),
    [
        pytest.param([SENT], 2, [], id="due today"),
        pytest.param([SENT], 2.15, [("notice", "open", "other")], id="a day late"),
        pytest.param([SENT], 4, [("concern", "long", "other")], id="two weeks late"),
        pytest.param([SENT], 6.3, [("alarm", "long", "other")], id="a month late"),
        pytest.param([SENT, PAID], 4, [], id="paid ends it"),
        pytest.param([fact("invoice_sent", 0, "self")], 40, [], id="no day known is not known to be late"),
        pytest.param([OVERDUE], 3, [("notice", "open", "both")], id="noted as open, nobody knows by whom"),
        pytest.param([fact("invoice_overdue", 3, days=20)], 3, [("concern", "long", "both")], id="twenty days open"),
        pytest.param(late(0), 2, [], id="one paid late"),
        pytest.param(late(0, 4), 6, [("notice", "again", "other")], id="two in a row paid late"),
        pytest.param(late(0, 4, 8), 10, [("concern", "again", "other")], id="three in a row"),
        pytest.param([*late(0, 4), *in_time(8)], 10, [], id="the newest in time breaks the row"),
        pytest.param(late(0, 4), 30, [], id="a row of long ago"),
        pytest.param(
            [*in_time(0, 3, 6), fact("invoice_sent", 9, "self", due_on="2026-03-23")],
            12.5,
            [("notice", "stopped", "other")],
            id="a punctual payer who stops",
        ),
        pytest.param(
            [SENT, fact("message_unanswered", 2.5, "other")], 2.5, [("alarm", "unreachable", "other")], id="gone"
        ),
        pytest.param(
            [SENT, fact("message_unanswered", 2.2, "other"), fact("contact_restored", 2.4, "other")],
            2.5,
            [("notice", "open", "other")],
            id="in touch again",
        ),
        pytest.param(
            [OVERDUE, fact("wants_to_stop", 3, "other")], 3, [("alarm", "leaving", "both")], id="wants to stop unpaid"
        ),
        pytest.param(
            [SENT, fact("payment_condition_added", 2.5, "other")],
            2.5,
            [("concern", "conditional", "other")],
            id="a new condition after the work",
        ),
        pytest.param(
            [SENT, fact("complaint_at_bill", 2.5, "other")], 2.5, [("concern", "disputed", "other")], id="disputed"
        ),
        pytest.param([SENT, fact("talk_held", 3)], 4, [("notice", "long", "other")], id="spoken over"),
        pytest.param(
            [SENT, fact("insolvency", 3, "other")], 6.3, [("concern", "no_fault", "other")], id="nobody's fault"
        ),
        pytest.param([SENT], 60, [("notice", "long", "other")], id="an old matter"),
    ],
)
def test_a_bill_after_its_day(entries: Sequence[Entry], week: float, told: Told) -> None:
    assert seen(happened(*entries, week=week), "invoice_late") == told


def test_agreed_days_to_pay_make_a_bill_late_where_no_day_was_noted() -> None:
    sent = fact("invoice_sent", 0, "self")
    assert seen(happened(sent, week=3, payment_days=14), "invoice_late") == [("notice", "open", "other")]
    assert seen(happened(sent, week=3, payment_days=30), "invoice_late") == []


def test_her_own_late_payment_is_told_by_the_same_measure() -> None:
    bill = fact("invoice_sent", 0, "other", due_on="2026-01-19")
    assert seen(happened(bill, week=4), "invoice_late") == [("concern", "long", "self")]


def test_a_payment_closes_the_bill_of_that_amount_else_the_oldest() -> None:
    first, second = fact("invoice_sent", 0, "self", amount=100), fact("invoice_sent", 1, "self", amount=250)
    by_amount = bills_of(happened(first, second, fact("invoice_paid", 2, "other", amount=250)))
    oldest = bills_of(happened(first, second, fact("invoice_paid", 2, "other")))
    assert [bill.paid is not None for bill in by_amount] == [False, True]
    assert [bill.paid is not None for bill in oldest] == [True, False]
    assert by_amount[0].payer == Side.OTHER


def test_what_unpaid_and_unreachable_says_is_not_said_twice() -> None:
    found = look_at(happened(SENT, fact("message_unanswered", 2.5, "other")))
    assert [one.code for one in found] == ["invoice_late"]
    assert found[0].remedies[:3] == ("pause_work", "reminder", "lawyer_check")


@pytest.mark.parametrize(
    ("code", "entries", "week", "told"),
    [
        ("exposure", [SENT, fact("work_delivered", 1, "self")], 4, []),
        ("exposure", [SENT, fact("work_delivered", 3, "self")], 4, [("notice", "bill", "self")]),
        ("exposure", [SENT, fact("work_delivered", 3, "other")], 4, []),
        (
            "exposure",
            [SENT, fact("hours_given", 3, "self", hours=8), fact("hours_given", 4, "self", hours=8)],
            4,
            [("concern", "bill", "self")],
        ),
        (
            "exposure",
            [SENT, fact("work_delivered", 2.5, "self"), fact("hours_given", 3, "self"), fact("talk_held", 4)],
            4,
            [("notice", "bill", "self")],
        ),
        ("exposure", [SENT, PAID, fact("work_delivered", 5, "self")], 5, []),
        ("exposure", [OVERDUE, fact("work_delivered", 4, "other")], 4, [("notice", "bill", "other")]),
        ("unbilled", [fact("hours_unbilled", 0, private=True)], 0, [("notice", "noted", "self")]),
        ("unbilled", [fact("hours_unbilled", 0, private=True)], 11, [("concern", "noted", "self")]),
        ("unbilled", [fact("hours_unbilled", 0), fact("invoice_sent", 1, "self")], 11, []),
        ("unbilled", [fact("hours_given", 0, "self", hours=9)], 20, []),
        ("unbilled", [fact("invoice_sent", 0, "self"), fact("hours_given", 1, "self")], 4, []),
        (
            "unbilled",
            [fact("invoice_sent", 0, "self"), fact("hours_given", 1, "self")],
            6,
            [("notice", "worked", "self")],
        ),
        ("unbilled", [fact("invoice_sent", 0, "self"), fact("hours_given", 1, "other")], 20, []),
        ("below_rate", [fact("rate_below_own", 0, private=True)], 1, [("notice", "price", "self")]),
        ("below_rate", [fact("paid_in_promises", 0, "other")], 1, [("notice", "promise", "self")]),
        ("below_rate", [fact("paid_in_promises", 0, "self")], 1, [("notice", "promise", "other")]),
        (
            "below_rate",
            [fact("rate_below_own", 0, private=True), fact("paid_in_promises", 2, "other")],
            2,
            [("concern", "both", "self")],
        ),
        ("below_rate", [SENT, fact("paid_in_promises", 3, "other")], 3, [("concern", "promise", "self")]),
        ("below_rate", [fact("paid_in_promises", 0, "other"), fact("invoice_paid", 1, "other")], 1, []),
        ("below_rate", [fact("rate_below_own", 0), fact("offer_declined", 1, "other")], 1, []),
        ("dependence", [fact("one_client_most_income", 0, private=True)], 1, [("notice", "income", "self")]),
        (
            "dependence",
            [fact("one_client_most_income", 0, private=True), SENT],
            4,
            [("concern", "late", "self")],
        ),
        ("dependence", [fact("one_client_most_income", 0, private=True)], 30, []),
        ("dispute", [fact("complaint_at_bill", 0, "other")], 0, [("notice", "complaint", "other")]),
        ("dispute", [fact("claim_made", 0, "other")], 0, [("concern", "claim", "other")]),
        ("dispute", [fact("claim_made", 0, "other"), fact("mediator_asked", 1)], 1, [("notice", "claim", "other")]),
        (
            "dispute",
            [fact("claim_made", 0, "self"), fact("claim_made", 0, "other")],
            0,
            [("concern", "claim", "self"), ("concern", "claim", "other")],
        ),
        ("dispute", [fact("complaint_at_bill", 0, "other"), fact("renegotiated", 1)], 1, []),
    ],
)
def test_other_money_matters(code: str, entries: Sequence[Any], week: float, told: Told) -> None:
    assert seen(happened(*entries, week=week), code) == told
