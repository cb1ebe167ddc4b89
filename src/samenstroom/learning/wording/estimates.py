"""How her estimates came out, in words. No verdict before ten, a careful one from twenty, a picture from thirty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.learning.queries.estimates import Estimate, Estimates
from samenstroom.rules.learning.calibration import (
    PICTURE_FROM,
    VERDICT_FROM,
    Bin,
    Calibration,
    Lean,
    Trust,
)

from .texts import Link, outline_name, pattern_texts

SHOWN = 20


@dataclass(frozen=True)
class EstimateRow:
    """One estimate with what came of it. `link` is None when what it was about was let go."""

    link: Link | None
    about: str
    words: str
    said: str
    day: str
    came: str
    tone: str
    icon: str


@dataclass(frozen=True)
class BinRow:
    """One part of the picture: what she said on the whole, and what came, both from 0 to 100."""

    label: str
    said: int
    came: int
    count: int


@dataclass(frozen=True)
class EstimatesPage:
    """Everything on the page."""

    headline: str
    lead: Sequence[str]
    rows: Sequence[EstimateRow]
    more: Sequence[EstimateRow]
    picture: Sequence[BinRow]
    waiting: str
    empty: Mapping[str, str]


def estimates_page(found: Estimates) -> EstimatesPage:
    """All of it."""
    rows = [_row(one) for one in found.known]
    scale = found.calibration
    return EstimatesPage(
        headline=estimates_headline(scale),
        lead=_lead(scale),
        rows=rows[:SHOWN],
        more=rows[SHOWN:],
        picture=[_bin_row(one, name) for one, name in zip(scale.picture, _bin_names(), strict=False) if one.count],
        waiting=_waiting(found.waiting),
        empty=pattern_texts()["empty"],
    )


def estimates_headline(scale: Calibration) -> str:
    """`7 van de 12 kwamen uit`; empty without any."""
    if not scale.count:
        return ""
    words = {"n": scale.came_true, "all": scale.count}
    return ngettext("%(n)s van de %(all)s kwam uit", "%(n)s van de %(all)s kwamen uit", scale.came_true) % words


def _lead(scale: Calibration) -> list[str]:
    if scale.trust is Trust.COUNT:
        words = {"from": VERDICT_FROM, "now": scale.count}
        return [_("Een oordeel geven we pas vanaf %(from)s. Je hebt er nu %(now)s.") % words]
    assert scale.lean is not None and scale.brier is not None
    lines = [_verdict(scale.lean, scale.trust), _brier(scale)]
    if scale.trust is not Trust.PICTURE:
        lines.append(_("Vanaf %(from)s tekenen we hier een plaatje.") % {"from": PICTURE_FROM})
    return lines


def _verdict(lean: Lean, trust: Trust) -> str:
    """A hint below twenty; careful after that."""
    if trust is Trust.HINT:
        return {
            Lean.HIGH: _("Een hint: je schat wat hoger in dan het loopt. Er zijn er nog weinig."),
            Lean.LOW: _("Een hint: het loopt wat vaker goed dan je schat. Er zijn er nog weinig."),
            Lean.NEITHER: _("Een hint: je zit er gemiddeld niet ver naast. Er zijn er nog weinig."),
        }[lean]
    return {
        Lean.HIGH: _("Het lijkt erop dat je hoger inschat dan het loopt."),
        Lean.LOW: _("Het lijkt erop dat het vaker goed loopt dan je inschat."),
        Lean.NEITHER: _("Het lijkt erop dat je gemiddeld goed inschat."),
    }[lean]


def _brier(scale: Calibration) -> str:
    assert scale.brier is not None
    words = {"own": _decimal(scale.brier), "coin": _decimal(0.25)}
    return _("Je Brier-score is %(own)s. Nul is altijd raak; wie steeds de helft zegt, komt op %(coin)s.") % words


def _decimal(value: float) -> str:
    text = f"{value:.2f}"
    return text if language() == "en" else text.replace(".", ",")


def _row(one: Estimate) -> EstimateRow:
    came = (_("Kwam uit"), "calm", "check") if one.came_true else (_("Ging anders"), "notice", "gap")
    return EstimateRow(
        link=_link(one),
        about=one.name or _nameless(one),
        words=one.words or (_("Zijn we hier allebei blij mee?") if one.is_decision else _("Wat je voorspelde")),
        said=_("Je zei: %(n)s procent") % {"n": one.percent},
        day="" if one.year else full_date(one.on, language()),
        came=came[0],
        tone=came[1],
        icon=came[2],
    )


def _nameless(one: Estimate) -> str:
    if one.year:
        return outline_name(one.year)
    return _("Over iets anders") if one.feeling else _("Een verkenning die je weggooide")


def _link(one: Estimate) -> Link | None:
    if one.feeling:
        return Link("feeling_outcome", one.name or _("Gevoel"), {"feeling": one.feeling})
    if one.decision and one.table:
        return Link("decision_made", one.name, {"collaboration": one.table, "decision": one.decision})
    return None


def _bin_names() -> tuple[str, str, str]:
    return (_("Liever niet (0 tot 30)"), _("Ongeveer de helft (40 tot 60)"), _("Liever wel (70 tot 100)"))


def _bin_row(one: Bin, name: str) -> BinRow:
    return BinRow(name, round(100 * one.said), round(100 * one.came_true / one.count), one.count)


def _waiting(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "%(n)s voorspelling wacht nog op wat ervan komt.", "%(n)s voorspellingen wachten nog op wat ervan komt.", count
    ) % {"n": count}
