"""The small interface of every indicator."""

from collections.abc import Callable
from dataclasses import dataclass

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Finding


@dataclass(frozen=True)
class Indicator:
    """One rule: its id, the dimension it always concerns (None: it differs), the fields of the history it
    needs, its version, its numbers, and the function that looks.

    `kinds` are the entries it reads as evidence; `absorbs` the rules whose finding is left out when all its facts
    stand under this one already.
    """

    id: str
    dimension: Dimension | None
    needs: tuple[str, ...]
    version: int
    defaults: object
    look: Callable[[History], tuple[Finding, ...]]
    kinds: tuple[str, ...] = ()
    absorbs: frozenset[str] = frozenset()
