"""What is kept about somebody, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from samenstroom import content
from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.language import language
from samenstroom.privacy.queries.kept import KeptKind, kept_here, kept_of


@dataclass(frozen=True)
class KeptRow:
    """One kind of things, how many, whose, why it is kept and how long."""

    title: str
    count: int
    is_shared: bool
    why: str
    how_long: str


def kept_rows(person: Person) -> list[KeptRow]:
    """What is kept of her, in the order of the content file."""
    return _rows(kept_of(person))


def own_rows_here(visit: Visit) -> list[KeptRow]:
    """What is hers alone at one collaboration."""
    return _rows(kept_here(visit))


def _rows(kept: Iterable[KeptKind]) -> list[KeptRow]:
    counts = {one.group: one.count for one in kept}
    return [
        KeptRow(one["title"], counts[one["id"]], one["whose"] == "both", one["why"], one["how_long"])
        for one in texts()["groups"]
        if one["id"] in counts
    ]


def texts() -> Mapping[str, Any]:
    """The words of the pages about what is kept."""
    return content.load("kept", language())
