"""When somebody may be mailed: over nights, weekends, public holidays of two countries, and clocks that jump."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.kit.public_holidays import COUNTED, holidays_around, holidays_in
from samenstroom.rules.mail_hours import MailHours, Often, next_gathering, next_mail_moment, plan_mail
from samenstroom.rules.mail_subjects import ALWAYS, KINDS, Subject, subject_of

AMSTERDAM, BRUSSELS, LISBON = ZoneInfo("Europe/Amsterdam"), ZoneInfo("Europe/Brussels"), ZoneInfo("Europe/Lisbon")
QUARTER = timedelta(minutes=15)


def at(text: str, zone: ZoneInfo = AMSTERDAM) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def hours(country: str = "", zone: ZoneInfo = AMSTERDAM, year: int = 2026, **more: object) -> MailHours:
    return MailHours(zone, holidays=holidays_around(country, date(year, 6, 1)), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("country", "ready", "leaves"),
    [
        ("NL", "2026-01-06T10:00", "2026-01-06T10:00"),
        ("NL", "2026-01-06T07:59", "2026-01-06T08:00"),
        ("NL", "2026-01-06T18:00", "2026-01-07T08:00"),
        ("NL", "2026-01-09T17:59", "2026-01-09T17:59"),
        ("NL", "2026-01-09T18:00", "2026-01-12T08:00"),  # Friday evening
        ("NL", "2026-04-03T10:00", "2026-04-03T10:00"),  # Good Friday is an ordinary day
        ("NL", "2026-04-03T19:00", "2026-04-07T08:00"),  # over Easter Monday
        ("NL", "2026-04-27T09:00", "2026-04-28T08:00"),  # King's Day
        ("NL", "2026-05-05T09:00", "2026-05-05T09:00"),  # Liberation Day, a day off once in five years
        ("NL", "2030-05-06T09:00", "2030-05-06T09:00"),
        ("NL", "2026-07-21T09:00", "2026-07-21T09:00"),
        ("BE", "2026-07-21T09:00", "2026-07-22T08:00"),  # the national day of Belgium
        ("BE", "2026-04-27T09:00", "2026-04-27T09:00"),
        ("BE", "2026-11-11T09:00", "2026-11-12T08:00"),  # Armistice
        ("BE", "2026-05-14T09:00", "2026-05-15T08:00"),  # Ascension, and the Friday after it is none
        ("NL", "2026-12-24T18:00", "2026-12-28T08:00"),  # two days of Christmas, then a weekend
        ("BE", "2026-12-31T18:00", "2027-01-04T08:00"),
        ("", "2026-12-25T09:00", "2026-12-25T09:00"),
    ],
)
def test_mail_leaves_in_her_hours_on_her_days(country: str, ready: str, leaves: str) -> None:
    assert next_mail_moment(at(ready), hours(country, year=int(ready[:4]))) == at(leaves)


def test_liberation_day_counts_in_a_year_of_five() -> None:
    assert date(2025, 5, 5) in holidays_in("NL", 2025) and date(2026, 5, 5) not in holidays_in("NL", 2026)


@pytest.mark.parametrize("year", range(2020, 2041))
def test_every_day_on_our_list_is_found_each_year(year: int) -> None:
    assert len(holidays_in("BE", year)) >= len(COUNTED["BE"]) - 1, "two may fall on one day"
    assert len(holidays_in("NL", year)) >= 8
    assert not {date(2026, 4, 3), date(2025, 4, 18)} & (holidays_in("NL", year) | holidays_in("BE", year))
    assert holidays_in("", year) == holidays_in("FR", year) == frozenset()


@pytest.mark.parametrize(
    ("ready", "leaves_utc"),
    [
        ("2026-03-27T19:00", "2026-03-30T06:00"),  # the clock goes forward: eight o'clock comes an hour sooner
        ("2026-10-23T19:00", "2026-10-26T07:00"),
    ],
)
def test_a_clock_that_jumps_moves_no_mail_on_her_own_clock(ready: str, leaves_utc: str) -> None:
    leaves = next_mail_moment(at(ready), hours())
    assert leaves == datetime.fromisoformat(leaves_utc).replace(tzinfo=UTC)
    assert leaves.astimezone(AMSTERDAM).hour == 8


def test_an_hour_that_the_clock_skips_is_no_time_for_mail() -> None:
    night = hours(opens=2, closes=3, weekdays=frozenset(range(7)))
    assert next_mail_moment(at("2026-03-28T12:00"), night) == at("2026-03-30T02:00")


@pytest.mark.parametrize("zone", [AMSTERDAM, LISBON, ZoneInfo("America/New_York")], ids=str)
@pytest.mark.parametrize("night", ["2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01"])
def test_on_the_nights_on_which_the_clock_changes_every_small_hour_is_as_she_reads_it(
    night: str, zone: ZoneInfo
) -> None:
    begin = datetime.fromisoformat(night).replace(tzinfo=UTC) - timedelta(hours=12)
    steps = [begin + timedelta(minutes=30 * number) for number in range(120)]
    read = {moment: moment.astimezone(zone) for moment in steps}
    for opens, closes in ((one, other) for one in range(5) for other in range(one + 1, 6)):
        mine = hours(zone=zone, opens=opens, closes=closes, weekdays=frozenset(range(7)))
        allowed = [moment for moment in steps if opens <= read[moment].hour < closes]
        for moment in steps[:72]:
            assert next_mail_moment(moment, mine) == next(one for one in allowed if one >= moment)


def test_each_zone_has_its_own_evening() -> None:
    ready = at("2026-01-06T18:30", BRUSSELS)
    assert next_mail_moment(ready, hours(zone=LISBON)) == ready, "half past five in Lisbon"
    assert next_mail_moment(ready, hours(zone=BRUSSELS)) == at("2026-01-07T08:00", BRUSSELS)


@given(
    st.datetimes(datetime(2026, 3, 20), datetime(2026, 4, 8)) | st.datetimes(datetime(2026, 10, 20), datetime(2026, 11, 3)),
    st.integers(0, 22), st.integers(1, 24), st.frozensets(st.integers(0, 6), min_size=1),
    st.sampled_from(["NL", "BE", ""]), st.sampled_from([AMSTERDAM, LISBON, ZoneInfo("America/New_York")]),
)  # fmt: skip
def test_it_is_the_first_moment_that_is_allowed(
    ready: datetime, opens: int, length: int, days: frozenset[int], country: str, zone: ZoneInfo
) -> None:
    """Beside the rule a slow one that tries each quarter of an hour on her own calendar."""
    moment = ready.replace(tzinfo=UTC, minute=0, second=0, microsecond=0)
    mine = hours(country, zone, opens=opens, closes=min(opens + length, 24), weekdays=days)

    def may(tried: datetime) -> bool:
        local = tried.astimezone(zone)
        return mine.takes_mail_on(local.date()) and mine.opens <= local.hour < mine.closes

    slow = moment
    while not may(slow):
        slow += QUARTER
    found = next_mail_moment(moment, mine)
    assert found == slow
    assert found >= moment and mine.takes_mail_on(mine.day_of(found))


@pytest.mark.parametrize(
    ("ready", "daily", "weekly"),
    [
        ("2026-01-06T07:00", "2026-01-06T08:00", "2026-01-12T08:00"),
        ("2026-01-06T08:00", "2026-01-07T08:00", "2026-01-12T08:00"),
        ("2026-01-09T12:00", "2026-01-12T08:00", "2026-01-12T08:00"),
        ("2026-04-01T12:00", "2026-04-02T08:00", "2026-04-07T08:00"),  # Easter Monday: the day after it
        ("2026-04-06T12:00", "2026-04-07T08:00", "2026-04-07T08:00"),
    ],
)
def test_what_is_gathered_leaves_as_her_hours_open(ready: str, daily: str, weekly: str) -> None:
    assert next_gathering(at(ready), hours("NL")) == at(daily)
    assert next_gathering(at(ready), hours("NL"), is_weekly=True) == at(weekly)


def test_how_often_decides_between_now_gathered_and_not_at_all() -> None:
    ready = at("2026-01-06T10:00")
    plans = {often: plan_mail(often, ready, hours()) for often in Often}
    assert plans[Often.NEVER] is None
    now, day, week = (plans[often] for often in (Often.AT_ONCE, Often.DAILY, Often.WEEKLY))
    assert now and day and week
    assert (now.leaves_at, now.is_gathered) == (ready, False) and day.is_gathered and week.is_gathered
    assert day.leaves_at < week.leaves_at


@pytest.mark.parametrize(
    ("often", "ready", "needed", "leaves"),
    [
        (Often.AT_ONCE, "2026-01-06T10:00", "2026-01-20T10:00", "2026-01-06T10:00"),
        (Often.AT_ONCE, "2026-01-06T22:00", "2026-01-07T06:00", "2026-01-07T08:00"),  # quiet hours hold
        (Often.DAILY, "2026-01-06T10:00", "2026-01-08T08:00", "2026-01-07T08:00"),
        (Often.DAILY, "2026-01-06T10:00", "2026-01-08T07:59", "2026-01-06T10:00"),
        (Often.WEEKLY, "2026-01-06T10:00", "2026-01-13T08:00", "2026-01-12T08:00"),
        (Often.WEEKLY, "2026-01-06T19:00", "2026-01-12T14:00", "2026-01-07T08:00"),
        (Often.WEEKLY, "2026-01-06T10:00", "2026-01-06T10:00", "2026-01-06T10:00"),
    ],
)
def test_an_invitation_is_never_gathered_and_leaves_a_day_before_it_is_needed(
    often: Often, ready: str, needed: str, leaves: str
) -> None:
    plan = plan_mail(often, at(ready), hours(), at(needed))
    assert plan and (plan.leaves_at, plan.is_gathered) == (at(leaves), False)
    assert plan_mail(Often.NEVER, at(ready), hours(), at(needed)) is None


@pytest.mark.parametrize("wrong", [{"opens": 9, "closes": 9}, {"closes": 25}, {"weekdays": frozenset()}])
def test_hours_that_hold_no_moment_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="mail hours"):
        hours(**wrong)  # type: ignore[arg-type]


def test_every_kind_is_about_one_thing_and_an_unknown_one_is_other_news() -> None:
    listed = [kind for kinds in KINDS.values() for kind in kinds]
    assert len(listed) == len(set(listed)) and not ALWAYS & set(listed)
    assert subject_of("something new") is Subject.OTHER
