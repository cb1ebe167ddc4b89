"""A shelf: what one feature lays ready for the page of a collaboration, for Vandaag, and for the rules.

The page, the overview and the gathering of facts do not know the nouns of the features above check-ins one by one; they
go along the shelves. A shelf reads everything for any number of tables at once, in a fixed number of queries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.entries import Entry


@dataclass(frozen=True)
class ShelfRow:
    """One row on the page of a collaboration, the same behind both doors.

    `page` and `parts` name an address of the table. `state` is what it asks of her, said in words, with its `tone`
    (`now` for her turn). `is_offer`: there is nothing behind it yet but the offer to begin. `is_private`: for her
    pocket; such a row is shown to account holders only. `both` is the hint as it reads from either side, for the page
    that shows what the other sees; empty for a row that is not there for the other.
    """

    title: str
    hint: str
    page: str
    parts: Mapping[str, Any] = field(default_factory=dict)
    state: str = ""
    tone: str = "plain"
    icon: str = ""
    is_offer: bool = False
    is_private: bool = False
    both: str = ""


@dataclass(frozen=True)
class Ask:
    """One thing that asks attention: on Vandaag, and first on the other's own side.

    `weight` says how much: alarm 100, a proposal that waits for a yes about 80, a date that came about 60, an offer 30.
    """

    weight: int
    icon: str
    title: str
    line: str
    act: str
    page: str
    parts: Mapping[str, Any] = field(default_factory=dict)
    is_private: bool = False


def _nothing(_visit: Visit, _lies: Any) -> Iterable[Any]:
    return ()


def _no_limits(_visit: Visit, _lies: Any) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Shelf:
    """What one noun lays ready.

    `gather` reads the tables of these visits: collaboration id -> whatever the other functions of this shelf want.
    `rows` and `asks` make words of it. `entries` are dated facts for the rules, each with its circle; what both may see
    is `Circle.SHARED`. `limits` fills fields of a `History` from shared terms (days to pay, hours, days to answer).
    """

    name: str
    gather: Callable[[Person, Sequence[Visit]], Mapping[int, Any]]
    rows: Callable[[Visit, Any], Iterable[ShelfRow]] = _nothing
    asks: Callable[[Visit, Any], Iterable[Ask]] = _nothing
    entries: Callable[[Visit, Any], Iterable[Entry]] = _nothing
    limits: Callable[[Visit, Any], Mapping[str, Any]] = _no_limits
