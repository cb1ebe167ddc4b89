"""Interest and collection costs, worked out by hand in the comments. 1,000 euro unless it says otherwise."""

from datetime import date
from decimal import Decimal

from samenstroom.agreements.rulebook import rates
from samenstroom.rules.agreement.interest import Interest, collection_costs, interest

KNOWN = rates()


def owed(country: str, late_from: date, until: date, principal: str = "1000", percent: str | None = None) -> Interest:
    return interest(
        Decimal(principal),
        late_from=late_from,
        until=until,
        law=KNOWN.interest[country],
        rates=KNOWN.rates[country],
        contract_percent=Decimal(percent) if percent else None,
    )


def amounts(found: Interest) -> list[tuple[str, int, str]]:
    return [(line.half_year, line.days, str(line.amount)) for line in found.lines]


def test_netherlands_across_new_year() -> None:
    # 2025-H2 10.15 percent: 1 to 31 December is 31 days: 1000 x 0.1015 x 31 / 365 = 3146.5 / 365 = 8.6205 -> 8.62
    # 2026-H1 10.15 percent: January is 31 days, the same 8.62; February 28 days follow: 59 days in one line:
    #   1000 x 0.1015 x 59 / 365 = 5988.5 / 365 = 16.4068 -> 16.41
    found = owed("NL", date(2025, 12, 1), date(2026, 2, 28))
    assert amounts(found) == [("2025-H2", 31, "8.62"), ("2026-H1", 59, "16.41")]
    assert found.total == Decimal("25.03")
    assert found.is_complete


def test_netherlands_counts_366_days_in_a_leap_year_and_takes_the_rate_as_it_is() -> None:
    # 2024-H1 12.50 percent: June is 30 days: 1000 x 0.125 x 30 / 366 = 3750 / 366 = 10.2459 -> 10.25
    # 2024-H2 12.25 percent: July is 31 days: 1000 x 0.1225 x 31 / 366 = 3797.5 / 366 = 10.3757 -> 10.38
    found = owed("NL", date(2024, 6, 1), date(2024, 7, 31))
    assert amounts(found) == [("2024-H1", 30, "10.25"), ("2024-H2", 31, "10.38")]


def test_netherlands_adds_interest_up_after_each_full_year() -> None:
    # From 1 January 2025, 10,000 euro.
    # 2025-H1 11.15: 181 days: 10000 x 0.1115 x 181 / 365 = 201815 / 365 = 552.9178 -> 552.92
    # 2025-H2 10.15: 184 days: 10000 x 0.1015 x 184 / 365 = 186760 / 365 = 511.6712 -> 511.67
    # A full year later the base is 10000 + 1064.59 = 11064.59.
    # 2026-H1 10.15: January, 31 days: 11064.59 x 0.1015 x 31 / 365 = 34814.7324 / 365 = 95.3828 -> 95.38
    found = owed("NL", date(2025, 1, 1), date(2026, 1, 31), "10000")
    assert amounts(found) == [("2025-H1", 181, "552.92"), ("2025-H2", 184, "511.67"), ("2026-H1", 31, "95.38")]
    assert [str(line.base) for line in found.lines] == ["10000", "10000", "11064.59"]


def test_belgium_across_half_years_is_simple() -> None:
    # 2025-H1 11.50: June, 30 days: 1000 x 0.115 x 30 / 365 = 3450 / 365 = 9.4521 -> 9.45
    # 2025-H2 10.50: 184 days: 1000 x 0.105 x 184 / 365 = 19320 / 365 = 52.9315 -> 52.93
    # 2026-H1 10.50: 181 days: 1000 x 0.105 x 181 / 365 = 19005 / 365 = 52.0685 -> 52.07, over the same 1000
    found = owed("BE", date(2025, 6, 1), date(2026, 6, 30))
    assert amounts(found) == [("2025-H1", 30, "9.45"), ("2025-H2", 184, "52.93"), ("2026-H1", 181, "52.07")]
    assert {line.base for line in found.lines} == {Decimal("1000")}


def test_belgium_keeps_365_days_in_a_leap_year() -> None:
    # 2024-H1 12.50: June, 30 days: 1000 x 0.125 x 30 / 365 = 3750 / 365 = 10.2740 -> 10.27
    assert amounts(owed("BE", date(2024, 6, 1), date(2024, 6, 30))) == [("2024-H1", 30, "10.27")]


def test_rate_of_the_agreement() -> None:
    # 6 percent over 30 days of June and 31 of July 2026: 1800 / 365 = 4.9315 and 1860 / 365 = 5.0959
    found = owed("NL", date(2026, 6, 1), date(2026, 7, 31), percent="6")
    assert amounts(found) == [("2026-H1", 30, "4.93"), ("2026-H2", 31, "5.10")]
    assert all(line.rate is None for line in found.lines)


def test_days_without_a_known_rate_are_said_and_never_guessed() -> None:
    after = owed("NL", date(2026, 12, 1), date(2027, 1, 31))
    assert [(line.half_year, line.amount is None) for line in after.lines] == [("2026-H2", False), ("2027-H1", True)]
    assert not after.is_complete
    before = owed("NL", date(2013, 3, 1), date(2013, 3, 31))
    assert [(line.days, line.amount is None) for line in before.lines] == [(15, True), (16, False)]
    assert before.unknown[0].until == date(2013, 3, 15)


def test_nothing_is_late_yet() -> None:
    found = owed("NL", date(2026, 6, 2), date(2026, 6, 1))
    assert (found.lines, found.total) == ((), Decimal("0.00"))


def test_after_the_29th_of_february_a_year_is_full_on_the_first_of_march() -> None:
    found = owed("NL", date(2024, 2, 29), date(2025, 3, 1))
    assert [line.since for line in found.lines][-1] == date(2025, 3, 1)
    assert found.lines[-1].base > Decimal(1000)


def test_collection_costs() -> None:
    dutch = KNOWN.costs["NL"]
    # 15 percent of 2500 = 375; 10 of the next 2500 = 250; 5 of the next 5000 = 250; 1 of the next 190000 = 1900; 0.5 above.
    expected = {
        "100": "40.00", "266.67": "40.00", "1000": "150.00", "2500": "375.00", "4000": "525.00", "10000": "875.00",
        "200000": "2775.00", "300000": "3275.00", "1000000": "6775.00", "5000000": "6775.00", "0": "0.00",
    }  # fmt: skip
    assert {given: str(collection_costs(Decimal(given), dutch)) for given in expected} == expected
    assert collection_costs(Decimal("100000"), KNOWN.costs["BE"]) == Decimal("40.00")
