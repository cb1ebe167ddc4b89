"""What the client was told, held against what is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

ONCE_PER_PLACE = ("envelope", "opening")


@dataclass(frozen=True)
class Write:
    """One thing that was written: what, where it belongs, and the word by which it is known again."""

    kind: str
    place: str
    word: str = ""


@dataclass(frozen=True)
class Outcome:
    """What is missing, and what is there more than once."""

    lost: list[Write]
    doubled: list[Write]


def compare(accepted: Iterable[Write], found: Iterable[Write]) -> Outcome:
    """Of an envelope and an opening there is one per place, of a line one per word."""
    there = list(found)
    known, times = set(there), Counter(map(_sameness, there))
    lost = [write for write in dict.fromkeys(accepted) if write not in known]
    return Outcome(lost, [write for write in dict.fromkeys(there) if times[_sameness(write)] > 1])


def _sameness(write: Write) -> tuple[str, str]:
    return write.kind, write.place if write.kind in ONCE_PER_PLACE else write.word


def openings(accepted: Iterable[Write]) -> list[Write]:
    """The rounds that have to be open: of both sides the envelope was accepted. Their place is `round:side`."""
    sides: dict[str, set[str]] = {}
    for write in accepted:
        if write.kind == "envelope":
            round_, _, side = write.place.partition(":")
            sides.setdefault(round_, set()).add(side)
    return [Write("opening", round_) for round_, both in sides.items() if len(both) == 2]
