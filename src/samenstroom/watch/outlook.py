"""The outlook in words: a band in tens with its range, what moved it, what would lower it. Private to who looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.language import language
from samenstroom.rules.findings import Level
from samenstroom.rules.risk import Band, Risk, risk_of

from .gather import Known, history_of
from .wording import FindingPage

HEAVY = frozenset({Level.CONCERN.value, Level.ALARM.value})


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


def outlook_of(visit: Visit, known: Known, findings: Sequence[FindingPage] = ()) -> Outlook | None:
    """The outlook for a person with an account, about her own collaboration; None when too little is known.

    It speaks mostly from check-ins, and a mood can be fine while money turns sour. So nothing is told when it would
    say "calm" beside a concern or an alarm: then the signal speaks.
    """
    if not visit.person.has_account:
        return None
    risk = risk_of(history_of(visit, known))
    if risk is None or (risk.band is Band.CALM and any(one.level in HEAVY for one in findings)):
        return None
    return _in_words(risk)


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
        lowers=() if risk.band is Band.CALM else tuple(remedies[code] for code in risk.would_lower)[:2],
    )


def _sentence(risk: Risk, texts: Mapping[str, str]) -> str:
    key = "none" if risk.high <= 1 else "same" if risk.low == risk.high else "range"
    return texts[key].format(low=risk.low, high=risk.high, weeks=risk.weeks)
