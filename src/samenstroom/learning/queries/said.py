"""What she said afterwards herself: the word that goes before everything that was computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from samenstroom.exploring.models import Decision
from samenstroom.rules.decisions import REFUSALS, Choice, Outcome
from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.learning.endings import Label


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


def said_by_table(decisions: Mapping[int, Sequence[Decision]]) -> dict[int, Said]:
    """Collaboration id -> what she said of it; from rows that were read already."""
    return {key: Said(both_glad=_glad(found)) for key, found in decisions.items()}


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
