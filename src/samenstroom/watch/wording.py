"""Findings in words: every judgement with its dated facts, its rule and a next step, for the side that reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from typing import Any, Protocol

from samenstroom import content
from samenstroom.checkins.wording import dimension, item_label
from samenstroom.kit.language import language
from samenstroom.rules.findings import Evidence, Finding, Side
from samenstroom.rules.indicators import BY_ID
from samenstroom.rules.remedies import TALK
from samenstroom.rules.visibility import Circle

from .evidence import EvidenceLine, evidence_lines, step


class Reader(Protocol):
    """Who reads: a `Visit`, or anybody of whom only the name of the other side is known."""

    @property
    def other_name(self) -> str: ...


@dataclass(frozen=True)
class Move:
    """One step of a talk."""

    title: str
    words: str


@dataclass(frozen=True)
class NextStep:
    """What fits as a next step: mostly a talk with words to start with (`moves`), sometimes what to do (`steps`)."""

    title: str
    when: str
    channel: str
    moves: tuple[Move, ...]
    steps: tuple[str, ...]
    rather_not: Mapping[str, str] | None
    rather_so: Mapping[str, str] | None


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


@cache
def texts_by_code(language_code: str) -> Mapping[str, Mapping[str, Any]]:
    """The words of every code, from all files of findings."""
    files = [name for name in content.names() if name.startswith("findings")]
    return {one["code"]: one for name in files for one in content.load(name, language_code)["findings"]}


def word_finding(finding: Finding, visit: Reader, mark: str) -> FindingPage:
    """Put a finding in words for this visit; `mark` is how its page is addressed."""
    words = content.load("findings", language())
    texts = texts_by_code(language())[finding.code]
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
        evidence=evidence_lines(finding, visit.other_name),
        next_step=_next_step(finding, visit, texts, words["moves"]),
        remedies=_remedies(finding, texts, words),
        is_private=finding.audience == Circle.PRIVATE,
    )


def _item_of(finding: Finding) -> Evidence | None:
    """The evidence about the dimension the finding names, else about any item; the newest."""
    items = [fact for fact in finding.evidence if fact.kind == "item" or fact.data.get("subject", "mean") != "mean"]
    items = [fact for fact in items if fact.kind in ("item", "apart")]
    named = [fact for fact in items if fact.data.get("item", fact.data.get("subject")) == str(finding.dimension)]
    return max(named or items, key=lambda fact: fact.on, default=None)


def _fill_of(finding: Finding, visit: Reader) -> dict[str, str]:
    fact = _item_of(finding)
    fill = {"name": visit.other_name, "count": str(_count(finding))}
    if fact is None:
        return fill
    data = fact.data
    fill["dimension"] = item_label(str(data.get("item", data.get("subject"))))
    if "value" in data:
        fill |= {"from": step(data["usual"]), "to": step(data["value"])}
    else:
        fill |= {"mine": step(data["self"]), "theirs": step(data["other"])}
    return fill


def _count(finding: Finding) -> int:
    """In how many check-ins it was seen, or on how many facts it rests."""
    rounds = {fact.data.get("round") for fact in finding.evidence if fact.kind in ("silent", "apart")}
    return len(rounds) or len(finding.evidence)


def _numbers(code: str) -> dict[str, str]:
    """The numbers of the rule itself, so that the words can never say something else."""
    limits: Any = BY_ID[code].defaults
    return {key: _plain_number(value) for key, value in asdict(limits).items() if isinstance(value, int | float)}


def _plain_number(value: float) -> str:
    text = f"{value:g}"
    return text if language() == "en" else text.replace(".", ",")


def _next_step(finding: Finding, visit: Reader, texts: Mapping[str, Any], moves: Mapping[str, str]) -> NextStep:
    own = texts.get("next_step_self") if _is_about_reader(finding) else None
    found, name = own or texts.get("next_step") or texts["next_step_self"], visit.other_name
    return NextStep(
        title=found["title"].format(name=name),
        when=found["when"],
        channel=found["channel"],
        moves=tuple(Move(moves[key], text.format(name=name)) for key, text in found.get("script", {}).items()),
        steps=tuple(text.format(name=name) for text in found.get("steps", ())),
        rather_not=found.get("rather_not"),
        rather_so=found.get("rather_so"),
    )


def _remedies(finding: Finding, texts: Mapping[str, Any], words: Mapping[str, Any]) -> tuple[Mapping[str, str], ...]:
    """What can help: first what fits the cause (the rules choose), then what fits this kind of finding."""
    known = {one["id"]: one for one in words["remedies"]}
    by_cause = [known[code] for code in finding.remedies if code in known and code != TALK]
    return (*by_cause, *texts.get("remedies", ()))[:3]


def _is_about_reader(finding: Finding) -> bool:
    """Whether the next step starts with herself: about her, or, when apart, when it goes better for her."""
    if finding.code != "apart":
        return finding.side == Side.SELF
    newest = max(finding.evidence, key=lambda fact: fact.on)
    mine, theirs = newest.data["self"], newest.data["other"]
    return float(mine or 0) > float(theirs or 0)
