"""What a document says of small agreements, as dated facts for the rules; without a database.

Deals that were read back, extra work and advice. A fact is known from the day on which it was written down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenstroom.rules.entries import Entry, Stance
from samenstroom.rules.findings import Side, swapped

from .times import day_in, day_of

Row = Mapping[str, Any]
SideOf = Callable[[str | None], Side | None]


@dataclass(frozen=True)
class Dealer:
    """One document, and how its keys of people and of parties are turned into sides for who reads."""

    document: Row
    side_of: SideOf
    side: SideOf

    def up_to(self, day: date) -> Iterator[Entry]:
        """What was known on this day, of each kind the newest first."""
        yield from self._readbacks(day)
        for key, row in self._known("extra_work", "put_at", day):
            yield from self._extra(key, row, day)
        yield from self._advices(day)

    def _known(self, section: str, moment: str, day: date) -> list[tuple[str, Row]]:
        listed = enumerate(self.document.get(section, ()), start=1)
        return [(f"{section}-{at}", row) for at, row in listed if day_in(row, moment, day)][::-1]

    def _readbacks(self, day: date) -> Iterator[Entry]:
        for key, row in self._known("readbacks", "put_at", day):
            if day_in(row, "withdrawn_at", day) or day_in(row, "replaced_at", day):
                continue
            confirmed, contested = day_in(row, "confirmed_at", day), day_in(row, "contested_at", day)
            yield Entry(
                "deal_spoken", day_of(row["agreed_on"]), by=self.side_of(row.get("put_by")), key=key,
                stance=Stance.SO if confirmed else Stance.OTHERWISE if contested else None,
                data=_numbers(amount=row.get("terms", {}).get("fee_amount_eur")),
            )  # fmt: skip

    def _extra(self, key: str, row: Row, day: date) -> Iterator[Entry]:
        by, asker, offer = self.side_of(row.get("put_by")), self.side(row.get("asked_by")), _newest_offer(row, day)
        agreed, dropped = day_in(row, "agreed_at", day), day_in(row, "dropped_at", day)
        is_refused = bool(dropped and row.get("dropped_by") and self.side_of(row["dropped_by"]) != asker)
        has_price = bool(offer.get("is_free") or offer.get("amount") or offer.get("hours"))
        hours = _numbers(hours=offer.get("hours"))
        if agreed or is_refused or not (dropped or has_price):
            yield Entry("extra_work_asked", day_of(row["put_at"]), by=by, about=asker, key=key, data=hours)
        if agreed:
            amount = None if offer.get("is_free") else offer.get("amount")
            yield Entry("extra_work_agreed", agreed, by=by, key=key, data={**hours, **_numbers(amount=amount)})
        if is_refused and dropped:
            other = swapped(asker) if asker else None
            yield Entry("offer_declined", dropped, by=other, about=other, key=key)

    def _advices(self, day: date) -> Iterator[Entry]:
        for key, row in self._known("advices", "given_at", day):
            answered, giver = day_in(row, "answered_at", day), self.side_of(row.get("given_by"))
            if day_in(row, "withdrawn_at", day) or row.get("choice") != "otherwise" or not answered:
                continue
            chooser = swapped(giver) if giver else None
            yield Entry("advice_overruled", answered, by=chooser, about=chooser, key=key)


def _newest_offer(row: Row, day: date) -> Row:
    made: list[Row] = [one for one in row.get("offers", ()) if day_in(one, "made_at", day)]
    return made[-1] if made else {}


def _numbers(**given: Any) -> dict[str, float]:
    return {name: float(value) for name, value in given.items() if value}
