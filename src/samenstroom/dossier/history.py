"""What a document tells the rules, for one side and up to a day; without a database.

An entry is known from the day it was written down, an answer of a round from the day it opened, a term from the day
it holds: so a document can be asked what was known in March. Without `private` only what both sides share is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from samenstroom import content
from samenstroom.exploring.facts import entries_up_to, unsaid
from samenstroom.rules.answers import CheckIn
from samenstroom.rules.entries import Entry, Feeling, Stance
from samenstroom.rules.facts import History, RoundFacts
from samenstroom.rules.findings import Side
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.visibility import Circle

from .explored import Explorer
from .pauses import pauses_up_to
from .problem import DossierError
from .times import day_in, day_of
from .worked import Worker

Row = Mapping[str, Any]

LIMITS: Mapping[str, type[int] | type[float]] = {
    "payment_days": int, "hours_per_period": float, "response_days": int, "notice_days": int,
}  # fmt: skip
"""Terms that the rules use: name -> what their number is."""

IN_NUMBERS = ("amount", "hours")
"""Data that may be written as text, so that no cent is lost."""

USUAL_RHYTHM = 2  # weeks


@dataclass(frozen=True)
class Told:
    """One entry with the days between which it counts."""

    known_on: date
    gone_on: date | None
    row: Row
    key: str


@dataclass(frozen=True)
class Teller:
    """One document, read by one person (`reader` is her key); `private` when what is hers alone counts too."""

    document: Row
    reader: str
    private: bool

    @property
    def name(self) -> str:
        """The name of who reads."""
        return str(self._people[self.reader]["name"])

    @property
    def other_name(self) -> str:
        """The first name of who speaks for the other side."""
        other = next(one for one in self.document["parties"] if one["key"] != self._my_party)
        first = next(one["key"] for one in self._people.values() if one["party"] == other["key"])
        return first_name(self._people[other.get("speaker", first)])

    @property
    def my_name(self) -> str:
        """The first name of who reads."""
        return first_name(self._people[self.reader])

    @cached_property
    def _people(self) -> Mapping[str, Row]:
        return {one["key"]: one for one in self.document["people"]}

    @cached_property
    def _my_party(self) -> str:
        return str(self._people[self.reader]["party"])

    @cached_property
    def _own(self) -> Row:
        own: Row = self.document.get("own", {}) if self.private else {}
        return own

    @cached_property
    def _explorer(self) -> Explorer:
        return Explorer(self.document, self._own)

    @property
    def _worker(self) -> Worker:
        return Worker(self.document, self._side_of, self._side)  # not kept: the two would hold each other

    @cached_property
    def _entries(self) -> tuple[Told, ...]:
        listed = enumerate(self.document.get("entries", ()), start=1)
        return tuple(
            Told(_known_on(row), _gone_on(row), row, row.get("key", f"e{number}"))
            for number, row in listed
            if self.private or row.get("circle") != Circle.PRIVATE.value
        )

    @cached_property
    def _facts(self) -> tuple[Told, ...]:
        """The entries of a kind that the rules may know; acts in the app and unknown kinds count for nothing."""
        return tuple(one for one in self._entries if one.row["kind"] in known_kinds())

    def days(self) -> list[date]:
        """Every day on which something became known to her, in order."""
        found = {one.known_on for one in self._entries}
        found |= {one.gone_on for one in self._entries if one.gone_on}
        found |= set(self._days_of_rounds())
        found |= set(self._explorer.days())
        for name, field in (("check_ins", "sent_at"), ("feelings", "felt_at")):
            found |= {day_of(row[field]) for row in self._own.get(name, ()) if field in row}
        return sorted(found)

    def _days_of_rounds(self) -> Iterator[date]:
        for row in self.document.get("rounds", ()):
            yield day_of(row["opened_on"])
            yield from (day_of(row[field]) for field in ("revealed_at", "closed_at") if field in row)
            yield from (day_of(one["sent_at"]) for one in row.get("answers", ()) if "sent_at" in one)

    def up_to(self, day: date) -> History:
        """The history as it was known on this day."""
        rhythm = self._rhythm(day)
        return History(
            today=day,
            rhythm_weeks=rhythm["weeks"] if rhythm else USUAL_RHYTHM,
            rhythm_accepted_on=day_of(rhythm["accepted_at"]) if rhythm else None,
            rounds=tuple(self._rounds(day)),
            own_solo=tuple(self._solo(day)),
            other_takes_part=self._takes_part(day, is_mine=False),
            self_takes_part=self._takes_part(day, is_mine=True),
            pauses=pauses_up_to(self.document.get("pauses", ()), day),
            entries=self._noted_and_explored(day),
            feelings=tuple(self._feelings(day)),
            stage=self._stage(day),
            kind=self.document["collaboration"]["kind"],
            started_on=self._started_on(day),
            **self._limits(day),
        )

    def _noted_and_explored(self, day: date) -> tuple[Entry, ...]:
        noted = tuple(self._entry(one, day) for one in self._facts if _counts(one, day))
        found = (*entries_up_to(day, self._explorer.up_to(day)), *self._worker.up_to(day))
        return (*noted, *unsaid(found, noted))

    def _entry(self, one: Told, day: date) -> Entry:
        row = one.row
        return Entry(
            kind=row["kind"],
            on=day_of(row["on"]),
            by=self._side_of(row.get("by")),
            about=self._side(row.get("about")),
            data=_numbers(row.get("data", {})),
            origin=Circle(row.get("circle", Circle.SHARED.value)),
            stance=self._stance(row, day),
            key=one.key,
        )

    def _stance(self, row: Row, day: date) -> Stance | None:
        """How the side that did not write it sees it, by this day."""
        writer = self._side_of(row.get("by"))
        said = [
            one
            for one in row.get("answers", ())
            if writer and self._side_of(one["by"]) != writer and day_of(one["answered_at"]) <= day
        ]
        return Stance(max(said, key=lambda one: str(one["answered_at"]))["stance"]) if said else None

    def _side(self, party: str | None) -> Side | None:
        if party is None:
            return None
        return Side.SELF if party == self._my_party else Side.OTHER

    def _side_of(self, person: str | None) -> Side | None:
        return self._side(self._people[person]["party"]) if person else None

    def _rounds(self, day: date) -> Iterator[RoundFacts]:
        for row in self.document.get("rounds", ()):
            if day_of(row["opened_on"]) > day:
                continue
            answers = {self._side(one["party"]): one for one in row.get("answers", ())}
            mine, theirs = answers.get(Side.SELF, {}), answers.get(Side.OTHER, {})
            revealed_on = day_in(row, "revealed_at", day)
            yield RoundFacts(
                number=row["number"],
                opened_on=day_of(row["opened_on"]),
                closed_on=day_in(row, "closed_at", day),
                revealed_on=revealed_on,
                self_sent_on=day_in(mine, "sent_at", day),
                other_sent_on=day_in(theirs, "sent_at", day),
                self_answers=mine.get("values", {}) if revealed_on else None,
                other_answers=theirs.get("values", {}) if revealed_on else None,
            )

    def _rhythm(self, day: date) -> Row | None:
        """The rhythm that ran on this day."""
        rows = [row for row in self.document.get("rhythms", ()) if day_in(row, "accepted_at", day)]
        running = [row for row in rows if not day_in(row, "ended_at", day)]
        return max(running, key=lambda row: str(row["accepted_at"]), default=None)

    def _takes_part(self, day: date, *, is_mine: bool) -> bool:
        """Whether somebody of this side sat at the table: by what the record says of coming and going."""
        members = {key for key, one in self._people.items() if (one["party"] == self._my_party) is is_mine}
        moves = [one for one in self._entries if one.row["kind"] in ("joined", "left") and one.known_on <= day]
        last = [one.row["kind"] for one in moves if one.row.get("by") in members]
        if last:
            return bool(last[-1] == "joined")
        rounds = self.document.get("rounds", ())
        party = {self._people[key]["party"] for key in members}
        has_sent = any("sent_at" in one and one["party"] in party for row in rounds for one in row.get("answers", ()))
        return has_sent or any("joined_at" in self._people[key] for key in members)

    def _stage(self, day: date) -> Stage:
        """The shared stage on this day, by the moves that were written down."""
        moves = [one.row for one in self._entries if one.row["kind"] == "stage_moved"]
        dated = sorted((row for row in moves if {"from", "to"} <= set(row.get("data", {}))), key=_written)
        before = [row for row in dated if _known_on(row) <= day]
        if before:
            return Stage(before[-1]["data"]["to"])
        return Stage(dated[0]["data"]["from"] if dated else self.document["collaboration"]["stage"])

    def _started_on(self, day: date) -> date | None:
        days = (day_of(one.row["on"]) for one in self._entries if one.row["kind"] == "work_started")
        return min((found for found in days if found <= day), default=None)

    def _solo(self, day: date) -> Iterator[CheckIn]:
        for row in self._own.get("check_ins", ()):
            if day_in(row, "sent_at", day):
                yield CheckIn(on=day_of(row["answered_on"]), sent=True, values=row.get("values", {}))

    def _feelings(self, day: date) -> Iterator[Feeling]:
        for row in self._own.get("feelings", ()):
            on = day_of(row["felt_at"])
            if on <= day:
                yield Feeling(on, row["step"], row.get("sussed", False), row.get("subject"))

    def _limits(self, day: date) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for row in sorted(self.document.get("terms", ()), key=lambda one: str(one["on"])):
            number, holds = row["value"], day_of(row["on"]) <= day and not day_in(row, "until", day)
            is_number = isinstance(number, int | float) and not isinstance(number, bool)
            if row["name"] in LIMITS and holds and is_number:
                found[row["name"]] = LIMITS[row["name"]](number)
        return found


def teller_of(document: Row, name: str = "") -> Teller:
    """Who reads: the person with this key or name, or without one the first party, of what both share.

    What is private counts only for the person the document was made for. Raises DossierError for an unknown name.
    """
    people = document["people"]
    if not name:
        first = document["parties"][0]
        key = first.get("speaker") or next(one["key"] for one in people if one["party"] == first["key"])
        return Teller(document, key, private=False)
    wanted = name.strip().casefold()
    for one in people:
        if wanted in (one["key"], one["name"].casefold(), first_name(one).casefold()):
            return Teller(document, one["key"], private=one["key"] == document.get("made_for"))
    raise DossierError("nobody_called", ("people",), name=name, names=", ".join(one["name"] for one in people))


@cache
def known_kinds() -> frozenset[str]:
    """The kinds of dated facts."""
    return frozenset(one["id"] for one in content.load("facts", "nl")["facts"])


def first_name(person: Row) -> str:
    """The first word of her name."""
    return str(person["name"]).split(" ")[0]


def _written(row: Row) -> tuple[str, str]:
    return str(row["on"]), str(row.get("recorded_at", ""))


def _known_on(row: Row) -> date:
    return max(day_of(row["on"]), day_of(row["recorded_at"])) if "recorded_at" in row else day_of(row["on"])


def _gone_on(row: Row) -> date | None:
    return day_of(row["withdrawn_at"]) if "withdrawn_at" in row else None


def _counts(one: Told, day: date) -> bool:
    return one.known_on <= day and (one.gone_on is None or one.gone_on > day)


def _numbers(data: Row) -> dict[str, Any]:
    return {name: float(value) if name in IN_NUMBERS else value for name, value in data.items()}
