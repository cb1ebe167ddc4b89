"""The outlook in words: a band in tens with its range, what moved it, what would lower it. Private to who looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.language import language
from samenstroom.rules.risk import Risk, risk_of

from .gather import Known, history_of


@dataclass(frozen=True)
class Outlook:
    """What one person reads about the coming four rounds."""

    title: str
    band: str
    band_word: str
    sentence: str
    estimate: str
    moved_title: str
    moved: tuple[str, ...]
    lowers_title: str
    lowers: tuple[Mapping[str, str], ...]


def outlook_of(visit: Visit, known: Known) -> Outlook | None:
    """The outlook for a person with an account, about her own collaboration; None when too little is known."""
    if not visit.person.has_account:
        return None
    risk = risk_of(history_of(visit, known))
    return _in_words(risk) if risk else None


def _in_words(risk: Risk) -> Outlook:
    words = content.load("outlook", language())
    remedies = {one["id"]: one for one in content.load("findings", language())["remedies"]}
    drivers = {one["id"]: one for one in words["drivers"]}
    moved = (drivers[one.signal]["raises" if one.raises else "lowers"] for one in risk.drivers)
    return Outlook(
        title=words["title"],
        band=risk.band.value,
        band_word=words["bands"][risk.band.value],
        sentence=_sentence(risk, words["sentences"]),
        estimate=next(one["sentence"] for one in words["estimate"] if one["level"] == risk.certainty),
        moved_title=words["moved"],
        moved=tuple(dict.fromkeys(moved)),
        lowers_title=words["lowers"],
        lowers=tuple(remedies[code] for code in risk.would_lower if code in remedies)[:2],
    )


def _sentence(risk: Risk, texts: Mapping[str, str]) -> str:
    key = "none" if risk.high <= 1 else "same" if risk.low == risk.high else "range"
    return texts[key].format(low=risk.low, high=risk.high, weeks=risk.weeks)
