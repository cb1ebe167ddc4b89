"""The parts of an agreement document that one can agree with, or propose otherwise, one at a time.

A part is a clause (by its code), a clause of their own (`eigen-1`, by its place), how they treat each other, or who the
two are. A clause of their own that is not there yet has a name of its own (`nieuw-...`), because it has no place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .amending import Change, Content, OtherGroundError, Swap, amended

WHO, CHARTER, OWN, NEW = "wie", "omgang", "eigen-", "nieuw-"


@dataclass(frozen=True)
class Proposed:
    """One part as it reads and as somebody wants it; None where it is not there, or should go."""

    part: str
    before: Any
    after: Any


def is_own(part: str) -> bool:
    """A clause they wrote themselves."""
    return part.startswith(OWN)


def is_new_own(part: str) -> bool:
    """A clause they wrote themselves that is not in the text yet."""
    return part.startswith(NEW)


def parts_of(content: Content) -> dict[str, Any]:
    """Every part with what it says, in the order of the text."""
    found: dict[str, Any] = {WHO: dict(content["parties"])}
    for one in content["clauses"]:
        found[one["code"]] = {"terms": dict(one["terms"]), "addition": one.get("addition", "")}
    for number, one in enumerate(content["own_clauses"], start=1):
        found[f"{OWN}{number}"] = dict(one)
    if content["charter"]:
        found[CHARTER] = list(content["charter"])
    return found


def same_part(there: Mapping[str, Any], part: str, value: Any) -> str | None:
    """The name of the part that reads exactly so among these; None when there is none. Their own may have moved."""
    if is_own(part):
        return next((name for name, one in there.items() if is_own(name) and one == value), None)
    return part if part in there and there[part] == value else None


def fits(content: Content, proposed: Proposed) -> bool:
    """Whether the part still reads as it did when somebody wanted it otherwise."""
    there = parts_of(content)
    if proposed.before is None:
        return proposed.part not in there
    return same_part(there, proposed.part, proposed.before) is not None


def change_for(content: Content, proposed: Proposed, place: Callable[[str], int]) -> Change:
    """What it takes to put this in. `place` says where a new clause stands. Raises OtherGroundError when it cannot."""
    if not fits(content, proposed):
        raise OtherGroundError
    part, after = proposed.part, proposed.after
    if part == WHO:
        return Change(parts={"parties": Swap(content["parties"], after)})
    if part == CHARTER:
        return Change(parts={"charter": Swap(content["charter"], list(after or []))})
    if is_own(part) or is_new_own(part):
        return Change(parts={"own_clauses": Swap(content["own_clauses"], _own_after(content, proposed))})
    return Change(clauses={part: Swap(proposed.before, after)}, order=_order(content, proposed, place))


def with_all(content: Content, wanted: Sequence[Proposed], place: Callable[[str], int]) -> dict[str, Any]:
    """The document with all of these put in, one after the other."""
    new = dict(content)
    for one in wanted:
        new = amended(new, change_for(new, one, place))
    return new


def _own_after(content: Content, proposed: Proposed) -> list[Any]:
    written = [dict(one) for one in content["own_clauses"]]
    if is_new_own(proposed.part):
        return [*written, proposed.after]
    at = written.index(proposed.before)
    return [*written[:at], *([proposed.after] if proposed.after else []), *written[at + 1 :]]


def _order(content: Content, proposed: Proposed, place: Callable[[str], int]) -> tuple[str, ...]:
    """A new clause comes at its place among the others; otherwise nothing moves."""
    if proposed.before is not None:
        return ()
    codes = [one["code"] for one in content["clauses"]]
    later = [code for code in codes if place(code) > place(proposed.part)]
    at = codes.index(later[0]) if later else len(codes)
    return (*codes[:at], proposed.part, *codes[at:])
