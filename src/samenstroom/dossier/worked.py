"""What a document says of the work, as dated facts for the rules; without a database.

The agreement, small agreements, feedback, decisions, appreciation and the lists of a start. A fact is known from the
day on which it was written down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from samenstroom.rules.entries import Entry, Stance
from samenstroom.rules.feedback import has_reasons
from samenstroom.rules.findings import Side, swapped
from samenstroom.rules.start_lists import is_held_alone

from .agreed import Agreed
from .dealt import Dealer
from .disagreed import Disagreed
from .hours import hours_up_to
from .times import day_in, day_of
from .turned import Turner

Row = Mapping[str, Any]
SideOf = Callable[[str | None], Side | None]


@dataclass(frozen=True)
class Worker:
    """One document, and how its keys of people and of parties are turned into sides for who reads."""

    document: Row
    side_of: SideOf
    side: SideOf

    def up_to(self, day: date) -> Iterator[Entry]:
        """What was known on this day."""
        yield from Agreed(self.document, self.side_of).up_to(day)
        yield from Dealer(self.document, self.side_of, self.side).up_to(day)
        yield from Turner(self.document, self.side_of, self.side).up_to(day)
        yield from Disagreed(self.document, self.side_of).up_to(day)
        yield from self._feedback(day)
        yield from self._decisions(day)
        yield from self._appreciations(day)
        yield from self._lists(day)
        yield from hours_up_to(self.document.get("contributions", ()), self.side, day)

    def _known(self, section: str, moment: str, day: date) -> Iterator[tuple[int, Row]]:
        for at, row in enumerate(self.document.get(section, ()), start=1):
            if day_in(row, moment, day):
                yield at, row

    def _feedback(self, day: date) -> Iterator[Entry]:
        for at, row in self._known("feedback_given", "shared_at", day):
            said, by = row["said"], self.side_of(row.get("by"))
            about = by if row["direction"] == "given" or by is None else swapped(by)
            told: dict[str, Any] = {"on": day_of(row["said_on"]), "by": by, "about": about, "key": f"feedback-{at}"}
            if has_reasons(ground=str(said.get("ground", "")), why=str(said.get("why", ""))):
                yield Entry("feedback_with_reasons", **told)
            elif not said.get("proposal"):
                yield Entry("criticism_without_reasons", **told)

    def _decisions(self, day: date) -> Iterator[Entry]:
        for at, row in self._known("decisions_made", "noted_at", day):
            if day_in(row, "withdrawn_at", day):
                continue
            content = row["content"]
            told: dict[str, Any] = {
                "on": day_of(row["decided_on"]), "by": self.side_of(row.get("noted_by")),
                "about": self.side(row.get("decided_by")), "stance": _stance(row.get("words", ()), day),
                "key": f"decided-{at}",
            }  # fmt: skip
            yield Entry("decision_made", **told)
            if content.get("advice") == "overruled":
                yield Entry("advice_overruled", **told)
            if content.get("hours_undone"):
                yield Entry("work_redone", **told, data={"hours": Decimal(content["hours_undone"])})

    def _appreciations(self, day: date) -> Iterator[Entry]:
        for at, row in self._known("appreciated", "given_at", day):
            by = self.side_of(row.get("by"))
            yield Entry("appreciation_given", day_of(row["given_at"]), by=by, about=by, key=f"appreciated-{at}")

    def _lists(self, day: date) -> Iterator[Entry]:
        for at, row in self._known("start_entries", "added_at", day):
            if day_in(row, "dropped_at", day) or day_in(row, "done_at", day):
                continue
            content, due = row["content"], row.get("due_on")
            holder = str(content.get("holder", ""))
            alone = is_held_alone("first" if self.side(holder or None) and holder != "both" else "", _backup(content))
            if row["list"] == "access" and alone:
                since = day_of(row.get("changed_at", row["added_at"]))
                yield Entry("access_one_person", since, about=self.side(holder), key=f"access-{at}")
            elif row["list"] == "ready" and due and day_of(due) < day:
                late = {"days": (day - day_of(due)).days}
                yield Entry("information_missing", day_of(due), data=late, key=f"ready-{at}")


def _backup(content: Row) -> str:
    return str(content.get("backup", ""))


def _stance(words: Sequence[Row], day: date) -> Stance | None:
    """The last word of the side that did not note it, by this day."""
    said = [one for one in words if one.get("stance") and day_in(one, "said_at", day)]
    return Stance(max(said, key=lambda one: str(one["said_at"]))["stance"]) if said else None
