"""*Wanneer vlieg ik?* in words: what collaborations that flourished shared. Traits, never an order of people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.learning.queries.flights import Flown, compared_traits
from samenstroom.rules.learning.flying import Compared
from samenstroom.rules.learning.shrinkage import TELL_FROM

from .texts import Link, how_it_went, pattern_texts, small_number, to_case, trait_words

MOST_TOLD = 4


@dataclass(frozen=True)
class Shared:
    """Something that those that flew had in common: the counts, and the way to them."""

    title: str
    counts: str
    links: Sequence[Link]


@dataclass(frozen=True)
class FlyingPage:
    """Everything on the page. `rows` is every trait as a table: what, of those that flew, of the others."""

    headline: str
    lead: Sequence[str]
    shared: Sequence[Shared]
    flew: Sequence[tuple[Link, str]]
    rows: Sequence[tuple[str, str, str]]
    empty: Mapping[str, str]


def flying_page(flown: Sequence[Flown]) -> FlyingPage:
    """All of it."""
    flew = [one for one in flown if one.flight.flew]
    others = [one for one in flown if one.flight.flew is False]
    traits = [one for one in compared_traits(flown) if one.flew_with + one.other_with]
    told = [one for one in traits if one.is_told][:MOST_TOLD]
    return FlyingPage(
        headline=flying_headline(flown),
        lead=_lead(len(flew), len(others), bool(told)),
        shared=[_shared(one, flown) for one in told],
        flew=[(to_case(one.case), how_it_went(one.case)) for one in flew],
        rows=[(trait_words(one.trait), _of(one.flew_with, one.flew), _of(one.other_with, one.other)) for one in traits],
        empty=pattern_texts()["empty"],
    )


def flying_headline(flown: Sequence[Flown]) -> str:
    """`3 van de 7 samenwerkingen vlogen`; empty while none did."""
    flew = sum(bool(one.flight.flew) for one in flown)
    known = sum(one.flight.flew is not None for one in flown)
    if not flew:
        return ""
    words = {"n": flew, "all": known}
    return (
        ngettext("%(n)s van de %(all)s samenwerkingen vloog", "%(n)s van de %(all)s samenwerkingen vlogen", flew)
        % words
    )


def _lead(flew: int, others: int, has_told: bool) -> list[str]:
    if flew < TELL_FROM:
        return [_("Vanaf drie vertellen we wat ze deelden. Tot dan zie je alleen de aantallen.")]
    if not others:
        return [_("Er is nog niets om ze naast te leggen. Daarom zie je alleen de aantallen.")]
    few = small_number(flew + others)
    lines = [_("Dit hadden ze vaker dan de rest.") if has_told else _("Er springt nog niets uit. Dat is ook iets.")]
    return [*lines, few] if few else lines


def _shared(one: Compared, flown: Sequence[Flown]) -> Shared:
    words = {"with": one.flew_with, "all": one.flew, "other": one.other_with, "others": one.other}
    counts = _("%(with)s van de %(all)s die vlogen, en %(other)s van de %(others)s van de rest.") % words
    those = [each.case for each in flown if each.flight.flew and each.flight.traits.get(one.trait)]
    return Shared(trait_words(one.trait), counts, [to_case(case) for case in those])


def _of(some: int, total: int) -> str:
    return _("%(n)s van de %(all)s") % {"n": some, "all": total} if total else _("onbekend")
