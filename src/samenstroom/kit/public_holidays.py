"""Public holidays of the Netherlands and Belgium that count as a day off: our own list, named one by one.

The library knows more days than people have off. Good Friday is none of ours: offices are open, mail may come.
Liberation Day counts in the years in which it is a day off by custom, once in five.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import holidays

COUNTED: Mapping[str, frozenset[str]] = {
    "NL": frozenset(
        {
            "Nieuwjaarsdag", "Eerste paasdag", "Tweede paasdag", "Koningsdag", "Bevrijdingsdag", "Hemelvaartsdag",
            "Eerste pinksterdag", "Tweede pinksterdag", "Eerste kerstdag", "Tweede kerstdag",
        }
    ),
    "BE": frozenset(
        {
            "Nieuwjaar", "Pasen", "Paasmaandag", "Dag van de Arbeid", "O. L. H. Hemelvaart", "Pinksteren",
            "Pinkstermaandag", "Nationale feestdag", "O. L. V. Hemelvaart", "Allerheiligen", "Wapenstilstand",
            "Kerstmis",
        }
    ),
}  # fmt: skip


@cache
def holidays_in(country: str, year: int) -> frozenset[date]:
    """The days off of one country in one year; of a country we have no list for, none."""
    counted = COUNTED.get(country)
    if counted is None:
        return frozenset()
    known = holidays.country_holidays(country, years=year, language="nl")
    return frozenset(day for day in known if counted & set(known.get_list(day)))


def holidays_around(country: str, day: date) -> frozenset[date]:
    """The days off of the year before, this year and the next."""
    return frozenset().union(*(holidays_in(country, day.year + step) for step in (-1, 0, 1)))
