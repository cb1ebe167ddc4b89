"""A year in review, in words: plain facts, warm, and nothing that compares one collaboration with another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.collaborations.wording import hours_words, money
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.learning.queries.cases import Case
from samenstroom.learning.queries.years import Year

from .texts import how_it_went


@dataclass(frozen=True)
class YearLine:
    """One line of a part: what it is about, its words, and the day or the amounts."""

    words: str
    about: str = ""
    is_quote: bool = False


@dataclass(frozen=True)
class YearPart:
    """One part of the year: its title and its lines. Without lines it is not shown."""

    code: str
    title: str
    lines: Sequence[YearLine]


@dataclass(frozen=True)
class YearPage:
    """Everything on the page."""

    year: int
    headline: str
    lead: str
    parts: Sequence[YearPart]
    others: Sequence[int]
    with_names: bool
    left_out: str


def year_page(year: Year, others: Sequence[int], *, with_names: bool) -> YearPage:
    """The year on one page; without names each collaboration is called by its number in the year."""
    said = _Names(year, with_names=with_names)
    parts = (
        YearPart("begon", _("Wat begon"), [YearLine(said.of(one), _day(one.began_on)) for one in year.began]),
        YearPart("stroomde", _("Hoe het stroomde"), list(_flow(year))),
        YearPart("bijgestuurd", _("Wat jullie bijstuurden"), [
            YearLine(str(one.repair.repair.text) if with_names else _("Een afspraak die hielp"), said.of(one.case))
            for one in year.mended
        ]),
        YearPart("waardering", _("Wat een ander waardeerde"), [
            YearLine(one.words, said.of(one.case), is_quote=True) for one in year.appreciated
        ] if with_names else _counted(len(year.appreciated))),
        YearPart("voorbij", _("Wat klaar was"), [YearLine(said.of(one), how_it_went(one)) for one in year.ended]),
        YearPart("geleerd", _("Wat je leerde"), [YearLine(one.words, is_quote=True) for one in year.learned]),
        YearPart("bracht", _("Wat het bracht, en wat het vroeg"), list(_brought(year, said))),
    )  # fmt: skip
    return YearPage(
        year=year.year,
        headline=_("Jouw jaar %(year)s") % {"year": year.year},
        lead=_lead(year),
        parts=[part for part in parts if part.lines],
        others=[one for one in others if one != year.year],
        with_names=with_names,
        left_out=_left_out(year.left_out),
    )


class _Names:
    """What each collaboration is called on the page."""

    def __init__(self, year: Year, *, with_names: bool) -> None:
        self._with_names = with_names
        everything = [
            *year.began,
            *year.ended,
            *(one.case for one in year.mended),
            *(one.case for one in year.appreciated),
            *(one.case for one in year.brought),
        ]
        self._numbers = {key: number for number, key in enumerate(dict.fromkeys(one.key for one in everything), 1)}

    def of(self, case: Case) -> str:
        """Its own name, or its number in this year."""
        if self._with_names:
            return case.name
        return _("Samenwerking %(n)s") % {"n": self._numbers[case.key]}


def _lead(year: Year) -> str:
    if year.is_empty:
        return _("Van dit jaar staat er niets. Dat mag. Een jaar is meer dan wat je opschrijft.")
    return _("Wat er gebeurde, uit wat jij noteerde en uit wat jullie samen openden.")


def _left_out(count: int) -> str:
    """An outline knows distances and no days, so it belongs to no year."""
    if not count:
        return ""
    return ngettext(
        "%(n)s samenwerking die je wiste, staat hier niet bij. Een omtrek weet geen dagen.",
        "%(n)s samenwerkingen die je wiste, staan hier niet bij. Een omtrek weet geen dagen.",
        count,
    ) % {"n": count}


def _day(day: date) -> str:
    return full_date(day, language())


def _flow(year: Year) -> Iterator[YearLine]:
    if year.answers:
        words = {"n": year.flowed, "all": year.answers}
        yield YearLine(_("Je zei %(n)s van de %(all)s keer dat het goed of heel goed stroomde.") % words)
    if year.doubts:
        yield YearLine(
            ngettext("Je noteerde %(n)s keer twijfel.", "Je noteerde %(n)s keer twijfel.", year.doubts)
            % {"n": year.doubts}
        )
    if year.talks:
        yield YearLine(
            ngettext(
                "Je voerde %(n)s gesprek dat je had voorbereid.", "Je voerde %(n)s gesprekken die je had voorbereid.",
                year.talks,
            ) % {"n": year.talks}
        )  # fmt: skip


def _counted(count: int) -> list[YearLine]:
    if not count:
        return []
    return [YearLine(ngettext("%(n)s keer een warm woord", "%(n)s keer een warm woord", count) % {"n": count})]


def _brought(year: Year, said: _Names) -> Iterator[YearLine]:
    for one in year.brought:
        yield YearLine(said.of(one.case), _sums(one.paid, one.hours))
    if len(year.brought) > 1:
        paid = sum((one.paid for one in year.brought), Decimal(0))
        hours = sum((one.hours for one in year.brought), Decimal(0))
        yield YearLine(_("Samen"), _sums(paid, hours))


def _sums(paid: Decimal, hours: Decimal) -> str:
    if paid and hours:
        return _("%(money)s in %(hours)s") % {"money": money(paid), "hours": hours_words(hours)}
    return money(paid) if paid else hours_words(hours)
