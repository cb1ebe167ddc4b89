"""A finding: what an indicator noticed, with the dated facts it rests on. No sentences: those are wording.

A finding belongs to the eyes of one party: `self` is who looks, `other` the other party. It can only be
shared when all its evidence is.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.visibility import Circle

Fact = int | float | str | None


class Level(StrEnum):
    """How much a finding asks for. `good` is told as gladly as the rest."""

    NOTICE = "notice"
    CONCERN = "concern"
    ALARM = "alarm"
    GOOD = "good"

    @property
    def weight(self) -> int:
        """Importance: alarm 3, concern 2, notice 1, good 0."""
        return (Level.GOOD, Level.NOTICE, Level.CONCERN, Level.ALARM).index(self)


class Side(StrEnum):
    """Whom it is about, seen from who looks."""

    SELF = "self"
    OTHER = "other"
    BOTH = "both"


SWAPPED: Mapping[str, str] = {Side.SELF: Side.OTHER, Side.OTHER: Side.SELF}


@dataclass(frozen=True)
class Evidence:
    """One dated fact. `data` holds plain values; its keys `self` and `other` belong to a side.

    `contested`: the other side sees this fact otherwise; it stays the same fact. Raises ValueError for a sealed
    origin: what is sealed proves nothing to anybody.
    """

    on: date
    kind: str
    side: Side
    data: Mapping[str, Fact] = field(hash=False)
    origin: Circle = Circle.SHARED
    contested: bool = False

    def __post_init__(self) -> None:
        if self.origin not in (Circle.SHARED, Circle.PRIVATE):
            raise ValueError("evidence is shared or private")
        object.__setattr__(self, "data", dict(self.data))


@dataclass(frozen=True)
class Finding:
    """What was noticed, since when, how sure (1 to 3), and which steps fit. Raises ValueError without
    evidence.
    """

    code: str
    dimension: Dimension | None
    level: Level
    since: date
    side: Side
    evidence: tuple[Evidence, ...]
    certainty: int
    remedies: tuple[str, ...]
    rule_version: int
    variant: str

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("no finding without evidence")
        if self.certainty not in (1, 2, 3):
            raise ValueError("certainty is 1, 2 or 3")

    @property
    def audience(self) -> Circle:
        """Who may see it: both parties when every fact is shared, otherwise only who looks."""
        shared = all(fact.origin == Circle.SHARED for fact in self.evidence)
        return Circle.SHARED if shared else Circle.PRIVATE


def importance(finding: Finding) -> tuple[int, int, int, str, str]:
    """Return a sort key: the heaviest first, then the surest, the longest known, and a fixed order."""
    since = finding.since.toordinal()
    return (-finding.level.weight, -finding.certainty, since, finding.code, fingerprint(finding))


def fingerprint(finding: Finding) -> str:
    """Return a stable mark of the code and the facts: what was set aside does not come back for the same
    facts.

    Level, rule version, the order of the facts and what the other side says of them do not count.
    """
    facts = sorted(json.dumps(_identity(fact), sort_keys=True) for fact in finding.evidence)
    return hashlib.sha256(json.dumps([finding.code, facts]).encode()).hexdigest()[:32]


def marks(finding: Finding) -> frozenset[str]:
    """Return a stable mark of each fact with the code: a finding says nothing new when its marks are a part of
    those that were set aside before. Facts that grow too old leave a finding; that alone is no news.
    """
    facts = (json.dumps([finding.code, _identity(fact)], sort_keys=True) for fact in finding.evidence)
    return frozenset(hashlib.sha256(fact.encode()).hexdigest()[:32] for fact in facts)


def evidence_record(fact: Evidence) -> dict[str, object]:
    """Return a fact as plain values that can be kept as JSON."""
    return _identity(fact) | ({"contested": True} if fact.contested else {})


def _identity(fact: Evidence) -> dict[str, object]:
    return {
        "on": fact.on.isoformat(),
        "kind": fact.kind,
        "side": str(fact.side),
        "data": dict(fact.data),
        "origin": str(fact.origin),
    }


def record(finding: Finding) -> dict[str, object]:
    """Return a finding as plain values, so that a person can prove later what she was told."""
    return {
        "code": finding.code,
        "dimension": finding.dimension and str(finding.dimension),
        "level": str(finding.level),
        "since": finding.since.isoformat(),
        "side": str(finding.side),
        "evidence": [evidence_record(fact) for fact in finding.evidence],
        "certainty": finding.certainty,
        "remedies": list(finding.remedies),
        "audience": str(finding.audience),
        "rule_version": finding.rule_version,
        "variant": finding.variant,
    }


def mirrored(finding: Finding) -> Finding:
    """Return the same finding as the other party sees it. Raises ValueError when it is not hers to see."""
    if finding.audience != Circle.SHARED:
        raise ValueError("a private finding has no other side")
    evidence = tuple(_mirrored_fact(fact) for fact in finding.evidence)
    return replace(finding, side=swapped(finding.side), evidence=evidence)


def swapped(side: Side) -> Side:
    """Return the side as seen from the other party."""
    return Side(SWAPPED.get(side, side))


def _mirrored_fact(fact: Evidence) -> Evidence:
    data = {SWAPPED.get(key, key): value for key, value in fact.data.items()}
    return replace(fact, side=swapped(fact.side), data=data)


def restored(kept: Mapping[str, Any]) -> Finding:
    """Return a finding from what `record` kept. Raises KeyError or ValueError for anything else."""
    return Finding(
        code=str(kept["code"]),
        dimension=Dimension(kept["dimension"]) if kept["dimension"] else None,
        level=Level(kept["level"]),
        since=date.fromisoformat(kept["since"]),
        side=Side(kept["side"]),
        evidence=tuple(_restored_fact(fact) for fact in kept["evidence"]),
        certainty=int(kept["certainty"]),
        remedies=tuple(kept["remedies"]),
        rule_version=int(kept["rule_version"]),
        variant=str(kept["variant"]),
    )


def _restored_fact(kept: Mapping[str, Any]) -> Evidence:
    return Evidence(
        on=date.fromisoformat(kept["on"]),
        kind=str(kept["kind"]),
        side=Side(kept["side"]),
        data=kept["data"],
        origin=Circle(kept["origin"]),
        contested=bool(kept.get("contested", False)),
    )
