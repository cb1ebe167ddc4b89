"""An agreement as the rules read it: facts, and clauses with their terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from samenstroom.rules.agreement.terms import Term, Value, Values


@dataclass(frozen=True)
class Document:
    """`jurisdiction` and `kind` are facts too; what is not in `facts` or in the terms of a clause was not filled in."""

    jurisdiction: str
    kind: str
    facts: Values = field(default_factory=dict)
    clauses: Mapping[str, Values] = field(default_factory=dict)

    def values(self, terms: Iterable[Term]) -> dict[str, Value | None]:
        """Every declared name with its value, or None. A clause that is not there gives None for all its terms."""
        found: dict[str, Value | None] = {}
        for term in terms:
            held = self.facts if term.clause is None else self.clauses.get(term.clause, {})
            found[term.name] = held.get(term.name)
        return found | {"jurisdiction": self.jurisdiction, "kind": self.kind}
