"""Outlines as they are read: plain content, and the same with days, in the shape of the rows it was drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import Talk
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.visibility import private_rows
from samenstroom.exploring.models import Feeling, Scan
from samenstroom.learning.models import Outline
from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.findings import Evidence, Finding, Level, Side, record
from samenstroom.rules.learning.endings import Label
from samenstroom.rules.learning.outlines import Quarter
from samenstroom.rules.learning.yields import Yield
from samenstroom.watch.models import ShownFinding

from .said import Said

NOON = time(12, tzinfo=UTC)
TALK = "talk_held"
"""The kind of line that says that they talked."""
FROM_OUTLINE = "outline"
"""The kind of fact under a signal of which only the outline is left."""


@dataclass(frozen=True)
class KeptEstimate:
    """An estimate of which it is known what came, without its words."""

    on: date
    percent: int
    came_true: bool
    is_decision: bool


@dataclass(frozen=True)
class Kept:
    """What an outline adds to a case, with days. Rows in it were never saved: they hold what the outline holds.

    `told`: kind of remedy -> her words for whether it helped. `traits` are those that were known when it was drawn.
    """

    key: str
    is_loose: bool
    quarter: Quarter
    kind: str
    how: str
    ended_on: date | None
    said: Said
    closing: Mapping[str, str]
    scans: Sequence[Scan]
    feelings: Sequence[Feeling]
    shown: Sequence[ShownFinding]
    talks: Sequence[Talk]
    lines: Sequence[HistoryLine]
    answers: Sequence[tuple[date, Mapping[str, int | None]]]
    told: Mapping[str, Sequence[str]]
    estimates: Sequence[KeptEstimate]
    traits: Mapping[str, bool | None] = field(hash=False)
    sums: Yield
    payments: tuple[int, int]
    energy: int | None


@dataclass(frozen=True)
class Drawn:
    """One outline, as plain values."""

    public_id: str
    collaboration_id: int | None
    content: Mapping[str, Any] = field(hash=False)

    @property
    def quarter(self) -> Quarter:
        return Quarter(int(self.content["year"]), int(self.content["quarter"]))

    def kept(self, began_on: date | None = None) -> Kept:
        """With days: true ones where the collaboration is still there, otherwise from the first day of its quarter."""
        return _Reading(self, began_on).kept()


def drawn_of(person: Person) -> list[Drawn]:
    """Her outlines in which something is drawn; one query."""
    rows = private_rows(Outline.objects.all(), seen_by=person).order_by("pk")
    return [Drawn(one.public_id, one.collaboration_id, one.content) for one in rows if one.content]


def outline_by_id(person: Person, public_id: str) -> Outline | None:
    """One outline of hers in which something is drawn."""
    found = private_rows(Outline.objects.filter(public_id=public_id), seen_by=person).first()
    return found if found is not None and found.content else None


class _Reading:
    """One outline on its way to days."""

    def __init__(self, drawn: Drawn, began_on: date | None) -> None:
        self.drawn, self.began_on = drawn, began_on
        self.parts: Sequence[Mapping[str, Any]] = [drawn.content.get("own", {}), drawn.content.get("both", {})]

    def kept(self) -> Kept:
        """All of it."""
        content = self.drawn.content
        return Kept(
            key=self.drawn.public_id,
            is_loose=self.began_on is None,
            quarter=self.drawn.quarter,
            kind=str(content.get("kind", "")),
            how=str(content.get("how", "")),
            ended_on=None if content.get("ended") is None else self._on(content["ended"]),
            said=_said(self.parts[0]),
            closing=self._first("closing") or {},
            scans=[self._scan(one) for one in reversed(self._all("scans"))],
            feelings=[
                Feeling(felt_at=self._at(one["day"]), step=one["step"], sussed=one["sussed"])
                for one in self._all("feelings")
            ],
            shown=[self._shown(one) for one in self._all("findings")],
            talks=[
                Talk(held_on=self._maybe(one.get("day")), helped=one.get("helped", "")) for one in self._all("talks")
            ],
            lines=[HistoryLine(kind=TALK, happened_on=self._on(day)) for day in self._all("talked")],
            answers=[(self._on(one["day"]), one["values"]) for one in self._all("answers")],
            told={kind: self._all(f"{kind}s") for kind in ("repair", "attempt", "own_attempt")},
            estimates=[
                KeptEstimate(self._on(one["day"]), one["percent"], one["came"], one["of"] == "decision")
                for one in self._all("estimates")
            ],
            traits=dict(content.get("traits", {})),
            sums=_sums(self._first("sums") or {}),
            payments=tuple(self._first("payments") or (0, 0)),
            energy=self._first("energy"),
        )

    def _all(self, name: str) -> list[Any]:
        return [one for part in self.parts for one in part.get(name, ())]

    def _first(self, name: str) -> Any:
        return next((part[name] for part in self.parts if part.get(name)), None)

    def _on(self, days: int) -> date:
        start = self.began_on or self.drawn.quarter.first_day
        return start + timedelta(days=days)

    def _maybe(self, days: int | None) -> date | None:
        return None if days is None else self._on(days)

    def _at(self, days: int) -> datetime:
        return datetime.combine(self._on(days), NOON)

    def _scan(self, one: Mapping[str, Any]) -> Scan:
        answers = {flag: {"given": given, "note": ""} for flag, given in one["flags"].items()}
        return Scan(public_id="", finished_at=self._at(one["day"]), answers=answers)

    def _shown(self, one: Mapping[str, Any]) -> ShownFinding:
        since = self._on(one["since"])
        finding = Finding(
            code=one["code"],
            dimension=Dimension(one["dimension"]) if one.get("dimension") else None,
            level=Level(one["level"]),
            since=since,
            side=Side.BOTH,
            evidence=(Evidence(since, FROM_OUTLINE, Side.BOTH, {}),),
            certainty=1,
            remedies=(),
            rule_version=0,
            variant="",
        )
        return ShownFinding(
            finding=record(finding), shown_at=self._at(one["day"]), talked_on=self._maybe(one.get("talked")),
            helped=one.get("helped", ""),
        )  # fmt: skip


def _said(own: Mapping[str, Any]) -> Said:
    said = own.get("said", {})
    return Said(
        both_glad=said.get("glad"),
        label=Label(said["label"]) if said.get("label") else None,
        flags=dict(own.get("fates", {})),
        causes=tuple(Dimension(one) for one in said.get("causes", ())),
    )


def _sums(told: Mapping[str, int]) -> Yield:
    return Yield(**{name: Decimal(amount) for name, amount in told.items()})


def loose(drawn: Iterable[Drawn], tables: Iterable[int]) -> list[Drawn]:
    """Those of which the collaboration is not among these tables any more."""
    here = set(tables)
    return [one for one in drawn if one.collaboration_id not in here]
