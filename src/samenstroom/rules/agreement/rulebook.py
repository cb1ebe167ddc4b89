"""The rules of the check as data, with where each comes from and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from samenstroom.rules.agreement.grammar import Condition
from samenstroom.rules.agreement.terms import Term, Value, Values

OWN_RULE = "own rule"
UNSOURCED = "unsourced, verify"
ANYWHERE = "any"


class Level(StrEnum):
    """How much it matters: void, forbidden or contradictory; risky; better said."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True)
class Step:
    """A fact (without clause) or a term gets this value."""

    clause: str | None
    name: str
    value: Value | None


@dataclass(frozen=True)
class Fix:
    """What mends it in one go: a clause that is added when it is not there, then facts and terms with a new value.

    `starting`: per country, the terms that clause starts with.
    """

    add_clause: str | None = None
    starting: Mapping[str, Values] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Example:
    """The smallest change to a new agreement that makes the rule fire."""

    terms: Values
    added: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """One rule. `known_on` is the newest day on its source, or the day it was read when the source has no date."""

    id: str
    jurisdiction: str
    clause: str
    condition: Condition
    severity: Level
    fix: Fix | None
    audience: str
    legal_basis: str
    source: str
    known_on: date | None
    source_dated: bool
    certainty: str
    example: Example

    @property
    def is_unsourced(self) -> bool:
        """Nobody found a source yet."""
        return self.source == UNSOURCED

    @property
    def is_private(self) -> bool:
        """Reads something only one party knows; only that party may see that it fired."""
        return self.audience != "both"

    @property
    def level(self) -> Level:
        """Its severity; never an error when its source is missing or weak."""
        weak = self.certainty == "low" or self.is_unsourced
        return Level.WARNING if weak and self.severity is Level.ERROR else self.severity


@dataclass(frozen=True)
class Rulebook:
    """All rules of one day. `terms` are the names they read; `clauses` the codes in the order of an agreement."""

    version: int
    compiled_on: date
    terms: tuple[Term, ...]
    clauses: tuple[str, ...]
    rules: tuple[Rule, ...]

    def term(self, name: str) -> Term | None:
        """The term with this name."""
        return next((one for one in self.terms if one.name == name), None)
