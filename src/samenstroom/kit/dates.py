"""Dates as people write them, in their own language."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date

from samenstroom.kit import clock


def long_date(day: date, language: str) -> str:
    """`woensdag 14 oktober`, `Wednesday 14 October`; no year, for what is near."""
    return str(format_date(day, "EEEE d MMMM", locale=_locale(language)))


def full_date(day: date, language: str) -> str:
    """`14 oktober 2026`, `14 October 2026`."""
    return str(format_date(day, "d MMMM y", locale=_locale(language)))


def short_date(day: date, language: str) -> str:
    """`14 okt`, `14 Oct`: for the axis of a chart."""
    return str(format_date(day, "d MMM", locale=_locale(language)))


def moment_words(moment: datetime, language: str) -> str:
    """`12 mei, 10:05`, `12 May, 10:05`."""
    local = moment.astimezone(clock.AMSTERDAM)
    return f"{format_date(local.date(), 'd MMMM', locale=_locale(language))}, {local:%H:%M}"


def _locale(language: str) -> str:
    return "en_GB" if language == "en" else "nl_NL"
