"""The short names of people, parties, entries, repairs and findings inside one document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samenstroom.collaborations.models import HistoryLine, Seat

LETTERS = "abcdefghij"


@dataclass(frozen=True)
class Keys:
    """What everything is called in one document. People by seat, the rest by its own row."""

    people: Mapping[int, str]
    parties: Mapping[int, str]
    entries: Mapping[str, str]

    def person(self, seat_id: int | None) -> str | None:
        """Her key; None for the app itself."""
        return self.people.get(seat_id) if seat_id else None

    def party(self, party_id: int | None) -> str | None:
        """The key of a party; None for both or nobody."""
        return self.parties.get(party_id) if party_id else None


def keys_for(seats: Sequence[Seat], lines: Sequence[HistoryLine], kept: Mapping[str, str]) -> Keys:
    """A key for everything; what came from a file keeps the key it had there.

    Only what stands in this document takes part, so that nothing shows of what is not in it.
    """
    people = named([(seat.public_id, slug(seat.name.split(" ")[0])) for seat in seats], kept)
    parties = {seat.party_id: seat.party.position for seat in seats}
    return Keys(
        people={seat.pk: people[seat.public_id] for seat in seats},
        parties={party: kept.get(f"party-{at}", LETTERS[(at - 1) % 10]) for party, at in parties.items()},
        entries=numbered("e", [line.public_id for line in lines], kept),
    )


def numbered(letter: str, public_ids: Iterable[str], kept: Mapping[str, str]) -> dict[str, str]:
    """`e1`, `e2`...: public id -> key, in this order; a number that is taken is passed over."""
    ids = list(public_ids)
    taken = {kept[one] for one in ids if one in kept}
    found: dict[str, str] = {}
    for number, one in enumerate(ids, start=1):
        key = kept.get(one) or f"{letter}{number}"
        while one not in kept and key in taken:
            number += len(ids)
            key = f"{letter}{number}"
        taken.add(key)
        found[one] = key
    return found


def named(wanted: Sequence[tuple[str, str]], kept: Mapping[str, str]) -> dict[str, str]:
    """Public id -> key: the wanted name, with a number for the second who is called so."""
    taken = {kept[one] for one, _name in wanted if one in kept}
    found: dict[str, str] = {}
    for one, name in wanted:
        key, number = kept.get(one) or name, 1
        while one not in kept and key in taken:
            number += 1
            key = f"{name}-{number}"
        taken.add(key)
        found[one] = key
    return found


def slug(text: str) -> str:
    """Lower case letters, digits and hyphens; `x` when nothing is left."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", bare)[:40].strip("-") or "x"
