"""What she said afterwards herself: the word that goes before everything that was computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from samenstroom.exploring.models import Decision
from samenstroom.rules.decisions import REFUSALS, Choice, Outcome
from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.learning.endings import Label, said_of_it

NOBODY = "nobody"
"""A cause that nobody could help: then it teaches no rate."""
NOTHING: Mapping[int, Mapping[str, Any]] = MappingProxyType({})


@dataclass(frozen=True)
class Said:
    """Her own words about one collaboration, as plain values.

    `both_glad`: her look back on the decision to begin. `label`: how it was, `flags`: whether a flag came true,
    `causes`: what it was about, the first one first. What she did not say is None or empty.
    """

    both_glad: bool | None = None
    label: Label | None = None
    flags: Mapping[str, bool] = field(default_factory=dict)
    causes: Sequence[Dimension] = ()

    def before(self, earlier: Said) -> Said:
        """This, and for what is not in it what she said earlier."""
        return Said(
            both_glad=earlier.both_glad if self.both_glad is None else self.both_glad,
            label=self.label or earlier.label,
            flags={**earlier.flags, **self.flags},
            causes=self.causes or earlier.causes,
        )


def said_by_table(
    decisions: Mapping[int, Sequence[Decision]], answers: Mapping[int, Mapping[str, Any]] = NOTHING
) -> dict[int, Said]:
    """Collaboration id -> what she said of it; from rows that were read already.

    `answers`: collaboration id -> her answers when she looked back on the whole (`ended`, `together`, `causes`, and
    `flags` when she said what became of one).
    """
    return {key: _said(found, answers.get(key, {})) for key, found in decisions.items()}


def _said(decisions: Sequence[Decision], answers: Mapping[str, Any]) -> Said:
    causes = [str(one) for one in answers.get("causes", ())]
    own = said_of_it(str(answers.get("ended", "")), str(answers.get("together", "")))
    return Said(
        both_glad=_glad(decisions),
        label=Label.ASIDE if NOBODY in causes and own is not Label.GOOD else own,
        flags={str(key): bool(value) for key, value in answers.get("flags", {}).items()},
        causes=tuple(Dimension(one) for one in causes if one in list(Dimension)),
    )


def _glad(decisions: Sequence[Decision]) -> bool | None:
    """The newest look back on a decision to begin: both or neither. Glad alone is no answer, and a look back on a no
    says nothing about working together.
    """
    clear = {Outcome.BOTH.value: True, Outcome.NEITHER.value: False}
    for one in decisions:
        seen = one.looked_back
        if seen and Choice(one.choice) not in REFUSALS and seen.outcome in clear:
            return clear[seen.outcome]
    return None
