"""Evidence in words: each dated fact as a sentence a person can check, with where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.checkins.wording import item_label, step_label
from samenstroom.collaborations.wording import fact_sentence, facts
from samenstroom.exploring.facts import is_explored
from samenstroom.exploring.wording.feelings import step_word
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language
from samenstroom.rules.findings import Evidence, Finding, Side
from samenstroom.rules.visibility import Circle


@dataclass(frozen=True)
class EvidenceLine:
    """One dated fact in words, and where it came from."""

    text: str
    source: str
    circle: str


def evidence_lines(finding: Finding, name: str) -> tuple[EvidenceLine, ...]:
    """The facts of a finding, oldest first; `name` is the other side's."""
    words = content.load("findings", language())
    usual = next((fact.data["usual"] for fact in finding.evidence if fact.kind == "usual"), None)
    ordered = sorted(finding.evidence, key=lambda fact: (fact.on, fact.kind))
    return tuple(_line(fact, usual, name, words) for fact in ordered)


def _line(fact: Evidence, usual: Any, name: str, words: Mapping[str, Any]) -> EvidenceLine:
    is_own, is_noted = fact.origin == Circle.PRIVATE, fact.kind in facts() or fact.kind == "feeling"
    if is_noted:
        own = "own_exploring" if is_explored(fact.data.get("key")) else "own_notes"
        text, source = noted(fact, name), own if is_own else "shared_facts"
    else:
        text, source = measured(fact, usual, name, words["evidence"]), "own_checkins" if is_own else "checkins"
    if fact.contested:
        text = _("%(fact)s Hier kijken jullie verschillend naar.") % {"fact": text}
    circle = Circle.PRIVATE if is_own else Circle.SHARED
    return EvidenceLine(text, words["sources"][source], circle.value)


def noted(fact: Evidence, name: str) -> str:
    """Something that was noted, as in the history, with its day."""
    if fact.kind == "feeling":
        what = _("je gevoel zei: %(step)s") % {"step": step_word(int(fact.data["step"] or 3)).lower()}
    else:
        actor = {Side.SELF: _("Jij"), Side.OTHER: name, Side.BOTH: _("Jullie")}[fact.side]
        what = fact_sentence(fact.kind, fact.data, actor)
    return _("%(day)s: %(what)s") % {"day": long_date(fact.on, language()), "what": what}


def measured(fact: Evidence, usual: Any, name: str, texts: Mapping[str, str]) -> str:
    """Something from the check-ins."""
    data = fact.data
    fill = {"name": name, "date": long_date(_day(data.get("opened_on", fact.on)), language())}
    if fact.kind == "apart":
        return _apart(data, fill, texts)
    if fact.kind in ("usual", "mean"):
        fill |= {"from": average(usual), "to": average(data.get("mean", usual))}
    if fact.kind == "item":
        words = {"from": step(data["usual"]), "to": step(data["value"]), "dimension": item_label(str(data["item"]))}
        fill |= words
    return texts[f"{fact.kind}_{fact.side}"].format(**fill)


def _apart(data: Mapping[str, Any], fill: Mapping[str, str], texts: Mapping[str, str]) -> str:
    if data["subject"] == "mean":
        return texts["apart_mean"].format(mine=average(data["self"]), theirs=average(data["other"]), **fill)
    words = {"mine": step(data["self"]), "theirs": step(data["other"]), "dimension": item_label(data["subject"])}
    return texts["apart_item"].format(**words, **fill)


def step(value: Any) -> str:
    """An answer in words; a value between two steps is told by the nearest."""
    return step_label(None if value is None else min(5, max(1, int(float(value) + 0.5))))


def average(value: Any) -> str:
    """An average with one decimal, as people write it: 3,9 or 3.9; nothing for nothing."""
    if value is None:
        return ""
    text = f"{float(value):.1f}"
    return text if language() == "en" else text.replace(".", ",")


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))
