"""The retold cases, replayed day by day: what was told when, held against what each case asks for.

A case is read as the person in whose words it is told; one that a judge or a mediator tells, as what both share. It
is looked at on every day on which something became known, and every two weeks for a year after that: some things
only weigh when they stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from samenstroom.dossier.history import Teller, teller_of
from samenstroom.dossier.reading import Document, read
from samenstroom.rules.findings import Finding, Level
from samenstroom.rules.indicators import look_at
from samenstroom.rules.remedies import SHOWN

HERE = Path(__file__).parent
LOOKS_AFTER, BETWEEN_LOOKS = 26, timedelta(weeks=2)
HEAVY_ENOUGH: Mapping[str, Level] = {"info": Level.NOTICE, "watch": Level.CONCERN, "alarm": Level.ALARM}
"""The collector's severity, and the level of ours that is as strong by the strictest reading."""


@dataclass(frozen=True)
class Asked:
    """One signal that a case asks for: our codes, its event, the day of that event, the collector's severity."""

    signal: str
    codes: frozenset[str]
    seq: int
    on: date
    severity: str
    because: str = ""

    @property
    def counts(self) -> bool:
        """Whether it is more than information."""
        return self.severity in ("watch", "alarm")

    def is_answered_by(self, finding: Finding) -> bool:
        """Whether this finding says it, and rests on a fact of its event."""
        return finding.level != Level.GOOD and finding.code in self.codes and self.seq in events_under(finding)


@dataclass(frozen=True)
class Answer:
    """What came of one asked signal: the heaviest finding on its day, and the first day on which it stood."""

    asked: Asked
    finding: Finding | None
    first_on: date | None

    @property
    def is_heavy(self) -> bool:
        """Whether it was told as more than a notice."""
        return self.finding is not None and self.finding.level.weight > Level.NOTICE.weight

    @property
    def is_as_strong(self) -> bool:
        """Whether it weighs at least what the collector gave it."""
        return self.finding is not None and self.finding.level.weight >= HEAVY_ENOUGH[self.asked.severity].weight


@dataclass(frozen=True)
class Told:
    """One rule over the whole replay: its heaviest level, and the first day of that."""

    code: str
    level: Level
    on: date


@dataclass(frozen=True)
class Case:
    """One dossier with what the case asks for."""

    name: str
    kind: str
    document: Document
    asked: tuple[Asked, ...] = ()
    first_by: date | None = None
    fitting: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()
    text: str = field(default="")

    @property
    def is_healthy(self) -> bool:
        """Whether nothing above a notice may be told."""
        return self.kind == "healthy"

    @cached_property
    def teller(self) -> Teller:
        """The dossier, read by the person it was made for, or by nobody in particular."""
        return teller_of(self.document, self.document["made_for"] or "")

    @cached_property
    def looks(self) -> Mapping[date, tuple[Finding, ...]]:
        """Everything that was told, day by day."""
        return {day: look_at(self.teller.up_to(day)) for day in self._days()}

    def _days(self) -> list[date]:
        known = self.teller.days()
        later = {day + number * BETWEEN_LOOKS for day in known for number in range(1, LOOKS_AFTER + 1)}
        return sorted({*known, *later, *(one.on for one in self.asked)})

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """What came of everything that was asked, in its order."""
        return tuple(self._answer(one) for one in self.asked)

    def _answer(self, asked: Asked) -> Answer:
        standing = [one for one in self.looks[asked.on] if asked.is_answered_by(one)]
        finding = max(standing, key=lambda one: one.level.weight, default=None)
        first = next((day for day, told in self.looks.items() if any(map(asked.is_answered_by, told))), None)
        return Answer(asked, finding, first)

    @property
    def steps(self) -> Mapping[str, tuple[str, ...]]:
        """The steps shown first with each finding that answers what was asked."""
        return {one.finding.code: one.finding.remedies[:SHOWN] for one in self.answers if one.finding}

    @property
    def has_fitting_step(self) -> bool:
        """Whether one of these steps is one the case asks for."""
        return any(self.fitting & set(steps) for steps in self.steps.values())

    @property
    def in_time(self) -> tuple[Answer, ...]:
        """Which watch or alarm was out by the event at which one must be."""
        by = self.first_by
        return tuple(one for one in self.answers if by and one.finding and one.asked.counts and one.asked.on <= by)

    @property
    def also_told(self) -> tuple[Told, ...]:
        """What was told above a notice, and not asked; for a healthy case all of it is wrong, unless allowed."""
        asked = self.allowed.union(*(one.codes for one in self.asked))
        heavy = (told for told in self._heaviest() if told.level.weight > Level.NOTICE.weight)
        return tuple(told for told in heavy if told.code not in asked)

    def _heaviest(self) -> Iterator[Told]:
        found: dict[str, Told] = {}
        for day, findings in self.looks.items():
            for one in findings:
                if one.code not in found or one.level.weight > found[one.code].level.weight:
                    found[one.code] = Told(one.code, one.level, day)
        yield from sorted(found.values(), key=lambda told: (told.on, told.code))


def events_under(finding: Finding) -> set[int]:
    """The numbers of the events whose facts stand under a finding."""
    keys = (str(fact.data.get("key", "")).split("-") for fact in finding.evidence)
    return {int(key[1]) for key in keys if key[0] == "seq"}


def expectations() -> Mapping[str, Any]:
    """The map file."""
    found: dict[str, Any] = yaml.safe_load((HERE / "expected.yaml").read_text(encoding="utf-8"))
    return found


def cases() -> tuple[Case, ...]:
    """All cases in the order of the map file. Raises DossierError for a dossier that does not fit the format."""
    found = expectations()
    return tuple(_case(name, row, found) for name, row in found["cases"].items())


def _case(name: str, row: Mapping[str, Any], found: Mapping[str, Any]) -> Case:
    return Case(
        name=name,
        kind=row["type"],
        document=read((HERE / f"{name}.json").read_bytes()),
        asked=tuple(_asked(one, found["signals"]) for one in row.get("expected", ())),
        first_by=row["first_by"]["day"] if "first_by" in row else None,
        fitting=_codes(row.get("remedies", ()), found["remedies"]),
        allowed=_codes(row.get("allowed", ()), found["signals"]),
        text=row.get("asks", row.get("trap", "")),
    )


def _asked(row: Mapping[str, Any], signals: Mapping[str, list[str]]) -> Asked:
    return Asked(
        row["signal"], _codes([row["signal"]], signals), row["seq"], row["day"], row["severity"], row.get("because", "")
    )


def _codes(names: Any, words: Mapping[str, list[str]]) -> frozenset[str]:
    return frozenset(code for name in names for code in words[name])
