"""Read one line about work: `2,5 gisteren nieuwsbrief` is two and a half hours, yesterday, on the newsletter.

Hours as people write them (`2,5`, `2.5 uur`, `1:30`, `90 min`, `1u30`), perhaps a day (`gisteren`, `maandag`,
`12-3`), and the rest is what it was. Dutch and English. What cannot be read is told apart: no hours, no words, or
more hours than a day has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

DAY_HOURS = Decimal(24)
_CENT = Decimal("0.01")

_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?::([0-5]\d))?\s*(?:uur|u|h|hours?)?(?=\s|$)", re.IGNORECASE)
_MIXED = re.compile(r"(\d{1,2})\s*(?:uur|u|h|hours?)\s*([0-5]?\d)\s*(?:m|min|minuten|minutes)?(?=\s|$)", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|minuut|minuten|mins|minutes?)\.?(?=\s|$)", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:uur|uren|u|h|hrs?|hours?)?(?=\s|$)", re.IGNORECASE)
_DATE = re.compile(r"(?<!\S)(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/](\d{1,2})(?:[-/](\d{2,4}))?)(?!\S)")

_BACK = {
    "vandaag": 0, "today": 0, "gisteren": 1, "yesterday": 1, "eergisteren": 2,
}  # fmt: skip
_WEEKDAYS = {
    "maandag": 0, "dinsdag": 1, "woensdag": 2, "donderdag": 3, "vrijdag": 4, "zaterdag": 5, "zondag": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip


class LineError(ValueError):
    """A line that cannot be read; `fault` is `hours`, `much`, `words` or `day`."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True)
class Line:
    """What one line says."""

    hours: Decimal
    on: date
    what: str


def read_line(text: str, today: date) -> Line:
    """Read one line. A weekday is the last one that was; a day without a year is the last one too."""
    rest, on = _day(" ".join(text.split()), today)
    hours, rest = _hours(rest)
    what = rest.strip(" ,;:-–")
    if not what:
        raise LineError("words")
    return Line(hours, on, what)


def read_hours(text: str) -> Decimal:
    """Read hours that stand alone: `1:30`, `1,5`, `90 min`, `01:30:00`."""
    hours, rest = _hours(text.strip())
    if rest.strip():
        raise LineError("hours")
    return hours


def _hours(text: str) -> tuple[Decimal, str]:
    """The hours in front of a text, and the rest of it."""
    for shape, amount in ((_CLOCK, _by_clock), (_MIXED, _by_clock), (_MINUTES, _by_minutes), (_NUMBER, _by_number)):
        found = shape.match(text)
        if found:
            hours = amount(found).quantize(_CENT, ROUND_HALF_UP)
            if hours > DAY_HOURS:
                raise LineError("much")
            if hours <= 0:
                raise LineError("hours")
            return hours, text[found.end() :]
    raise LineError("hours")


def _by_clock(found: re.Match[str]) -> Decimal:
    hours, minutes, seconds = (*found.groups(default="0"), "0")[:3]
    return Decimal(hours) + Decimal(minutes) / 60 + Decimal(seconds) / 3600


def _by_minutes(found: re.Match[str]) -> Decimal:
    return Decimal(found[1]) / 60


def _by_number(found: re.Match[str]) -> Decimal:
    return Decimal(found[1].replace(",", "."))


def _day(text: str, today: date) -> tuple[str, date]:
    """The text without its day, and that day; today when it names none."""
    for word in re.finditer(r"[^\W\d_]+", text):
        name = word[0].lower()
        if name in _BACK:
            return _without(text, word), today - timedelta(days=_BACK[name])
        if name in _WEEKDAYS:
            back = (today.weekday() - _WEEKDAYS[name]) % 7
            return _without(text, word), today - timedelta(days=back)
        if name not in _UNITS:
            break
    found = _DATE.search(text)
    return (_without(text, found), _dated(found, today)) if found else (text, today)


_UNITS = frozenset({
    "uur", "uren", "u", "h", "hr", "hrs", "hour", "hours", "m", "min", "mins", "minuut", "minuten", "minute", "minutes",
})  # fmt: skip


def _without(text: str, found: re.Match[str]) -> str:
    return " ".join((text[: found.start()] + " " + text[found.end() :]).split())


def _dated(found: re.Match[str], today: date) -> date:
    year, month, day, by_day, by_month, by_year = found.groups()
    try:
        if year:
            return date(int(year), int(month), int(day))
        if by_year:
            return date(int(by_year) + (2000 if len(by_year) == 2 else 0), int(by_month), int(by_day))
        this_year = date(today.year, int(by_month), int(by_day))
        return this_year if this_year <= today else date(today.year - 1, int(by_month), int(by_day))
    except ValueError:
        raise LineError("day") from None
