"""Disagreements and attempts of a dossier as dated facts, known from the day on which they happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenstroom.rules.attempts import Said, says_it_did_not_help
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side

from .times import day_in, day_of

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Disagreed:
    """One document, and whose key a person is for who reads."""

    document: Row
    side_of: Callable[[str | None], Side | None]

    def up_to(self, day: date) -> Iterator[Entry]:
        """What was known on this day."""
        for at, row in enumerate(self.document.get("disagreements", ()), start=1):
            if day_in(row, "opened_at", day):
                yield from self._one(f"disagreement-{at}", row, day)
        yield from self._attempts(day)

    def _one(self, key: str, row: Row, day: date) -> Iterator[Entry]:
        data = {"item": row["dimension"]}
        opener = self.side_of(row.get("opened_by"))
        yield Entry("disagreement_opened", day_of(row["opened_at"]), by=opener, key=key, data=data)
        is_solved = day_in(row, "solved_at", day)
        if is_solved:
            yield Entry("disagreement_solved", day_of(row["solved_at"]), key=key, data=data)
        rested = row["solved_at"] if is_solved else row["aside_at"] if day_in(row, "aside_at", day) else None
        moves: Sequence[Row] = [one for one in row.get("moves", ()) if day_in(one, "moved_at", day)]
        for at, move in enumerate(moves):
            over = moves[at + 1]["began_on"] if at + 1 < len(moves) else rested and day_of(rested)
            step = {**data, "due_on": move.get("due_on"), "over_on": over}
            by, began_on = self.side_of(move.get("moved_by")), day_of(move["began_on"])
            yield Entry("ladder_step", began_on, by=by, key=f"{key}-{move['step']}", data=step)

    def _attempts(self, day: date) -> Iterator[Entry]:
        looks = {one["key"]: one for one in self.document.get("exchanges", ()) if "key" in one}
        for at, row in enumerate(self.document.get("attempts", ()), start=1):
            look = looks.get(row.get("exchange", ""))
            if look is None or "dropped_at" in row or not day_in(look, "revealed_at", day):
                continue
            said = [one.get("values", {}).get("said") for one in look.get("answers", ())]
            if all(one in set(Said) for one in said) and says_it_did_not_help(tuple(Said(one) for one in said)):
                yield Entry("repair_unhelped", day_of(look["revealed_at"]), key=f"attempt-{at}")
