"""When a lesson comes back: where she allowed it, and where it looks alike. And a rule of her own on one term."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Place(StrEnum):
    """Where a lesson may come back."""

    SCAN = "scan"
    DECISION = "decision"
    AGREEMENT = "agreement"
    KICKOFF = "kickoff"


class Why(StrEnum):
    """Why it comes back here; the most telling one first."""

    FLAG = "flag"
    DIMENSION = "dimension"
    KIND = "kind"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True)
class Learned:
    """What a lesson is about; empty for what she left open."""

    kind: str = ""
    dimension: str = ""
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Here:
    """What is known where it may come back: the kind of collaboration, and what waves."""

    kind: str
    flags: frozenset[str] = frozenset()
    dimensions: frozenset[str] = frozenset()


def why_it_returns(learned: Learned, here: Here, *, is_everywhere: bool) -> Why | None:
    """Return why this lesson matters here; None when it does not."""
    if learned.flags & here.flags:
        return Why.FLAG
    if learned.dimension and learned.dimension in here.dimensions:
        return Why.DIMENSION
    if learned.kind and learned.kind == here.kind:
        return Why.KIND
    return Why.EVERYWHERE if is_everywhere or not learned.kind else None


class Bound(StrEnum):
    """What her own rule asks of a number."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"


class Verdict(StrEnum):
    """What stands in an agreement against a rule of her own."""

    CROSSED = "crossed"
    OPEN = "open"


@dataclass(frozen=True)
class OwnRule:
    """A rule of her own on one term of an agreement."""

    term: str
    bound: Bound
    limit: Decimal


def own_rule_from(kept: Mapping[str, str]) -> OwnRule:
    """Read a rule as it was kept. Raises KeyError, ValueError or ArithmeticError for something else."""
    return OwnRule(kept["term"], Bound(kept["bound"]), Decimal(kept["limit"]))


def judge(rule: OwnRule, value: Decimal | None) -> Verdict | None:
    """Return what is the matter with this value; None when it keeps to the rule."""
    if value is None:
        return Verdict.OPEN
    is_kept = value <= rule.limit if rule.bound is Bound.AT_MOST else value >= rule.limit
    return None if is_kept else Verdict.CROSSED


def question_waves(given: str, waves_on: str) -> bool:
    """Return whether an answer to a question of her own waves: a bit of a yes does, when a yes does."""
    return given == waves_on or (waves_on == "yes" and given == "bit")
