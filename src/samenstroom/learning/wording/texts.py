"""Words of learning that stand in the content files, and sentences that each page needs: counts first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom import content
from samenstroom.collaborations.wording import label_of
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.learning.queries.cases import Case
from samenstroom.learning.queries.flights import KIND
from samenstroom.rules.learning.endings import Label
from samenstroom.rules.learning.shrinkage import Rate

FEW = 10
"""Below this a number is named as little."""
ROUNDED_TO = 5
"""Percents of an interval are told in steps of five: finer is not honest."""


@dataclass(frozen=True)
class Link:
    """A way to the facts: the name of a page behind her door, the parts of its address, and its words.

    Without a page the facts were erased, and only the words are left.
    """

    page: str
    text: str
    parts: Mapping[str, object]


def pattern_texts() -> Mapping[str, Any]:
    """Everything that stands in the content file."""
    return content.load("patterns", language())


def labelled(part: str, key: str) -> str:
    """The label of an id in one part of the content file; a word of a later version stays as it is."""
    return next((str(one["label"]) for one in pattern_texts()[part] if one["id"] == key), key)


def trait_words(trait: str) -> str:
    """What a collaboration had, in words."""
    if trait.startswith(KIND):
        return str(pattern_texts()["kind_trait"]).format(kind=label_of("kinds", trait.removeprefix(KIND)))
    return labelled("traits", trait)


def case_name(case: Case) -> str:
    """What a collaboration is called, also when only an outline of it is left."""
    return case.name or outline_name(case.began_on.year)


def outline_name(year: int) -> str:
    """`Een samenwerking die je wiste (2025)`: the year in which it began."""
    return _("Een samenwerking die je wiste (%(year)s)") % {"year": year}


def to_case(case: Case) -> Link:
    """The way to one collaboration."""
    return Link("collaboration" if case.visit else "", case_name(case), {"collaboration": case.key})


def case_day(case: Case, day: date) -> str:
    """A day; of an outline how far it lies from the beginning, because that is all it knows."""
    if case.visit is not None:
        return full_date(day, language())
    return days_after(case.began_on, day)


def days_after(began_on: date, day: date) -> str:
    """`12 dagen na het begin`, `3 dagen voor het begin`, `Bij het begin`."""
    days = (day - began_on).days
    if not days:
        return _("Bij het begin")
    if days < 0:
        return ngettext("%(n)s dag voor het begin", "%(n)s dagen voor het begin", -days) % {"n": -days}
    return ngettext("%(n)s dag na het begin", "%(n)s dagen na het begin", days) % {"n": days}


def how_it_went(case: Case) -> str:
    """`Klaar zoals afgesproken: goed afgelopen`, `Loopt nog`."""
    if case.how:
        return f"{labelled('hows', case.how)}: {labelled('labels', case.label.value)}"
    if case.visit is None:
        return labelled("labels", case.label.value).capitalize()
    return {
        Label.GOOD: _("Loopt nog, en jullie zijn er blij mee"),
        Label.BAD: _("Loopt nog, en jullie zijn er niet blij mee"),
    }.get(case.label, _("Loopt nog"))


def rate_words(rate: Rate) -> str:
    """What the counts say about a next time; empty while there are too few."""
    if not rate.is_told:
        return ""
    low, high = (round(100 * one / ROUNDED_TO) * ROUNDED_TO for one in rate.interval)
    words = {"low": low, "high": high}
    if rate.seen < FEW:
        return _("Met zo weinig keer zeggen we: ergens tussen %(low)s en %(high)s procent.") % words
    return _("Dat is ergens tussen %(low)s en %(high)s procent.") % words


def small_number(count: int) -> str:
    """`5 is nog weinig: zie het als een hint.`; empty from ten on."""
    return _("%(n)s is nog weinig: zie het als een hint.") % {"n": count} if 0 < count < FEW else ""


def days_in_words(days: int) -> str:
    """`3 dagen`, `7 weken`: weeks from two weeks on."""
    if days < 14:
        return ngettext("%(n)s dag", "%(n)s dagen", days) % {"n": days}
    weeks = days // 7
    return ngettext("%(n)s week", "%(n)s weken", weeks) % {"n": weeks}
