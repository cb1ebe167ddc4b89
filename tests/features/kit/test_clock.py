"""The clock: the one place that tells the time, and how a test moves it."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest

from samenstroom.kit import clock

NEW_YEARS_EVE = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


def test_now_is_aware_and_in_utc() -> None:
    assert clock.now().utcoffset() == timedelta(0)
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_today_is_the_date_in_amsterdam() -> None:
    with clock.frozen(at=NEW_YEARS_EVE):
        assert clock.today() == date(2027, 1, 1)


def test_frozen_clock_stands_still_also_in_another_thread() -> None:
    seen: list[datetime] = []
    with clock.frozen(at=NEW_YEARS_EVE):
        thread = threading.Thread(target=lambda: seen.append(clock.now()))
        thread.start()
        thread.join()
    assert seen == [NEW_YEARS_EVE]
    assert clock.now() != NEW_YEARS_EVE


def test_moved_clock_runs_on() -> None:
    with clock.moved(to=NEW_YEARS_EVE):
        first, second = clock.now(), clock.now()
    assert NEW_YEARS_EVE <= first <= second < NEW_YEARS_EVE + timedelta(seconds=5)


def test_blocks_nest_and_give_back_what_was() -> None:
    with clock.frozen(at=NEW_YEARS_EVE):
        with pytest.raises(RuntimeError), clock.moved(to=NEW_YEARS_EVE + timedelta(days=30)):
            assert clock.today() == date(2027, 1, 31)
            raise RuntimeError
        assert clock.now() == NEW_YEARS_EVE


def test_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"), clock.frozen(at=datetime(2026, 1, 1)):
        pass
