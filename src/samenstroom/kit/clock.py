"""The one place that reads a clock.

Doors ask the time here and hand it down as an argument; nothing else looks at a clock, so a test can show
what the app says three months from now. `frozen` and `moved` hold for the whole process, also for a server
that runs in a thread of the test.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from threading import Lock
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_lock = Lock()
_frozen_at: datetime | None = None
_shift = timedelta(0)


def now() -> datetime:
    """This moment, aware, in UTC."""
    with _lock:
        return _frozen_at or datetime.now(UTC) + _shift


def today() -> date:
    """The date on the calendar in Amsterdam at this moment."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The date on the calendar in Amsterdam at `moment` (aware)."""
    return moment.astimezone(AMSTERDAM).date()


@contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """Tests only: the clock stands still at `at` (aware) inside the block."""
    with _clock_set(frozen_at=_in_utc(at), shift=timedelta(0)):
        yield


@contextmanager
def moved(to: datetime) -> Iterator[None]:
    """Tests only: the clock jumps to `to` (aware) and runs on from there inside the block."""
    with _clock_set(frozen_at=None, shift=_in_utc(to) - datetime.now(UTC)):
        yield


@contextmanager
def _clock_set(*, frozen_at: datetime | None, shift: timedelta) -> Iterator[None]:
    before = _swap(frozen_at, shift)
    try:
        yield
    finally:
        _swap(*before)


def _swap(frozen_at: datetime | None, shift: timedelta) -> tuple[datetime | None, timedelta]:
    global _frozen_at, _shift
    with _lock:
        before = (_frozen_at, _shift)
        _frozen_at, _shift = frozen_at, shift
        return before


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC)
