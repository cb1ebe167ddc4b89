"""What a document says that was explored, as plain values for the rules; without a database.

The boundaries and the room of a person are not in a dossier, so what is measured against those is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenstroom.exploring.facts import Decided, Explored, Outcome, Readiness, Trial, Waved
from samenstroom.exploring.flags import reading_of
from samenstroom.exploring.models import ReadinessAnswer, Scan
from samenstroom.exploring.wording.readiness import holding_back
from samenstroom.rules.decisions import Choice

from .times import day_in, day_of

Row = Mapping[str, Any]

OUTCOMES: Mapping[str, Outcome] = {
    Choice.GO.value: Outcome.GO,
    Choice.TRIAL.value: Outcome.TRIAL,
    Choice.LATER.value: Outcome.NOT_NOW,
    Choice.NO.value: Outcome.NO,
}

MOMENTS: Mapping[str, tuple[str, ...]] = {
    "scans": ("finished_at",),
    "decisions": ("decided_at",),
    "readiness_answers": ("sent_at",),
    "references_asked": ("sent_at", "noted_at"),
}
"""When something explored becomes known: section under `own` -> fields."""


@dataclass(frozen=True)
class Explorer:
    """One document; `own` is what is private to who reads it, empty when only what both share counts."""

    document: Row
    own: Row

    def days(self) -> Iterator[date]:
        """Every day on which something explored became known."""
        for section, fields in MOMENTS.items():
            yield from (day_of(row[name]) for row in self.own.get(section, ()) for name in fields if name in row)
        for row in self.document.get("trials", ()):
            yield from (day_of(row[name]) for name in ("agreed_at", "outside_at", "dropped_at") if name in row)
        for row in self.document.get("exchanges", ()):
            if "revealed_at" in row:
                yield day_of(row["revealed_at"])

    def up_to(self, day: date) -> Explored:
        """What was known on this day."""
        return Explored(
            flags=tuple(self._flags(day)),
            decisions=tuple(self._decisions(day)),
            readiness=tuple(
                Readiness(day_of(row["sent_at"]), holding_back(ReadinessAnswer(answers=row["answers"])))
                for row in self._known("readiness_answers", "sent_at", day)
            ),
            references=tuple(self._heard(day)),
            trials=tuple(self._trials(day)),
        )

    def _known(self, section: str, field: str, day: date) -> list[Row]:
        return [row for row in self.own.get(section, ()) if day_in(row, field, day)]

    def _flags(self, day: date) -> Iterator[Waved]:
        """What waves in the scan she finished last."""
        for row in _newest(self._known("scans", "finished_at", day), "finished_at"):
            on, scan = day_of(row["finished_at"]), Scan(answers=row.get("answers", {}))
            yield from (Waved(one.flag.stands_for, on) for one in reading_of(scan).waving if one.flag.stands_for)

    def _decisions(self, day: date) -> Iterator[Decided]:
        first = self._first_contact(day)
        for row in self._known("decisions", "decided_at", day):
            if "choice" in row:
                on = day_of(row["decided_at"])
                yield Decided(on, OUTCOMES[row["choice"]], (on - first).days if first and first <= on else None)

    def _first_contact(self, day: date) -> date | None:
        """The first trace of the other in what she kept."""
        traces = (("readiness_answers", "sent_at"), ("feelings", "felt_at"), ("scans", "finished_at"))
        rows = ((row, field) for name, field in traces for row in self._known(name, field, day))
        return min((day_of(row.get("started_at", row[field])) for row, field in rows), default=None)

    def _heard(self, day: date) -> Iterator[date]:
        for row in self.own.get("references_asked", ()):
            on = day_of(row["sent_at"]) if "sent_at" in row else day_in(row, "noted_at", day)
            if on and on <= day:
                yield on

    def _trials(self, day: date) -> Iterator[Trial]:
        """Trials that lie on the table; what was replaced or taken off counts for nothing."""
        exchanges = {row["key"]: row for row in self.document.get("exchanges", ()) if "key" in row}
        for number, row in enumerate(self.document.get("trials", ()), start=1):
            if not any(day_in(row, name, day) for name in ("replaced_at", "dropped_at")):
                look = exchanges.get(row.get("exchange", ""), {})
                agreed = row.get("agreed_at", row.get("outside_at"))
                yield Trial(f"t{number}", day_of(agreed) if agreed else None, day_in(look, "revealed_at", day))


def _newest(rows: Iterable[Row], field: str) -> Sequence[Row]:
    return sorted(rows, key=lambda row: str(row[field]))[-1:]
