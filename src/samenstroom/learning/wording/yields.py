"""What each collaboration brought and asked, in words. In the order of time: nobody is ranked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.collaborations.wording import hours_words, money
from samenstroom.exploring.wording.room import energy_steps
from samenstroom.learning.queries.yields import Brought
from samenstroom.rules.learning.shrinkage import LATE, Rate
from samenstroom.rules.learning.yields import Yield, together

from .texts import Link, pattern_texts, rate_words, small_number, to_case

SHOWN = 12


@dataclass(frozen=True)
class YieldRow:
    """One collaboration: what it brought, what that is by the hour, what it did, and the way to the facts."""

    link: Link
    brought: Sequence[str]
    by_hour: Sequence[str]
    energy: str
    links: Sequence[Link]


@dataclass(frozen=True)
class YieldsPage:
    """Everything on the page."""

    headline: str
    lead: Sequence[str]
    rows: Sequence[YieldRow]
    more: Sequence[YieldRow]
    payments: Sequence[str]
    rounded: str
    empty: Mapping[str, str]


def yields_page(brought: Sequence[Brought]) -> YieldsPage:
    """All of it."""
    rows = [_row(one) for one in brought]
    return YieldsPage(
        headline=yields_headline(brought),
        lead=[_("Wat je kreeg, en wat het vroeg. Onzichtbaar werk telt mee. De bedragen zijn zoals op de rekening.")],
        rows=rows[:SHOWN],
        more=rows[SHOWN:],
        payments=list(_payments(brought)),
        rounded=_rounded(sum(one.is_rounded for one in brought)),
        empty=pattern_texts()["empty"],
    )


def yields_headline(brought: Sequence[Brought]) -> str:
    """`€ 12.400 in 310 uur`, over all that is exactly known; empty when nothing was noted."""
    exact = tuple(one.sums for one in brought if not one.is_rounded)
    return _in_one(together(exact)) or (_("Wat het bracht en vroeg") if brought else "")


def _row(one: Brought) -> YieldRow:
    parts = {"collaboration": one.case.key}
    links = [Link("invoices", _("Rekeningen"), parts)] if one.sums.paid or one.sums.waiting else []
    links += [Link("hours", _("Uren"), parts)] if one.sums.hours else []
    links += [Link("room_asked", _("Energie"), parts)] if one.energy else []
    energy = dict(energy_steps())[str(one.energy)] if one.energy else ""
    if one.is_rounded:
        about = [_("Ongeveer %(sum)s") % {"sum": _in_one(one.sums)}]
        return YieldRow(to_case(one.case), about, [], energy, [])
    if one.case.visit is None:
        links = []
    return YieldRow(to_case(one.case), list(_brought(one.sums)), list(_by_hour(one.sums)), energy, links)


def _brought(sums: Yield) -> Iterator[str]:
    """The sum first, then what is still to come and what nobody sees."""
    yield from filter(None, [_in_one(sums)])
    if sums.waiting:
        yield _("Nog open: %(money)s") % {"money": money(sums.waiting)}
    if sums.unseen:
        yield _("Waarvan %(hours)s onzichtbaar") % {"hours": hours_words(sums.unseen)}


def _in_one(sums: Yield) -> str:
    """`€ 1.300 in 52 uur`, or the one of the two that is known."""
    if sums.paid and sums.hours:
        return _("%(money)s in %(hours)s") % {"money": money(sums.paid), "hours": hours_words(sums.hours)}
    if sums.hours:
        return hours_words(sums.hours)
    return money(sums.paid) if sums.paid else ""


def _by_hour(sums: Yield) -> Iterator[str]:
    if sums.by_hour is not None:
        yield _("%(money)s per uur, alles meegeteld") % {"money": money(sums.by_hour)}
    if sums.by_seen_hour is not None:
        yield _("Zonder het onzichtbare werk %(money)s") % {"money": money(sums.by_seen_hour)}


def _rounded(count: int) -> str:
    """Rounded sums are not added up."""
    if not count:
        return ""
    return ngettext(
        "Van %(n)s samenwerking die je wiste, is het bedrag afgerond. Dat telt niet mee in de som hierboven.",
        "Van %(n)s samenwerkingen die je wiste, is het bedrag afgerond. Dat telt niet mee in de som hierboven.",
        count,
    ) % {"n": count}


def _payments(brought: Sequence[Brought]) -> Iterator[str]:
    """Over all together, so that it is about paying and not about anybody."""
    late, known = sum(one.payments.late for one in brought), sum(one.payments.known for one in brought)
    if not known:
        return
    words = {"n": late, "all": known}
    yield (
        ngettext("%(n)s van de %(all)s rekeningen was te laat.", "%(n)s van de %(all)s rekeningen waren te laat.", late)
        % words
    )
    yield from filter(None, [rate_words(Rate(late, known, LATE)), small_number(known)])
