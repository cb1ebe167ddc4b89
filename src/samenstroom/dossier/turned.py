"""What a document says of priorities, as dated facts for the rules; without a database.

Changes that were told and answered, what both want and is not on paper, and another course that two opened orders show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from samenstroom.adjusting.queries.priorities import RANKING, order_in
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side
from samenstroom.rules.priorities import shift
from samenstroom.watch.shelves.priorities import UNANSWERED

from .times import day_in, day_of

Row = Mapping[str, Any]
SideOf = Callable[[str | None], Side | None]


@dataclass(frozen=True)
class Turner:
    """One document, and how its keys of people and of parties are turned into sides for who reads."""

    document: Row
    side_of: SideOf
    side: SideOf

    def up_to(self, day: date) -> Iterator[Entry]:
        """What was known on this day, the newest first."""
        told = [row for row in self.document.get("priority_changes", ()) if day_in(row, "told_at", day)]
        for row in told[::-1]:
            if not (day_in(row, "withdrawn_at", day) or row.get("counters")):
                yield from self._change(row, day)
        yield from self._courses(told, day)

    def _change(self, row: Row, day: date) -> Iterator[Entry]:
        side, told_on, key = self.side(row["party"]), day_of(row["told_at"]), row.get("key", "")
        answered, noted = day_in(row, "answered_at", day), day_in(row, "noted_at", day)
        if not answered and not noted and day - told_on >= UNANSWERED:
            yield Entry("priorities_changed", told_on, by=side, about=side, key=f"change-{key}")
        is_agreed = bool(noted) or (bool(answered) and row.get("answer") == "yes")
        if answered:
            yield Entry("renegotiated" if is_agreed else "talk_held", answered, key=f"change-answered-{key}")
        said, agreed = row["content"], noted or answered
        touches = said.get("has_paper") and (said.get("terms") or said.get("roles"))
        if agreed and is_agreed and touches and not self._is_signed(row.get("addendum"), day):
            yield Entry("change_unwritten", agreed, key=f"change-unwritten-{key}")

    def _is_signed(self, key: str | None, day: date) -> bool:
        versions = self.document.get("agreement_versions", ())
        return any(key and one.get("key") == key and day_in(one, "signed_at", day) for one in versions)

    def _courses(self, told: Sequence[Row], day: date) -> Iterator[Entry]:
        held = [one for one in self.document.get("exchanges", ()) if one.get("purpose") == RANKING]
        opened = [one for one in held if day_in(one, "revealed_at", day)][::-1]
        for now, before in pairwise(opened):
            on = day_of(now["revealed_at"])
            since = str(before["started_at"])
            tellers = {
                self.side_of(one.get("told_by"))
                for one in told
                if str(one["told_at"]) >= since and not day_in(one, "withdrawn_at", day)
            }
            for side in (Side.SELF, Side.OTHER):
                was, is_now = self._order(before, side), self._order(now, side)
                if side not in tellers and shift(was, is_now).is_course:
                    yield Entry("priorities_changed", on, by=side, about=side, key=f"course-{on}-{side.value}")

    def _order(self, row: Row, side: Side) -> list[str]:
        answers: Sequence[Row] = row.get("answers", ())
        given = next((one for one in answers if self.side(one.get("party")) is side), None) or {}
        return order_in(given.get("values"))
