"""Findings in words: every judgement with its dated facts, its rule and a next step, for the side that reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Protocol

from samenstroom import content
from samenstroom.checkins.wording import dimension, item_label, step_label
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language
from samenstroom.rules.findings import Evidence, Finding, Side
from samenstroom.rules.indicators import INDICATORS
from samenstroom.rules.remedies import TALK
from samenstroom.rules.visibility import Circle


class Reader(Protocol):
    """Who reads: a `Visit`, or anybody of whom only the name of the other side is known."""

    @property
    def other_name(self) -> str: ...


@dataclass(frozen=True)
class EvidenceLine:
    """One dated fact in words, and where it came from."""

    text: str
    source: str
    circle: str


@dataclass(frozen=True)
class Move:
    """One step of a talk."""

    title: str
    words: str


@dataclass(frozen=True)
class NextStep:
    """What fits as a next step: mostly a talk, with words to start with."""

    title: str
    when: str
    channel: str
    moves: tuple[Move, ...]
    rather_not: Mapping[str, str]
    rather_so: Mapping[str, str]


@dataclass(frozen=True)
class FindingPage:
    """A finding as one person reads it."""

    fingerprint: str
    level: str
    level_word: str
    dimension_name: str
    since: date
    title: str
    line: str
    meaning: str
    rule: str
    rule_version: int
    certainty_word: str
    certainty: str
    evidence: tuple[EvidenceLine, ...]
    next_step: NextStep
    remedies: tuple[Mapping[str, str], ...]
    is_private: bool


def word_finding(finding: Finding, visit: Reader, mark: str) -> FindingPage:
    """Put a finding in words for this visit; `mark` is how its page is addressed."""
    words = content.load("findings", language())
    texts = next(one for one in words["findings"] if one["code"] == finding.code)
    variant = texts["variants"][f"{finding.variant}_{finding.side}"]
    fill = _fill_of(finding, visit)
    certainty = next(one for one in words["certainty"] if one["level"] == finding.certainty)
    return FindingPage(
        fingerprint=mark,
        level=finding.level.value,
        level_word=words["levels"][finding.level.value],
        dimension_name=str(dimension(finding.dimension)["name"]) if finding.dimension else "",
        since=finding.since,
        title=variant["title"].format(**fill),
        line=variant["line"].format(**fill),
        meaning=texts["meaning"].format(**fill),
        rule=texts["rule"].format(**_numbers(finding.code)),
        rule_version=finding.rule_version,
        certainty_word=certainty["word"],
        certainty=certainty["sentence"],
        evidence=_evidence_lines(finding, visit, words),
        next_step=_next_step(finding, visit, texts, words["moves"]),
        remedies=_remedies(finding, texts, words),
        is_private=finding.audience == Circle.PRIVATE,
    )


def _item_of(finding: Finding) -> Evidence | None:
    """The evidence about the dimension the finding names, else about any item; the newest."""
    items = [
        fact for fact in finding.evidence if "item" in fact.data or fact.data.get("subject", "mean") != "mean"
    ]
    named = [
        fact for fact in items if fact.data.get("item", fact.data.get("subject")) == str(finding.dimension)
    ]
    return max(named or items, key=lambda fact: fact.on, default=None)


def _fill_of(finding: Finding, visit: Reader) -> dict[str, str]:
    fact = _item_of(finding)
    fill = {"name": visit.other_name, "count": str(_count(finding))}
    if fact is None:
        return fill
    data = fact.data
    fill["dimension"] = item_label(str(data.get("item", data.get("subject"))))
    if "value" in data:
        fill |= {"from": _step(data["usual"]), "to": _step(data["value"])}
    else:
        fill |= {"mine": _step(data["self"]), "theirs": _step(data["other"])}
    return fill


def _count(finding: Finding) -> int:
    """In how many check-ins it was seen."""
    return len({fact.data.get("round") for fact in finding.evidence if fact.kind in ("silent", "apart")})


def _step(value: Any) -> str:
    """An answer in words; a value between two steps is told by the nearest."""
    return step_label(None if value is None else min(5, max(1, int(float(value) + 0.5))))


def _average(value: Any) -> str:
    """An average with one decimal, as people write it: 3,9 or 3.9."""
    text = f"{float(value):.1f}"
    return text if language() == "en" else text.replace(".", ",")


def _numbers(code: str) -> dict[str, str]:
    """The numbers of the rule itself, so that the words can never say something else."""
    indicator = next(one for one in INDICATORS if one.id == code)
    limits: Any = indicator.defaults
    return {key: _plain_number(value) for key, value in asdict(limits).items()}


def _plain_number(value: float) -> str:
    text = f"{value:g}"
    return text if language() == "en" else text.replace(".", ",")


def _evidence_lines(finding: Finding, visit: Reader, words: Mapping[str, Any]) -> tuple[EvidenceLine, ...]:
    usual = next((fact.data["usual"] for fact in finding.evidence if fact.kind == "usual"), None)
    lines = []
    for fact in sorted(finding.evidence, key=lambda one: one.on):
        text = _evidence_text(fact, usual, visit, words["evidence"])
        own = fact.origin == Circle.PRIVATE
        source = words["sources"]["own_checkins" if own else "checkins"]
        lines.append(EvidenceLine(text, source, Circle.PRIVATE.value if own else Circle.SHARED.value))
    return tuple(lines)


def _evidence_text(fact: Evidence, usual: Any, visit: Reader, texts: Mapping[str, str]) -> str:
    data = fact.data
    fill = {"name": visit.other_name, "date": long_date(_day(data.get("opened_on", fact.on)), language())}
    if fact.kind == "apart":
        return _apart_text(data, fill, texts)
    if fact.kind in ("usual", "mean"):
        fill |= {"from": _average(usual), "to": _average(data.get("mean", usual))}
    if fact.kind == "item":
        fill |= {
            "from": _step(data["usual"]),
            "to": _step(data["value"]),
            "dimension": item_label(str(data["item"])),
        }
    return texts[f"{fact.kind}_{fact.side}"].format(**fill)


def _apart_text(data: Mapping[str, Any], fill: Mapping[str, str], texts: Mapping[str, str]) -> str:
    if data["subject"] == "mean":
        return texts["apart_mean"].format(mine=_average(data["self"]), theirs=_average(data["other"]), **fill)
    words = {
        "mine": _step(data["self"]),
        "theirs": _step(data["other"]),
        "dimension": item_label(data["subject"]),
    }
    return texts["apart_item"].format(**words, **fill)


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _next_step(
    finding: Finding, visit: Reader, texts: Mapping[str, Any], moves: Mapping[str, str]
) -> NextStep:
    step = texts["next_step_self" if _is_about_reader(finding) else "next_step"]
    name = visit.other_name
    return NextStep(
        title=step["title"].format(name=name),
        when=step["when"],
        channel=step["channel"],
        moves=tuple(Move(moves[key], text.format(name=name)) for key, text in step["script"].items()),
        rather_not=step["rather_not"],
        rather_so=step["rather_so"],
    )


def _remedies(
    finding: Finding, texts: Mapping[str, Any], words: Mapping[str, Any]
) -> tuple[Mapping[str, str], ...]:
    """What can help: first what fits the cause (the rules choose), then what fits this kind of finding."""
    known = {one["id"]: one for one in words["remedies"]}
    by_cause = [known[code] for code in finding.remedies if code in known and code != TALK]
    return (*by_cause, *texts["remedies"])[:3]


def _is_about_reader(finding: Finding) -> bool:
    """Whether the next step starts with herself: about her, or, when apart, when it goes better for her."""
    if finding.code != "apart":
        return finding.side == Side.SELF
    newest = max(finding.evidence, key=lambda fact: fact.on)
    mine, theirs = newest.data["self"], newest.data["other"]
    return float(mine or 0) > float(theirs or 0)
