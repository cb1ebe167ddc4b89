"""What a document says of the agreement, as dated facts for the rules: what waits, a no, and what was signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenstroom.agreements.queries.in_force import InForce, terms_of
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side
from samenstroom.watch.shelves.terms import told_of

from .times import day_in, day_of

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Agreed:
    """One document, and how its keys of people are turned into sides for who reads."""

    document: Row
    side_of: Callable[[str | None], Side | None]

    def up_to(self, day: date) -> Iterator[Entry]:
        """What was known on this day: the terms that hold first, then the versions, the newest first."""
        listed = self.document.get("agreement_versions", ())
        known = [row for row in listed if day_in(row, "put_at", day)][::-1]
        signed = [row for row in known if day_in(row, "signed_at", day)]
        holding = [row for row in signed if not day_in(row, "replaced_at", day)]
        for row in [one for one in holding if "amends" not in one][:1]:
            addenda = [one for one in holding if one.get("amends") == row.get("key")]
            yield from told_of(_in_force(row, max(addenda, key=_signed, default=row)), day)
        for row in (one for one in known if "amends" not in one):
            yield from self._version(row, day)

    def _version(self, row: Row, day: date) -> Iterator[Entry]:
        number = row["number"]
        ended = any(day_in(row, name, day) for name in ("withdrawn_at", "declined_at", "signed_at", "expired_at"))
        if not ended and self._other_joined(day):
            by = self.side_of(row.get("put_by"))
            yield Entry("agreement_offered", day_of(row["put_at"]), by=by, about=by, key=f"offered-{number}")
        for refusal in row.get("refusals", ()):
            if day_in(refusal, "declined_at", day):
                by = self.side_of(refusal.get("by"))
                yield Entry("offer_declined", day_of(refusal["declined_at"]), by=by, about=by, key=f"declined-{number}")
        if day_in(row, "signed_at", day) and day_in(row, "replaced_at", day):
            yield Entry("agreement_signed", day_of(row["signed_at"]), key=f"signed-{number}")

    def _other_joined(self, day: date) -> bool:
        people = self.document["people"]
        return any(self.side_of(one["key"]) is Side.OTHER and day_in(one, "joined_at", day) for one in people)


def _signed(row: Row) -> str:
    return str(row["signed_at"])


def _in_force(row: Row, newest: Row) -> InForce:
    """The version that holds, with the terms as the newest addendum left them."""
    content = newest.get("content", {})
    country = str(content.get("jurisdiction", ""))
    return InForce(str(row["number"]), day_of(row["signed_at"]), None, country, terms_of(content))
