"""A day at the end of what somebody types: `Prijslijst sturen vrijdag`, `Brief uiterlijk 14 maart`.

Dutch and English, whatever the page is in. What was understood is always said back, so a wrong guess is seen.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
_DAYS_EN = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_WEEKDAYS = {name: number for names in (_DAYS, _DAYS_EN) for number, name in enumerate(names)}
_MONTH_NAMES = (
    "januari january jan", "februari february feb", "maart mrt march mar", "april apr", "mei may", "juni june jun",
    "juli july jul", "augustus august aug", "september sept sep", "oktober october okt oct", "november nov",
    "december dec",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_NEAR = {"vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2, "the day after tomorrow": 2}
_NUMBERS = {
    "een": 1, "één": 1, "a": 1, "an": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3, "vier": 4, "four": 4,
    "vijf": 5, "five": 5, "zes": 6, "six": 6,
}  # fmt: skip
_UNITS = {
    "dag": "day", "dagen": "day", "day": "day", "days": "day", "week": "week", "weken": "week", "weeks": "week",
    "maand": "month", "maanden": "month", "month": "month", "months": "month",
}  # fmt: skip


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_LEAD = r"(?P<lead>voor|vóór|uiterlijk(?: op)?|tegen|op|by|before|on|due|at the latest)"
_WHICH = "komende|aanstaande|volgende week|volgende|this|coming|next week|next"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>20\d\d)"
_PATTERNS = {
    "near": rf"(?P<near>{_any(_NEAR)})",
    "weekday": rf"(?:(?P<which>{_WHICH}) )?(?P<weekday>{_any(_WEEKDAYS)})",
    "after": rf"(?:over|in) (?P<count>\d{{1,3}}|{_any(_NUMBERS)}) (?P<unit>{_any(_UNITS)})",
    "named": rf"(?:the )?{_DAY} (?:of )?(?P<month>{_any(_MONTHS)})\.?(?: {_YEAR})?",
    "named_en": rf"(?P<month>{_any(_MONTHS)}) {_DAY}(?:,? {_YEAR})?",
    "iso": r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)",
    "digits": r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})(?:[-/.](?P<year>20\d\d))?",
    "month_end": r"(?:het )?(?:eind|einde) van de maand|(?:the )?end of the month",
}
_COMPILED = {
    name: re.compile(rf"(?:(?:(?<=[\s,;:(])|^){_LEAD} )?(?:(?<=[\s,;:(])|^){pattern}[.)]?$", re.IGNORECASE)
    for name, pattern in _PATTERNS.items()
}
_TIME = re.compile(r"(?<=\d)[T ]\d{1,2}:\d\d(:\d\d(\.\d+)?)?Z?$")
_ABOUT = re.compile(r"\b(van|of|from|sinds|since|na|after)$", re.IGNORECASE)
"""Before a day these say which thing is meant, not when it is due: `de foto's van maandag`."""


@dataclass(frozen=True)
class Understood:
    """What has to be done, and the day that was read at its end. `said` is the part that was taken for the day."""

    what: str
    due_on: date | None = None
    said: str = ""


def read_due(text: str, today: date) -> Understood:
    """Take a day off the end of a text. Without one, or with nothing but one, the text stays whole.

    A day of the week is the first one after today; with `volgende` or `next` the one of next week. A day without a
    year is the first such day from today. Two bare numbers (`2-3`) are a day only after a word such as `voor`.
    """
    whole = " ".join(text.split())
    for name, pattern in _COMPILED.items():
        found = pattern.search(whole)
        if found is None:
            continue
        what = whole[: found.start()].rstrip(" ,;:(-–")
        if not what or _ABOUT.search(what) or (name == "digits" and not (found["year"] or found["lead"])):
            continue
        due_on = _READERS[name](found, today)
        if due_on is not None:
            return Understood(what, due_on, found.group().strip(" ().,"))
    return Understood(whole)


def read_day(text: str, today: date) -> date | None:
    """The day that a text is, with nothing around it; a time of the day after it is left out. None when it is none."""
    whole = _TIME.sub("", " ".join(text.split()))
    found = ((name, pattern.fullmatch(whole)) for name, pattern in _COMPILED.items())
    return next((_READERS[name](match, today) for name, match in found if match), None)


def _near(found: re.Match[str], today: date) -> date | None:
    return _plus(today, _NEAR[found["near"].lower()])


def _weekday(found: re.Match[str], today: date) -> date | None:
    wanted, which = _WEEKDAYS[found["weekday"].lower()], (found["which"] or "").lower()
    if which.startswith(("volgende", "next")):
        return _plus(today, 7 - today.weekday() + wanted)
    return _plus(today, (wanted - today.weekday() - 1) % 7 + 1)


def _after(found: re.Match[str], today: date) -> date | None:
    said, unit = found["count"].lower(), _UNITS[found["unit"].lower()]
    count = int(said) if said.isdecimal() else _NUMBERS[said]
    if unit == "month":
        months = today.year * 12 + today.month - 1 + count
        year, month = divmod(months, 12)
        return None if year > date.max.year else date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
    return _plus(today, count * (7 if unit == "week" else 1))


def _written(found: re.Match[str], today: date) -> date | None:
    said = found["month"].lower()
    month, day = (int(said) if said.isdecimal() else _MONTHS[said]), int(found["day"])
    if found["year"]:
        return _date(int(found["year"]), month, day)
    years = (today.year + more for more in range(9))
    days = (_date(year, month, day) for year in years)
    return next((one for one in days if one is not None and one >= today), None)


def _month_end(_found: re.Match[str], today: date) -> date | None:
    return today.replace(day=monthrange(today.year, today.month)[1])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plus(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


_READERS: dict[str, Callable[[re.Match[str], date], date | None]] = {
    "near": _near, "weekday": _weekday, "after": _after, "named": _written, "named_en": _written, "iso": _written,
    "digits": _written, "month_end": _month_end,
}  # fmt: skip
