"""What happened and how it felt, with a day: the entries of a history and the private log of feelings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from samenstroom.rules.dimensions import STEPS
from samenstroom.rules.findings import Evidence, Fact, Side
from samenstroom.rules.visibility import Circle

SPOKEN_BY: frozenset[str] = frozenset(
    {
        "rate_below_own",
        "effort_felt_unequal",
        "say_felt_unequal",
        "complaint_kept_inside",
        "messages_dreaded",
        "feels_off",
        "motive_need",
        "motive_flattered",
        "own_rule_dropped",
        "predecessors_failed",
        "idea_loved",
        "stakes_high",
        "urgency_felt",
        "boundary_touched",
        "no_ignored",
        "readiness_heard",
        "reference_heard",
        "price_named",
        "worry_shared",
        "decided",
    }
)
"""Kinds that concern whoever noted them: their line in the history begins with that person."""


class Stance(StrEnum):
    """What the other side said about an entry: it was so, or it was otherwise."""

    SO = "so"
    OTHERWISE = "otherwise"


@dataclass(frozen=True)
class Entry:
    """One dated fact. `kind` is an id of the content file of facts, `by` who noted it, `about` whom it concerns.

    `stance` is how the side that did not note it answered; None is no answer yet. `key` tells two facts of one
    day apart. An entry that was withdrawn is not passed in at all. Raises ValueError for a sealed origin, for
    "both" as a person, and for data that is no plain value.
    """

    kind: str
    on: date
    by: Side | None = None
    about: Side | None = None
    data: Mapping[str, object] = field(default_factory=dict, hash=False)
    origin: Circle = Circle.SHARED
    stance: Stance | None = None
    key: str = ""

    def __post_init__(self) -> None:
        if self.origin not in (Circle.SHARED, Circle.PRIVATE):
            raise ValueError(f"{self.kind}: an entry is shared or private")
        if Side.BOTH in (self.by, self.about):
            raise ValueError(f"{self.kind}: an entry is noted by one side and about one side, or about nobody")
        object.__setattr__(self, "data", {name: plain(value) for name, value in self.data.items()})

    @property
    def whom(self) -> Side | None:
        """Whom it concerns: the party named, or who noted it for what only she can say of herself."""
        return self.by if self.about is None and self.kind in SPOKEN_BY else self.about

    @property
    def is_contested(self) -> bool:
        """Tell whether the other side sees it otherwise."""
        return self.stance == Stance.OTHERWISE

    def number(self, name: str) -> float | None:
        """Return a number of the data; None when it is not known."""
        value = self.data.get(name)
        return float(value) if isinstance(value, int | float) else None

    def day(self, name: str) -> date | None:
        """Return a day of the data; None when it is not known."""
        value = self.data.get(name)
        return date.fromisoformat(value) if isinstance(value, str) and value else None

    def evidence(self) -> Evidence:
        """Return it as a fact under a finding."""
        data: dict[str, Fact] = {name: plain(value) for name, value in self.data.items()}
        if self.key:
            data["key"] = self.key
        return Evidence(self.on, self.kind, self.whom or Side.BOTH, data, self.origin, self.is_contested)


@dataclass(frozen=True)
class Feeling:
    """One line of the private log: a step from 1 (no) to 5 (yes), and whether the head said otherwise.

    `subject` is one of the seven, or her own word. Raises ValueError for a step that does not exist.
    """

    on: date
    step: int
    sussed: bool = False
    subject: str | None = None

    def __post_init__(self) -> None:
        if self.step not in STEPS:
            raise ValueError(f"a feeling is a step from 1 to 5, not {self.step!r}")


def plain(value: object) -> Fact:
    """Return a value that can be kept as JSON: days as ISO text. Raises ValueError for anything else."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if value is None or isinstance(value, int | float | str):
        return value
    raise ValueError(f"no plain value: {value!r}")


def in_order(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return entries by day; within a day in a fixed order that does not depend on who looks or how they came."""
    return tuple(sorted(entries, key=_place))


def _place(entry: Entry) -> tuple[date, str, str, str, str]:
    sides = f"{entry.about}-{entry.by}-{entry.stance}"
    told = "" if entry.key else repr(sorted(entry.data.items()))
    return entry.on, entry.kind, entry.key, told, f"{entry.origin}-{sides}"
